"""Own curricula: what is typed survives, every fault has one sentence, and what is released is read again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain import draft_faults as faults
from bipdesk.domain.coverage import coverage_of
from bipdesk.domain.curricula import Curricula, with_words
from bipdesk.domain.curriculum import Side, StepKind, untitled
from bipdesk.domain.curriculum_draft import (
    BLANK,
    CurriculumDraft,
    DraftBlock,
    DraftSession,
    draft_of,
    release_of,
)
from bipdesk.domain.curriculum_reading import stored_curriculum
from bipdesk.domain.curriculum_writing import definition_of
from bipdesk.domain.draft_edits import (
    add_block,
    move_block,
    move_session,
    put_session,
    remove_block,
    remove_session,
    resize,
)
from bipdesk.domain.draft_writing import content_of, stored_draft
from bipdesk.domain.own_curriculum import OwnRelease, SessionWords
from bipdesk.domain.session_file import kind_of_file, plain_name
from bipdesk.domain.unknown_curriculum import UnknownCurriculum
from bipdesk.library_files import load_curricula, load_topics

GOOD = CurriculumDraft("Ours", "Written by us", "150", (DraftBlock("block-1", "Beginning"),))
KEYS = tuple(topic.key for topic in load_topics())

words = st.text(st.characters(blacklist_categories=("C", "Z")) | st.just(" "), max_size=30)
sessions = st.builds(
    DraftSession,
    title=words,
    aims=st.lists(words, max_size=4).map("\n".join),
    topics=st.lists(st.sampled_from(KEYS), unique=True).map(tuple),
    uses=st.lists(words.filter(str.strip).map(str.strip), max_size=2).map(tuple),
)


@st.composite
def drafts(draw: st.DrawFn) -> CurriculumDraft:
    """Return a draft that may be released: after names blocks above alone."""
    blocks: list[DraftBlock] = []
    for number in range(draw(st.integers(1, 4))):
        above = [block.key for block in blocks]
        chosen = st.lists(st.sampled_from(above), unique=True).map(tuple) if above else st.just(())
        kind = StepKind.GROUP if number == 0 else draw(st.sampled_from(StepKind))
        held = tuple(draw(st.lists(sessions, min_size=1, max_size=4)))
        name = draw(words.filter(str.strip))
        after = draw(st.none() | chosen)
        blocks.append(DraftBlock(f"block-{number + 1}", name, kind, held, after))
    name = draw(words.filter(str.strip))
    source = draw(words.filter(str.strip))
    return CurriculumDraft(name, source, str(draw(st.integers(15, 600))), tuple(blocks))


@given(drafts())
def test_a_draft_is_kept_exactly_as_typed(draft: CurriculumDraft) -> None:
    assert stored_draft(content_of(draft)) == draft


@given(drafts())
def test_what_has_no_fault_is_released_and_read_again_as_the_same(draft: CurriculumDraft) -> None:
    assert faults.draft_faults(draft) == ()
    made = release_of(draft, "house-1-v1-3f9ac", 1)
    assert stored_curriculum(definition_of(made)) == made
    assert [step.number for step in made.steps] == list(range(1, len(made.steps) + 1))


@given(drafts())
def test_a_copy_of_a_released_one_makes_the_same_curriculum_again(draft: CurriculumDraft) -> None:
    made = release_of(draft, "house-1-v1-3f9ac", 1)
    copied = draft_of(made, made.name)
    assert faults.draft_faults(copied) == ()
    again = release_of(copied, "house-1-v2-3f9ac", 2)
    assert replace(again, id=made.id, version=made.version) == made


@given(st.text(max_size=200))
def test_a_draft_that_cannot_be_read_is_none_and_no_crash(content: str) -> None:
    found = stored_draft(content)
    assert found is None or content_of(found)


def _with(draft: CurriculumDraft, **block: object) -> CurriculumDraft:
    return draft.with_block(replace(draft.blocks[0], **block))  # type: ignore[arg-type]


def _session(**session: object) -> CurriculumDraft:
    return _with(GOOD, sessions=(DraftSession(**session),))  # type: ignore[arg-type]


FAULTS: list[tuple[CurriculumDraft, str, str]] = [
    (replace(GOOD, name="  "), "name", faults.NO_NAME),
    (replace(GOOD, name="x" * 201), "name", faults.TOO_LONG.format(most=200)),
    (replace(GOOD, name="a\u0007b"), "name", faults.NOT_PLAIN),
    (replace(GOOD, name="BUILDING better"), "name", faults.NAME_TAKEN),
    (replace(GOOD, source=""), "source", faults.NO_SOURCE),
    (replace(GOOD, minutes=""), "minutes", faults.NO_MINUTES),
    (replace(GOOD, minutes="14"), "minutes", faults.NO_MINUTES),
    (replace(GOOD, minutes="601"), "minutes", faults.NO_MINUTES),
    (replace(GOOD, minutes="٩٠"), "minutes", faults.NO_MINUTES),
    (replace(GOOD, minutes="2½ hours"), "minutes", faults.NO_MINUTES),
    (replace(GOOD, blocks=()), "blocks", faults.NO_BLOCKS),
    (_with(GOOD, kind=StepKind.REVIEW), "blocks", faults.NO_GROUP),
    (_with(GOOD, name=" "), "name", faults.NO_BLOCK_NAME),
    (_with(GOOD, sessions=(DraftSession(),) * 100), "sessions", faults.TOO_MANY_SESSIONS),
    (_with(GOOD, after=("block-7",)), "after", faults.NOT_ABOVE),
    (_session(title="x" * 201), "title", faults.TOO_LONG.format(most=200)),
    (_session(aims="x" * 401), "aims", faults.AIM_TOO_LONG),
    (_session(aims="a\n" * 11), "aims", faults.TOO_MANY_AIMS),
]


@pytest.mark.parametrize(("draft", "field", "sentence"), FAULTS)
def test_each_fault_has_its_field_and_one_sentence(draft: CurriculumDraft, field: str, sentence: str) -> None:
    [fault] = faults.draft_faults(draft, frozenset({"Building Better"}))
    assert (fault.field, fault.sentence) == (field, sentence)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    found = faults.draft_faults(
        CurriculumDraft(blocks=(DraftBlock("block-1", sessions=(DraftSession("x" * 201),)),))
    )
    assert [(fault.field, fault.block, fault.session) for fault in found] == [
        ("name", "", -1),
        ("source", "", -1),
        ("minutes", "", -1),
        ("name", "block-1", -1),
        ("title", "block-1", 0),
    ]


def test_blocks_are_added_moved_and_removed_with_keys_that_stay() -> None:
    draft = add_block(add_block(GOOD))
    assert [block.key for block in draft.blocks] == ["block-1", "block-2", "block-3"]
    draft = draft.with_block(replace(draft.blocks[2], after=("block-1", "block-2")))
    assert [block.key for block in move_block(draft, "block-3", -1).blocks] == [
        "block-1",
        "block-3",
        "block-2",
    ]
    assert move_block(draft, "block-3", 1) == draft
    gone = remove_block(draft, "block-2")
    assert gone.blocks[1].after == ("block-1",)
    assert add_block(gone).blocks[-1].key == "block-4"


def test_sessions_are_added_moved_and_removed_and_one_stays() -> None:
    draft = resize(GOOD, "block-1", 3)
    draft = put_session(draft, "block-1", 1, DraftSession("Listening"))
    moved = move_session(draft, "block-1", 1, 1)
    assert [one.title for one in moved.blocks[0].sessions] == ["", "", "Listening"]
    assert [one.title for one in resize(moved, "block-1", 2).blocks[0].sessions] == ["", ""]
    alone = remove_session(remove_session(draft, "block-1", 0), "block-1", 1)
    assert [one.title for one in alone.blocks[0].sessions] == ["Listening"]
    assert remove_session(alone, "block-1", 0) == alone


def test_a_session_without_a_title_is_called_by_its_block() -> None:
    block = DraftBlock("block-1", "Step 2", sessions=(DraftSession(), DraftSession("Trust")))
    assert [block.called(0), block.called(1)] == ["Step 2, 1 of 2", "Trust"]
    assert BLANK.blocks[0].called(0) == "Block without a name"
    assert untitled("Review", 1, 1) == "Review"


def test_words_are_laid_over_what_is_blank_alone() -> None:
    bbr = load_curricula().of("bbr-1")
    titled = with_words(bbr, {"thinking-3": SessionWords("Listening", ("To listen",), ("impact",))})
    again = with_words(titled, {"thinking-3": SessionWords("Other", ("Other",), ("noticing",))})
    step = again.step("thinking-3")
    assert (step.title, step.aims, step.topics) == ("Listening", ("To listen",), ("impact", "noticing"))
    assert bbr.step("thinking-3").is_untitled


def test_topics_are_said_with_their_dates_and_those_without_a_session_plainly() -> None:
    bbr = load_curricula().of("bbr-1")
    tagged = with_words(bbr, {"thinking-3": SessionWords(topics=("impact",))})
    coverage = coverage_of(tagged, load_topics(), {"thinking-3": date(2026, 11, 19)}, "Thursday group")
    assert [topic.number for topic in coverage.uncovered] == [1, 2, 3, 5, 6, 7, 8]
    [place] = coverage.topics[3].places
    assert (place.step.code, place.on_date) == ("thinking-3", date(2026, 11, 19))
    assert coverage.untagged == 23


def test_a_curriculum_not_known_here_never_passes_for_another() -> None:
    curricula = Curricula(load_curricula())
    found = curricula.of("bbr-9")
    assert isinstance(found, UnknownCurriculum)
    assert not found.is_known
    assert "bbr-9" in found.name
    assert "not known" in found.step("thinking-3").title
    assert not curricula.trace("bbr-9", None).is_complete
    assert curricula.of("").is_known


def test_an_own_version_never_passes_for_a_released_one_nor_for_the_other_side() -> None:
    curricula = Curricula(load_curricula())
    made = release_of(GOOD, "house-1-v1-3f9ac", 1)
    key = UUID(int=1)
    wrong = (replace(made, id="bbr-1"), replace(made, side=Side.SAFETY))
    curricula.renew((OwnRelease(key, key, one, date(2026, 11, 1), "", None) for one in wrong), {})
    assert len(curricula.of("bbr-1").steps) == 29
    assert curricula.own == ()
    curricula.renew([OwnRelease(key, key, made, date(2026, 11, 1), "", None)], {})
    assert curricula.knows(made.id)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ... %%EOF", "pdf"),
        (b"%PDF-1.7 cut sho", ""),  # a cut PDF is text no printer could use
        (b"\x89PNG\r\n\x1a\n....IEND....", "png"),
        ("Übung\n1. Zuhören\tleise".encode(), "text"),
        (b"\xef\xbb\xbfSaved by a Windows editor", "text"),
        (b"MZ\x90\x00\x03", ""),
        (b"\x7fELF\x02\x01", ""),
        (b"text with a \x00 in it", ""),
        (b"   \n", ""),
        (b"x" * (512 * 1024 + 1), ""),
        ("Latin".encode("utf-16"), ""),
    ],
)
def test_a_file_is_told_by_what_is_in_it(content: bytes, kind: str) -> None:
    assert kind_of_file(content) == kind


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("handout.pdf", "handout.pdf"),
        ("D:\\papers\\hand out.pdf", "hand out.pdf"),
        ("/srv/own/hand\u202eout.pdf", "handout.pdf"),
        ("x" * 300, "x" * 80),
        ("\u0007", "Without a name"),
        ("", "Without a name"),
    ],
)
def test_a_file_is_called_by_its_last_part_alone(name: str, shown: str) -> None:
    assert plain_name(name) == shown
