"""Visitors of a group: written into the register, remembered, and their confidentiality agreement."""

from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NothingEntered, RegisterClosed
from bipdesk.domain.group import SessionState
from bipdesk.domain.ids import SessionId, VisitId
from bipdesk.domain.pack import Packs
from bipdesk.domain.visitor import AgreementPaper, Visitor, VisitorDetails
from bipdesk.export.reports.visitor_agreement import render_visitor_agreement

CHANGED = frozenset({Topic.REGISTER})


class VisitorService:
    """Visitors and the agreements they signed."""

    def __init__(self, records: RecordsFile, packs: Packs, clock: Clock) -> None:
        self._records = records
        self._packs = packs
        self._clock = clock

    def known(self) -> tuple[Visitor, ...]:
        """Return everybody who ever visited, in order of name."""
        with self._records.unit() as unit:
            return unit.visits.visitors()

    def rule(self, on_date: date) -> str:
        """Return what the place says about agreements of visitors, with its source; empty if nothing."""
        with self._records.unit() as unit:
            rule = self._packs.of(unit.offices.site().details.pack).value("visitor-agreement", on_date)
        return "" if rule is None else f"{rule.words} ({rule.source})"

    def add(self, session_id: SessionId, details: VisitorDetails, known: Visitor | None = None) -> Changes:
        """Write a visitor into the register; `known`: he has been here before, and this is said of him now.

        Raises:
            NothingEntered: without a name or organisation; DateInFuture; RegisterClosed.
        """
        self._check(details)
        with self._records.unit() as unit:
            _must_be_open(unit, session_id)
            if known is None:
                visitor_id = unit.visits.add_visitor(details)
            else:
                visitor_id = known.visitor_id
                unit.visits.change_visitor(known, details)
            there = {visit.visitor.visitor_id: visit for visit in unit.visits.of_session(session_id)}
            if visitor_id in there:
                return Changes(CHANGED, there[visitor_id].visit_id)
            visit_id = unit.visits.add_visit(session_id, visitor_id)
        return Changes(CHANGED, visit_id)

    def change(self, visitor: Visitor, details: VisitorDetails) -> Changes:
        """Write what is now known of a visitor: the day on which he signed, above all.

        Raises:
            NothingEntered, DateInFuture.
        """
        self._check(details)
        with self._records.unit() as unit:
            token = unit.visits.change_visitor(visitor, details)
        return Changes(CHANGED, visitor.visitor_id, token)

    def remove(self, visit_id: VisitId) -> Changes:
        """Take a visitor out of an open register; he is remembered all the same."""
        with self._records.unit() as unit:
            _must_be_open(unit, unit.visits.session_of(visit_id))
            unit.visits.remove_visit(visit_id)
        return Changes(CHANGED, visit_id)

    def restore(self, visit_id: VisitId) -> Changes:
        """Put a visitor back into the register."""
        with self._records.unit() as unit:
            _must_be_open(unit, unit.visits.session_of(visit_id))
            unit.visits.restore_visit(visit_id)
        return Changes(CHANGED, visit_id)

    def agreement(self, language: str, details: VisitorDetails | None = None) -> bytes:
        """Return the agreement to be signed as PDF, in "en" or "es"; without a visitor it is blank."""
        with self._records.unit() as unit:
            site = unit.offices.site().details
            unit.rows.note(Verb.PRINTED, "visitor_agreement")
        name, organisation = (details.name, details.organisation) if details else ("", "")
        return render_visitor_agreement(AgreementPaper(site.name, name, organisation, site.paper, language))

    def _check(self, details: VisitorDetails) -> None:
        for value, field in ((details.name, "Name"), (details.organisation, "Organisation")):
            if not value.strip():
                raise NothingEntered(field=field)
        if details.signed_on is not None and details.signed_on > self._clock.today():
            raise DateInFuture(field="The day of signing")


def _must_be_open(unit: Unit, session_id: SessionId) -> None:
    if unit.groups.dated(session_id).state is SessionState.HELD:
        raise RegisterClosed
