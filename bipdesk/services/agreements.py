"""What a person does with the programme agreement: word it, print it, record its signature."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.agreement import LANGUAGES, Agreement, AgreementForm, Section, Wording
from bipdesk.domain.agreement_texts import default_text
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.errors import DateInFuture
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen
from bipdesk.domain.letter import Letterhead, course_of
from bipdesk.domain.paper import ScannedPaper
from bipdesk.domain.staff import Guard
from bipdesk.export.reports.agreement import render_agreement

CHANGED = frozenset({Topic.PARTICIPANTS, Topic.PAPERS})
DOCUMENT = "agreement"
SENDER = ("letterhead", "address", "")


@dataclass(frozen=True, slots=True)
class AgreementView:
    """What is on file of a participant's agreement."""

    signed: tuple[Agreement, ...]
    """The newest first."""
    scans: tuple[ScannedPaper, ...]


class AgreementService:
    """The programme agreement and the wording of the programme's papers."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock, guard: Guard) -> None:
        self._guard = guard
        self._records = records
        self._curricula = curricula
        self._clock = clock

    def of(self, participant_id: ParticipantId) -> AgreementView:
        """Return the agreements a participant signed."""
        with self._records.unit() as unit:
            signed = unit.agreements.of(participant_id)
            return AgreementView(signed, unit.papers.of(each.agreement_id for each in signed))

    def sign(self, participant_id: ParticipantId, signed_on: date, language: str) -> Changes:
        """Record that he signed the agreement."""
        if signed_on > self._clock.today():
            raise DateInFuture(field="The date of signing")
        with self._records.unit() as unit:
            referral_id = unit.referrals.latest(participant_id).referral_id
            agreement_id = unit.agreements.sign(participant_id, referral_id, signed_on, language)
        return Changes(CHANGED, agreement_id)

    def print_form(self, participant_id: ParticipantId | None, language: str) -> bytes:
        """Return the agreement to be signed as PDF; without a participant it is the blank form."""
        with self._records.unit() as unit:
            name = number = curriculum_id = ""
            if participant_id is not None:
                number, person, _ = unit.participants.person(participant_id)
                name = f"{person.given_name} {person.family_name}"
                curriculum_id = unit.groups.curriculum_of(participant_id)
            site = unit.offices.site().details
            head = Letterhead(site.name, unit.agreements.sender_lines(), site.paper)
            texts = _texts(unit, language)
            unit.rows.note(Verb.PRINTED, "agreement", participant_id)
        course = course_of(self._curricula.of(curriculum_id))
        return render_agreement(AgreementForm(head, texts, course, name, number, language))

    # Wording

    def wordings(self) -> tuple[Wording, ...]:
        """Return every part in every language: the programme's own words, or the default."""
        with self._records.unit() as unit:
            own = unit.agreements.wording(DOCUMENT)
        return tuple(
            _wording(section, language, own.get((section.value, language)))
            for section in Section
            for language in LANGUAGES
        )

    def word(self, section: Section, language: str, body: str, seen: Seen) -> Changes:
        """Write the programme's own words for one part; empty ones bring the default back."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.agreements.write((DOCUMENT, section.value, language), body.strip(), seen)
        return Changes(frozenset({Topic.PAPERS}), None, token)

    def sender(self) -> tuple[str, Seen]:
        """Return the address and telephone under the programme's name on letters, in lines."""
        with self._records.unit() as unit:
            return unit.agreements.wording(SENDER[0]).get(SENDER[1:], ("", UNSEEN))

    def set_sender(self, lines: str, seen: Seen) -> Changes:
        """Write the address and telephone for letters."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.agreements.write(SENDER, lines.strip(), seen)
        return Changes(frozenset({Topic.PAPERS}), None, token)


def _texts(unit: Unit, language: str) -> Mapping[Section, str]:
    own = unit.agreements.wording(DOCUMENT)
    return {
        section: _wording(section, language, own.get((section.value, language))).body for section in Section
    }


def _wording(section: Section, language: str, own: tuple[str, Seen] | None) -> Wording:
    body, seen = own or ("", UNSEEN)
    if body:
        return Wording(section, language, body, True, seen)
    return Wording(section, language, default_text(section, language), False, seen)
