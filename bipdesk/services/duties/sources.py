"""The subjects that make something due."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.journey import Journey
from bipdesk.domain.library import Library
from bipdesk.domain.participant import ListedParticipant
from bipdesk.services.duties.absences import absence_duties
from bipdesk.services.duties.agreements import agreement_duties, next_step_duties
from bipdesk.services.duties.begun import begun_referral
from bipdesk.services.duties.endings import completions_to_sign, interim_reviews
from bipdesk.services.duties.goals import due_with_goals
from bipdesk.services.duties.groups import group_duties
from bipdesk.services.duties.intake import document_duties, intake_decisions, intake_duties
from bipdesk.services.duties.leaves import leave_duties
from bipdesk.services.duties.papers import paper_duties
from bipdesk.services.duties.readiness import readiness_decisions, readiness_duties
from bipdesk.services.duties.recovery_code import recovery_code_duties
from bipdesk.services.duties.risk import harm_duties, plan_duties, reassessment_duties
from bipdesk.services.duties.staff import staff_duties
from bipdesk.services.duties.suitability import assess_again_duties

Source = Callable[[Unit, date], Iterator[Duty]]
RuledSource = Callable[[Unit, date, Library], Iterator[Duty]]
"""One that needs the rules of the place, a checklist or a curriculum."""

Traced = tuple[ListedParticipant, Journey]
JourneySource = Callable[[Unit, date, Sequence[Traced]], Iterator[Duty]]
RuledJourneySource = Callable[[Unit, date, Library, Sequence[Traced]], Iterator[Duty]]
"""One that follows from the journeys of those who are here, which are traced once for all."""

DUE: tuple[Source, ...] = (
    recovery_code_duties,
    staff_duties,
    harm_duties,
    assess_again_duties,
    agreement_duties,
    next_step_duties,
    plan_duties,
)
"""Due by a date: shown under what is due, the soonest first."""

DECISIONS: tuple[Source, ...] = (begun_referral, intake_decisions)
"""Waiting for somebody to decide."""

RULED_DUE: tuple[RuledSource, ...] = (
    absence_duties,
    group_duties,
    intake_duties,
    document_duties,
    readiness_duties,
    paper_duties,
    leave_duties,
)
RULED_DECISIONS: tuple[RuledSource, ...] = (readiness_decisions,)

OF_JOURNEYS: tuple[JourneySource, ...] = (reassessment_duties, due_with_goals)

RULED_OF_JOURNEYS: tuple[RuledJourneySource, ...] = (interim_reviews,)
DECISIONS_OF_JOURNEYS: tuple[RuledJourneySource, ...] = (completions_to_sign,)

FOR_COORDINATORS = frozenset(
    {
        DutyKind.STAFF_ENDS,
        DutyKind.RECOVERY_CODE,
        DutyKind.READINESS,
        DutyKind.EVIDENCE_ENDS,
        DutyKind.OFFICER_SIGNS_IN,
    }
)
"""What only a coordinator has a page for: nobody else is shown it."""
