"""What a person does with notices: see what is owed and why, write down what was told, strike out."""

from dataclasses import replace
from datetime import date
from typing import Protocol
from uuid import UUID

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.disclosed import Checked
from bipdesk.domain.disclosure import Disclosure, Document, Recipient, Refusal
from bipdesk.domain.duties.derive import derive, no_longer_due, open_about, returns_due
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.intake_errors import DisclosureRefused
from bipdesk.domain.library import Library
from bipdesk.domain.notice import OF_PROGRAMME, NoticeDetails, NoticeKind
from bipdesk.domain.notice_file import NoticeFile, ProgrammeNotices
from bipdesk.services.duties.notices import gathered

CHANGED = frozenset({Topic.NOTICES})
UNDONE = "Undone right after it was written down"
RECENT = 365
"""Days: what was no longer due before that is on the participant's own tab."""


class Gate(Protocol):
    """What says by what right something may be told; the same for letters and for calls."""

    def leave(
        self, unit: Unit, document: Document, participant_id: ParticipantId, recipient: Recipient
    ) -> Disclosure | Refusal:
        """Return leave to tell it, or what is missing."""

    def recipients(self, unit: Unit, participant_id: ParticipantId) -> tuple[Recipient, ...]:
        """Return to whom one could tell it: his referrer first."""


class NoticeService:
    """Notices that are owed, and notices that were given."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock, gate: Gate) -> None:
        self._gate = gate
        self._records = records
        self._library = library
        self._clock = clock

    def file(self, participant_id: ParticipantId) -> NoticeFile:
        """Return what is owed about one participant, why, what was told, and what is no longer due."""
        today = self._clock.today()
        with self._records.unit() as unit:
            found = gathered(unit, today, self._library, [participant_id])
            owed = [o for case in found.facts.cases for o in open_about(case, found.pack, today, found.free)]
            return NoticeFile(
                participant_id=participant_id,
                today=today,
                due=tuple(sorted(owed, key=lambda each: each.rule.due_on)),
                incidents=unit.incidents.of(participant_id),
                sent=unit.notices.of(participant_id),
                no_longer=no_longer_due(found.facts, found.pack, today, found.free),
                recipients=self._gate.recipients(unit, participant_id),
            )

    def programme(self) -> ProgrammeNotices:
        """Return what is owed about everybody and by the programme; the number of queries does not grow."""
        today = self._clock.today()
        with self._records.unit() as unit:
            found = gathered(unit, today, self._library)
            what = (found.facts, found.pack, today, found.free)
            all_of_it = derive(*what)
            gone = (one for one in all_of_it.no_longer_due if (today - one.withdrawn.on).days <= RECENT)
            sent = unit.notices.of(None)
            return ProgrammeNotices(today, all_of_it.duties, returns_due(*what), sent, tuple(gone))

    def check(self, kind: NoticeKind, participant_id: ParticipantId, recipient: Recipient) -> Checked:
        """Return by what right it may be told, or what is missing; the same gate as for letters."""
        with self._records.unit() as unit:
            return Checked(self._authorise(unit, kind, participant_id, recipient))

    def record(self, participant_id: ParticipantId, details: NoticeDetails, recipient: Recipient) -> Changes:
        """Write down what was told by telephone, in person or by a portal.

        Raises:
            NothingEntered: without a recipient or, for a call, without their name or number.
            DateInFuture.
            DisclosureRefused: when the gate lets nothing of it through.
        """
        self._check(details)
        with self._records.unit() as unit:
            found = self._authorise(unit, details.kind, participant_id, recipient)
            if isinstance(found, Refusal):
                raise DisclosureRefused(reason=found.reason)
            notice_id = unit.notices.add(participant_id, told(details, found))
        return Changes(CHANGED, notice_id)

    def record_return(self, details: NoticeDetails) -> Changes:
        """Write down that a return of the programme was sent; it is about nobody.

        Raises:
            NothingEntered, DateInFuture.
        """
        self._check(details)
        if details.kind not in OF_PROGRAMME or details.period is None:
            raise NothingEntered(field="Period")
        with self._records.unit() as unit:
            notice_id = unit.notices.add(None, details)
        return Changes(CHANGED, notice_id)

    def strike_out(self, notice_id: UUID, reason: str, seen: Seen) -> Changes:
        """Write that it was not told after all: what it had ended is due again. It stays to be seen.

        Raises:
            NothingEntered: without a reason.
        """
        if not reason.strip():
            raise NothingEntered(field="Reason")
        with self._records.unit() as unit:
            token = unit.notices.strike_out(notice_id, reason.strip(), seen)
        return Changes(CHANGED, notice_id, token)

    def put_back(self, notice_id: UUID, seen: Seen) -> Changes:
        """Undo a striking out."""
        with self._records.unit() as unit:
            token = unit.notices.put_back(notice_id, seen)
        return Changes(CHANGED, notice_id, token)

    def undo(self, notice_id: UUID | None) -> Changes:
        """Strike out what was written down a moment ago; even that stays to be seen."""
        assert notice_id is not None  # what `record` gave
        with self._records.unit() as unit:
            seen = unit.rows.seen(notice_id)
            token = unit.notices.strike_out(notice_id, UNDONE, seen)
        return Changes(CHANGED, notice_id, token)

    def _authorise(
        self, unit: Unit, kind: NoticeKind, participant_id: ParticipantId, recipient: Recipient
    ) -> Disclosure | Refusal:
        document = kind.document
        assert document is not None  # returns of the programme are about nobody
        return self._gate.leave(unit, document, participant_id, recipient)

    def _check(self, details: NoticeDetails) -> None:
        if not details.recipient.strip():
            raise NothingEntered(field="To whom")
        if not details.reference.strip():
            raise NothingEntered(field="Their name or reference")
        _past(details.told_on, self._clock.today())


def told(details: NoticeDetails, disclosure: Disclosure) -> NoticeDetails:
    """Return the notice with whom the gate let it go to, and by what right."""
    recipient = disclosure.recipient
    return replace(
        details,
        recipient=recipient.name,
        recipient_class=recipient.recipient_class,
        authority=disclosure.authority.words,
    )


def _past(day: date, today: date) -> None:
    if day > today:
        raise DateInFuture(field="Told on")
