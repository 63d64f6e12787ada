"""Forms through a vault: half done, finished, corrected, taken over, retired, and as they were before."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from bipdesk.db.records.tables.instruments import AnswerSetRow, InstrumentRow
from bipdesk.desk import Desk
from bipdesk.domain.answer_set import AnswerState
from bipdesk.domain.errors import DateInFuture, RowMissing
from bipdesk.domain.ids import AnswerSetId, ImportedFormId
from bipdesk.domain.instrument_blank import blank_of
from bipdesk.domain.instrument_writing import digest_of
from bipdesk.domain.intake_errors import (
    AnswersFinished,
    AnswersIncomplete,
    AnswersTooLong,
    FormAlreadyThere,
    FormUnusable,
)
from tests import builders
from tests.readers.workbooks import SAMPLES, workbook
from tests.sample_form import SAMPLE, taken_over

TODAY = date(2026, 11, 19)
WHOLE = {"did": "Shouted at the door.", "choice": "yes"}
CHOICES = SAMPLES / "xlsform-choice-filter.xlsx"


def test_answers_are_kept_half_done_and_come_back_the_same_in_another_sitting(
    programme: builders.Programme,
) -> None:
    desk = programme.desk()
    about = builders.accepted(desk)
    desk.imported_forms.take_over(desk.imported_forms.read(CHOICES))
    form = desk.instruments.definition("x-cascading-selects1")
    begun = desk.instruments.start(form, about, {"state": "washington", "county": "ki"}, TODAY)
    assert begun.row_id is not None
    desk.lock()
    desk = programme.desk()
    found = desk.instruments.answer_set(AnswerSetId(begun.row_id))
    assert found.details.answers == {"state": "washington", "county": "ki"}
    assert found.details.state is AnswerState.DRAFT
    again = desk.instruments.definition(found.details.instrument_id, found.details.version)
    assert again == form and digest_of(again) == found.details.digest
    whole = {"state": "washington", "county": "king", "city": "seattle"}
    desk.instruments.finish(found.answer_set_id, whole, TODAY, found.seen)
    (filled,) = desk.instruments.of_file(about).filled
    assert filled.title == "cascading selects" and filled.answer_set.counts
    assert filled.answer_set.details.answers == whole and filled.answer_set.by == desk.me.name
    desk.lock()


def test_a_form_is_finished_only_when_nothing_is_missing_and_hidden_answers_are_let_go(desk: Desk) -> None:
    about = builders.accepted(desk)
    form = taken_over(desk)
    with pytest.raises(AnswersIncomplete) as refused:
        desk.instruments.start(form, about, {"did": "Shouted."}, TODAY, finished=True)
    assert refused.value.values["number"] == 1
    made = desk.instruments.start(form, about, {**WHOLE, "blame": "The drink"}, TODAY, finished=True)
    assert made.row_id is not None
    kept = desk.instruments.answer_set(AnswerSetId(made.row_id))
    assert kept.details.answers == WHOLE
    with pytest.raises(AnswersFinished):
        desk.instruments.save(kept.answer_set_id, {}, TODAY, kept.seen)
    with pytest.raises(AnswersFinished):
        desk.instruments.remove(kept.answer_set_id, kept.seen)
    with pytest.raises(DateInFuture):
        desk.instruments.start(form, about, {}, date(2026, 11, 20))
    with pytest.raises(AnswersTooLong):
        desk.instruments.start(form, about, {"did": "x" * 400_000}, TODAY)


def test_a_correction_counts_and_what_it_corrects_stays(desk: Desk) -> None:
    about = builders.accepted(desk)
    form = taken_over(desk)
    first = desk.instruments.start(form, about, WHOLE, date(2026, 11, 12), finished=True).row_id
    assert first is not None
    better = {**WHOLE, "did": "Shouted and broke the door."}
    second = desk.instruments.correct(AnswerSetId(first), better, date(2026, 11, 12)).row_id
    new, old = desk.instruments.answers_of(about)
    assert (new.answer_set_id, new.counts, new.replaces) == (second, True, first)
    assert (old.answer_set_id, old.counts, old.replaced_by) == (first, False, second)
    assert old.details.answers == WHOLE
    with pytest.raises(AnswersFinished):
        desk.instruments.correct(AnswerSetId(first), WHOLE, date(2026, 11, 12))


def test_half_done_answers_can_be_removed_and_put_back(desk: Desk) -> None:
    about = builders.accepted(desk)
    form = taken_over(desk)
    made = desk.instruments.start(form, about, {"did": "Sh"}, TODAY)
    assert made.row_id is not None
    one = AnswerSetId(made.row_id)
    desk.instruments.remove(one, made.seen)
    assert desk.instruments.answers_of(about) == ()
    desk.instruments.restore(one)
    assert desk.instruments.answer_set(one).details.answers == {"did": "Sh"}


def test_a_changed_workbook_is_the_next_version_and_old_answers_keep_theirs(
    desk: Desk, tmp_path: Path
) -> None:
    about = builders.accepted(desk)
    taken = desk.imported_forms
    headers = ("type", "name", "label")
    settings = [("form_title", "form_id"), ("Visit", "visit")]
    one = workbook(tmp_path, [headers, ("text", "a", "What?")], settings=settings)
    taken.take_over(taken.read(one))
    with pytest.raises(FormAlreadyThere):
        taken.take_over(taken.read(one))
    old = desk.instruments.definition("x-visit")
    desk.instruments.start(old, about, {"a": "Tea"}, TODAY, finished=True)
    two = workbook(tmp_path, [headers, ("text", "a", "What was it?")], settings=settings)
    taken.take_over(taken.read(two))
    assert desk.instruments.definition("x-visit").version == 2
    (line,) = [line for line in desk.instruments.listed() if line.imported is not None]
    assert (line.version, line.title) == (2, "Visit")
    (given,) = desk.instruments.answers_of(about)
    then = desk.instruments.definition("x-visit", given.details.version)
    assert then == old and digest_of(then) == given.details.digest


def test_a_retired_form_is_offered_no_more_but_what_was_answered_stays(desk: Desk) -> None:
    about = builders.accepted(desk)
    desk.imported_forms.take_over(desk.imported_forms.read(CHOICES))
    (form,) = desk.imported_forms.forms()
    desk.instruments.start(form.instrument, about, {"state": "texas"}, TODAY)
    changes = desk.imported_forms.retire(form.form_id, form.seen)
    shown = desk.instruments.of_file(about)
    assert "x-cascading-selects1" not in [line.instrument_id for line in shown.offered]
    assert [filled.title for filled in shown.filled] == ["cascading selects"]
    desk.imported_forms.bring_back(ImportedFormId(form.form_id), changes.seen)
    assert len(desk.instruments.of_file(about).offered) == len(shown.offered) + 1


def test_a_refused_workbook_stores_nothing(desk: Desk) -> None:
    read = desk.imported_forms.read(SAMPLES / "xlsform-spec.xlsx")
    with pytest.raises(FormUnusable):
        desk.imported_forms.take_over(read)
    assert desk.imported_forms.forms() == ()
    with pytest.raises(RowMissing):
        desk.instruments.definition("x-spec-test")


def test_what_belongs_to_a_part_of_its_own_is_not_offered_in_the_file(desk: Desk) -> None:
    about = builders.accepted(desk)
    taken_over(desk)
    offered = [line.instrument_id for line in desk.instruments.of_file(about).offered]
    assert SAMPLE in offered and "suitability-bbr" not in offered
    purposes = {line.purpose for line in desk.instruments.listed("")}
    assert "suitability" in purposes


def test_a_blank_form_is_printed_on_the_paper_of_the_programme(desk: Desk) -> None:
    pdf = desk.blank_forms.render(blank_of(taken_over(desk)))
    assert pdf.startswith(b"%PDF")


def test_what_another_office_wrote_and_nobody_can_read_stands_in_nobodys_way(desk: Desk) -> None:
    about = builders.accepted(desk)
    form = taken_over(desk)
    desk.imported_forms.take_over(desk.imported_forms.read(CHOICES))
    kept = desk.instruments.start(form, about, WHOLE, TODAY, finished=True).row_id
    with desk._vault.records.unit() as unit:
        for broken in ("[", "[]", "{}"):
            unit.rows.add(InstrumentRow(id=uuid4(), definition=broken, imported_on=TODAY))
            unit.rows.add(
                AnswerSetRow(id=uuid4(), participant_id=about, instrument_id=form.id, answers=broken)
            )
        unit.rows.add(
            AnswerSetRow(id=uuid4(), participant_id=about, given_on=TODAY, answers="[", state="odd")
        )
    assert {found.instrument.id for found in desk.imported_forms.forms()} == {"x-cascading-selects1", SAMPLE}
    assert [filled.answer_set.answer_set_id for filled in desk.instruments.of_file(about).filled] == [kept]
    unreadable = [found for found in desk.instruments.answers_of(about) if not found.is_final]
    assert [found.details.answers for found in unreadable] == [{}]
