"""Own curricula through the vault: versions never change under those who are on them."""

import json
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from bipdesk.db.records.tables.curricula import CurriculumDraftRow, CurriculumReleaseRow
from bipdesk.db.records.tables.groups import GroupRow
from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.calendar_page import Span
from bipdesk.domain.curriculum_draft import CurriculumDraft
from bipdesk.domain.delivery_errors import (
    CurriculumFaulty,
    CurriculumNotOurs,
    CurriculumUnknown,
    DraftUnreadable,
    WordsUnfit,
)
from bipdesk.domain.draft_edits import remove_block
from bipdesk.domain.errors import RowMissing
from bipdesk.domain.group import GroupDetails
from bipdesk.domain.ids import GroupId, SessionId, records_id
from bipdesk.domain.own_curriculum import SessionWords
from tests import builders

THURSDAY = date(2026, 11, 19)


def _release(desk: Desk, curriculum_id: str, name: str = "") -> str:
    """Release a copy or a next version as it begins, with the reviews taken out of it; return its id."""
    draft_id = desk.curriculum_drafts.begin(curriculum_id).row_id
    assert draft_id is not None
    stored = desk.curriculum_drafts.draft(draft_id)
    assert stored.draft is not None
    made = desk.curriculum_drafts.release(draft_id, _shorter(stored.draft, name), stored.seen)
    return next(one.curriculum.id for one in desk.curricula.own if one.release_id == made.row_id)


def _shorter(draft: CurriculumDraft, name: str) -> CurriculumDraft:
    last = draft.blocks[-1].key
    return replace(remove_block(draft, last), name=name or draft.name)


def _group(desk: Desk, curriculum_id: str, name: str) -> GroupId:
    if desk.readiness.standing().missing:
        builders.ready(desk)
    people = tuple(member.staff_id for member in desk.staff.facilitators())
    details = GroupDetails(name, curriculum_id, THURSDAY, time(18, 30), 150, "Grange Hall", people)
    made = desk.groups.plan(details)
    assert made.row_id is not None
    return GroupId(made.row_id)


def test_whoever_is_on_version_1_stays_on_it_when_version_2_is_released(
    programme: builders.Programme,
) -> None:
    desk = programme.desk()
    first = _release(desk, "bbr-1", "Our sequence")
    group_id = _group(desk, first, "Thursday group")
    man = builders.accepted(desk)
    desk.members.join(group_id, man, THURSDAY)
    second = _release(desk, first)
    assert (first.split("-")[:3], second.split("-")[:3]) == (["house", "1", "v1"], ["house", "1", "v2"])
    assert len(desk.participants.journey(man).steps) == 28
    file = desk.groups.file(group_id)
    assert (file.group.curriculum_name, len(file.sessions)) == ("Our sequence", 24)
    other = desk.groups.file(_group(desk, second, "Second group"))
    assert len(other.sessions) == 18
    assert [one.id for one in desk.curricula.offered()][-1] == second
    assert first not in {one.id for one in desk.curricula.offered()}
    assert len(desk.participants.journey(builders.accepted(desk, "Other")).steps) == 29
    desk.lock()
    again = programme.desk()
    assert len(again.participants.journey(man).steps) == 28
    assert len(again.curricula.of(second).steps) == 22
    again.lock()


def test_a_version_that_was_released_is_never_written_again(desk: Desk) -> None:
    first = _release(desk, "bbr-1", "Ours")
    before = desk.curricula.of(first)
    assert desk.curriculum_views.list().drafts == ()
    _release(desk, first)
    with pytest.raises(CurriculumNotOurs):
        desk.session_words.word(first, "thinking-1", SessionWords("Another title"))
    assert desk.curricula.of(first) == before


def test_a_draft_is_saved_half_done_discarded_and_brought_back(desk: Desk) -> None:
    drafts = desk.curriculum_drafts
    made = drafts.begin()
    assert made.row_id is not None
    half = CurriculumDraft(name="", minutes="ninety")
    seen = drafts.save(made.row_id, half, made.seen).seen
    assert drafts.draft(made.row_id).draft == half
    [line] = desk.curriculum_views.list().drafts
    assert line.faults == 4  # name, source, minutes, no block
    drafts.discard(made.row_id, seen)
    with pytest.raises(RowMissing):
        drafts.draft(made.row_id)
    drafts.bring_back(made.row_id)
    stored = drafts.draft(made.row_id)
    with pytest.raises(CurriculumFaulty) as refused:
        drafts.release(made.row_id, half, stored.seen)
    assert refused.value.values == {"number": 4}
    assert drafts.draft(made.row_id).draft == half


def test_a_name_in_use_is_refused_but_a_next_version_keeps_its_own(desk: Desk) -> None:
    with pytest.raises(CurriculumFaulty):
        _release(desk, "bbr-1", "building better relationships")
    first = _release(desk, "bbr-1", "Ours")
    with pytest.raises(CurriculumFaulty):
        _release(desk, "power-and-control-1", "Ours")
    assert _release(desk, first)


def test_a_retired_version_is_offered_no_more_and_can_be_taken_into_use_again(desk: Desk) -> None:
    first = _release(desk, "bbr-1", "Ours")
    [release] = desk.curricula.own
    desk.curriculum_drafts.retire(release.release_id, release.seen)
    assert first not in {one.id for one in desk.curricula.offered()}
    assert desk.curricula.knows(first)
    [release] = desk.curricula.own
    desk.curriculum_drafts.take_into_use(release.release_id, release.seen)
    assert first in {one.id for one in desk.curricula.offered()}


def test_words_and_tags_of_the_programme_stand_on_a_released_curriculum_and_in_its_copy(desk: Desk) -> None:
    words = SessionWords("Listening", ("To listen", " "), ("noticing", "impact", "nonsense"))
    changed = desk.session_words.word("bbr-1", "thinking-3", words)
    step = desk.curricula.of("bbr-1").step("thinking-3")
    assert (step.title, step.aims, step.topics) == ("Listening", ("To listen",), ("impact", "noticing"))
    group_id = _group(desk, "bbr-1", "Thursday group")
    session = desk.groups.file(group_id).sessions[8]
    assert session.title == "Listening"
    page = desk.curriculum_views.of_group_session(SessionId(session.session_id))
    assert (page.words.title, page.named, page.may_be_worded) == ("Listening", False, True)
    coverage = desk.curriculum_views.coverage("bbr-1", group_id)
    assert [topic.number for topic in coverage.uncovered] == [1, 2, 3, 6, 7, 8]
    assert coverage.topics[3].places[0].on_date == session.on_date
    copied = desk.curricula.of(_release(desk, "bbr-1", "Ours")).step("thinking-3")
    assert (copied.title, copied.topics) == ("Listening", ("impact", "noticing"))
    desk.session_words.word("bbr-1", "thinking-3", SessionWords(seen=changed.seen))
    assert desk.curricula.of("bbr-1").step("thinking-3").title == "My Thinking 3"


def test_words_that_cannot_be_printed_are_refused(desk: Desk) -> None:
    for words in (SessionWords("x" * 201), SessionWords(aims=("a",) * 11), SessionWords("a\u0007b")):
        with pytest.raises(WordsUnfit):
            desk.session_words.word("bbr-1", "thinking-3", words)


def test_aims_of_the_programme_stand_on_the_session_sheet(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    plain = desk.sheets.render(session_id)
    desk.session_words.word("bbr-1", "foundation-1", SessionWords(aims=("To say why he is here",)))
    assert desk.sheets.render(session_id) != plain


def test_what_another_computer_knows_is_said_in_words_and_is_never_complete(desk: Desk) -> None:
    group_id = _group(desk, "bbr-1", "Thursday group")
    man = builders.accepted(desk)
    desk.members.join(group_id, man, THURSDAY)
    session = desk.groups.file(group_id).sessions[0]
    line = desk.registers.open_register(session.session_id).lines[0]
    desk.registers.mark(session.session_id, man, Mark.PRESENT, line.seen)
    _let_group_run(desk, group_id, "bbr-9")
    file = desk.groups.file(group_id)
    assert file.group.curriculum_name == "“bbr-9” (not known on this computer)"
    assert file.sessions[0].title == "Session “foundation-1” (not known on this computer)"
    journey = desk.participants.journey(man)
    assert not journey.is_complete
    assert journey.unplaced == ("foundation-1",)
    [unknown] = desk.curriculum_views.list().unknown
    assert (unknown.curriculum.id, unknown.groups) == ("bbr-9", ("Thursday group",))
    with pytest.raises(CurriculumUnknown):
        desk.curriculum_drafts.begin("bbr-9")
    assert desk.today.today()
    assert desk.sheets.render(session.session_id)
    assert desk.registers.open_register(session.session_id).lines
    assert desk.participants.file(man)
    assert not desk.runways.of(man).journey.is_complete
    assert desk.calendar.page(Span.MONTH)
    assert desk.conformity.offer()


def _let_group_run(desk: Desk, group_id: GroupId, curriculum_id: str) -> None:
    with desk._vault.records.unit() as unit:
        rows = unit.rows
        rows.change(GroupRow, group_id, rows.seen(group_id), curriculum_id=curriculum_id)


@pytest.mark.parametrize("definition", ["", "[]", "{", '{"id":"house-1-v1","colour":"red"}'])
def test_a_version_that_cannot_be_read_here_is_not_known_and_breaks_nothing(
    programme: builders.Programme, definition: str
) -> None:
    desk = programme.desk()
    with desk._vault.records.unit() as unit:
        made = {"curriculum_id": "house-1-v1", "definition": definition, "released_on": THURSDAY}
        key = records_id(desk.clock.now())
        unit.rows.add(CurriculumReleaseRow(id=key, family_id=key, **made))
    desk.lock()
    desk = programme.desk()
    assert not desk.curricula.knows("house-1-v1")
    assert not desk.curricula.of("house-1-v1").is_known
    assert desk.curriculum_views.list().own == ()
    desk.lock()


def test_a_draft_of_a_newer_program_is_listed_and_kept(desk: Desk) -> None:
    made = desk.curriculum_drafts.begin()
    assert made.row_id is not None
    with desk._vault.records.unit() as unit:
        unit.rows.change(CurriculumDraftRow, made.row_id, made.seen, content=json.dumps({"blocks": 3}))
    assert desk.curriculum_views.list().drafts[0].stored.draft is None
    with pytest.raises(DraftUnreadable):
        desk.curriculum_drafts.draft(made.row_id)


def test_the_safety_sides_curriculum_is_nowhere_on_the_records_side(desk: Desk) -> None:
    shown = repr(desk.curriculum_views.list()) + repr(list(desk.curricula)) + repr(desk.curricula.offered())
    assert "omen" not in shown.replace("comment", "")
    assert not desk.curricula.knows("reeducation-women-1")
    assert not desk.curricula.of("reeducation-women-1").is_known


def test_a_version_that_came_with_a_bundle_is_known_at_once(
    programme: builders.Programme, tmp_path: Path
) -> None:
    """What a restore had lost comes back with the county's answer."""
    desk = programme.desk()
    first = _release(desk, "bbr-1", "Ours")
    county = builders.enrolled(tmp_path / "office", desk)
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.sync.make_bundle(stick)
    county.county.import_bundle(county.county.find(stick)[0])
    answer = tmp_path / "answer"
    answer.mkdir()
    county.county.write_answer(county.county.sites()[0].org_id, answer)
    desk.curricula.renew((), {})
    assert not desk.curricula.knows(first)
    desk.sync.import_answer(desk.sync.find(answer)[0])
    assert desk.curricula.knows(first)
    for opened in (desk, county):
        opened.lock()


def test_two_desks_of_one_program_do_not_see_each_others_curricula(programme: builders.Programme) -> None:
    first = programme.desk()
    _release(first, "bbr-1", "Ours")
    other = builders.county(programme.folder.parent)
    assert other.curricula.own == ()
    assert isinstance(first.curricula.own[0].release_id, UUID)
    first.lock()
    other.lock()
