"""Past attendance: the marks of a table go into the registers of a group, once, and can be taken back."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import GroupId, SessionId
from bipdesk.domain.importing.fates import Fate
from bipdesk.domain.importing.fields import Field, Purpose
from bipdesk.domain.importing.look import Look
from bipdesk.domain.importing.mapping import NOTHING
from bipdesk.domain.importing.questions import answered, questions
from bipdesk.domain.importing.trouble import Ruling
from bipdesk.domain.intake_errors import ImportInUse
from bipdesk.domain.spreadsheet import Sheet
from tests import builders
from tests.services.tables import UNTIDY, again, go_on, look, mapping_of, row, sheet

FIRST, SECOND, THIRD = date(2026, 11, 5), date(2026, 11, 12), date(2026, 11, 19)


@pytest.fixture
def group(desk: Desk) -> GroupId:
    """A group that began two weeks ago; two men are accepted, in no group yet."""
    builders.accepted(desk, "Aaron", "Pruett")
    builders.accepted(desk, "Martin", "Bell")
    return builders.group(desk, FIRST)


def _look(desk: Desk, table: Sheet, group: GroupId, purpose: Purpose = Purpose.ATTENDANCE_TABLE) -> Look:
    mapping = replace(mapping_of(desk, table, purpose), group_id=group.hex)
    for word, code in (("x", Mark.ABSENT.value), ("l", Mark.LATE.value), ("??", NOTHING)):
        mapping = answered(mapping, ("code", Field.MARK, word), code)
    return look(desk, table, mapping)


def _marks(desk: Desk, group: GroupId, number: int) -> dict[str, Mark | None]:
    session = desk.groups.file(group).sessions[number].session_id
    return {line.family_name: line.mark for line in desk.registers.open_register(SessionId(session)).lines}


def test_a_table_of_sessions_from_a_workbook_fills_the_registers(desk: Desk, group: GroupId) -> None:
    table = desk.imports.open(UNTIDY).sheet("Attendance")
    seen = _look(desk, table, group)
    assert "Pruett, Aaron" in row(seen, 4).words and "3 marks will be added" in row(seen, 4).words
    assert "in the group from 5 November 2026" in row(seen, 4).words
    assert "nobody of this name is here" in row(seen, 6).words
    assert "Children seen" not in [seen.judge.cells.heading(place) for place in seen.judge.cells.places]
    seen.leave_out_refused()
    assert seen.counts.waiting == 0
    desk.imports.commit(seen, "list.xlsx", go_on)
    assert _marks(desk, group, 0) == {"Pruett": Mark.PRESENT, "Bell": Mark.LATE}
    assert _marks(desk, group, 1) == {"Pruett": Mark.ABSENT, "Bell": Mark.PRESENT}
    assert _marks(desk, group, 2) == {"Pruett": Mark.PRESENT, "Bell": None}
    second = again(desk, seen)
    assert [row(second, number).fate for number in (4, 5)] == [Fate.HERE, Fate.HERE]


def test_a_mark_with_two_meanings_is_asked_about(desk: Desk, group: GroupId) -> None:
    table = sheet(("Pruett, Aaron", "X"), headings=("Name", "2026-11-05"))
    mapping = replace(mapping_of(desk, table, Purpose.ATTENDANCE_TABLE), group_id=group.hex)
    judged = row(look(desk, table, mapping), 2)
    assert judged.fate is Fate.DECIDE and "what “X” stands for is not said yet" in judged.words
    assert len(judged.troubles[0].offers) == len(Mark)


def test_lines_of_attendance_fill_the_registers_and_let_each_join_once(desk: Desk, group: GroupId) -> None:
    table = sheet(
        ("Pruett, Aaron", "05/11/2026", "present"),
        ("Pruett, Aaron", "12/11/2026", "late"),
        ("Pruett, Aaron", "12/11/2026", "late"),
        ("Pruett, Aaron", "13/11/2026", "present"),
        headings=("Name", "Session date", "Attendance"),
    )
    mapping = answered(
        replace(mapping_of(desk, table, Purpose.ATTENDANCE_LINES), group_id=group.hex),
        ("dates", Field.SESSION),
        "day-first",
    )
    seen = look(desk, table, mapping)
    assert [judged.fate for judged in seen.rows[1:]] == [Fate.ADD, Fate.ADD, Fate.HERE, Fate.DECIDE]
    assert "the group has no session on 13 November 2026" in row(seen, 5).words
    seen.rule(5, Ruling.LEAVE_OUT)
    desk.imports.commit(seen, "list.csv", go_on)
    assert _marks(desk, group, 1) == {"Pruett": Mark.LATE}
    assert desk.groups.file(group).members[0].joined_on == FIRST


def test_a_register_that_says_otherwise_is_kept(desk: Desk, group: GroupId) -> None:
    table = sheet(("Pruett, Aaron", "present"), headings=("Name", "2026-11-05"))
    desk.imports.commit(_look(desk, table, group), "list.csv", go_on)
    other = _look(desk, sheet(("Pruett, Aaron", "absent"), headings=("Name", "2026-11-05")), group)
    assert row(other, 2).fate is Fate.DECIDE
    assert "the register of 5 November 2026 says “Present”, the table “Absent”" in row(other, 2).words
    other.correct(2, row(other, 2).troubles[0].offers[0].changes)
    assert row(other, 2).fate is Fate.HERE


def test_marks_that_were_taken_back_can_be_imported_again(desk: Desk, group: GroupId) -> None:
    table = sheet(("Pruett, Aaron", "present"), headings=("Name", "2026-11-05"))
    seen = _look(desk, table, group)
    run = desk.imports.commit(seen, "list.csv", go_on).row_id
    assert run is not None
    desk.imports.take_back(run)
    assert desk.groups.file(group).members == ()
    later = desk.imports.commit(again(desk, seen), "list.csv", go_on).row_id
    assert isinstance(later, UUID) and _marks(desk, group, 0) == {"Pruett": Mark.PRESENT}


def test_marks_that_were_corrected_since_stay(desk: Desk, group: GroupId) -> None:
    table = sheet(("Pruett, Aaron", "present"), headings=("Name", "2026-11-05"))
    run = desk.imports.commit(_look(desk, table, group), "list.csv", go_on).row_id
    assert run is not None
    session = desk.groups.file(group).sessions[0].session_id
    line = desk.registers.open_register(session).lines[0]
    desk.registers.mark(session, line.participant_id, Mark.ABSENT, line.seen)
    with pytest.raises(ImportInUse):
        desk.imports.take_back(run)


def test_a_session_whose_heading_says_no_date_is_asked_for_once(desk: Desk, group: GroupId) -> None:
    table = desk.imports.open(UNTIDY).sheet("Attendance")
    mapping = replace(desk.imports.propose(table, Purpose.ATTENDANCE_TABLE).mapping, group_id=group.hex)
    asked = questions(table, mapping, desk.imports.groups(), THIRD)
    assert [question.key[1] for question in asked if question.key[0] == "session"] == ["Extra", "Total"]
    assert SECOND in desk.imports.groups()[0].days
