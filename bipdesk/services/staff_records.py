"""What a coordinator keeps of the people on the staff, and what the pack asks of each."""

from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.ids import Seen, StaffEntryId, StaffId
from bipdesk.domain.pack import Packs
from bipdesk.domain.staff import Guard, Sex
from bipdesk.domain.staff_record import (
    WEEK,
    EntryKind,
    StaffEntry,
    StaffEntryDetails,
    StaffRecord,
    staff_record,
)

CHANGED = frozenset({Topic.STAFF})


class StaffRecordService:
    """Training, supervision, checks and support, a person at a time."""

    def __init__(self, records: RecordsFile, packs: Packs, clock: Clock, guard: Guard) -> None:
        self._guard = guard
        self._records = records
        self._packs = packs
        self._clock = clock

    def list(self) -> tuple[StaffRecord, ...]:
        """Return how everybody stands, in order of name; the number of queries does not grow with them."""
        self._guard()
        today = self._clock.today()
        with self._records.unit() as unit:
            pack = self._packs.of(unit.offices.site().details.pack)
            entries = unit.staff_records.entries()
            alone = unit.staff_records.led_alone(today - 52 * WEEK)
            members = unit.offices.staff()
            unit.rows.note(Verb.READ, "staff")
        return tuple(
            staff_record(
                member,
                [entry for entry in entries if entry.details.staff_id == member.staff_id],
                [day for who, day in alone if who == member.staff_id],
                pack,
                today,
            )
            for member in members
        )

    def file(self, staff_id: StaffId) -> StaffRecord:
        """Return how one person stands."""
        self._guard()
        return next(record for record in self.list() if record.member.staff_id == staff_id)

    def add(self, details: StaffEntryDetails) -> Changes:
        """Store an entry.

        Raises:
            NothingEntered: when it says nothing; training without its length.
            DateInFuture: when it is said to have happened on a day to come.
            WrongDate: when it ends before it began.
        """
        self._guard()
        self._check(details)
        with self._records.unit() as unit:
            entry_id = unit.staff_records.add(details)
        return Changes(CHANGED, entry_id)

    def update(self, entry_id: StaffEntryId, details: StaffEntryDetails, seen: Seen) -> Changes:
        """Write an entry over what `seen` says was on screen."""
        self._guard()
        self._check(details)
        with self._records.unit() as unit:
            token = unit.staff_records.update(entry_id, details, seen)
        return Changes(CHANGED, entry_id, token)

    def remove(self, entry: StaffEntry) -> Changes:
        """Take an entry out that was made by mistake."""
        self._guard()
        with self._records.unit() as unit:
            unit.staff_records.remove(entry)
        return Changes(CHANGED, entry.entry_id)

    def bring_back(self, entry_id: StaffEntryId) -> Changes:
        """Undo a removal."""
        self._guard()
        with self._records.unit() as unit:
            unit.staff_records.bring_back(entry_id)
        return Changes(CHANGED, entry_id)

    def set_sex(self, staff_id: StaffId, sex: Sex) -> Changes:
        """Write what somebody wants recorded, or that nothing is: for rules about a mixed pair."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.offices.set_sex(staff_id, sex)
        return Changes(CHANGED, staff_id, token)

    def _check(self, details: StaffEntryDetails) -> None:
        if details.on_date > self._clock.today():
            raise DateInFuture(field="Date")
        if details.kind is EntryKind.TRAINING and details.length_minutes <= 0:
            raise NothingEntered(field="Hours")
        if not (details.what.strip() or details.marks):
            raise NothingEntered(field="What")
        for day, field in ((details.expires_on, "Expires on"), (details.ended_on, "Ended on")):
            if (day or date.max) < details.on_date:
                raise WrongDate(field=field, reason="that is before it began")
