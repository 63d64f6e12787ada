"""Gathers what a letter that gives a notice says: incidents, confirmed absences, the end; no class notes."""

from datetime import date
from uuid import UUID

from bipdesk.db.records.file import Unit
from bipdesk.domain.absence import Absence, Standing
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.disclosure import Document, unfit_word
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.exit import ExitRecord, SummaryWords
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import Incident, IncidentKind
from bipdesk.domain.intake_errors import WordNotForLetters
from bipdesk.domain.letter import LetterFrame, StatusLetter
from bipdesk.domain.notice import NOTICE_OF
from bipdesk.domain.notice_letter import (
    MUST_BE_WORDED,
    WORDED,
    NoticeLetter,
    SeenHere,
    ToldIncident,
)
from bipdesk.domain.referral import FINISHED, HERE, Status

NOTICES = frozenset(NOTICE_OF) - {Document.STATUS_LETTER}
"""Letters with a body of this kind; the status letter has its own."""
_TOLD = frozenset(
    {IncidentKind.THREAT, IncidentKind.VIOLENCE, IncidentKind.ORDER_VIOLATION, IncidentKind.NEW_CHARGE}
)
_OF_KIND = {
    Document.NON_COMPLIANCE_NOTICE: frozenset({IncidentKind.NON_COMPLIANCE}),
    Document.INCIDENT_NOTICE: _TOLD,
    Document.LEVEL_NOTICE: frozenset({IncidentKind.LEVEL_CHANGE}),
}
_WITH_NUMBERS = frozenset(
    {
        Document.INTERIM_SUMMARY,
        Document.TERMINATION_LETTER,
        Document.COMPLETION_LETTER,
        Document.EXIT_SUMMARY,
    }
)
UNFITTING = {
    Document.ENROLMENT_NOTICE: "He is not accepted, or no longer here: there is no enrolment to confirm.",
    Document.NON_COMPLIANCE_NOTICE: "No absence of his is confirmed and no broken rule is written down: "
    "confirm the absence in the review of absences, or record an incident under Notices, first.",
    Document.INCIDENT_NOTICE: "No threat, violence, violation of an order or new charge is written down: "
    "record the incident under Notices first.",
    Document.LEVEL_NOTICE: "No change of level is written down: record it under Notices first.",
    Document.INTERIM_SUMMARY: "He is not in the programme: there is nothing to sum up yet.",
    Document.TERMINATION_LETTER: "He has not left the programme: record the end under Reviews first.",
    Document.COMPLETION_LETTER: "He has not completed the programme: record that under Reviews first.",
    Document.EXIT_SUMMARY: "His time in the programme has not ended: record the end under Reviews first.",
}


class NoticeContents:
    """Reads what one participant's notices say in one open transaction."""

    def __init__(self, unit: Unit, curricula: Curricula, participant_id: ParticipantId) -> None:
        self._unit = unit
        self._curricula = curricula
        self._his = participant_id
        self._state = unit.referrals.latest(participant_id)

    def fitting(self) -> tuple[Document, ...]:
        """Return the notices that say something true of him now."""
        return tuple(each for each in Document if each in NOTICES and self.fits(each))

    def fits(self, document: Document) -> bool:
        """Say whether this notice would say something true."""
        status = self._state.status
        if document in (Document.ENROLMENT_NOTICE, Document.INTERIM_SUMMARY):
            return status in HERE
        if document is Document.COMPLETION_LETTER:
            return status is Status.COMPLETED
        if document is Document.TERMINATION_LETTER:
            return status is Status.LEFT and self._was_enrolled()
        if document is Document.EXIT_SUMMARY:
            return status in FINISHED and self._was_enrolled()
        return bool(self._incidents(document) or self._absences(document))

    def words(self) -> dict[Document, str]:
        """Return a first wording for the letters that have words of their own."""
        found = {}
        for document in (Document.INCIDENT_NOTICE, Document.LEVEL_NOTICE, Document.NON_COMPLIANCE_NOTICE):
            texts = [incident.details.words.strip() for incident in self._incidents(document)]
            found[document] = "\n".join(text for text in texts if text)
        end = self._end()
        if end is not None:
            found[Document.TERMINATION_LETTER] = end.details.reason
        return found

    def about(self, document: Document, recipient: str) -> frozenset[UUID]:
        """Return the ids of the facts that the letter to this recipient tells of."""
        if document in _OF_KIND:
            incidents, absences = self._untold(document, recipient)
            return frozenset(
                [*(each.incident_id for each in incidents), *(each.attendance_id for each in absences)]
            )
        end = self._end()
        ends = (Document.TERMINATION_LETTER, Document.COMPLETION_LETTER, Document.EXIT_SUMMARY)
        if document in ends and end is not None:
            return frozenset({end.exit_id})
        return frozenset({self._state.referral_id})

    def of(
        self, document: Document, frame: LetterFrame, text: str, recipient: str, status: StatusLetter
    ) -> NoticeLetter:
        """Return what the letter says; `status` has the numbers of his attendance.

        Raises:
            NothingEntered: for a letter that is nothing without its words;
            WordNotForLetters: for a word that stands in no letter (OAR 137-087-0070(2)(a)).
        """
        end = self._end()
        summary = None if end is None else self._unit.exits.summaries([end.exit_id]).get(end.exit_id)
        sums_up = document is Document.EXIT_SUMMARY and summary is not None
        words = summary.words if sums_up and summary is not None else None
        written = [text] if words is None else [text, *_texts(words)]
        self._check(document, written)
        incidents, absences = self._untold(document, recipient)
        return NoticeLetter(
            frame=frame,
            document=document,
            on_date=self._day(document, incidents, status.accepted_on),
            words=text.strip() if document in WORDED else "",
            absences=tuple((each.on_date, self._title(each)) for each in absences),
            broken_on=_broken(document, incidents),
            incidents=_told(document, incidents),
            course=status.course if document is Document.ENROLMENT_NOTICE else None,
            seen=_seen(status) if document in _WITH_NUMBERS else None,
            end="" if end is None else end.details.type.value,
            summary=words,
        )

    def _check(self, document: Document, texts: list[str]) -> None:
        if document in MUST_BE_WORDED and not texts[0].strip():
            raise NothingEntered(field="In your words")
        for text in texts:
            word = unfit_word(text)
            if word:
                raise WordNotForLetters(field="In your words", word=word)

    def _day(self, document: Document, incidents: list[Incident], accepted_on: date) -> date:
        if document in _OF_KIND:
            return max((each.details.happened_on for each in incidents), default=self._state.since)
        if document in (Document.ENROLMENT_NOTICE, Document.INTERIM_SUMMARY):
            return accepted_on
        end = self._end()
        return self._state.since if end is None else end.details.on_date

    def _end(self) -> ExitRecord | None:
        return self._unit.exits.standing([self._state.referral_id]).get(self._state.referral_id)

    def _was_enrolled(self) -> bool:
        events = self._unit.referrals.events(self._state.referral_id)
        return any(event.status in HERE for event in events)

    def _incidents(self, document: Document) -> list[Incident]:
        kinds = _OF_KIND.get(document, frozenset())
        found = self._unit.incidents.standing([self._his]).get(self._his, ())
        warns = document is Document.INCIDENT_NOTICE
        return [
            each
            for each in found
            if each.details.kind in kinds or (warns and each.details.danger_now is True)
        ]

    def _absences(self, document: Document) -> list[Absence]:
        if document is not Document.NON_COMPLIANCE_NOTICE:
            return []
        since = self._state.details.referred_on
        found = self._unit.absence_reviews.absences([self._his], since).get(self._his, ())
        return [each for each in found if each.standing is Standing.CONFIRMED]

    def _untold(self, document: Document, recipient: str) -> tuple[list[Incident], list[Absence]]:
        """Return what this recipient was not told of yet; where that is nothing, all of it again."""
        incidents, absences = self._incidents(document), self._absences(document)
        known: set[UUID] = set()
        for notice in self._unit.notices.of(self._his) if document in _OF_KIND else ():
            if notice.stands and notice.details.recipient.casefold() == recipient.casefold():
                known |= notice.details.about
        new_incidents = [each for each in incidents if each.incident_id not in known]
        new_absences = [each for each in absences if each.attendance_id not in known]
        if new_incidents or new_absences:
            return new_incidents, new_absences
        return incidents, absences

    def _title(self, absence: Absence) -> str:
        curriculum = self._curricula.of(self._unit.groups.curriculum_of(self._his))
        step = next((each for each in curriculum.steps if each.code == absence.step_code), None)
        return "" if step is None else step.title


def _texts(words: SummaryWords) -> list[str]:
    return [words.dose, words.attendance, words.participation, words.goals, words.recommendations]


def _broken(document: Document, incidents: list[Incident]) -> tuple[date, ...]:
    if document is not Document.NON_COMPLIANCE_NOTICE:
        return ()
    return tuple(each.details.happened_on for each in incidents)


def _told(document: Document, incidents: list[Incident]) -> tuple[ToldIncident, ...]:
    if document is not Document.INCIDENT_NOTICE:
        return ()
    return tuple(
        ToldIncident(one.kind, one.happened_on, one.heard_on, one.provenance, one.at_once)
        for one in (each.details for each in incidents)
    )


def _seen(status: StatusLetter) -> SeenHere:
    return SeenHere(
        attended=status.attended,
        of=status.course.group_sessions,
        excused=status.excused,
        missed=status.missed,
        one_to_ones=status.one_to_ones,
        last_on=status.last_attended_on,
        participation=status.participation,
    )
