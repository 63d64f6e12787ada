"""What a person does about risk: enter what a tool said, raise and review red flags, plan and act."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.errors import DateInFuture, NotAllowed, NothingEntered, WrongDate
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.intake_errors import NumberOutOfRange
from bipdesk.domain.reassessment import NOTICE, facts_of, modules_ended, reasons
from bipdesk.domain.risk import (
    ActionDetails,
    AssessmentDetails,
    FlagDetails,
    FlagState,
    Provenance,
    RiskFile,
    Tool,
    Visibility,
)

CHANGED = frozenset({Topic.RISK})
REVIEW_WITHIN = timedelta(weeks=8)
"""A flag is looked at again as often as risk is assessed anew, at the least."""

CLUSTER_WORDS = {
    "rating": "the level of an assessment",
    "state": "whether a red flag stands",
    "visibility": "who reads a red flag",
    "done": "whether a step is done",
}
"""What a person would call the fields that are merged as one; the others have the words already."""


class RiskService:
    """Assessments, red flags and plans, as far as the person who is signed in may see them."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock, coordinates: bool) -> None:
        """`coordinates`: the person signed in is a coordinator, and sees what is for coordinators only."""
        self._records = records
        self._curricula = curricula
        self._clock = clock
        self._sees = Visibility.read_by(coordinates)

    def file(self, participant_id: ParticipantId) -> RiskFile:
        """Return all that the tab shows of one participant; the reading is audited."""
        with self._records.unit() as unit:
            found = unit.risks.flags(participant_id)
            flags = tuple(flag for flag in found if flag.details.visibility in self._sees)
            assessments, actions = unit.risks.assessments(participant_id), unit.risks.actions(participant_id)
            rows = [each.assessment_id for each in assessments] + [each.flag_id for each in flags]
            rows += [each.action_id for each in actions]
            due = self._reasons(unit, participant_id)
            staff = sorted(unit.groups.staff_names().items(), key=lambda each: each[1])
            return RiskFile(
                participant_id=participant_id,
                assessments=assessments,
                flags=flags,
                actions=actions,
                reassess=tuple(words for words, _ in due),
                reassess_by=min((day for _, day in due), default=None),
                staff=tuple(staff),
                may_restrict=Visibility.COORDINATOR in self._sees,
                conflicts=_in_words(unit.carriage.conflicts(rows)),
            )

    def _reasons(self, unit: Unit, participant_id: ParticipantId) -> tuple[tuple[str, date], ...]:
        """Return why and by when the risk is to be assessed next; if nothing is due, the next reason."""
        curriculum_id = unit.groups.curriculum_of(participant_id)
        journey = self._curricula.trace(
            curriculum_id, unit.attendances.facts([participant_id]).get(participant_id)
        )
        facts = replace(
            facts_of(unit.referrals.latest(participant_id)),
            assessed=unit.risks.last_assessed([participant_id]).get(participant_id),
            flagged=unit.risks.last_flagged([participant_id], self._sees).get(participant_id),
            modules_ended=modules_ended(journey),
        )
        found = reasons(facts)
        due = [reason for reason in found if reason.due_on <= self._clock.today() + NOTICE]
        return tuple((reason.words, reason.due_on) for reason in due or found[:1])

    # Assessments

    def assess(self, participant_id: ParticipantId, details: AssessmentDetails) -> Changes:
        """Store the result of a tool.

        Raises:
            NothingEntered: without level, scorer, or the reason of a judgement that departs from the tool;
            NumberOutOfRange: for a score the tool has not; DateInFuture.
        """
        _need(("Level", details.tool_level), ("Scored by", details.scorer))
        if details.tool is Tool.OTHER:
            _need(("Name of the tool", details.tool_name))
        if details.is_overridden:
            _need(("Why judgement departs from it", details.override_reason))
        if details.score is not None and not 0 <= details.score <= details.tool.most:
            raise NumberOutOfRange(field="Score", least=0, most=details.tool.most)
        self._past("Assessed on", details.assessed_on)
        with self._records.unit() as unit:
            row_id = unit.risks.add_assessment(participant_id, details)
        return Changes(CHANGED, row_id)

    # Flags

    def raise_flag(self, participant_id: ParticipantId, details: FlagDetails) -> Changes:
        """Store a red flag; the risk is then due to be assessed anew.

        Raises:
            NothingEntered: without what was seen or told, the agency where one told it, or what is done;
            NotAllowed: for a flag that its author could not read; WrongDate, DateInFuture.
        """
        self._check_flag(details)
        with self._records.unit() as unit:
            row_id = unit.risks.add_flag(participant_id, details, unit.rows.actor)
        return Changes(CHANGED, row_id)

    def change_flag(self, flag_id: UUID, details: FlagDetails, seen: Seen) -> Changes:
        """Write what a flag says after it was looked at again: raises as `raise_flag` does."""
        self._check_flag(details)
        with self._records.unit() as unit:
            self._may_see(unit, flag_id)
            token = unit.risks.change_flag(flag_id, details, seen)
        return Changes(CHANGED, flag_id, token)

    def close_flag(self, flag_id: UUID, reason: str, seen: Seen) -> Changes:
        """Write that a flag stands no longer, with the reason; it stays on file.

        Raises:
            NothingEntered: without a reason.
        """
        _need(("Reason", reason))
        with self._records.unit() as unit:
            self._may_see(unit, flag_id)
            closed = (self._clock.today(), reason.strip())
            token = unit.risks.set_flag_state(flag_id, FlagState.CLOSED, closed, seen)
        return Changes(CHANGED, flag_id, token)

    def reopen_flag(self, flag_id: UUID, seen: Seen) -> Changes:
        """Write that a flag stands again."""
        with self._records.unit() as unit:
            self._may_see(unit, flag_id)
            token = unit.risks.set_flag_state(flag_id, FlagState.OPEN, (None, ""), seen)
        return Changes(CHANGED, flag_id, token)

    # The plan

    def plan_action(self, participant_id: ParticipantId, details: ActionDetails) -> Changes:
        """Store a step of the plan.

        Raises:
            NothingEntered: when nothing is to be done.
        """
        _need(("What is done", details.what))
        with self._records.unit() as unit:
            row_id = unit.risks.add_action(participant_id, replace(details, what=details.what.strip()))
        return Changes(CHANGED, row_id)

    def finish_action(self, action_id: UUID, done_on: date, outcome: str, seen: Seen) -> Changes:
        """Write that a step is done and what came of it.

        Raises:
            NothingEntered: without what came of it; DateInFuture.
        """
        _need(("What came of it", outcome))
        self._past("Done on", done_on)
        with self._records.unit() as unit:
            token = unit.risks.set_done(action_id, done_on, outcome.strip(), seen)
        return Changes(CHANGED, action_id, token)

    def reopen_action(self, action_id: UUID, seen: Seen) -> Changes:
        """Write that a step is not done after all."""
        with self._records.unit() as unit:
            token = unit.risks.set_done(action_id, None, "", seen)
        return Changes(CHANGED, action_id, token)

    # Mistakes

    def withdraw(self, what: str, row_id: UUID, seen: Seen) -> Changes:
        """Take away an "assessment", a "flag" or an "action" entered by mistake; `restore` undoes it."""
        with self._records.unit() as unit:
            if what == "flag":
                self._may_see(unit, row_id)
            unit.risks.withdraw(what, row_id, seen)
        return Changes(CHANGED, row_id)

    def restore(self, what: str, row_id: UUID) -> Changes:
        """Put back what was taken away."""
        with self._records.unit() as unit:
            unit.risks.restore(what, row_id)
        return Changes(CHANGED, row_id)

    def _check_flag(self, details: FlagDetails) -> None:
        _need(("What was seen or told", details.detail), ("What is done about it", details.action))
        if details.provenance is Provenance.AGENCY:
            _need(("Which agency", details.source))
        if details.visibility not in self._sees:
            raise NotAllowed(role="coordinator")
        self._past("Raised on", details.raised_on)
        if details.review_on < details.raised_on:
            raise WrongDate(field="Look at it again on", reason="it lies before the flag was raised")

    def _may_see(self, unit: Unit, flag_id: UUID) -> None:
        if unit.risks.flag(flag_id).visibility not in self._sees:
            raise NotAllowed(role="coordinator")

    def _past(self, field: str, day: date) -> None:
        if day > self._clock.today():
            raise DateInFuture(field=field)


def _in_words(clusters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(CLUSTER_WORDS.get(cluster, cluster.replace("_", " ")) for cluster in clusters)


def _need(*answers: tuple[str, str]) -> None:
    for field, words in answers:
        if not words.strip():
            raise NothingEntered(field=field)
