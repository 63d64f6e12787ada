"""What people ask of the services: each finds what it is about, and returns the work itself."""

from collections.abc import Callable
from datetime import date
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.calendar_page import Span
from bipdesk.domain.disclosure import Document, Recipient
from bipdesk.domain.draft import DraftKey
from bipdesk.domain.duplicates import PersonTyped
from bipdesk.domain.ids import AgencyId, GroupId, ParticipantId
from bipdesk.domain.importing.cells import Corrections
from bipdesk.domain.referral import Status
from bipdesk.domain.register import RegisterLine
from bipdesk.domain.waiver import RecipientClass
from bipdesk.services.safety.partners import SafetyService
from tests import builders
from tests.services import tables
from tests.services.grown import tonight

Work = Callable[[], object]


def line(desk: Desk, seat: int = 0) -> RegisterLine:
    """Return a line of tonight's first register; the first is marked, the others are not."""
    return desk.registers.open_register(tonight(desk)).lines[seat]


def member(desk: Desk) -> ParticipantId:
    """Return a participant with absences, notes and a group."""
    return line(desk).participant_id


def agency(desk: Desk) -> AgencyId:
    """Return an agency with people, an agreement, a log and a review."""
    return next(one.agency_id for one in desk.agencies.choices() if one.name == "Agency 0")


def group(desk: Desk) -> GroupId:
    """Return a group."""
    return desk.groups.list()[0].group_id


def mark(desk: Desk, seat: int) -> Work:
    """Mark a line of tonight's first register, or mark it anew."""
    session_id, found = tonight(desk), line(desk, seat)
    return lambda: desk.registers.mark(session_id, found.participant_id, Mark.PRESENT, found.seen)


def close(desk: Desk) -> Work:
    """Close tonight's first register after marking it."""
    session_id = tonight(desk)
    builders.mark_all(desk, session_id)
    seen = desk.registers.open_register(session_id).seen
    return lambda: desk.registers.close(session_id, seen)


def about(
    find: Callable[[Desk], object], work: Callable[[Desk], Callable[..., object]]
) -> Callable[[Desk], Work]:
    """Return an ask about what `find` gives."""

    def ask(desk: Desk) -> Work:
        found = find(desk)
        return lambda: work(desk)(found)

    return ask


def _letter(desk: Desk) -> Callable[[ParticipantId], object]:
    def write(participant_id: ParticipantId) -> object:
        referrer = Recipient("Dale County Probation", RecipientClass.PROBATION)
        return desk.disclosures.prepare(Document.STATUS_LETTER, participant_id, referrer)

    return write


def _look_at_a_table(desk: Desk) -> Work:
    table = tables.sheet(tables.ALREADY)
    mapping = tables.mapping_of(desk, table)
    return lambda: desk.imports.look(table, mapping, Corrections()).step()


RECORDS: dict[str, Callable[[Desk], Work]] = {
    "the forms of a file": about(member, lambda desk: desk.instruments.of_file),
    "all forms": lambda desk: lambda: desk.instruments.listed(""),
    "the imports": lambda desk: desk.imports.runs,
    "a look at a table": _look_at_a_table,
    "a page": lambda desk: desk.participants.page,
    "a page of a status": lambda desk: lambda: desk.participants.page(status=Status.WAITING),
    "a search": lambda desk: lambda: desk.participants.page("fam 0"),
    "the number of all": lambda desk: desk.participants.count,
    "the number of a status": lambda desk: lambda: desk.participants.count("fam", Status.IN_PROGRAMME),
    "similar names": lambda desk: (
        lambda: desk.participants.similar(PersonTyped("Giv", "Family", date(1984, 7, 3), "2026-DV-1"))
    ),
    "a file": about(member, lambda desk: desk.participants.file),
    "a journey": about(member, lambda desk: desk.participants.journey),
    "his goals": about(member, lambda desk: desk.goals.file),
    "the page of a 1-2-1": about(member, lambda desk: desk.one_to_ones.form),
    "his reviews and the end": about(member, lambda desk: desk.endings.file),
    "a new review": about(member, lambda desk: desk.reviews.open),
    "his last time here": about(member, lambda desk: desk.endings.before),
    "notes": about(member, lambda desk: desk.notes.of),
    "his suitability": about(member, lambda desk: desk.suitability.file),
    "a draft": lambda desk: lambda: desk.drafts.of(DraftKey("note")),
    "what is owed": about(member, lambda desk: desk.individual.owed),
    "his notices": about(member, lambda desk: desk.notices.file),
    "all notices": lambda desk: desk.notices.programme,
    "his waivers": about(member, lambda desk: desk.waivers.of),
    "his agreement": about(member, lambda desk: desk.agreements.of),
    "what was disclosed": about(member, lambda desk: desk.disclosures.of),
    "what can be written": about(member, lambda desk: desk.disclosures.choices),
    "a letter": about(member, _letter),
    "the groups": lambda desk: desk.groups.list,
    "a group": about(group, lambda desk: desk.groups.file),
    "the curricula": lambda desk: desk.curriculum_views.list,
    "a curriculum": lambda desk: lambda: desk.curriculum_views.one("bbr-1"),
    "topics with dates": about(
        group, lambda desk: lambda found: desk.curriculum_views.coverage("bbr-1", found)
    ),
    "the content of a session": about(tonight, lambda desk: desk.curriculum_views.of_group_session),
    "a group's checks": about(group, lambda desk: desk.group_checks.of),
    "who waits": lambda desk: desk.groups.waiting,
    "the register": about(tonight, lambda desk: desk.registers.open_register),
    "a first mark": lambda desk: mark(desk, 1),
    "a changed mark": lambda desk: mark(desk, 0),
    "what closing brings": about(tonight, lambda desk: desk.registers.consequences),
    "closing": close,
    "absences to review": lambda desk: desk.absences.queue,
    "his absences": about(member, lambda desk: desk.absences.of),
    "guests of this name": lambda desk: partial(desk.guests.find, tonight(desk), "fam"),
    "the visitors": lambda desk: desk.visitors.known,
    "today": lambda desk: desk.today.today,
    "the sheet": about(tonight, lambda desk: desk.sheets.render),
    "the agencies": lambda desk: desk.agencies.list,
    "an agency": about(agency, lambda desk: desk.agencies.file),
    "agencies to choose from": lambda desk: desk.agencies.choices,
    "the work with agencies": lambda desk: desk.partnerships.work,
    "the directory": lambda desk: lambda: desk.directory.search("legal"),
    "a person record": about(member, lambda desk: desk.persons.file),
    "his risk": about(member, lambda desk: desk.risks.file),
    "his practice": about(member, lambda desk: desk.practice.file),
    "the staff": lambda desk: desk.staff.list,
    "readiness": lambda desk: desk.readiness.standing,
    "the approach": lambda desk: desk.approach.standing,
    "the calendar": lambda desk: lambda: desk.calendar.page(Span.MONTH),
    "a calendar file": lambda desk: desk.calendar.file,
    "what rules can be asked about": lambda desk: desk.conformity.offer,
    "the county": lambda desk: desk.sync.status,
}
"""What the records are asked, by coordinator and facilitators."""


def safety(desk: Desk) -> SafetyService:
    """Return the officer's services."""
    assert desk.safety is not None
    return desk.safety


HERS: dict[str, Callable[[Desk], Work]] = {
    "partners": lambda desk: safety(desk).partners,
    "her file": about(lambda desk: safety(desk).partners()[0].partner_id, lambda desk: safety(desk).file),
    "sealed hand-overs": lambda desk: safety(desk).envelopes,
    "opened hand-overs": lambda desk: safety(desk).opened_envelopes,
    "whom to link": lambda desk: lambda: safety(desk).search_participants("family"),
}
"""What a safety officer asks."""
