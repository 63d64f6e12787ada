"""The worksheets on paper: everything entered is there in order, whole and inside the page, however long."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bipdesk.domain.chain import Chain, ChainDetails, ChoicePoint, Link, WayOut
from bipdesk.domain.control_log import ControlLogDetails, Denial
from bipdesk.domain.practice_sheet import ChainSheet, ControlLogSheet, SheetHead, SkillsSheet, chain_sheet
from bipdesk.domain.site import Paper
from bipdesk.domain.skill import Setting, SkillPracticeDetails
from bipdesk.export.layout.practice_words import practice_words
from bipdesk.export.reports.chain_worksheet import render_chain
from bipdesk.export.reports.control_log import render_control_log
from bipdesk.export.reports.skills_sheet import render_skills
from bipdesk.library_files import load_practice_lists
from tests.export.reports.sheet_reading import all_text, overlapping, page_texts, run_poppler, words

LISTS = load_practice_lists()
DAY = date(2026, 11, 5)
MM = 72 / 25.4
POINTS = {Paper.A4: (595.3, 841.9), Paper.LETTER: (612.0, 792.0)}


def numbered(name: str, count: int) -> str:
    """Return words that can each be found again: "hall1 hall2 hall3"."""
    return " ".join(f"{name}{number}" for number in range(1, count + 1))


def chain(count: int) -> ChainDetails:
    """Return a chain with so many words in each of its texts."""
    links = tuple(
        Link(
            key,
            moment=numbered(f"moment{key}x", count),
            thought=numbered(f"thought{key}x", count),
            feelings=("anger", "shame"),
            feeling=numbered(f"feeling{key}x", min(count, 6)),
            action=numbered(f"action{key}x", count),
            choice=ChoicePoint(numbered(f"other{key}x", count), "time-out") if key % 2 else None,
        )
        for key in (1, 2, 3)
    )
    return ChainDetails(
        DAY,
        numbered("event", 6),
        Chain(links, WayOut(3, numbered("out", count))),
        happened_on=DAY,
        effect_her=numbered("her", count),
        effect_children=numbered("children", count),
        staff_view="Kanarienvogel",
    )


def log(count: int) -> ControlLogDetails:
    """Return a control log with so many words in each of its texts."""
    texts = (
        *("situation", "action", "intent", "denial", "effect_her", "effect_children", "effect_me"),
        *("past_violence", "differently"),
    )
    return ControlLogDetails(
        DAY,
        thoughts=("right",),
        feelings=("anger", "key-from-elsewhere"),
        denials=frozenset({Denial.MINIMISED}),
        skill="listening",
        **{name: numbered(name, count) for name in texts},  # type: ignore[arg-type]
    )


def tries(count: int) -> tuple[SkillPracticeDetails, ...]:
    """Return three tries with so many words in each of their texts."""
    return tuple(
        SkillPracticeDetails(
            "listening",
            Setting.GROUP,
            DAY,
            numbered(f"went{each}x", count),
            numbered(f"helped{each}x", count),
        )
        for each in (1, 2, 3)
    )


FILLED: dict[str, Callable[[SheetHead, int], bytes]] = {
    "chain": lambda head, count: render_chain(chain_sheet(head, chain(count))),
    "log": lambda head, count: render_control_log(ControlLogSheet(head, log(count))),
    "skills": lambda head, count: render_skills(SkillsSheet(head, tries(count))),
}
BLANK: dict[str, Callable[[SheetHead], bytes]] = {
    "chain": lambda head: render_chain(ChainSheet(head)),
    "log": lambda head: render_control_log(ControlLogSheet(head)),
    "skills": lambda head: render_skills(SkillsSheet(head)),
}


def entered(name: str, count: int) -> list[str]:
    """Return every numbered word of a filled sheet."""
    if name == "chain":
        details = chain(count)
        texts = [details.situation, details.effect_her, details.effect_children]
        for link in details.chain.links:
            texts += [link.moment, link.thought, link.feeling, link.action]
            texts += [link.choice.other] if link.choice is not None else []
        texts.append("" if details.chain.way_out is None else details.chain.way_out.words)
    elif name == "log":
        said = log(count)
        texts = [said.situation, said.action, said.intent, said.denial, said.effect_her, said.effect_children]
        texts += [said.effect_me, said.past_violence, said.differently]
    else:
        texts = [text for each in tries(count) for text in (each.went, each.helped)]
    return [word for text in texts for word in text.split()]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", list(FILLED))
def test_nothing_that_was_entered_is_cut_or_leaves_the_page_however_long(
    name: str, language: str, paper: Paper, tmp_path: Path
) -> None:
    head = SheetHead(LISTS, paper, language, "BD-00141", "My Thinking 3")
    pdf = FILLED[name](head, 260)
    found = words(pdf, tmp_path)
    printed = [word.text.strip(",:") for word in found]
    missing = [each for each in entered(name, 260) if each not in printed]
    assert missing == []
    width, height = POINTS[paper]
    for word in found:
        assert 18 * MM < word.left < word.right < width - 10 * MM, word
        assert 9 * MM < word.top < word.bottom < height - 8 * MM, word
    assert overlapping(found) == []
    assert len(page_texts(pdf)) > 3


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", list(BLANK))
def test_a_blank_sheet_is_one_sheet_of_two_sides_in_the_language_that_was_asked_for(
    name: str, language: str, paper: Paper, tmp_path: Path
) -> None:
    pdf = BLANK[name](SheetHead(LISTS, paper, language))
    assert pdf == BLANK[name](SheetHead(LISTS, paper, language))
    said = practice_words(language)
    title = {"chain": said.chain, "log": said.log, "skills": said.skills}[name]
    first, second = page_texts(pdf)
    assert first.startswith(title)
    assert said.page.format(page=2, pages=2) in second
    assert said.no_names in first
    assert overlapping(words(pdf, tmp_path)) == []
    assert "no " not in [line.split()[4] for line in run_poppler("pdffonts", pdf, tmp_path).splitlines()[2:]]


def test_the_staffs_view_is_on_no_sheet_and_an_unlisted_tag_is_printed_by_its_key() -> None:
    head = SheetHead(LISTS)
    assert "Kanarienvogel" not in all_text(FILLED["chain"](head, 3))
    assert "key-from-elsewhere" in all_text(FILLED["log"](head, 3))


def test_links_stand_in_the_order_of_the_chain_and_the_way_out_names_its_number() -> None:
    details = chain(2)
    turned = replace(details, chain=details.chain.moved(3, -2))
    text = all_text(render_chain(ChainSheet(SheetHead(LISTS), turned)))
    places = [text.index(f"moment{key}x1") for key in (3, 1, 2)]
    assert places == sorted(places)
    assert "Next time I leave the chain at link 1 and I" in text


def test_a_chain_without_a_way_out_leaves_room_to_write_one() -> None:
    open_end = replace(chain(2), chain=Chain((Link(1, moment="Here"),)))
    for language in ("en", "es"):
        text = all_text(render_chain(ChainSheet(SheetHead(LISTS, language=language), open_end)))
        assert practice_words(language).way_out in text
        assert practice_words(language).at_link_blank.split("(")[0].strip() in text
