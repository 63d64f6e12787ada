"""What a person does with letters: choose, see exactly what will print, print, and find again what left."""

import hashlib
from uuid import UUID

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.disclosed import Checked, CourtOrder, Disclosed, LetterChoices, PreparedDocument, Sent
from bipdesk.domain.disclosure import (
    Disclosure,
    Document,
    Recipient,
    Refusal,
    authorise,
)
from bipdesk.domain.errors import NothingEntered, WrongDate
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.intake_errors import DisclosureRefused, LetterNotFitting
from bipdesk.domain.notice import NOTICE_OF, NoticeDetails, NoticeWay
from bipdesk.domain.pack import Pack, Packs
from bipdesk.services.disclosures.contents import LetterContents, fitting, render, tidy
from bipdesk.services.disclosures.notice_contents import NOTICES
from bipdesk.services.disclosures.standing import known, recipients_of, standing_of

CHANGED = frozenset({Topic.PAPERS, Topic.NOTICES})
_ELSEWHERE = "This document was made on another computer and is kept there."
_ALTERED = "What is kept of this document is not what was recorded. Do not use it; tell the coordinator."


class DisclosureService:
    """Letters through the gate, and the list of what left."""

    def __init__(self, records: RecordsFile, curricula: Curricula, packs: Packs, clock: Clock) -> None:
        self._records = records
        self._curricula = curricula
        self._packs = packs
        self._clock = clock

    def choices(self, participant_id: ParticipantId) -> LetterChoices:
        """Return what can be written about him now, and to whom."""
        with self._records.unit() as unit:
            state = unit.referrals.latest(participant_id)
            signed = unit.waivers.signed(participant_id)
            revoked = signed is not None and signed[0].revoked_on is not None
            contents = LetterContents(unit, self._curricula, self._clock.today())
            notices = contents.notices(participant_id)
            return LetterChoices(
                fitting(state, revoked) + notices.fitting(),
                recipients_of(unit, participant_id),
                contents.reason_on_file(state),
                state.status.label,
                notices.words(),
            )

    def check(self, document: Document, participant_id: ParticipantId, recipient: Recipient) -> Checked:
        """Return by what right it may go, or what is missing; nothing is rendered."""
        with self._records.unit() as unit:
            found = self._authorise(unit, document, participant_id, tidy(recipient))
            contents = LetterContents(unit, self._curricula, self._clock.today())
            unfitting = contents.unfitting(document, participant_id)
        return Checked(Refusal(unfitting) if unfitting and isinstance(found, Disclosure) else found)

    def prepare(
        self,
        document: Document,
        participant_id: ParticipantId,
        recipient: Recipient,
        language: str = "",
        reason: str = "",
    ) -> PreparedDocument:
        """Return the document exactly as it will print; without authority nothing is rendered.

        Raises:
            DisclosureRefused: with what is missing and how to obtain it.
            LetterNotFitting, WordNotForLetters, NothingEntered.
        """
        recipient = tidy(recipient)
        if not recipient.name:
            raise NothingEntered(field="Recipient")
        with self._records.unit() as unit:
            recipient = known(unit, participant_id, recipient)
            found = self._authorise(unit, document, participant_id, recipient)
            if isinstance(found, Refusal):
                raise DisclosureRefused(reason=found.reason)
            contents = LetterContents(unit, self._curricula, self._clock.today())
            author = unit.groups.staff_names().get(self._records.actor, "")
            spoken = language or recipient.language
            frame = contents.frame(participant_id, author, spoken)
            content = contents.of(document, participant_id, frame, reason, recipient.name)
            about = _about(contents, document, participant_id, recipient.name)
            unit.rows.note(Verb.READ, document.value, participant_id)
        pdf = render(found, content)
        return PreparedDocument(participant_id, found, frame.reference, spoken, pdf, about)

    def record(self, prepared: PreparedDocument) -> Changes:
        """Store the disclosure with the bytes as they will leave; then it may be printed.

        Raises:
            DisclosureRefused: when the waiver was revoked since the letter was shown.
        """
        disclosure = prepared.disclosure
        with self._records.unit() as unit:
            found = self._authorise(unit, disclosure.document, prepared.participant_id, disclosure.recipient)
            if isinstance(found, Refusal):
                raise DisclosureRefused(reason=found.reason)
            disclosure_id = unit.disclosures.record(prepared)
            unit.papers.keep(disclosure_id, "pdf", prepared.pdf)
            self._note(unit, prepared, disclosure_id)
        return Changes(CHANGED, disclosure_id)

    def _note(self, unit: Unit, prepared: PreparedDocument, disclosure_id: UUID) -> None:
        """Write down the notice that a letter gives: it ends what was owed of it."""
        disclosure = prepared.disclosure
        kind = NOTICE_OF.get(disclosure.document)
        if kind is not None:
            details = NoticeDetails(
                kind,
                disclosure.recipient.name,
                self._clock.today(),
                NoticeWay.LETTER,
                disclosure.recipient.recipient_class,
                prepared.about,
                reference=prepared.reference,
                authority=disclosure.authority.words,
                disclosure_id=disclosure_id,
            )
            unit.notices.add(prepared.participant_id, details)

    def mark_sent(self, disclosure_id: UUID, sent: Sent = Sent.PRINTED) -> Changes:
        """Record that it left."""
        with self._records.unit() as unit:
            token = unit.disclosures.mark_sent(disclosure_id, sent)
        return Changes(CHANGED, disclosure_id, token)

    def reprint(self, disclosure_id: UUID) -> bytes:
        """Return the document as it left, to the byte; what was told once may be shown again.

        One that was recorded and never left needs its authority still.

        Raises:
            DisclosureRefused: when it has not left and the waiver was revoked since.
            LetterNotFitting: when its bytes are not on this computer, or are not what was recorded.
        """
        with self._records.unit() as unit:
            participant_id, line = unit.disclosures.get(disclosure_id)
            if line.sent is Sent.NOT_YET:
                found = self._authorise(unit, line.document, participant_id, line.recipient)
                if isinstance(found, Refusal):
                    raise DisclosureRefused(reason=found.reason)
            paper_id = unit.papers.newest(disclosure_id)
            if paper_id is None:
                raise LetterNotFitting(reason=_ELSEWHERE)
            content = unit.papers.content(paper_id)[1]
            if hashlib.sha256(content).hexdigest() != line.sha256:
                raise LetterNotFitting(reason=_ALTERED)
            unit.rows.note(Verb.PRINTED, "disclosure", disclosure_id)
        return content

    def of(self, participant_id: ParticipantId) -> tuple[Disclosed, ...]:
        """Return everything that was disclosed about him, the newest first."""
        with self._records.unit() as unit:
            return unit.disclosures.of(participant_id, unit.groups.staff_names())

    # Orders of courts

    def orders(self, participant_id: ParticipantId) -> tuple[CourtOrder, ...]:
        """Return the orders of courts to tell something about him."""
        with self._records.unit() as unit:
            return unit.disclosures.orders(participant_id)

    def add_order(self, participant_id: ParticipantId, order: CourtOrder) -> Changes:
        """Record an order of a court: it is authority where the waiver is not."""
        if not order.words.strip():
            raise NothingEntered(field="Order")
        if not order.topics:
            raise NothingEntered(field="Topics")
        if order.ends_on is not None and order.ends_on < order.begins_on:
            raise WrongDate(field="Until", reason="it lies before the first day")
        with self._records.unit() as unit:
            order_id = unit.disclosures.add_order(participant_id, order)
        return Changes(CHANGED, order_id)

    # The same gate for what is told by telephone or in person

    def leave(
        self, unit: Unit, document: Document, participant_id: ParticipantId, recipient: Recipient
    ) -> Disclosure | Refusal:
        """Return by what right this may be told, in a transaction that is open; nothing is rendered."""
        return self._authorise(unit, document, participant_id, tidy(recipient))

    def recipients(self, unit: Unit, participant_id: ParticipantId) -> tuple[Recipient, ...]:
        """Return to whom one could tell something about him: his referrer first."""
        return recipients_of(unit, participant_id)

    def _authorise(
        self, unit: Unit, document: Document, participant_id: ParticipantId, recipient: Recipient
    ) -> Disclosure | Refusal:
        recipient = known(unit, participant_id, recipient)
        standing = standing_of(unit, participant_id, document, self._pack(unit))
        return authorise(document, recipient, standing, self._clock.today())

    def _pack(self, unit: Unit) -> Pack:
        return self._packs.of(unit.offices.site().details.pack)


def _about(
    contents: LetterContents, document: Document, participant_id: ParticipantId, recipient: str
) -> frozenset[UUID]:
    if document not in NOTICES:
        return frozenset()
    return contents.notices(participant_id).about(document, recipient)
