"""What a person does with the person record: fill it in, note a move, act on thoughts of harm."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.address import Address, AddressChange, AddressKind
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.equality import EqualityData
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.harm import HarmAnswer, HarmAsked
from bipdesk.domain.ids import ParticipantId, Seen, only_row_id
from bipdesk.domain.intake_errors import ChildrenMiscounted, EmergencyContactUnasked, NumberOutOfRange
from bipdesk.domain.pack import Packs
from bipdesk.domain.person import PersonFile, PersonRecord, VehicleDetails, part_of
from bipdesk.domain.person_fields import FIELDS, FieldKind, Part

CHANGED = frozenset({Topic.PERSON})
NAMES = frozenset({Topic.PERSON, Topic.PARTICIPANTS})
"""A former name is found by the search for participants too."""
_OLDEST_VEHICLE = 1900
CLUSTER_WORDS = {
    "id_seen": "identity card seen",
    "emergency": "emergency contact",
    "history_own": "his own account",
    "history_agency": "what an agency tells",
}
"""What a person would call the answers that are merged as one; the others have the words already."""


class PersonService:
    """The person record of participants, their addresses, and equality data."""

    def __init__(self, records: RecordsFile, packs: Packs, clock: Clock) -> None:
        self._records = records
        self._packs = packs
        self._clock = clock

    def file(self, participant_id: ParticipantId) -> PersonFile:
        """Return all that the tab shows, equality data apart; the reading is audited."""
        with self._records.unit() as unit:
            _, details, details_seen = unit.participants.person(participant_id)
            record, seen = unit.persons.record(participant_id)
            pack = self._packs.of(unit.offices.site().details.pack)
            staff = sorted(unit.groups.staff_names().items(), key=lambda each: each[1])
            return PersonFile(
                participant_id=participant_id,
                details=details,
                details_seen=details_seen,
                record=record,
                seen=seen,
                names=unit.persons.other_names(participant_id),
                vehicles=unit.persons.vehicles(participant_id),
                addresses=unit.persons.addresses(participant_id),
                enquiries=unit.harm.of(participant_id),
                staff=tuple(staff),
                conflicts=_in_words(unit.carriage.conflicts([only_row_id(participant_id, "person_record")])),
                required=pack.required_fields,
                required_source=pack.fields_source,
            )

    def save(self, participant_id: ParticipantId, part: Part, record: PersonRecord, seen: Seen) -> Changes:
        """Write one part of the record over what `seen` says was on screen; the others stay as they are.

        Raises:
            EmergencyContactUnasked, ChildrenMiscounted, NumberOutOfRange, DateInFuture.
        """
        self._check(part, record)
        with self._records.unit() as unit:
            token = unit.persons.write(participant_id, part_of(record, part), seen)
        return Changes(CHANGED, participant_id, token)

    # Names and vehicles

    def add_name(
        self, participant_id: ParticipantId, kind: str, given_name: str, family_name: str
    ) -> Changes:
        """Store a former name, an alias or another spelling.

        Raises:
            NothingEntered: without any name.
        """
        if not (given_name.strip() or family_name.strip()):
            raise NothingEntered(field="Family name")
        with self._records.unit() as unit:
            row_id = unit.persons.add_name(participant_id, kind, given_name.strip(), family_name.strip())
            unit.person_keys.refresh([participant_id])
        return Changes(NAMES, row_id)

    def remove_name(self, name_id: UUID, seen: Seen) -> Changes:
        """Take a name away; `restore_name` undoes it."""
        with self._records.unit() as unit:
            unit.person_keys.refresh([unit.persons.remove_name(name_id, seen)])
        return Changes(NAMES, name_id)

    def restore_name(self, name_id: UUID) -> Changes:
        """Put a name back."""
        with self._records.unit() as unit:
            unit.person_keys.refresh([unit.persons.restore_name(name_id)])
        return Changes(NAMES, name_id)

    def put_vehicle(
        self, participant_id: ParticipantId, details: VehicleDetails, vehicle_id: UUID | None, seen: Seen
    ) -> Changes:
        """Store a new vehicle, or write over the one with this id.

        Raises:
            NothingEntered: without make, plate or colour; NumberOutOfRange: for an impossible year.
        """
        if not (details.make or details.plate or details.colour):
            raise NothingEntered(field="Make")
        latest = self._clock.today().year + 1
        if details.year is not None and not _OLDEST_VEHICLE <= details.year <= latest:
            raise NumberOutOfRange(field="Year", least=_OLDEST_VEHICLE, most=latest)
        with self._records.unit() as unit:
            if vehicle_id is None:
                return Changes(CHANGED, unit.persons.add_vehicle(participant_id, details))
            return Changes(CHANGED, vehicle_id, unit.persons.change_vehicle(vehicle_id, details, seen))

    def remove_vehicle(self, vehicle_id: UUID, seen: Seen) -> Changes:
        """Take a vehicle away; `restore_vehicle` undoes it."""
        with self._records.unit() as unit:
            unit.persons.remove_vehicle(vehicle_id, seen)
        return Changes(CHANGED, vehicle_id)

    def restore_vehicle(self, vehicle_id: UUID) -> Changes:
        """Put a vehicle back."""
        with self._records.unit() as unit:
            unit.persons.restore_vehicle(vehicle_id)
        return Changes(CHANGED, vehicle_id)

    # Addresses

    def move(self, participant_id: ParticipantId, change: AddressChange) -> Changes:
        """Store a new address from a day on; the one of the same kind before it ends on that day.

        Raises:
            NothingEntered: without address, reason or the person it was confirmed with.
            WrongDate: when a later address of this kind stands already.
        """
        for field, words in (
            ("Address", change.lines),
            ("Reason", change.reason),
            ("Confirmed with", change.confirmed_with),
        ):
            if not words.strip():
                raise NothingEntered(field=field)
        with self._records.unit() as unit:
            before = _last(unit, participant_id, change.kind)
            if before is not None and before.change.from_on > change.from_on:
                reason = f"an address from {_day(before.change.from_on)} on stands already"
                raise WrongDate(field="From", reason=reason)
            if before is not None and (before.until_on is None or before.until_on > change.from_on):
                unit.persons.end_address(before.address_id, change.from_on, before.seen)
            row_id = unit.persons.add_address(participant_id, change)
        return Changes(CHANGED, row_id)

    def take_back_move(self, address_id: UUID) -> Changes:
        """Take an address away that was entered by mistake; the one it replaced holds again."""
        with self._records.unit() as unit:
            address = unit.persons.address(address_id)
            participant_id = unit.persons.remove_address(address_id)
            before = _last(unit, participant_id, address.kind)
            if before is not None and before.until_on == address.from_on:
                unit.persons.end_address(before.address_id, None, before.seen)
        return Changes(CHANGED, participant_id)

    def end_address(self, address: Address, until_on: date | None) -> Changes:
        """Write that an address is his no longer from a day on, or with None that it still is.

        Raises:
            WrongDate: when it would end before it began.
        """
        if until_on is not None and until_on < address.change.from_on:
            raise WrongDate(field="Until", reason=f"it began on {_day(address.change.from_on)}")
        with self._records.unit() as unit:
            token = unit.persons.end_address(address.address_id, until_on, address.seen)
        return Changes(CHANGED, address.address_id, token)

    # Thoughts of harm

    def ask_harm(self, participant_id: ParticipantId, asked: HarmAsked) -> Changes:
        """Store what was asked and answered; an answer "now" is due the same day.

        Raises:
            NothingEntered: when neither was asked; DateInFuture.
        """
        if asked.suicidal is HarmAnswer.NOT_ASKED and asked.homicidal is HarmAnswer.NOT_ASKED:
            raise NothingEntered(field="Thoughts of suicide")
        if asked.asked_on > self._clock.today():
            raise DateInFuture(field="Asked on")
        with self._records.unit() as unit:
            row_id = unit.harm.add(
                participant_id, replace(asked, remark=asked.remark.strip()), unit.rows.actor
            )
        return Changes(CHANGED, row_id)

    def record_done(self, enquiry_id: UUID, what: str, seen: Seen) -> Changes:
        """Write what was done about an answer "now": that discharges the duty.

        Raises:
            NothingEntered: when nothing is said.
        """
        if not what.strip():
            raise NothingEntered(field="What was done")
        with self._records.unit() as unit:
            token = unit.harm.write_done(enquiry_id, what.strip(), unit.rows.actor, seen)
        return Changes(CHANGED, enquiry_id, token)

    def take_back_done(self, enquiry_id: UUID, seen: Seen) -> Changes:
        """Write that nothing was done after all: the duty is there again."""
        with self._records.unit() as unit:
            token = unit.harm.write_done(enquiry_id, "", None, seen)
        return Changes(CHANGED, enquiry_id, token)

    # Equality data

    def equality(self, participant_id: ParticipantId) -> tuple[EqualityData, Seen]:
        """Return equality data and its token; the reading is audited."""
        with self._records.unit() as unit:
            return unit.equality.of(participant_id)

    def save_equality(self, participant_id: ParticipantId, data: EqualityData, seen: Seen) -> Changes:
        """Write equality data over what `seen` says was on screen."""
        with self._records.unit() as unit:
            token = unit.equality.write(participant_id, data, seen)
        return Changes(CHANGED, participant_id, token)

    def _check(self, part: Part, record: PersonRecord) -> None:
        answers: Mapping[str, object] = part_of(record, part)
        for field in FIELDS[part]:
            answer = answers[field.key]
            if field.kind is FieldKind.NUMBER and isinstance(answer, int) and not 0 <= answer <= field.most:
                raise NumberOutOfRange(field=field.label, least=0, most=field.most)
            if isinstance(answer, date) and answer > self._clock.today():
                raise DateInFuture(field=field.label)
            if field.key in record.wrong_options():
                raise ValueError(f"{field.key} has no option {answer!r}")
        if part is Part.EMERGENCY and record.emergency_name and not record.emergency_asked:
            raise EmergencyContactUnasked
        number = record.children_number
        if part is Part.CHILDREN and number is not None and record.children_in_bands > number:
            raise ChildrenMiscounted(number=number, bands=record.children_in_bands)


def _in_words(clusters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(CLUSTER_WORDS.get(cluster, cluster.replace("_", " ")) for cluster in clusters)


def _last(unit: Unit, participant_id: ParticipantId, kind: AddressKind) -> Address | None:
    """Return the newest address of this kind."""
    return next((each for each in unit.persons.addresses(participant_id) if each.change.kind is kind), None)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
