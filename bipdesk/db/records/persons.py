"""Person records, other names, vehicles and addresses, as stored."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.records.person_keys import PersonKeyStore
from bipdesk.db.records.tables.persons import AddressRow, PersonNameRow, PersonRow, VehicleRow
from bipdesk.db.rows import Rows
from bipdesk.domain.address import FOR_LETTERS, Address, AddressChange, AddressKind, current
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, only_row_id, records_id
from bipdesk.domain.person import (
    NOTHING_RECORDED,
    OtherName,
    PersonRecord,
    Vehicle,
    VehicleDetails,
    record_keys,
)

MISTAKE = "entered-by-mistake"
_WEEKDAYS = "cannot_evenings"
_Row = TypeVar("_Row", PersonNameRow, VehicleRow, AddressRow)


class PersonStore:
    """Reads and writes what belongs to the person record, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # The record

    def record(self, participant_id: ParticipantId) -> tuple[PersonRecord, Seen]:
        """Return the answers and their token, empty ones while none were given; the reading is audited."""
        row_id = only_row_id(participant_id, "person_record")
        self._rows.note(Verb.READ, "person_record", participant_id)
        if not self._rows.has(PersonRow, row_id):
            return NOTHING_RECORDED, UNSEEN
        return _record(self._rows.get(PersonRow, row_id)), self._rows.seen(row_id)

    def write(self, participant_id: ParticipantId, answers: Mapping[str, object], seen: Seen) -> Seen:
        """Write some of the answers; the row is made when it does not stand yet."""
        row_id = only_row_id(participant_id, "person_record")
        columns = dict(answers)
        if _WEEKDAYS in columns:
            columns[_WEEKDAYS] = ",".join(str(day) for day in sorted(columns[_WEEKDAYS]))  # type: ignore[call-overload]
        if self._rows.has(PersonRow, row_id):
            return self._rows.change(PersonRow, row_id, seen, **columns)
        return self._rows.add(PersonRow(id=row_id, participant_id=participant_id, **columns))[1]

    def distance_km(self, participant_id: ParticipantId) -> int | None:
        """Return how far he lives from the group, None while nobody wrote it down; one query."""
        row_id = only_row_id(participant_id, "person_record")
        return self._rows.get(PersonRow, row_id).distance_km if self._rows.has(PersonRow, row_id) else None

    # Other names

    def other_names(self, participant_id: ParticipantId) -> tuple[OtherName, ...]:
        """Return the names he had or uses besides, in the order in which they were entered; two queries."""
        found = self._of(PersonNameRow, participant_id)
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(
            OtherName(row.id, seen.get(row.id, UNSEEN), row.kind, row.given_name, row.family_name)
            for row in found
        )

    def add_name(self, participant_id: ParticipantId, kind: str, given_name: str, family_name: str) -> UUID:
        """Store another name."""
        row = PersonNameRow(
            id=self._new_id(),
            participant_id=participant_id,
            kind=kind,
            given_name=given_name,
            family_name=family_name,
        )
        name_id = self._rows.add(row)[0]
        PersonKeyStore(self._rows).refresh([participant_id])
        return name_id

    def remove_name(self, name_id: UUID, seen: Seen) -> ParticipantId:
        """Take a name away; return whose it was."""
        participant_id = ParticipantId(self._rows.get(PersonNameRow, name_id).participant_id)
        self._rows.hide(PersonNameRow, name_id, seen, MISTAKE)
        PersonKeyStore(self._rows).refresh([participant_id])
        return participant_id

    def restore_name(self, name_id: UUID) -> ParticipantId:
        """Put a name back that was taken away; return whose it is."""
        self._rows.restore(PersonNameRow, name_id)
        participant_id = ParticipantId(self._rows.get(PersonNameRow, name_id).participant_id)
        PersonKeyStore(self._rows).refresh([participant_id])
        return participant_id

    # Vehicles

    def vehicles(self, participant_id: ParticipantId) -> tuple[Vehicle, ...]:
        """Return his vehicles in the order in which they were entered; two queries."""
        found = self._of(VehicleRow, participant_id)
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(
            Vehicle(
                row.id,
                seen.get(row.id, UNSEEN),
                VehicleDetails(row.make, row.model, row.colour, row.year, row.plate),
            )
            for row in found
        )

    def add_vehicle(self, participant_id: ParticipantId, details: VehicleDetails) -> UUID:
        """Store a vehicle."""
        row = VehicleRow(id=self._new_id(), participant_id=participant_id, **asdict(details))
        return self._rows.add(row)[0]

    def change_vehicle(self, vehicle_id: UUID, details: VehicleDetails, seen: Seen) -> Seen:
        """Write what a vehicle is recognised by."""
        return self._rows.change(VehicleRow, vehicle_id, seen, **asdict(details))

    def remove_vehicle(self, vehicle_id: UUID, seen: Seen) -> None:
        """Take a vehicle away."""
        self._rows.hide(VehicleRow, vehicle_id, seen, MISTAKE)

    def restore_vehicle(self, vehicle_id: UUID) -> None:
        """Put a vehicle back that was taken away."""
        self._rows.restore(VehicleRow, vehicle_id)

    # Addresses

    def addresses(self, participant_id: ParticipantId) -> tuple[Address, ...]:
        """Return all addresses, of both kinds, the newest first; two queries."""
        found = sorted(
            self._of(AddressRow, participant_id), key=lambda row: (row.from_on, row.id), reverse=True
        )
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(_address(row, seen.get(row.id, UNSEEN)) for row in found)

    def current_address(self, participant_id: ParticipantId, on_date: date) -> Address | None:
        """Return where a letter of that day goes, or None; an address that has ended is never returned."""
        return current(self.addresses(participant_id), on_date, FOR_LETTERS)

    def address(self, address_id: UUID) -> AddressChange:
        """Return what one address says."""
        return _change(self._rows.get(AddressRow, address_id))

    def add_address(self, participant_id: ParticipantId, change: AddressChange) -> UUID:
        """Store an address."""
        row = AddressRow(
            id=self._new_id(),
            participant_id=participant_id,
            kind=change.kind.value,
            lines=change.lines,
            from_on=change.from_on,
            reason=change.reason,
            confirmed_with=change.confirmed_with,
        )
        return self._rows.add(row)[0]

    def end_address(self, address_id: UUID, until_on: date | None, seen: Seen) -> Seen:
        """Write the day on which an address is his no longer, or None when it still is."""
        return self._rows.change(AddressRow, address_id, seen, until_on=until_on)

    def remove_address(self, address_id: UUID) -> ParticipantId:
        """Take an address away that was entered by mistake; return whose it was."""
        participant_id = ParticipantId(self._rows.get(AddressRow, address_id).participant_id)
        self._rows.hide(AddressRow, address_id, self._rows.seen(address_id), MISTAKE)
        return participant_id

    def _new_id(self) -> UUID:
        return records_id(self._rows.clock.now())

    def _of(self, kind: type[_Row], participant_id: ParticipantId) -> Sequence[_Row]:
        query = sa.select(kind).where(
            kind.org_id == self._rows.org,
            kind.participant_id == participant_id,
            kind.is_void.is_(False),
        )
        # Put in order here: the planner would read the whole table in the order of ids.
        return sorted(self._rows.session.scalars(query), key=lambda row: row.id)


def _record(row: PersonRow) -> PersonRecord:
    answers = {key: getattr(row, key) for key in record_keys()}
    answers[_WEEKDAYS] = tuple(int(day) for day in row.cannot_evenings.split(",") if day)
    answers["id_seen_by"] = None if row.id_seen_by is None else StaffId(row.id_seen_by)
    return PersonRecord(**answers)


def _address(row: AddressRow, seen: Seen) -> Address:
    return Address(row.id, seen, _change(row), row.until_on)


def _change(row: AddressRow) -> AddressChange:
    kind = AddressKind(row.kind or AddressKind.HOME)
    return AddressChange(kind, row.lines, row.from_on, row.reason, row.confirmed_with)
