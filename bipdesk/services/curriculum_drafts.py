"""The editor of own curricula: begin, save half done, release as a version that never changes, retire."""

from collections.abc import Callable
from uuid import UUID

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.curriculum_draft import BLANK, CurriculumDraft, draft_of, release_of
from bipdesk.domain.curriculum_writing import definition_of
from bipdesk.domain.delivery_errors import (
    CurriculumFaulty,
    CurriculumTooLong,
    CurriculumUnknown,
    DraftUnreadable,
)
from bipdesk.domain.draft_faults import draft_faults
from bipdesk.domain.draft_writing import content_of
from bipdesk.domain.ids import Seen, records_id
from bipdesk.domain.own_curriculum import StoredDraft, own_id

CHANGED = frozenset({Topic.CURRICULA})
RELEASED = CHANGED | {Topic.GROUPS}
MOST_CHARACTERS = 300_000
"""Of one curriculum: what is stored has to fit into one entry of the journal."""
Guard = Callable[[], None]


class CurriculumDraftService:
    """What only a coordinator does: make, change and release the programme's own curricula."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock, guard: Guard) -> None:
        self._records = records
        self._curricula = curricula
        self._clock = clock
        self._guard = guard

    def begin(self, curriculum_id: str = "") -> Changes:
        """Begin a draft: blank, as a copy of one that came with the program, or as an own one's next version.

        Raises:
            CurriculumUnknown: this computer has not got it.
        """
        self._guard()
        if curriculum_id and not self._curricula.knows(curriculum_id):
            raise CurriculumUnknown()
        draft, family_id = BLANK, None
        if curriculum_id:
            family_id = self._family(curriculum_id)
            copied = self._curricula.of(curriculum_id)
            draft = draft_of(copied, f"{copied.name}, our own" if family_id is None else copied.name)
        family = family_id or records_id(self._clock.now())
        with self._records.unit() as unit:
            row_id, seen = unit.curricula.begin(draft, family, curriculum_id, self._clock.today())
        return Changes(CHANGED, row_id, seen)

    def _family(self, curriculum_id: str) -> UUID | None:
        found = (one.family_id for one in self._curricula.own if one.curriculum.id == curriculum_id)
        return next(found, None)

    def draft(self, draft_id: UUID) -> StoredDraft:
        """Return one draft as stored.

        Raises:
            DraftUnreadable, RowMissing.
        """
        self._guard()
        with self._records.unit() as unit:
            stored = unit.curricula.draft(draft_id)
        if stored.draft is None:
            raise DraftUnreadable()
        return stored

    def taken(self, draft_id: UUID) -> frozenset[str]:
        """Return the names that other curricula have, which this one cannot be released under."""
        self._guard()
        with self._records.unit() as unit:
            return self._taken(unit.curricula.draft(draft_id).family_id)

    def _taken(self, family_id: UUID) -> frozenset[str]:
        same = {one.curriculum.id for one in self._curricula.own if one.family_id == family_id}
        return frozenset(curriculum.name for curriculum in self._curricula if curriculum.id not in same)

    def save(self, draft_id: UUID, draft: CurriculumDraft, seen: Seen) -> Changes:
        """Store a draft half done; whatever is wrong with it may stay wrong.

        Raises:
            CurriculumTooLong, RowMissing.
        """
        self._guard()
        _must_fit(content_of(draft))
        with self._records.unit() as unit:
            token = unit.curricula.save(draft_id, draft, seen)
        return Changes(CHANGED, draft_id, token)

    def discard(self, draft_id: UUID, seen: Seen) -> Changes:
        """Take a draft away; `bring_back` undoes it."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.curricula.drop(draft_id, seen, "discarded")
        return Changes(CHANGED, draft_id, token)

    def bring_back(self, draft_id: UUID) -> Changes:
        """Put a draft back that was taken away."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.curricula.bring_back(draft_id)
        return Changes(CHANGED, draft_id, token)

    def release(self, draft_id: UUID, draft: CurriculumDraft, seen: Seen) -> Changes:
        """Make the draft a version that never changes; the row id is that of the version.

        Participants and groups on an earlier version stay on it. Files attached to what it began as are
        attached to the same sessions of it, where their titles are the same.

        Raises:
            CurriculumFaulty: something in it is still wrong (`draft_faults`).
            CurriculumTooLong, RowMissing.
        """
        self._guard()
        release_id = records_id(self._clock.now())
        with self._records.unit() as unit:
            stored = unit.curricula.draft(draft_id)
            number = len(draft_faults(draft, self._taken(stored.family_id)))
            if number:
                raise CurriculumFaulty(number=number)
            made = self._made(draft, stored.family_id, release_id)
            _must_fit(definition_of(made))
            unit.curricula.drop(draft_id, seen, "released")
            unit.curricula.release(made, release_id, stored.family_id, self._clock.today())
            self._hand_on_files(unit, stored.based_on, made)
        self._renew()
        return Changes(RELEASED, release_id)

    def _made(self, draft: CurriculumDraft, family_id: UUID, release_id: UUID) -> Curriculum:
        families = list(dict.fromkeys(one.family_id for one in self._curricula.own))
        number = families.index(family_id) if family_id in families else len(families)
        version = self._version(family_id)
        return release_of(draft, own_id(number + 1, version, release_id), version)

    def _version(self, family_id: UUID) -> int:
        before = (one.curriculum.version for one in self._curricula.own if one.family_id == family_id)
        return max(before, default=0) + 1

    def _hand_on_files(self, unit: Unit, from_id: str, made: Curriculum) -> None:
        if not from_id or not self._curricula.knows(from_id):
            return
        before = {step.code: step.title for step in self._curricula.of(from_id).steps}
        same = [step.code for step in made.steps if before.get(step.code) == step.title]
        unit.session_files.hand_on(from_id, made.id, same)

    def retire(self, release_id: UUID, seen: Seen) -> Changes:
        """Offer a version for no new group; whoever is on it stays on it."""
        self._guard()
        return self._retire(release_id, seen, retired=True)

    def take_into_use(self, release_id: UUID, seen: Seen) -> Changes:
        """Offer a retired version again."""
        self._guard()
        return self._retire(release_id, seen, retired=False)

    def _retire(self, release_id: UUID, seen: Seen, *, retired: bool) -> Changes:
        with self._records.unit() as unit:
            token = unit.curricula.retire(release_id, self._clock.today() if retired else None, seen)
        self._renew()
        return Changes(RELEASED, release_id, token)

    def _renew(self) -> None:
        with self._records.unit() as unit:
            unit.curricula.bring_up_to_date(self._curricula)


def _must_fit(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise CurriculumTooLong(most=MOST_CHARACTERS)
