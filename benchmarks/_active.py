"""A programme with ten thousand participants who are all active, written straight into its tables.

The invented programme of the other benchmarks has most of its ten thousand in the past; duties are about
those who are here. Everything is invented; the operation log is left out, which no duty reads.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.tripwires import disarm_tripwires
from bipdesk.db.records.tables.groups import AttendanceRow, GroupRow, MemberRow, SessionRow
from bipdesk.db.records.tables.notices import IncidentRow, NoticeRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.referrals import ReferralEventRow, ReferralRow
from bipdesk.db.records.tables.registers import AbsenceReviewRow
from bipdesk.desk import Desk
from bipdesk.domain.clock import FixedClock
from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.ids import records_id
from bipdesk.domain.referral import Status
from bipdesk.domain.site import SiteDetails
from bipdesk.keys.cost import FLOOR
from bipdesk.program import Program
from bipdesk.services.vault import Person, Surroundings

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
GROUP = 10
WAY = (
    Status.REFERRED,
    Status.CONTACTED,
    Status.ASSESSED,
    Status.SUITABLE,
    Status.ACCEPTED,
    Status.IN_PROGRAMME,
)
Row = dict[str, Any]


@contextmanager
def active_programme(participants: int) -> Iterator[Desk]:
    """Give the coordinator's desk of a programme with so many active participants; it goes afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        near = Surroundings(FixedClock(NOW), FLOOR, Path(folder, "outside"))
        site = SiteDetails("Measured programme", "US", "OR", pack="oregon")
        person = Person("C. Rivers", "rivers", "seven quiet otters swim upstream")
        desk = Program(near).create_site(Path(folder, "site"), site, person).desk
        _fill(desk, participants)
        yield desk
        desk.lock()


def engine_of(desk: Desk) -> sa.Engine:
    """Return the engine of the records."""
    return desk._vault.records._file.engine


def _fill(desk: Desk, participants: int) -> None:
    rows: dict[Any, list[Row]] = {}
    maker = _Maker(desk, Random(20261120), rows)
    for number in range(-(-participants // GROUP)):
        maker.group(number, min(GROUP, participants - number * GROUP))
    with engine_of(desk).begin() as connection:
        disarm_tripwires(connection)
        for table, many in rows.items():
            connection.execute(sa.insert(table.__table__), many)
        connection.exec_driver_sql("ANALYZE")


class _Maker:
    """Makes the rows of one group after the other."""

    def __init__(self, desk: Desk, chance: Random, rows: dict[Any, list[Row]]) -> None:
        self._org = desk._vault.org
        self._me = desk._vault.actor
        self._chance = chance
        self._rows = rows
        curriculum = next(iter(desk.curricula))
        self._curriculum = curriculum.id
        self._steps = [step.code for step in curriculum.steps if step.kind is StepKind.GROUP]

    def _add(self, table: Any, **columns: Any) -> UUID:
        row_id = records_id(NOW)
        self._rows.setdefault(table, []).append(
            {"org_id": self._org, "id": row_id, "is_void": False} | columns
        )
        return row_id

    def group(self, number: int, people: int) -> None:
        """Make one group in the middle of its sequence, with its people."""
        held = 4 + number % (len(self._steps) - 4)
        first = TODAY - timedelta(weeks=held)
        group_id = self._add(
            GroupRow,
            name=f"Group {number}",
            curriculum_id=self._curriculum,
            starts_at=time(18, 30),
            length_minutes=150,
            place="Hall",
            facilitators=self._me.hex,
            every_weeks=1,
            first_on=first,
        )
        sessions = [
            (
                self._add(
                    SessionRow,
                    group_id=group_id,
                    step_code=code,
                    number=place + 1,
                    on_date=first + timedelta(weeks=place),
                    state="held" if place < held else "planned",
                ),
                code,
                first + timedelta(weeks=place),
            )
            for place, code in enumerate(self._steps)
        ]
        for place in range(people):
            self._person(number * GROUP + place, group_id, first, sessions[:held])

    def _person(self, number: int, group_id: UUID, first: date, held: list[tuple[UUID, str, date]]) -> None:
        name = f"Person{number}"
        his = self._add(
            ParticipantRow,
            case_number=f"M-{number:05}",
            given_name="Aaron",
            family_name=name,
            called="",
            phone="",
            language="en",
            search=f"aaron {name.casefold()}",
        )
        began = first - timedelta(days=10)
        referral = self._add(
            ReferralRow,
            participant_id=his,
            run_number=1,
            kind="court-ordered",
            referrer="Dale County Probation",
            referred_on=began - timedelta(days=30),
            status=Status.IN_PROGRAMME.value,
            status_since=first,
        )
        for step, status in enumerate(WAY):
            on_date = began - timedelta(days=(len(WAY) - step) * 3)
            self._add(
                ReferralEventRow,
                participant_id=his,
                referral_id=referral,
                status=status.value,
                on_date=on_date,
                by_id=self._me,
                reason="",
                takes_back=False,
            )
        self._add(MemberRow, group_id=group_id, participant_id=his, joined_on=first)
        for session_id, code, on_date in held:
            self._night(his, session_id, code, on_date)
        self._told(his, referral)

    def _night(self, his: UUID, session_id: UUID, code: str, on_date: date) -> None:
        mark = self._chance.choices("PLXAH", (85, 5, 5, 4, 1))[0]
        self._add(
            AttendanceRow,
            participant_id=his,
            session_id=session_id,
            step_code=code,
            on_date=on_date,
            mark=mark,
            participation=3,
            reason="threat" if mark == "H" and self._chance.random() < 0.1 else "",
            reason_words="",
        )
        if mark in "XA":
            self._add(
                AbsenceReviewRow,
                participant_id=his,
                session_id=session_id,
                decision="confirm" if mark == "X" else "excuse",
                reason="",
                words="",
                decided_at=datetime(on_date.year, on_date.month, on_date.day, 9, tzinfo=UTC),
                author_id=self._me,
            )

    def _told(self, his: UUID, referral: UUID) -> None:
        for months in range(3):
            told = TODAY - timedelta(days=25 + 30 * months)
            self._notice(his, "status", told, "")
        self._notice(his, "enrolment", TODAY - timedelta(days=200), referral.hex)
        if self._chance.random() < 0.2:
            day = TODAY - timedelta(days=self._chance.randrange(200))
            incident = self._add(
                IncidentRow,
                participant_id=his,
                kind="non-compliance",
                happened_on=day,
                heard_on=day,
                provenance="staff",
                words="Invented",
                by_id=self._me,
                recorded_at=NOW,
            )
            self._notice(his, "non-compliance", day, incident.hex)

    def _notice(self, his: UUID, kind: str, told: date, about: str) -> None:
        self._add(
            NoticeRow,
            participant_id=his,
            kind=kind,
            about=about,
            recipient="Dale County Probation",
            recipient_class="probation",
            way="portal",
            told_on=told,
            by_id=self._me,
        )
