"""The import: every row's fate in words, nothing guessed, all or nothing, once, and taken back."""

from dataclasses import replace
from datetime import date

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.importing.cells import Corrections
from bipdesk.domain.importing.fates import Fate
from bipdesk.domain.importing.fields import Field, Purpose
from bipdesk.domain.importing.look import Look
from bipdesk.domain.importing.mapping import NOTHING, OTHER_TERMS
from bipdesk.domain.importing.questions import answered
from bipdesk.domain.importing.trouble import Ruling
from bipdesk.domain.intake_errors import ImportChanged, ImportInUse, ImportStopped, ImportUndecided
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.referral import Status
from tests import builders
from tests.services.tables import ALREADY, HEADINGS, UNTIDY, again, go_on, look, mapping_of, row, sheet
from tests.stories.canaries import everything


def _untidy(desk: Desk) -> Look:
    table = desk.imports.open(UNTIDY).sheet("Men's list")
    proposed = desk.imports.propose(table, Purpose.PARTICIPANTS).mapping
    seen = desk.imports.look(table, proposed, Corrections())
    seen.step(100)
    return seen


def _settle(desk: Desk, seen: Look) -> Look:
    """Answer for the columns, correct what can be corrected, leave out the rest."""
    mapping = mapping_of(desk, seen.sheet)
    for key, value in (
        (("code", "status", "voluntary start"), Status.REFERRED.value),
        (("code", "group", "thursday"), NOTHING),
    ):
        mapping = answered(mapping, key, value)
    settled = look(desk, seen.sheet, mapping)
    settled.correct(6, ((Field.NAME, "Smith, Jon"), (Field.NAMES_USED, "J. Smith")))
    settled.correct(9, ((Field.NAME, "Ortega Ruiz, Juan Carlos"),))
    settled.correct(12, ((Field.DATE_OF_BIRTH, "1985-11-30"),))
    settled.rule(16, Ruling.ANOTHER)
    settled.correct(15, ((Field.DATE_OF_BIRTH, "1990-05-07"),))
    settled.leave_out_refused()
    return settled


def _names(desk: Desk) -> list[str]:
    return [f"{person.family_name}, {person.given_name}" for person in desk.participants.page()]


def test_every_row_of_an_untidy_workbook_has_its_fate_in_words(desk: Desk) -> None:
    seen = _untidy(desk)
    assert [judged.number for judged in seen.rows] == list(range(1, 24))
    assert all(judged.words.endswith((".", "?")) for judged in seen.rows)
    passed = {1, 2, 3, 4, 10, 11, 19, 20, 21}
    assert {judged.number for judged in seen.rows if judged.fate is Fate.PASSED} == passed
    assert not [judged for judged in seen.rows if judged.fate is Fate.ADD]
    told = {judged.number: judged.words for judged in seen.rows}
    assert "two names stand in one cell: which is the name?" in told[6]
    assert "“03/04/2025” can be 3 April 2025 or 4 March 2025" in told[6]
    assert "it cannot be told which is the family name" in told[7]
    assert "merged over K7:K9: does “Thursday” hold for this row as well?" in told[8]
    assert "The headings once more" in told[11]
    assert "“1985”: this is no date" in told[12]
    assert "“31/02/1980”: there is no such day" in told[14]
    assert "“sometime 2026”: this is no date" in told[14]
    assert "what “ask Renee” stands for is not said yet" in told[14]
    assert "33000 is a number, not a date: is 7 May 1990 meant?" in told[15]
    assert "the spreadsheet shows the error" in told[17]
    assert "a name has no figures in it" in told[18]
    assert "A row of totals (“Total”)" in told[20]
    assert "One cell alone is filled in" in told[22]


def test_nothing_of_a_column_about_a_partner_is_read(desk: Desk) -> None:
    seen = _untidy(desk)
    shown = [text for judged in seen.rows for _, text in judged.shown]
    assert not [text for text in shown if "Canaryname" in text]
    assert not [judged for judged in seen.rows if "Canaryname" in judged.words]


def test_what_a_list_says_of_a_partner_is_nowhere_in_the_records(desk: Desk) -> None:
    desk.imports.commit(_settle(desk, _untidy(desk)), "list.xlsx", go_on)
    with desk._vault.records.rows() as rows:
        stored = list(everything(rows.session))
    assert [value for value in stored if "Ortega Ruiz" in value]
    assert not [value for value in stored if "Canaryname" in value]


def test_two_rows_that_may_be_one_man_are_asked_about(desk: Desk) -> None:
    first = ("Smith, Jon", "1979-12-25", "Probation", "2025-04-03", "CR-2", "referred", "", "")
    second = ("Smyth, John", *first[1:4], "CR-9", *first[5:])
    other = ("Crane, Dale", *first[1:4], "CR-8", *first[5:])
    seen = look(desk, sheet(first, second, other))
    assert [judged.fate for judged in seen.rows[1:]] == [Fate.ADD, Fate.DECIDE, Fate.ADD]
    assert "The same date of birth and initials as in row 2" in row(seen, 3).words
    seen.correct(2, ((Field.DATE_OF_BIRTH, "1970-01-02"),))
    assert row(seen, 3).fate is Fate.ADD


def test_nothing_is_imported_while_a_row_waits(desk: Desk) -> None:
    with pytest.raises(ImportUndecided):
        desk.imports.commit(_untidy(desk), "list.xlsx", go_on)
    assert desk.participants.count() == 0


def test_what_was_decided_is_imported_and_a_second_import_of_the_same_file_adds_nothing(desk: Desk) -> None:
    settled = _settle(desk, _untidy(desk))
    adds = [judged.number for judged in settled.rows if judged.fate is Fate.ADD]
    assert adds == [5, 6, 7, 8, 9, 12, 15, 16]
    desk.imports.commit(settled, "list.xlsx", go_on)
    assert len(_names(desk)) == 8
    assert {"Smith, Jon", "Muñoz, Tomás", "Ortega Ruiz, Juan Carlos"} <= set(_names(desk))
    second = look(desk, settled.sheet, settled.mapping)
    assert [judged.number for judged in second.rows if judged.fate is Fate.HERE] == adds
    assert not [judged for judged in second.rows if judged.fate is Fate.ADD]
    assert "Imported before: Smith, Jon" in row(second, 6).words


def test_after_the_file_was_corrected_only_what_is_new_is_added(desk: Desk) -> None:
    first = look(desk, sheet(ALREADY, ("Crane, Dale", "31.02.1980", "Self", "2025-08-05", "", "referred")))
    assert row(first, 3).fate is Fate.REFUSED
    first.rule(3, Ruling.LEAVE_OUT)
    desk.imports.commit(first, "list.csv", go_on)
    other_phone = (*ALREADY[:2], "Municipal court", *ALREADY[3:])
    second = look(
        desk, sheet(other_phone, ("Crane, Dale", "1980-02-28", "Self", "2025-08-05", "", "referred"))
    )
    assert [judged.fate for judged in second.rows[1:]] == [Fate.HERE, Fate.ADD]


def test_an_imported_participant_stands_where_the_table_says(desk: Desk) -> None:
    waiting = ("Jon Smith", "1979-12-25", "Probation", "2025-04-03", "CR-2", "waiting", "", "2025-04-17")
    table = sheet(ALREADY, waiting)
    desk.imports.commit(look(desk, table), "list.csv", go_on)
    his = {person.family_name: person for person in desk.participants.page()}
    assert his["Bell"].status is Status.COMPLETED
    file = desk.participants.file(his["Smith"].participant_id)
    assert (file.status, file.waiver_signed_on) == (Status.WAITING, date(2025, 4, 17))
    assert (file.person.date_of_birth, file.referral.court_case) == (date(1979, 12, 25), "CR-2")


def test_without_the_date_of_a_waiver_nobody_comes_in_as_accepted(desk: Desk) -> None:
    table = sheet(("Jon Smith", "1979-12-25", "Probation", "2025-04-03", "CR-2", "waiting", "", ""))
    mapping = replace(mapping_of(desk, table), without_waiver=False)
    seen = look(desk, table, mapping)
    assert row(seen, 2).fate is Fate.DECIDE
    seen.correct(2, row(seen, 2).troubles[0].offers[0].changes)
    desk.imports.commit(seen, "list.csv", go_on)
    assert desk.participants.page()[0].status is Status.REFERRED


def test_what_old_waivers_cover_is_asked_and_never_guessed(desk: Desk) -> None:
    waiting = ("Jon Smith", "1979-12-25", "Probation", "2025-04-03", "CR-2", "waiting", "", "2025-04-17")
    table = sheet(waiting)
    mapping = mapping_of(desk, table)
    unsaid = look(desk, table, replace(mapping, waiver_covers=""))
    assert row(unsaid, 2).fate is Fate.DECIDE and "who may be told what" in row(unsaid, 2).words
    other = look(desk, table, replace(mapping, waiver_covers=OTHER_TERMS))
    desk.imports.commit(other, "list.csv", go_on)
    (person,) = desk.participants.page()
    assert person.status is Status.REFERRED
    assert desk.participants.file(person.participant_id).waiver_signed_on is None


def test_every_imported_referral_that_goes_on_owes_its_hand_over_form(desk: Desk) -> None:
    referred = ("Jon Smith", "1979-12-25", "Probation", "2025-04-03", "CR-2", "referred", "", "")
    here = ("Ed Cole", "1981-01-02", "Probation", "2025-04-03", "CR-3", "started", "2025-05-01", "2025-04-17")
    desk.imports.commit(look(desk, sheet(ALREADY, referred, here)), "list.csv", go_on)
    owed = [duty for duty in desk.today.today().decisions if duty.kind is DutyKind.HAND_OVER]
    assert len(owed) == 2 and not [duty for duty in owed if "Bell" in duty.title]


def test_somebody_who_may_be_here_already_is_asked_about(desk: Desk) -> None:
    builders.accepted(desk, "Jon", "Smith")
    table = sheet(("John Smyth", "", "Probation", "2025-04-03", "CR-2", "referred", "", ""))
    seen = look(desk, table)
    assert row(seen, 2).fate is Fate.DECIDE and "Smith, Jon" in row(seen, 2).words
    seen.rule(2, Ruling.WAS_DUPLICATE)
    assert row(seen, 2).fate is Fate.LEFT_OUT
    seen.rule(2, Ruling.ANOTHER)
    assert row(seen, 2).fate is Fate.ADD


def test_an_import_that_is_stopped_leaves_nothing(desk: Desk) -> None:
    with pytest.raises(ImportStopped):
        desk.imports.commit(look(desk, sheet(ALREADY)), "list.csv", lambda _done, _of: False)
    assert (desk.participants.count(), desk.imports.runs()) == (0, ())


def test_an_import_looks_again_when_the_records_have_changed_since(desk: Desk) -> None:
    seen = look(desk, sheet(ALREADY))
    builders.accepted(desk)
    with pytest.raises(ImportChanged):
        desk.imports.commit(seen, "list.csv", go_on)
    desk.imports.commit(again(desk, seen), "list.csv", go_on)
    assert desk.participants.count() == 2


def test_an_import_can_be_taken_back_and_made_again(desk: Desk) -> None:
    seen = look(desk, sheet(ALREADY))
    run = desk.imports.commit(seen, "list.csv", go_on).row_id
    assert run is not None and desk.imports.runs()[0].added == 1
    desk.imports.take_back(run)
    assert (desk.participants.count(), desk.imports.runs()) == (0, ())
    assert desk.today.today().numbers.completed_this_year == 0
    desk.imports.commit(again(desk, seen), "list.csv", go_on)
    assert desk.participants.count() == 1


def test_an_import_stays_when_something_was_added_to_its_people(desk: Desk) -> None:
    run = desk.imports.commit(look(desk, sheet(ALREADY)), "list.csv", go_on).row_id
    assert run is not None
    his = ParticipantId(desk.participants.page()[0].participant_id)
    desk.notes.add(his, None, NoteClass.CLASS, "He rang.")
    with pytest.raises(ImportInUse):
        desk.imports.take_back(run)
    assert desk.participants.count() == 1


def test_a_mapping_is_found_again_by_its_headings(desk: Desk) -> None:
    table = sheet(ALREADY, headings=("Man", "Born", *HEADINGS[2:]))
    mapping = mapping_of(desk, table)
    desk.imports.keep_mapping("Office list", table, mapping)
    other = sheet(*(), headings=("Man", "Born", *HEADINGS[2:]))
    found = desk.imports.propose(other, Purpose.PARTICIPANTS)
    assert (found.kept_name, found.mapping.columns) == ("Office list", mapping.columns)
    assert found.mapping.kind == "by-case"
