"""Risk assessments, red flags and the plan, as stored."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from bipdesk.db.audit import Verb
from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.records.tables.referrals import ReferralEventRow, ReferralRow
from bipdesk.db.records.tables.risks import ActionRow, AssessmentRow, FlagRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, records_id
from bipdesk.domain.reassessment import Happened, NamedFacts, RiskFacts
from bipdesk.domain.referral import HERE, Status
from bipdesk.domain.risk import (
    ActionDetails,
    Assessment,
    AssessmentDetails,
    FlagDetails,
    FlagKind,
    FlagState,
    PlanAction,
    Provenance,
    RedFlag,
    Tool,
    Visibility,
)

MISTAKE = "entered-by-mistake"
Kind = type[AssessmentRow] | type[FlagRow] | type[ActionRow]


class RiskStore:
    """Reads and writes what is known of risk, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def assessments(self, participant_id: ParticipantId) -> tuple[Assessment, ...]:
        """Return one participant's assessments, newest first; two queries, and the reading is audited."""
        self._rows.note(Verb.READ, "risk", participant_id)
        row = AssessmentRow
        query = _standing(self._rows, row, row.participant_id == participant_id)
        found = self._rows.session.scalars(query.order_by(row.assessed_on.desc(), row.id.desc())).all()
        seen = self._rows.seen_of(each.id for each in found)
        return tuple(Assessment(each.id, seen.get(each.id, UNSEEN), _result(each)) for each in found)

    def flags(self, participant_id: ParticipantId) -> tuple[RedFlag, ...]:
        """Return one participant's flags: open ones by review date, then closed ones; two queries."""
        query = (
            _standing(self._rows, FlagRow, FlagRow.participant_id == participant_id)
            .add_columns(StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == FlagRow.org_id, StaffRow.id == FlagRow.raised_by))
        )
        found = self._rows.session.execute(query).all()
        seen = self._rows.seen_of(row.id for row, _ in found)
        flags = (_flag(row, name or "", seen.get(row.id, UNSEEN)) for row, name in found)
        return tuple(sorted(flags, key=_soonest))

    def actions(self, participant_id: ParticipantId) -> tuple[PlanAction, ...]:
        """Return one participant's plan: what is to be done by date, then what is done; two queries."""
        query = (
            _standing(self._rows, ActionRow, ActionRow.participant_id == participant_id)
            .add_columns(StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == ActionRow.org_id, StaffRow.id == ActionRow.owner))
        )
        found = self._rows.session.execute(query).all()
        seen = self._rows.seen_of(row.id for row, _ in found)
        plan = (_action(row, name or "", seen.get(row.id, UNSEEN)) for row, name in found)
        return tuple(sorted(plan, key=lambda each: (each.done_on is not None, each.details.by_on)))

    def last_assessed(self, participant_ids: Iterable[ParticipantId]) -> dict[ParticipantId, Happened]:
        """Return the newest assessment of each of these participants who has one; one query."""
        row = AssessmentRow
        return self._newest(row, row.assessed_on, row.participant_id.in_(among(participant_ids)))

    def last_flagged(
        self, participant_ids: Iterable[ParticipantId], visibilities: Iterable[Visibility]
    ) -> dict[ParticipantId, Happened]:
        """Return the newest flag, open or not, that these readers see, of each participant; one query."""
        row = FlagRow
        shown = row.visibility.in_([each.value for each in visibilities])
        return self._newest(row, row.raised_on, row.participant_id.in_(among(participant_ids)), shown)

    def _newest(
        self, kind: Kind, day: InstrumentedAttribute[date], *asked: sa.ColumnElement[bool]
    ) -> dict[ParticipantId, Happened]:
        query = sa.select(kind.participant_id, day, kind.id).where(
            kind.org_id == self._rows.org, kind.is_void.is_(False), *asked
        )
        found: dict[ParticipantId, Happened] = {}
        for participant_id, on_date, row_id in self._rows.session.execute(query):
            whose = ParticipantId(participant_id)
            known, this = found.get(whose), Happened(on_date, row_id)
            if known is None or this.is_after(known):
                found[whose] = this
        return found

    def left_since(self, day: date) -> tuple[NamedFacts, ...]:
        """Return who was accepted and then dropped out since a day; one query."""
        event, left = ReferralEventRow, ReferralRow
        accepted = sa.exists().where(
            event.org_id == left.org_id,
            event.referral_id == left.id,
            event.status.in_([status.value for status in HERE]),
        )
        query = (
            _with_name(sa.select(left.participant_id, left.referred_on, left.status_since), left)
            .where(left.org_id == self._rows.org, left.status == Status.LEFT.value)
            .where(left.status_since >= day, accepted)
        )
        return tuple(
            NamedFacts(
                ParticipantId(whose), _name(given, family), RiskFacts(referred, False, left_on=left_on)
            )
            for whose, referred, left_on, given, family in self._rows.session.execute(query)
        )

    def to_review(self, until: date) -> tuple[tuple[ParticipantId, str, FlagDetails], ...]:
        """Return the open flags that are to be looked at by a day, with short names; one query."""
        row = FlagRow
        query = _standing(self._rows, row, row.state == FlagState.OPEN.value, row.review_on <= until)
        found = self._rows.session.execute(_with_name(query, row).order_by(row.review_on, row.id))
        return tuple(
            (ParticipantId(each.participant_id), _name(given, family), _flag_details(each))
            for each, given, family in found
        )

    def to_do(self, until: date) -> tuple[tuple[ParticipantId, str, str, ActionDetails], ...]:
        """Return the steps of plans due by a day, with short names and their owners' names; one query."""
        row = ActionRow
        query = (
            _with_name(_standing(self._rows, row, row.done_on.is_(None), row.by_on <= until), row)
            .add_columns(StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.owner))
            .order_by(row.by_on, row.id)
        )
        return tuple(
            (ParticipantId(each.participant_id), _name(given, family), owner or "", _step(each))
            for each, given, family, owner in self._rows.session.execute(query)
        )

    def flag(self, flag_id: UUID) -> FlagDetails:
        """Return what one flag says."""
        return _flag_details(self._rows.get(FlagRow, flag_id))

    # Writing

    def add_assessment(self, participant_id: ParticipantId, details: AssessmentDetails) -> UUID:
        """Store the result of a tool."""
        columns = asdict(details) | {"tool": details.tool.value}
        return self._rows.add(AssessmentRow(id=self._id(), participant_id=participant_id, **columns))[0]

    def add_flag(self, participant_id: ParticipantId, details: FlagDetails, by: StaffId) -> UUID:
        """Store a flag; it is open."""
        columns = _flag_columns(details) | {"raised_by": by, "state": FlagState.OPEN.value}
        return self._rows.add(FlagRow(id=self._id(), participant_id=participant_id, **columns))[0]

    def change_flag(self, flag_id: UUID, details: FlagDetails, seen: Seen) -> Seen:
        """Write what a flag says."""
        return self._rows.change(FlagRow, flag_id, seen, **_flag_columns(details))

    def set_flag_state(
        self, flag_id: UUID, state: FlagState, closed: tuple[date | None, str], seen: Seen
    ) -> Seen:
        """Write whether a flag stands; `closed` is the day and the reason, or None and ""."""
        values = {"state": state.value, "closed_on": closed[0], "closed_reason": closed[1]}
        return self._rows.change(FlagRow, flag_id, seen, **values)

    def add_action(self, participant_id: ParticipantId, details: ActionDetails) -> UUID:
        """Store a step of the plan."""
        return self._rows.add(ActionRow(id=self._id(), participant_id=participant_id, **asdict(details)))[0]

    def set_done(self, action_id: UUID, done_on: date | None, outcome: str, seen: Seen) -> Seen:
        """Write that a step is done and what came of it, or that it is not."""
        return self._rows.change(ActionRow, action_id, seen, done_on=done_on, outcome=outcome)

    def withdraw(self, what: str, row_id: UUID, seen: Seen) -> None:
        """Take away what was entered by mistake; `what` is a key of `KINDS`."""
        self._rows.hide(KINDS[what], row_id, seen, MISTAKE)

    def restore(self, what: str, row_id: UUID) -> None:
        """Put back what was taken away."""
        self._rows.restore(KINDS[what], row_id)

    def _id(self) -> UUID:
        return records_id(self._rows.clock.now())


KINDS: Mapping[str, Kind] = {"assessment": AssessmentRow, "flag": FlagRow, "action": ActionRow}


def _standing(rows: Rows, kind: Kind, *asked: sa.ColumnElement[bool]) -> sa.Select:  # type: ignore[type-arg]
    return sa.select(kind).where(kind.org_id == rows.org, kind.is_void.is_(False), *asked)


def _with_name(
    query: sa.Select,  # type: ignore[type-arg]
    row: Kind | type[ReferralRow],
) -> sa.Select:  # type: ignore[type-arg]
    person = ParticipantRow
    own = sa.and_(person.org_id == row.org_id, person.id == row.participant_id)
    return query.add_columns(person.given_name, person.family_name).join(person, own)


def _name(given: str, family: str) -> str:
    return f"{given[:1]}. {family}"


def _soonest(flag: RedFlag) -> tuple[bool, date]:
    closed = flag.state is FlagState.CLOSED
    return closed, flag.details.review_on


def _result(row: AssessmentRow) -> AssessmentDetails:
    return AssessmentDetails(
        tool=Tool(row.tool or Tool.OTHER),
        tool_level=row.tool_level,
        level=row.level,
        assessed_on=row.assessed_on,
        scorer=row.scorer,
        score=row.score,
        override_reason=row.override_reason,
        tool_name=row.tool_name,
    )


def _flag(row: FlagRow, raised_by: str, seen: Seen) -> RedFlag:
    state = FlagState(row.state or FlagState.OPEN)
    return RedFlag(row.id, seen, _flag_details(row), state, raised_by, row.closed_on, row.closed_reason)


def _flag_details(row: FlagRow) -> FlagDetails:
    return FlagDetails(
        kind=FlagKind(row.kind or FlagKind.OTHER),
        detail=row.detail,
        provenance=Provenance(row.provenance or Provenance.STAFF),
        raised_on=row.raised_on,
        review_on=row.review_on or row.raised_on,
        action=row.action,
        source=row.source,
        # A flag that has arrived in part shows itself to fewer people, not to more.
        visibility=Visibility(row.visibility or Visibility.COORDINATOR),
    )


def _flag_columns(details: FlagDetails) -> dict[str, object]:
    columns = asdict(details)
    for name in ("kind", "provenance", "visibility"):
        columns[name] = getattr(details, name).value
    return columns


def _action(row: ActionRow, owner_name: str, seen: Seen) -> PlanAction:
    return PlanAction(row.id, seen, _step(row), owner_name, row.done_on, row.outcome)


def _step(row: ActionRow) -> ActionDetails:
    return ActionDetails(row.what, StaffId(row.owner), row.by_on)
