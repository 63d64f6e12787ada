"""What a person does about readiness: look, record evidence, renew it, take it away."""

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.checklist import Checklists
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import NothingEntered, WrongDate
from bipdesk.domain.ids import EvidenceId, Seen
from bipdesk.domain.readiness import EvidenceDetails, Readiness, judge
from bipdesk.domain.staff import Guard

CHANGED = frozenset({Topic.READINESS})


class ReadinessService:
    """The checklists, and the evidence that stands behind each of their items."""

    def __init__(self, records: RecordsFile, checklists: Checklists, clock: Clock, guard: Guard) -> None:
        self._guard = guard
        self._records = records
        self._checklists = checklists
        self._clock = clock

    @property
    def checklists(self) -> Checklists:
        """Return the lists themselves."""
        return self._checklists

    def standing(self) -> Readiness:
        """Return how the programme stands today, with the decisions of two people."""
        today = self._clock.today()
        with self._records.unit() as unit:
            judged = judge(self._checklists, unit.readiness.facts(today), today)
            return Readiness(judged.lists, judged.arrangements, unit.readiness.decisions())

    def record(self, details: EvidenceDetails) -> Changes:
        """Store evidence for one item.

        Raises:
            NothingEntered, WrongDate.
        """
        self._guard()
        self._check(details)
        with self._records.unit() as unit:
            row_id, seen = unit.readiness.add_evidence(details, self._records.actor)
        return Changes(CHANGED, row_id, seen)

    def change(self, evidence_id: EvidenceId, details: EvidenceDetails, seen: Seen) -> Changes:
        """Write evidence over what `seen` says was on screen; whoever changes it answers for it.

        Raises:
            NothingEntered, WrongDate, RowMissing.
        """
        self._guard()
        self._check(details)
        with self._records.unit() as unit:
            token = unit.readiness.change_evidence(evidence_id, details, self._records.actor, seen)
        return Changes(CHANGED, evidence_id, token)

    def remove(self, evidence_id: EvidenceId, seen: Seen) -> Changes:
        """Take evidence away; `restore` undoes it."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.readiness.remove_evidence(evidence_id, seen)
        return Changes(CHANGED, evidence_id, token)

    def restore(self, evidence_id: EvidenceId) -> Changes:
        """Put evidence back that was taken away."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.readiness.restore_evidence(evidence_id)
        return Changes(CHANGED, evidence_id, token)

    def _check(self, details: EvidenceDetails) -> None:
        if self._checklists.item(details.item) is None:
            raise ValueError(f"{details.item} is an item of no checklist")
        if not details.text.strip():
            raise NothingEntered(field="What shows it")
        if details.on_date > self._clock.today():
            raise WrongDate(field="Holds from", reason="it lies in the future")
        if details.expires_on is not None and details.expires_on < details.on_date:
            raise WrongDate(field="Counts until", reason="it ends before it begins")
