"""The lists that practice entries are tagged from, and the patterns counted from them."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from bipdesk.domain.chain import Chain, ChainDetails, ChoicePoint, Link
from bipdesk.domain.control_log import ControlLogDetails
from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.practice import FiledChain, FiledLog, FiledPractice, PracticeFile
from bipdesk.domain.practice_lists import parse_lists
from bipdesk.domain.practice_patterns import MOST_SHOWN, patterns
from bipdesk.domain.skill import Names, Setting, Skill, SkillPracticeDetails
from bipdesk.library_files import load_practice_lists

LISTS = load_practice_lists()
DAY = date(2026, 11, 5)


def file(*entries: ChainDetails | ControlLogDetails | SkillPracticeDetails) -> PracticeFile:
    """Return a record with these entries."""
    chains = tuple(FiledChain(uuid4(), each) for each in entries if isinstance(each, ChainDetails))
    logs = tuple(FiledLog(uuid4(), each) for each in entries if isinstance(each, ControlLogDetails))
    tries = tuple(FiledPractice(uuid4(), each) for each in entries if isinstance(each, SkillPracticeDetails))
    return PracticeFile(ParticipantId(UUID(int=1)), "BD-1", chains, logs, tries, LISTS)


def test_every_word_of_the_lists_is_there_in_both_languages() -> None:
    names = [tag.name for tag in (*LISTS.feelings, *LISTS.thoughts)] + [skill.name for skill in LISTS.skills]
    assert all(name.english and name.spanish for name in names)
    assert all(skill.hint.text("es") != skill.hint.text("en") != "" for skill in LISTS.skills)
    assert all(skill.source for skill in LISTS.skills)


def test_the_feelings_that_source_000_names_come_first() -> None:
    assert [tag.key for tag in LISTS.feelings[:4]] == ["anger", "jealousy", "inadequacy", "control"]


@pytest.mark.parametrize(
    ("skills", "reason"),
    [
        ('[[skills]]\nkey = "a"\nen = "A"\nes = "A"\nhint_en = "h"\nhint_es = "h"\n', "missing"),
        ('[[skills]]\nkey = "other"\n', "used already"),
        ("skills = []", "empty"),
    ],
)
def test_a_wrong_list_is_named_with_its_reason(skills: str, reason: str) -> None:
    one = 'key = "a"\nen = "A"\nes = "A"\n'
    with pytest.raises(ResourceInvalid) as found:
        parse_lists(f"[[feelings]]\n{one}[[thoughts]]\n{one}", skills)
    assert found.value.values["file"] == "skills.toml"
    assert reason in str(found.value.values["reason"])


def test_a_word_that_is_not_in_the_lists_is_shown_by_its_key() -> None:
    own = LISTS.with_skills((Skill("own", Names("Our own")), Skill("time-out", Names("Another"))))
    assert (own.skill("own", "es"), own.skill("time-out", "es")) == ("Our own", "Tiempo fuera")
    assert (own.feeling("from-elsewhere"), own.thought("x"), own.skill("")) == ("from-elsewhere", "x", "")


def test_a_tag_counts_once_for_each_entry_and_the_most_frequent_stands_first() -> None:
    angry = Link(1, feelings=("anger", "fear"), choice=ChoicePoint("", "time-out"))
    chain = ChainDetails(DAY, "x", Chain((angry, Link(2, feelings=("anger",)))))
    log = ControlLogDetails(
        DAY, "x", happened_on=date(2026, 10, 1), feelings=("anger",), thoughts=("right",), skill="listening"
    )
    tried = SkillPracticeDetails("time-out", Setting.HOME, date(2026, 11, 9), "well")
    found = patterns(file(chain, log, tried))
    assert [(entry.kind, entry.on.day) for entry in found.entries] == [
        ("Log", 1),
        ("Chain", 5),
        ("Practice", 9),
    ]
    assert [(row.words, row.entries) for row in found.feelings] == [("Anger", (0, 1)), ("Fear", (1,))]
    assert [row.words for row in found.thoughts] == ["I have the right"]
    assert [(row.words, row.count) for row in found.choices] == [("Listening", 1), ("Time-out", 1)]
    assert [(row.words, row.entries) for row in found.practised] == [("Time-out", (2,))]


def test_words_that_nobody_ticked_are_not_counted() -> None:
    said = Link(1, moment="anger anger", thought="time-out", feeling="jealousy")
    assert patterns(file(ChainDetails(DAY, "anger", Chain((said,))))).groups == ()


def test_the_picture_stays_small() -> None:
    every = tuple(tag.key for tag in LISTS.feelings)
    found = patterns(file(ControlLogDetails(DAY, "x", feelings=every)))
    assert len(found.feelings) == MOST_SHOWN < len(every)
