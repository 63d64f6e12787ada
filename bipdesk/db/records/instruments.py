"""Imported forms and answers, as stored."""

import json
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.instruments import AnswerSetRow, InstrumentRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.answer_set import AnswerDetails, AnswerSet, AnswerState, ImportedForm
from bipdesk.domain.errors import ResourceInvalid, RowMissing
from bipdesk.domain.ids import (
    UNSEEN,
    AnswerSetId,
    ImportedFormId,
    ParticipantId,
    Seen,
    StaffId,
    records_id,
)
from bipdesk.domain.instrument import Instrument
from bipdesk.domain.instrument_reading import stored_instrument
from bipdesk.domain.instrument_writing import definition_of


class InstrumentStore:
    """Reads and writes forms and answers of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Forms

    def add_form(self, instrument: Instrument, imported_on: date, by: StaffId) -> ImportedFormId:
        """Store one version of an imported form."""
        row_id, _ = self._rows.add(
            InstrumentRow(
                id=records_id(self._rows.clock.now()),
                instrument_id=instrument.id,
                version=instrument.version,
                definition=definition_of(instrument),
                imported_on=imported_on,
                by_id=by,
            )
        )
        return ImportedFormId(row_id)

    def retire_form(self, form_id: ImportedFormId, retired_on: date | None, seen: Seen) -> Seen:
        """Take a form out of use from a day on, or with None back into use; its answers stay."""
        return self._rows.change(InstrumentRow, form_id, seen, retired_on=retired_on)

    def forms(self) -> tuple[ImportedForm, ...]:
        """Return every version of every imported form, oldest first; two queries.

        One that has not come whole from another computer yet, or that this program cannot read, is left out.
        """
        row = InstrumentRow
        query = (
            sa.select(row, StaffRow.name)
            .join(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id), isouter=True)
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .order_by(row.instrument_id, row.version, row.id)
        )
        found = list(self._rows.session.execute(query))
        seen = self._rows.seen_of(form.id for form, _ in found)
        read = ((form, _instrument(form), by or "") for form, by in found)
        return tuple(
            ImportedForm(
                ImportedFormId(form.id),
                instrument,
                form.imported_on,
                by,
                form.retired_on,
                seen.get(form.id, UNSEEN),
            )
            for form, instrument, by in read
            if instrument is not None
        )

    # Answers

    def add(
        self, details: AnswerDetails, by: StaffId, replaces: AnswerSetId | None = None
    ) -> tuple[AnswerSetId, Seen]:
        """Store a filling in; `replaces` names what it corrects."""
        row_id, seen = self._rows.add(
            AnswerSetRow(
                id=records_id(self._rows.clock.now()),
                participant_id=details.participant_id,
                instrument_id=details.instrument_id,
                version=details.version,
                digest=details.digest,
                given_on=details.given_on,
                by_id=by,
                state=details.state.value,
                answers=details.written,
                replaces_id=replaces,
            )
        )
        return AnswerSetId(row_id), seen

    def change(self, answer_set_id: AnswerSetId, details: AnswerDetails, seen: Seen) -> Seen:
        """Write the answers, the day and the state over what `seen` says was on screen."""
        return self._rows.change(
            AnswerSetRow,
            answer_set_id,
            seen,
            answers=details.written,
            given_on=details.given_on,
            state=details.state.value,
        )

    def remove(self, answer_set_id: AnswerSetId, seen: Seen, reason: str) -> Seen:
        """Take a filling in away; `restore` undoes it."""
        return self._rows.hide(AnswerSetRow, answer_set_id, seen, reason)

    def restore(self, answer_set_id: AnswerSetId) -> Seen:
        """Put a filling in back that was taken away."""
        return self._rows.restore(AnswerSetRow, answer_set_id)

    def one(self, answer_set_id: AnswerSetId) -> AnswerSet:
        """Return one filling in; three queries.

        Raises:
            RowMissing: when there is none.
        """
        row = self._rows.get(AnswerSetRow, answer_set_id)
        if row.given_on is None:
            raise RowMissing(what="The form")  # it has not come whole from another computer yet
        return self._sets([row])[0]

    def of(self, participant_id: ParticipantId | None, instrument_id: str = "") -> tuple[AnswerSet, ...]:
        """Return what was filled in about a participant (None: about the programme), newest first.

        On the same day a correction comes before what it corrects.
        """
        row = AnswerSetRow
        query = sa.select(row).where(
            row.org_id == self._rows.org, row.is_void.is_(False), row.given_on.is_not(None)
        )
        if participant_id is None:
            query = query.where(row.participant_id.is_(None))
        else:
            query = query.where(row.participant_id == participant_id)
        if instrument_id:
            query = query.where(row.instrument_id == instrument_id)
        found = self._rows.session.scalars(query.order_by(row.given_on.desc(), row.id.desc()))
        sets = self._sets(list(found))
        return tuple(sorted(sets, key=lambda one: (-one.details.given_on.toordinal(), not _stands(one))))

    def _sets(self, rows: list[AnswerSetRow]) -> tuple[AnswerSet, ...]:
        ids = [row.id for row in rows]
        seen = self._rows.seen_of(ids)
        staff = sa.select(StaffRow.id, StaffRow.name).where(StaffRow.org_id == self._rows.org)
        names: dict[UUID, str] = {staff_id: name for staff_id, name in self._rows.session.execute(staff)}
        replaced = self._replacements(ids)
        return tuple(
            AnswerSet(
                AnswerSetId(row.id),
                _details(row),
                names.get(row.by_id, "") if row.by_id else "",
                AnswerSetId(row.replaces_id) if row.replaces_id else None,
                replaced.get(AnswerSetId(row.id)),
                seen.get(row.id, UNSEEN),
            )
            for row in rows
        )

    def _replacements(self, ids: list[UUID]) -> dict[AnswerSetId, AnswerSetId]:
        """Return which finished correction counts instead of each of these."""
        row = AnswerSetRow
        query = (
            sa.select(row.replaces_id, row.id)
            .where(row.org_id == self._rows.org, row.replaces_id.in_(among(ids)), row.is_void.is_(False))
            .where(row.state == AnswerState.FINAL.value)
            .order_by(row.id)
        )
        return {
            AnswerSetId(old): AnswerSetId(new)
            for old, new in self._rows.session.execute(query)
            if old is not None
        }


def _instrument(form: InstrumentRow) -> Instrument | None:
    try:
        return None if form.imported_on is None else stored_instrument(form.definition)
    except ResourceInvalid:
        return None


def _details(row: AnswerSetRow) -> AnswerDetails:
    final = row.state == AnswerState.FINAL.value
    return AnswerDetails(
        ParticipantId(row.participant_id) if row.participant_id else None,
        row.instrument_id,
        row.version,
        row.digest,
        row.given_on,
        AnswerState.FINAL if final else AnswerState.DRAFT,
        _answers(row.answers),
    )


def _answers(written: str) -> dict[str, object]:
    """Return the answers; what another office wrote and nobody can read is no answer."""
    try:
        answers = json.loads(written or "{}")
    except (ValueError, RecursionError):
        return {}
    return answers if isinstance(answers, dict) else {}


def _stands(one: AnswerSet) -> bool:
    return one.replaced_by is None
