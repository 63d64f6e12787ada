"""Gathers what each letter says, from the participant's own file and nothing else."""

from dataclasses import replace
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.disclosure import Disclosure, Document, Recipient, unfit_word
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.intake_errors import LetterNotFitting, WordNotForLetters
from bipdesk.domain.journey import HELD, IndividualKind
from bipdesk.domain.letter import (
    About,
    AcceptanceLetter,
    LetterContent,
    LetterFrame,
    Letterhead,
    RejectionNotice,
    RevocationNotice,
    StatusLetter,
    course_of,
)
from bipdesk.domain.notice_letter import NoticeLetter
from bipdesk.domain.referral import HERE, REJECTED, ReferralState, Status, standing
from bipdesk.export.reports.acceptance_letter import render_acceptance_letter
from bipdesk.export.reports.notice_letter import render_notice_letter
from bipdesk.export.reports.rejection_notice import render_rejection_notice
from bipdesk.export.reports.revocation_notice import render_revocation_notice
from bipdesk.export.reports.status_letter import render_status_letter
from bipdesk.services.disclosures.notice_contents import NOTICES, UNFITTING, NoticeContents

_ACCEPTED = (Status.ACCEPTED, Status.WAITING, Status.IN_PROGRAMME)


def fitting(state: ReferralState, revoked: bool) -> tuple[Document, ...]:
    """Return the documents that say something true of him now."""
    found = []
    if state.status in HERE:
        found += [Document.STATUS_LETTER, Document.ACCEPTANCE_LETTER]
    if state.status in REJECTED:
        found.append(Document.REJECTION_NOTICE)
    if revoked:
        found.append(Document.REVOCATION_NOTICE)
    return tuple(found)


class LetterContents:
    """Reads what a letter says in one open transaction."""

    def __init__(self, unit: Unit, curricula: Curricula, today: date) -> None:
        self._unit = unit
        self._curricula = curricula
        self._today = today

    def frame(self, participant_id: ParticipantId, author: str, language: str) -> LetterFrame:
        """Return head, reference and who the letter is about; the reading is audited."""
        unit = self._unit
        number, person, _ = unit.participants.person(participant_id)
        state = unit.referrals.latest(participant_id)
        site = unit.offices.site().details
        case = state.details.court_case.strip()
        about = About(
            f"{person.given_name} {person.family_name}", case, None if case else person.date_of_birth
        )
        head = Letterhead(site.name, unit.agreements.sender_lines(), site.paper)
        return LetterFrame(head, about, f"{number}/{self._today:%Y%m%d}", self._today, author, language)

    def of(
        self,
        document: Document,
        participant_id: ParticipantId,
        frame: LetterFrame,
        reason: str,
        recipient: str = "",
    ) -> LetterContent | NoticeLetter:
        """Return what the document says to this recipient.

        Raises:
            LetterNotFitting: when it would say what is not so.
        """
        unfitting = self.unfitting(document, participant_id)
        if unfitting:
            raise LetterNotFitting(reason=unfitting)
        state = self._unit.referrals.latest(participant_id)
        if document in NOTICES:
            status = self._status(participant_id, state, frame)
            return self.notices(participant_id).of(document, frame, reason, recipient, status)
        signed = self._unit.waivers.signed(participant_id)
        revoked_on = signed[0].revoked_on if signed else None
        if document is Document.REJECTION_NOTICE:
            return self._rejection(state, frame, reason)
        if document is Document.REVOCATION_NOTICE:
            assert signed is not None  # fitting: there is a revoked one
            assert revoked_on is not None
            return RevocationNotice(frame, signed[0].signed_on or revoked_on, revoked_on)
        if document is Document.ACCEPTANCE_LETTER:
            return self._acceptance(participant_id, state, frame)
        return self._status(participant_id, state, frame)

    def unfitting(self, document: Document, participant_id: ParticipantId) -> str:
        """Return why the document would say what is not so; empty when it fits."""
        if document in NOTICES:
            return "" if self.notices(participant_id).fits(document) else UNFITTING[document]
        state = self._unit.referrals.latest(participant_id)
        signed = self._unit.waivers.signed(participant_id)
        revoked = signed is not None and signed[0].revoked_on is not None
        return "" if document in fitting(state, revoked) else _UNFITTING[document]

    def notices(self, participant_id: ParticipantId) -> NoticeContents:
        """Return what gathers his notices."""
        return NoticeContents(self._unit, self._curricula, participant_id)

    def reason_on_file(self, state: ReferralState) -> str:
        """Return the reason written when he was found unsuitable, as a first wording."""
        events = standing(self._unit.referrals.events(state.referral_id))
        return next((e.reason for e in reversed(events) if e.status is Status.UNSUITABLE), "")

    def _rejection(self, state: ReferralState, frame: LetterFrame, reason: str) -> RejectionNotice:
        word = unfit_word(reason)
        if word:
            raise WordNotForLetters(field="Reason", word=word)
        return RejectionNotice(frame, state.since, " ".join(reason.split()))

    def _acceptance(
        self, participant_id: ParticipantId, state: ReferralState, frame: LetterFrame
    ) -> AcceptanceLetter:
        curriculum = self._curricula.of(self._unit.groups.curriculum_of(participant_id))
        membership = self._unit.groups.membership(participant_id)
        coming = None
        if membership is not None:
            dates = [s.on_date for s in self._unit.groups.calendar([membership[1]])]
            coming = min((day for day in dates if day >= membership[3]), default=None)
        return AcceptanceLetter(frame, self._accepted_on(state), course_of(curriculum), coming)

    def _status(
        self, participant_id: ParticipantId, state: ReferralState, frame: LetterFrame
    ) -> StatusLetter:
        since = self._accepted_on(state)
        found = self._unit.attendances.facts([participant_id]).get(participant_id, ([], []))
        attendance = [fact for fact in found[0] if fact.on_date >= since]
        individual = [fact for fact in found[1] if fact.on_date >= since]
        curriculum_id = self._unit.groups.curriculum_of(participant_id)
        journey = self._curricula.trace(curriculum_id, (attendance, individual))
        curriculum = self._curricula.of(curriculum_id)
        in_group = {step.code for step in curriculum.group_steps}
        met = sum(place.state in HELD and place.step.code in in_group for place in journey.steps)
        days = [fact.on_date for fact in attendance if fact.mark.counts_as_attended]
        singles = [f for f in individual if f.kind in (IndividualKind.ONE_TO_ONE, IndividualKind.REVIEW)]
        parts = self._unit.attendances.taking_part(participant_id, since)
        return StatusLetter(
            frame=frame,
            accepted_on=since,
            course=course_of(curriculum),
            attended=met,
            excused=_marked(attendance, Mark.EXCUSED),
            missed=_marked(attendance, Mark.ABSENT, Mark.SENT_HOME),
            one_to_ones=len(singles),
            owed=len(journey.owed),
            last_attended_on=max([*days, *(fact.on_date for fact in singles)], default=None),
            participation=(parts.get(1, 0), parts.get(2, 0), parts.get(3, 0), parts.get(4, 0)),
        )

    def _accepted_on(self, state: ReferralState) -> date:
        """Return the day of acceptance, or of the first status after it where the paper files tell no "
        "more."""
        events = standing(self._unit.referrals.events(state.referral_id))
        return next((e.on_date for e in events if e.status in _ACCEPTED), state.since)


_UNFITTING = {
    Document.ACCEPTANCE_LETTER: "He is not accepted, or no longer here: there is nothing to confirm. "
    "Accept him "
    "on his Intake tab first.",
    Document.STATUS_LETTER: "He is not accepted, or no longer here: there is no attendance to report up to "
    "today.",
    Document.REJECTION_NOTICE: "He was not found unsuitable: record that decision on his Suitability tab "
    "first.",
    Document.REVOCATION_NOTICE: "His waiver is not revoked: record the revocation under Papers first.",
}


def _marked(attendance: list[AttendanceFact], *marks: Mark) -> int:
    return sum(fact.mark in marks for fact in attendance)


def render(disclosure: Disclosure, content: LetterContent | NoticeLetter) -> bytes:
    """Return the document as PDF; only leave of the gate renders it."""
    if isinstance(content, NoticeLetter):
        return render_notice_letter(disclosure, content)
    if isinstance(content, AcceptanceLetter):
        return render_acceptance_letter(disclosure, content)
    if isinstance(content, RejectionNotice):
        return render_rejection_notice(disclosure, content)
    if isinstance(content, RevocationNotice):
        return render_revocation_notice(disclosure, content)
    return render_status_letter(disclosure, content)


def tidy(recipient: Recipient) -> Recipient:
    """Return the recipient without stray spaces."""
    lines = tuple(line.strip() for line in recipient.lines if line.strip())
    return replace(recipient, name=" ".join(recipient.name.split()), lines=lines)
