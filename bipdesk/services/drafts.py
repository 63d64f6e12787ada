"""What somebody has begun to type: kept at each pause, there again after lock or crash, gone when saved."""

from collections.abc import Callable, Mapping

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.draft import Draft, DraftKey, to_text
from bipdesk.domain.errors import HandOverNotReady
from bipdesk.domain.handover import HandOverForm, Seal
from bipdesk.domain.ids import EnvelopeId, ParticipantId, records_id

NOTHING = Changes(frozenset())
"""Drafts are nobody's news: no screen loads again for them."""


class DraftService:
    """The drafts of the person signed in; nobody else sees them, and no bundle takes them along."""

    def __init__(self, records: RecordsFile, clock: Clock, seal: Seal | None) -> None:
        self._records = records
        self._clock = clock
        self._seal = seal
        self._finished: set[EnvelopeId] = set()

    def keep(self, key: DraftKey, content: Mapping[str, object]) -> Changes:
        """Store what is typed; nothing typed is no draft."""
        with self._records.unit() as unit:
            if content:
                unit.drafts.keep(key, to_text(content))
            else:
                unit.drafts.drop(key)
        return NOTHING

    def of(self, key: DraftKey) -> Draft | None:
        """Return what was begun in this form, or None."""
        with self._records.unit() as unit:
            return unit.drafts.of(key)

    def list(self) -> tuple[Draft, ...]:
        """Return everything this person has begun, the newest first."""
        with self._records.unit() as unit:
            return unit.drafts.all()

    def drop(self, key: DraftKey) -> Changes:
        """Discard what was begun; `take_back` undoes it."""
        with self._records.unit() as unit:
            unit.drafts.drop(key)
            unit.drafts.discard_sealed(key, True)
        return NOTHING

    def take_back(self, key: DraftKey, content: Mapping[str, object]) -> Changes:
        """Undo `drop`: `content` is what the form still knows; what was sealed is sealed still."""
        with self._records.unit() as unit:
            if content:
                unit.drafts.keep(key, to_text(content))
            unit.drafts.discard_sealed(key, False)
        return NOTHING

    # The hand-over form

    def new_sitting(self) -> EnvelopeId:
        """Return the id under which one sitting keeps its hand-over form; asks no file."""
        return EnvelopeId(records_id(self._clock.now()))

    def keep_sealed(self, key: DraftKey, sitting: EnvelopeId, form: HandOverForm) -> Changes:
        """Seal what is typed so far to the safety officer; it replaces what this sitting sealed before.

        Raises:
            HandOverNotReady: when nobody could open it yet.
        """
        if self._seal is None:
            raise HandOverNotReady
        if sitting in self._finished:
            return NOTHING  # its form was saved whole while this waited for its turn
        with self._records.unit() as unit:
            unit.drafts.keep_sealed(key, sitting, self._seal(sitting, form.to_bytes()))
        return NOTHING

    # Saving

    def finish(
        self, key: DraftKey, command: Callable[[], Changes], sitting: EnvelopeId | None = None
    ) -> Changes:
        """Carry out the command that saves the form, and forget the draft: both are kept, or neither.

        What earlier sittings left sealed goes along as envelopes of the participant whose id the command
        returns; what `sitting` sealed does not: the command has just sealed the same form whole.
        """
        with self._records.together():
            changes = command()
            with self._records.unit() as unit:
                unit.drafts.drop(key)
                if sitting is not None:
                    unit.drafts.drop_sealed(key, sitting)
                self._attach(unit, key, changes)
                unit.drafts.drop_sealed(key)
        if sitting is not None:
            self._finished.add(sitting)
        return changes

    def _attach(self, unit: Unit, key: DraftKey, changes: Changes) -> None:
        left = unit.drafts.sealed(key)
        if not left or changes.row_id is None:
            return
        referral_id = unit.referrals.latest(ParticipantId(changes.row_id)).referral_id
        for envelope_id, sealed in left:
            unit.hand_overs.add(envelope_id, referral_id, sealed)
