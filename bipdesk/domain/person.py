"""The person record: what intake writes down about the participant himself, after the list of Maine.

Nothing about people to be protected has a place here: that goes into the sealed hand-over form.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from bipdesk.domain.address import Address, AddressKind, current
from bipdesk.domain.harm import HarmEnquiry
from bipdesk.domain.ids import ParticipantId, Seen, StaffId
from bipdesk.domain.participant import PersonDetails
from bipdesk.domain.person_fields import FIELDS, PERSON_FIELDS, Part


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One attribute for each question; "" or None where nothing was answered.

    A question with options holds the key of one of them (`person_fields.FIELDS`).
    """

    reading: str = ""
    access_needs: str = ""
    transport: str = ""
    distance_km: int | None = None
    cannot_evenings: tuple[int, ...] = ()
    """Weekdays on whose evenings he cannot come; 0 is Monday."""
    shifts: str = ""
    employer: str = ""
    work_address: str = ""
    work_phone: str = ""
    id_kind: str = ""
    id_seen_by: StaffId | None = None
    id_seen_on: date | None = None
    emergency_name: str = ""
    emergency_relation: str = ""
    emergency_phone: str = ""
    emergency_asked: bool = False
    """He was asked plainly and said that this person is not his partner, a former one or a child."""
    parent_role: str = ""
    children_number: int | None = None
    children_0_4: int | None = None
    children_5_10: int | None = None
    children_11_15: int | None = None
    children_16_17: int | None = None
    substance: str = ""
    mental_health: str = ""
    weapons_access: str = ""
    weapons_what: str = ""
    weapons_where: str = ""
    weapons_surrendered: str = ""
    weapons_surrendered_on: date | None = None
    history_own: str = ""
    history_agency: str = ""
    history_agency_name: str = ""

    @property
    def children_in_bands(self) -> int:
        """Return how many children the age bands hold together."""
        bands = (self.children_0_4, self.children_5_10, self.children_11_15, self.children_16_17)
        return sum(number or 0 for number in bands)

    def wrong_options(self) -> tuple[str, ...]:
        """Return the questions whose answer is none of their options."""
        return tuple(
            each.key
            for each in PERSON_FIELDS
            if each.options and getattr(self, each.key) not in ("", *(key for key, _ in each.options))
        )


NOTHING_RECORDED = PersonRecord()


def part_of(record: PersonRecord, part: Part) -> dict[str, object]:
    """Return the answers of one part of the form by their names."""
    return {each.key: getattr(record, each.key) for each in FIELDS[part]}


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name he had or uses besides; the search for duplicates looks here too."""

    name_id: UUID
    seen: Seen
    kind: str
    """A key of NAME_KINDS."""
    given_name: str
    family_name: str


NAME_KINDS = (("former", "Former name"), ("alias", "Alias"), ("spelling", "Other spelling"))


@dataclass(frozen=True, slots=True)
class VehicleDetails:
    """What a vehicle can be recognised by."""

    make: str
    model: str = ""
    colour: str = ""
    year: int | None = None
    plate: str = ""


@dataclass(frozen=True, slots=True)
class Vehicle:
    """One of his vehicles, or one that he may use."""

    vehicle_id: UUID
    seen: Seen
    details: VehicleDetails


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All that the tab shows of one participant, equality data apart."""

    participant_id: ParticipantId
    details: PersonDetails
    details_seen: Seen
    record: PersonRecord
    seen: Seen
    names: tuple[OtherName, ...]
    vehicles: tuple[Vehicle, ...]
    addresses: tuple[Address, ...]
    """Newest first, of both kinds."""
    enquiries: tuple[HarmEnquiry, ...]
    """About thoughts of suicide or of killing somebody, newest first."""
    staff: tuple[tuple[StaffId, str], ...]
    """Who may have seen his identity card; in order of name."""
    conflicts: tuple[str, ...] = ()
    """What two people changed without seeing each other's change."""
    required: frozenset[str] = frozenset()
    """Keys that the pack demands."""
    required_source: str = ""
    """Whose rule that is, in words."""

    def empty_required(self, today: date) -> tuple[str, ...]:
        """Return what the pack demands and nobody has answered yet, in words."""
        left = self.required - frozenset(self._answered(today))
        return tuple(words for key, words in REQUIRED_WORDS.items() if key in left)

    def _answered(self, today: date) -> Iterator[str]:
        """Yield the keys of the pack (domain/pack.py FIELDS) that have an answer."""
        details, record = self.details, self.record
        answers: dict[str, object] = {
            "legal-name": details.given_name and details.family_name,
            "date-of-birth": details.date_of_birth,
            "address": current(self.addresses, today, (AddressKind.HOME,)),
            "mailing-address": current(self.addresses, today, (AddressKind.POSTAL, AddressKind.HOME)),
            "phone": details.phone,
            "employer": record.employer,
            "photo-id": record.id_kind,
            "vehicles": self.vehicles or record.transport in WITHOUT_VEHICLE,
            "substance": record.substance,
            "mental-health": record.mental_health,
            "thoughts": self.enquiries,
            "weapons": record.weapons_access,
            "history": record.history_own or record.history_agency,
        }
        return (key for key, answer in answers.items() if answer)


WITHOUT_VEHICLE = frozenset({"bus", "lift", "foot", "none"})
"""Ways to come that answer the question about vehicles when none is listed."""

REQUIRED_WORDS: dict[str, str] = {
    "legal-name": "full legal name",
    "date-of-birth": "date of birth",
    "address": "where he lives",
    "mailing-address": "postal address",
    "phone": "phone",
    "employer": "employer",
    "photo-id": "identity card seen",
    "vehicles": "vehicles, or how he comes without one",
    "substance": "substance use",
    "mental-health": "mental health",
    "thoughts": "thoughts of suicide or of killing somebody",
    "weapons": "weapons",
    "history": "history of abusive behaviour",
}
"""The keys a pack may require (domain/pack.py FIELDS), in the words of the form."""


def record_keys() -> tuple[str, ...]:
    """Return the names of all answers of the record."""
    return tuple(each.name for each in fields(PersonRecord))
