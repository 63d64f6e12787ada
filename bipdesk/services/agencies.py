"""What a person does with agencies: whom one turns to there, what was agreed, where letters go."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.agency import (
    ALL_KINDS,
    AgencyChoice,
    AgencyDetails,
    AgencyFile,
    AgencyKind,
    AgencyLine,
    LetterAddress,
    PersonAtAgency,
    StoredAgency,
    StoredPerson,
)
from bipdesk.domain.agency_agreement import AgencyAgreement, AgreementDetails, most_pressing
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.ids import AgencyAgreementId, AgencyId, AgencyPersonId, Seen
from bipdesk.domain.intake_errors import AgencyKnown
from bipdesk.domain.joint_work import JointWork, first_open_step

CHANGED = frozenset({Topic.AGENCIES})


class AgencyService:
    """Agencies, their people and the agreements with them."""

    def __init__(self, records: RecordsFile, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    # Looking

    def choices(self, kinds: frozenset[AgencyKind] = ALL_KINDS) -> tuple[AgencyChoice, ...]:
        """Return the agencies of these kinds to choose from, in order of name."""
        with self._records.unit() as unit:
            return unit.agencies.choices(kinds)

    def letter_address(self, agency_id: AgencyId) -> LetterAddress:
        """Return what a letter to the agency needs."""
        with self._records.unit() as unit:
            return unit.agencies.letter_address(agency_id)

    def list(self) -> tuple[AgencyLine, ...]:
        """Return all agencies in order of name; the number of queries does not grow with them."""
        with self._records.unit() as unit:
            agencies = unit.agencies.agencies()
            agreements = unit.agencies.agreements()
            steps = unit.partnerships.open_steps()
            worked = unit.partnerships.last_worked()
            reviewed = unit.partnerships.last_reviewed()
        return tuple(
            _line(
                agency,
                [one for one in agreements if one.agency_id == agency.agency_id],
                [step for step in steps if step.details.agency_id == agency.agency_id],
                (worked.get(agency.agency_id), reviewed.get(agency.agency_id)),
            )
            for agency in agencies
        )

    def file(self, agency_id: AgencyId) -> AgencyFile:
        """Return all that is known of one agency; the reading is audited."""
        with self._records.unit() as unit:
            found = AgencyFile(
                agency=unit.agencies.agency(agency_id),
                people=unit.agencies.people(agency_id),
                agreements=unit.agencies.agreements(agency_id),
                work=unit.partnerships.work(agency_id),
                reviews=unit.partnerships.reviews(agency_id),
            )
            unit.rows.note(Verb.READ, "agency", agency_id)
        return found

    # Agencies

    def add(self, details: AgencyDetails) -> Changes:
        """Store a new agency.

        Raises:
            NothingEntered: when it has no name.
            AgencyKnown: when another has the same: a name in a referral must mean one agency.
        """
        _check_name(details.name)
        with self._records.unit() as unit:
            if unit.agencies.named(details.name) is not None:
                raise AgencyKnown(field="Name", name=details.name.strip())
            agency_id = unit.agencies.add(_trimmed(details))
        return Changes(CHANGED, agency_id)

    def update(self, agency_id: AgencyId, details: AgencyDetails, seen: Seen) -> Changes:
        """Write an agency over what `seen` says was on screen."""
        _check_name(details.name)
        with self._records.unit() as unit:
            if unit.agencies.named(details.name) not in (None, agency_id):
                raise AgencyKnown(field="Name", name=details.name.strip())
            token = unit.agencies.update(agency_id, _trimmed(details), seen)
        return Changes(CHANGED, agency_id, token)

    def remove(self, agency: StoredAgency) -> Changes:
        """Take an agency out of the list; nothing of it is lost."""
        with self._records.unit() as unit:
            unit.agencies.remove(agency.agency_id, agency.seen)
        return Changes(CHANGED, agency.agency_id)

    def bring_back(self, agency_id: AgencyId) -> Changes:
        """Undo a removal: people, agreements, log and reviews are there again."""
        with self._records.unit() as unit:
            unit.agencies.bring_back(agency_id)
        return Changes(CHANGED, agency_id)

    # People

    def add_person(self, agency_id: AgencyId, details: PersonAtAgency) -> Changes:
        """Store somebody who works at an agency.

        Raises:
            NothingEntered: without a name.
        """
        _check_name(details.name)
        with self._records.unit() as unit:
            person_id = unit.agencies.add_person(agency_id, details)
        return Changes(CHANGED, person_id)

    def update_person(self, person_id: AgencyPersonId, details: PersonAtAgency, seen: Seen) -> Changes:
        """Write somebody's details, or that she or he left, over what `seen` says was on screen."""
        _check_name(details.name)
        with self._records.unit() as unit:
            token = unit.agencies.update_person(person_id, details, seen)
        return Changes(CHANGED, person_id, token)

    def remove_person(self, person: StoredPerson) -> Changes:
        """Take somebody out who was entered by mistake; who leaves an agency gets a date instead."""
        with self._records.unit() as unit:
            unit.agencies.remove_person(person.person_id, person.seen)
        return Changes(CHANGED, person.person_id)

    def bring_person_back(self, person_id: AgencyPersonId) -> Changes:
        """Undo a removal."""
        with self._records.unit() as unit:
            unit.agencies.bring_person_back(person_id)
        return Changes(CHANGED, person_id)

    # Agreements

    def add_agreement(self, agency_id: AgencyId, details: AgreementDetails) -> Changes:
        """Store an agreement.

        Raises:
            DateInFuture: when it is said to be signed on a day to come.
            WrongDate: when it ends before it was signed.
        """
        self._check_agreement(details)
        with self._records.unit() as unit:
            agreement_id = unit.agencies.add_agreement(agency_id, details)
        return Changes(CHANGED, agreement_id)

    def update_agreement(
        self, agreement_id: AgencyAgreementId, details: AgreementDetails, seen: Seen
    ) -> Changes:
        """Write an agreement over what `seen` says was on screen."""
        self._check_agreement(details)
        with self._records.unit() as unit:
            token = unit.agencies.update_agreement(agreement_id, details, seen)
        return Changes(CHANGED, agreement_id, token)

    def renew_agreement(self, old: AgencyAgreement, details: AgreementDetails) -> Changes:
        """Store the agreement that takes the place of `old`, which is then ended; both are kept.

        Raises:
            NothingEntered: when the new one is not signed yet: until then the old one goes on warning.
        """
        self._check_agreement(details)
        if details.signed_on is None:
            raise NothingEntered(field="Signed on")
        with self._records.unit() as unit:
            ended = replace(old.details, ended_on=details.signed_on)
            unit.agencies.update_agreement(old.agreement_id, ended, old.seen)
            agreement_id = unit.agencies.add_agreement(old.agency_id, details)
        return Changes(CHANGED, agreement_id)

    def remove_agreement(self, agreement: AgencyAgreement) -> Changes:
        """Take an agreement out that was entered by mistake."""
        with self._records.unit() as unit:
            unit.agencies.remove_agreement(agreement.agreement_id, agreement.seen)
        return Changes(CHANGED, agreement.agreement_id)

    def bring_agreement_back(self, agreement_id: AgencyAgreementId) -> Changes:
        """Undo a removal."""
        with self._records.unit() as unit:
            unit.agencies.bring_agreement_back(agreement_id)
        return Changes(CHANGED, agreement_id)

    def _check_agreement(self, details: AgreementDetails) -> None:
        signed, expires, ended = details.signed_on, details.expires_on, details.ended_on
        if signed is not None and signed > self._clock.today():
            raise DateInFuture(field="Signed on")
        begins = signed or date.min
        if expires is not None and expires < begins:
            raise WrongDate(field="Expires on", reason="that is before it was signed")
        if ended is not None and ended < begins:
            raise WrongDate(field="Ended on", reason="that is before it was signed")


def _line(
    agency: StoredAgency,
    agreements: Sequence[AgencyAgreement],
    steps: Sequence[JointWork],
    days: tuple[date | None, date | None],
) -> AgencyLine:
    details = agency.details
    return AgencyLine(
        agency_id=agency.agency_id,
        name=details.name,
        kind=details.kind,
        refers=details.refers,
        works_beside=details.works_beside,
        phone=details.phone,
        letter_way=details.letter_way,
        agreement=most_pressing(tuple(agreements)),
        next_step=first_open_step(tuple(steps)),
        last_worked_on=days[0],
        reviewed_on=days[1],
    )


def _check_name(name: str) -> None:
    if not name.strip():
        raise NothingEntered(field="Name")


def _trimmed(details: AgencyDetails) -> AgencyDetails:
    """Return the details with a name that is found again however it was spaced."""
    return replace(details, name=" ".join(details.name.split()))
