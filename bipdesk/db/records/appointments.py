"""Appointments for 1-2-1s, as stored."""

from collections.abc import Collection
from datetime import date, time
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.goals import MISTAKE, known
from bipdesk.db.records.tables.goals import AppointmentRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.appointment import Appointment, AppointmentDetails, AppointmentState, Ending, How
from bipdesk.domain.attendance import EXCUSES
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, records_id

Named = tuple[Appointment, str]
"""An appointment with the short name of whom it is with: "A. Pruett"."""


class AppointmentStore:
    """Reads and writes appointments, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[Appointment, ...]:
        """Return one participant's appointments, the latest first; two queries."""
        row = AppointmentRow
        return tuple(reversed(self._found(row.participant_id == participant_id)))

    def missed(
        self, participant_ids: Collection[ParticipantId] | None = None
    ) -> dict[ParticipantId, tuple[Appointment, ...]]:
        """Return what was not attended, by date, of these participants or of all; two queries."""
        row = AppointmentRow
        asked = [row.state == AppointmentState.NOT_ATTENDED.value]
        if participant_ids is not None:
            asked.append(row.participant_id.in_(among(participant_ids)))
        found: dict[ParticipantId, list[Appointment]] = {}
        for each in self._found(*asked):
            found.setdefault(each.participant_id, []).append(each)
        return {whose: tuple(his) for whose, his in found.items()}

    def between(self, first: date, last: date) -> tuple[Named, ...]:
        """Return what is planned from `first` to `last` with short names, by day and time; two queries."""
        row, person = AppointmentRow, ParticipantRow
        asked = (row.state == AppointmentState.PLANNED.value, row.on_date.between(first, last))
        found = self._found(*asked)
        query = sa.select(person.id, person.given_name, person.family_name).where(
            person.org_id == self._rows.org, person.id.in_(among(each.participant_id for each in found))
        )
        rows = self._rows.session.execute(query) if found else ()
        names = {whose: f"{given[:1]}. {family}" for whose, given, family in rows}
        return tuple((each, names.get(each.participant_id, "")) for each in found)

    def planned_until(self, day: date) -> tuple[Appointment, ...]:
        """Return what was planned up to a day and is not said to be over, the soonest first; two queries."""
        row = AppointmentRow
        return self._found(row.state == AppointmentState.PLANNED.value, row.on_date <= day)

    def _found(self, *asked: sa.ColumnElement[bool]) -> tuple[Appointment, ...]:
        row = AppointmentRow
        query = (
            sa.select(row, StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.staff_id))
            # What has not come whole from another computer yet has no day.
            .where(row.org_id == self._rows.org, row.is_void.is_(False), row.on_date.is_not(None), *asked)
            .order_by(row.on_date, row.at, row.id)
        )
        found = list(self._rows.session.execute(query))
        seen = self._rows.seen_of(each.id for each, _ in found)
        return tuple(_appointment(each, name or "", seen.get(each.id, UNSEEN)) for each, name in found)

    def add(
        self, participant_id: ParticipantId, details: AppointmentDetails, made_from: UUID | None = None
    ) -> tuple[UUID, Seen]:
        """Store a planned appointment; `made_from`: the 1-2-1 or the appointment it was made from."""
        row = AppointmentRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            step_code=details.step_code,
            on_date=details.on_date,
            at=details.at,
            minutes=details.minutes,
            how=details.how.value,
            place=details.place,
            staff_id=details.staff_id,
            state=AppointmentState.PLANNED.value,
            made_from_id=made_from,
        )
        return self._rows.add(row)

    def get(self, appointment_id: UUID) -> Appointment:
        """Return one appointment without its token; RowMissing when it does not stand."""
        return _appointment(self._rows.get(AppointmentRow, appointment_id), "", UNSEEN)

    def end(self, appointment_id: UUID, ending: Ending, seen: Seen) -> Seen:
        """Write what became of it; PLANNED says that it is still to come."""
        return self._rows.change(
            AppointmentRow,
            appointment_id,
            seen,
            state=ending.state.value,
            reason=ending.reason.value if ending.reason else "",
            reason_words=ending.words,
        )

    def hold(self, appointment_id: UUID, one_to_one_id: UUID) -> None:
        """Write that it became this 1-2-1."""
        self._rows.change(
            AppointmentRow,
            appointment_id,
            self._rows.seen(appointment_id),
            state=AppointmentState.HELD.value,
            held_in_id=one_to_one_id,
        )

    def unhold(self, one_to_one_id: UUID) -> None:
        """Say that what became this 1-2-1 is planned again; what was made in it is hidden."""
        self._restate(one_to_one_id, AppointmentState.HELD, AppointmentState.PLANNED)
        self.hide_made_from(one_to_one_id)

    def rehold(self, one_to_one_id: UUID) -> None:
        """Take back `unhold`."""
        self._restate(one_to_one_id, AppointmentState.PLANNED, AppointmentState.HELD)
        row = AppointmentRow
        for appointment_id in self._ids(row.made_from_id == one_to_one_id):
            self._rows.restore(row, appointment_id)

    def hide_made_from(self, origin_id: UUID) -> None:
        """Hide what was made in a 1-2-1, or instead of an appointment."""
        row = AppointmentRow
        self._rows.hide_all(row, self._ids(row.made_from_id == origin_id), MISTAKE)

    def _restate(self, one_to_one_id: UUID, was: AppointmentState, becomes: AppointmentState) -> None:
        row = AppointmentRow
        for each in self._ids(row.held_in_id == one_to_one_id, row.state == was.value):
            self._rows.change(row, each, self._rows.seen(each), state=becomes.value)

    def _ids(self, *asked: sa.ColumnElement[bool]) -> list[UUID]:
        query = sa.select(AppointmentRow.id).where(AppointmentRow.org_id == self._rows.org, *asked)
        return list(self._rows.session.scalars(query))

    def withdraw(self, appointment_id: UUID, seen: Seen) -> None:
        """Take away what was entered by mistake."""
        self._rows.hide(AppointmentRow, appointment_id, seen, MISTAKE)

    def restore(self, appointment_id: UUID) -> None:
        """Put it back."""
        self._rows.restore(AppointmentRow, appointment_id)


def _appointment(row: AppointmentRow, staff_name: str, seen: Seen) -> Appointment:
    details = AppointmentDetails(
        on_date=row.on_date,
        at=row.at or time(0),
        step_code=row.step_code,
        minutes=row.minutes,
        how=known(How, row.how, How.ROOM),
        place=row.place,
        staff_id=None if row.staff_id is None else StaffId(row.staff_id),
    )
    reason = next((each for each in EXCUSES if each.value == row.reason), None)
    ending = Ending(known(AppointmentState, row.state, AppointmentState.PLANNED), reason, row.reason_words)
    return Appointment(row.id, ParticipantId(row.participant_id), details, ending, staff_name, seen)
