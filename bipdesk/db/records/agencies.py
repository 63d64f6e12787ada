"""Agencies, their people and their agreements, as stored."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.records.tables.agencies import AgencyAgreementRow, AgencyPersonRow, AgencyRow
from bipdesk.db.rows import Rows
from bipdesk.domain.agency import (
    ALL_KINDS,
    AgencyChoice,
    AgencyDetails,
    AgencyKind,
    LetterAddress,
    LetterLanguage,
    LetterWay,
    PersonAtAgency,
    StoredAgency,
    StoredPerson,
)
from bipdesk.domain.agency_agreement import AgencyAgreement, AgreementDetails, AgreementKind
from bipdesk.domain.ids import (
    UNSEEN,
    AgencyAgreementId,
    AgencyId,
    AgencyPersonId,
    Seen,
    records_id,
)

REMOVED = "removed"


class AgencyStore:
    """Reads and writes agencies of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Agencies

    def choices(self, kinds: frozenset[AgencyKind] = ALL_KINDS) -> tuple[AgencyChoice, ...]:
        """Return the agencies of these kinds to choose from, in order of name; one query."""
        row = AgencyRow
        query = sa.select(row.id, row.name, row.kind).where(
            row.org_id == self._rows.org,
            row.is_void.is_(False),
            row.kind.in_(sorted(kind.value for kind in kinds)),
        )
        choices = (
            AgencyChoice(AgencyId(id_), name, AgencyKind(kind))
            for id_, name, kind in self._rows.session.execute(query)
        )
        return tuple(sorted(choices, key=lambda choice: choice.name.casefold()))

    def letter_address(self, agency_id: AgencyId) -> LetterAddress:
        """Return what a letter to the agency needs.

        Raises:
            RowMissing: when there is no such agency any more.
        """
        row = self._rows.get(AgencyRow, agency_id)
        return LetterAddress(
            agency_id=agency_id,
            name=row.name,
            lines=tuple(line.strip() for line in row.address.splitlines() if line.strip()),
            email=row.email,
            way=LetterWay(row.letter_way),
            remark=row.letter_remark,
            language=LetterLanguage(row.letter_language),
        )

    def named(self, name: str) -> AgencyId | None:
        """Return the agency of this name, whatever its capitals; None when there is none."""
        wanted = _one_line(name).casefold()
        return next(
            (one.agency_id for one in self.choices() if _one_line(one.name).casefold() == wanted), None
        )

    def named_or_new(self, name: str, kind: AgencyKind) -> AgencyId:
        """Return the agency of this name, or a new one that refers: for a name typed into a referral."""
        return self.named(name) or self.add(AgencyDetails(kind, _one_line(name), refers=True))

    def agencies(self) -> tuple[StoredAgency, ...]:
        """Return all agencies in order of name; two queries."""
        query = sa.select(AgencyRow).where(AgencyRow.org_id == self._rows.org, AgencyRow.is_void.is_(False))
        found = sorted(self._rows.session.scalars(query), key=lambda row: row.name.casefold())
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(_agency(row, seen.get(row.id, UNSEEN)) for row in found)

    def agency(self, agency_id: AgencyId) -> StoredAgency:
        """Return one agency."""
        return _agency(self._rows.get(AgencyRow, agency_id), self._rows.seen(agency_id))

    def add(self, details: AgencyDetails) -> AgencyId:
        """Store a new agency."""
        agency_id = AgencyId(self._new_id())
        self._rows.add(AgencyRow(id=agency_id, **_agency_columns(details)))
        return agency_id

    def update(self, agency_id: AgencyId, details: AgencyDetails, seen: Seen) -> Seen:
        """Write an agency over what `seen` says was on screen."""
        return self._rows.change(AgencyRow, agency_id, seen, **_agency_columns(details))

    def remove(self, agency_id: AgencyId, seen: Seen) -> None:
        """Hide an agency; what belongs to it stays and comes back with it."""
        self._rows.hide(AgencyRow, agency_id, seen, REMOVED)

    def bring_back(self, agency_id: AgencyId) -> None:
        """Show a removed agency again."""
        self._rows.restore(AgencyRow, agency_id)

    # People

    def people(self, agency_id: AgencyId) -> tuple[StoredPerson, ...]:
        """Return who works there by name, then who left; two queries."""
        row = AgencyPersonRow
        query = sa.select(row).where(
            row.org_id == self._rows.org, row.agency_id == agency_id, row.is_void.is_(False)
        )
        found = sorted(
            self._rows.session.scalars(query), key=lambda one: (one.left_on is not None, one.name.casefold())
        )
        seen = self._rows.seen_of(one.id for one in found)
        return tuple(_person(one, seen.get(one.id, UNSEEN)) for one in found)

    def add_person(self, agency_id: AgencyId, details: PersonAtAgency) -> AgencyPersonId:
        """Store somebody who works at an agency."""
        person_id = AgencyPersonId(self._new_id())
        self._rows.add(AgencyPersonRow(id=person_id, agency_id=agency_id, **_person_columns(details)))
        return person_id

    def update_person(self, person_id: AgencyPersonId, details: PersonAtAgency, seen: Seen) -> Seen:
        """Write somebody's details over what `seen` says was on screen."""
        return self._rows.change(AgencyPersonRow, person_id, seen, **_person_columns(details))

    def remove_person(self, person_id: AgencyPersonId, seen: Seen) -> None:
        """Hide somebody who was entered by mistake."""
        self._rows.hide(AgencyPersonRow, person_id, seen, REMOVED)

    def bring_person_back(self, person_id: AgencyPersonId) -> None:
        """Show a removed person again."""
        self._rows.restore(AgencyPersonRow, person_id)

    # Agreements

    def agreements(self, agency_id: AgencyId | None = None) -> tuple[AgencyAgreement, ...]:
        """Return the agreements with one agency, or with all, the newest first; two queries."""
        row = AgencyAgreementRow
        query = sa.select(row).where(row.org_id == self._rows.org, row.is_void.is_(False))
        if agency_id is not None:
            query = query.where(row.agency_id == agency_id)
        found = self._rows.session.scalars(query).all()
        return self._agreements(sorted(found, key=lambda one: (one.signed_on or date.max, one.id))[::-1])

    def agreements_expiring(self, until: date) -> tuple[tuple[AgencyAgreement, str], ...]:
        """Return the agreements that run out by `until` or did, with the agency's name; two queries.

        Those that were ended on purpose, and those with removed agencies, are left out.
        """
        row, agency = AgencyAgreementRow, AgencyRow
        query = (
            sa.select(row, agency.name)
            .join(agency, sa.and_(agency.org_id == row.org_id, agency.id == row.agency_id))
            .where(row.org_id == self._rows.org, row.expires_on <= until, row.ended_on.is_(None))
            .where(row.is_void.is_(False), agency.is_void.is_(False))
            .order_by(row.expires_on)
        )
        found = self._rows.session.execute(query).all()
        names = [name for _, name in found]
        return tuple(zip(self._agreements(one for one, _ in found), names, strict=True))

    def agreement(self, agreement_id: AgencyAgreementId) -> AgencyAgreement:
        """Return one agreement."""
        return self._agreements([self._rows.get(AgencyAgreementRow, agreement_id)])[0]

    def add_agreement(self, agency_id: AgencyId, details: AgreementDetails) -> AgencyAgreementId:
        """Store an agreement."""
        agreement_id = AgencyAgreementId(self._new_id())
        self._rows.add(
            AgencyAgreementRow(id=agreement_id, agency_id=agency_id, **_agreement_columns(details))
        )
        return agreement_id

    def update_agreement(
        self, agreement_id: AgencyAgreementId, details: AgreementDetails, seen: Seen
    ) -> Seen:
        """Write an agreement over what `seen` says was on screen."""
        return self._rows.change(AgencyAgreementRow, agreement_id, seen, **_agreement_columns(details))

    def remove_agreement(self, agreement_id: AgencyAgreementId, seen: Seen) -> None:
        """Hide an agreement that was entered by mistake."""
        self._rows.hide(AgencyAgreementRow, agreement_id, seen, REMOVED)

    def bring_agreement_back(self, agreement_id: AgencyAgreementId) -> None:
        """Show a removed agreement again."""
        self._rows.restore(AgencyAgreementRow, agreement_id)

    def _agreements(self, found: Iterable[AgencyAgreementRow]) -> tuple[AgencyAgreement, ...]:
        rows = list(found)
        seen = self._rows.seen_of(row.id for row in rows)
        return tuple(_agreement(row, seen.get(row.id, UNSEEN)) for row in rows)

    def _new_id(self) -> UUID:
        return records_id(self._rows.clock.now())


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _agency(row: AgencyRow, seen: Seen) -> StoredAgency:
    details = AgencyDetails(
        kind=AgencyKind(row.kind),
        name=row.name,
        address=row.address,
        phone=row.phone,
        email=row.email,
        letter_way=LetterWay(row.letter_way),
        letter_remark=row.letter_remark,
        letter_language=LetterLanguage(row.letter_language),
        refers=row.refers,
        works_beside=row.works_beside,
    )
    return StoredAgency(AgencyId(row.id), seen, details)


def _agency_columns(details: AgencyDetails) -> dict[str, object]:
    return {
        "kind": details.kind.value,
        "name": details.name,
        "address": details.address,
        "phone": details.phone,
        "email": details.email,
        "letter_way": details.letter_way.value,
        "letter_remark": details.letter_remark,
        "letter_language": details.letter_language.value,
        "refers": details.refers,
        "works_beside": details.works_beside,
    }


def _person(row: AgencyPersonRow, seen: Seen) -> StoredPerson:
    details = PersonAtAgency(row.name, row.function, row.phone, row.email, row.left_on)
    return StoredPerson(AgencyPersonId(row.id), AgencyId(row.agency_id), seen, details)


def _person_columns(details: PersonAtAgency) -> dict[str, object]:
    return {
        "name": details.name,
        "function": details.function,
        "phone": details.phone,
        "email": details.email,
        "left_on": details.left_on,
    }


def _agreement(row: AgencyAgreementRow, seen: Seen) -> AgencyAgreement:
    details = AgreementDetails(
        AgreementKind(row.kind), row.covers, row.signed_on, row.expires_on, row.ended_on
    )
    return AgencyAgreement(AgencyAgreementId(row.id), AgencyId(row.agency_id), seen, details)


def _agreement_columns(details: AgreementDetails) -> dict[str, object]:
    return {
        "kind": details.kind.value,
        "covers": details.covers,
        "signed_on": details.signed_on,
        "expires_on": details.expires_on,
        "ended_on": details.ended_on,
    }
