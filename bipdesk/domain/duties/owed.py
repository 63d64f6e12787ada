"""One notice that a fact makes due: to whom, by when, by which rule, and whether it was given."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bipdesk.domain.duties.facts import NoticeFact, Withdrawn
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.waiver import RecipientClass

POLICE = frozenset({RecipientClass.POLICE})


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in words, where it stands, and what it makes of one fact."""

    words: str
    citation: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Owed:
    """What one fact makes due under one rule."""

    duty: DutyKind
    kind: NoticeKind
    fact_id: UUID
    fact_on: date
    """The day of the fact, for the sentence."""
    begins_on: date
    """The first day on which it is shown: never before its fact was known."""
    rule: Rule
    to: str
    what: str
    """What is owed, without whom it is about: "Notice of non-compliance"."""
    why: str
    """The fact in words: "Absent on 5 November, confirmed"."""
    period: date | None = None
    classes: frozenset[RecipientClass] = frozenset()
    """Only a notice to one of these discharges it; empty: to whomever."""
    must_leave: bool = False
    """A letter that is only written discharges nothing: it must have left."""
    withdrawn: Withdrawn | None = None
    done: bool = False
    """Something else than a notice has ended it: the exit summary was written."""

    @property
    def to_court(self) -> bool:
        """Say whether it goes to court or referrer, and not to the police or into his own file."""
        return bool(self.to) and self.classes != POLICE

    def met_by(self, notice: NoticeFact) -> bool:
        """Say whether this notice discharges it."""
        if notice.kind is not self.kind or (self.classes and notice.recipient_class not in self.classes):
            return False
        if self.must_leave and notice.sent_on is None:
            return False
        if self.period is not None:
            return notice.period == self.period
        return self.fact_id in notice.about


@dataclass(frozen=True, slots=True)
class OwedBy:
    """One thing owed about one participant, or about the programme when he is None."""

    owed: Owed
    participant_id: ParticipantId | None
    name: str
