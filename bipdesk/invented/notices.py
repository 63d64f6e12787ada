"""Incidents and notices of the invented programme: few, told in time, and a handful that are still due."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.disclosure import Provenance, Recipient
from bipdesk.domain.duties.owed import Owed
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import AtOnce, IncidentDetails, IncidentKind
from bipdesk.domain.intake_errors import DisclosureRefused
from bipdesk.domain.notice import NoticeDetails, NoticeWay
from bipdesk.domain.notice_file import NoticeFile
from bipdesk.domain.waiver import RecipientClass
from bipdesk.invented.acts import Act, Who, World, moment
from bipdesk.invented.people import Fate, InventedPerson

FRESH = timedelta(days=9)
"""What is younger than this is still due where nobody told it: Today has something to show."""
MOST_FILES = 80
"""A very large programme gets no notices beyond these: benchmarks invent their own."""
POLICE = Recipient("Harlow police", RecipientClass.POLICE)
_KINDS: tuple[tuple[int, IncidentKind, Provenance, str], ...] = (
    (
        201,
        IncidentKind.NON_COMPLIANCE,
        Provenance.STAFF,
        "Came to the group after drinking; was asked to leave.",
    ),
    (117, IncidentKind.ORDER_VIOLATION, Provenance.AGENCY, "Went to an address that his order forbids."),
    (64, IncidentKind.THREAT, Provenance.STAFF, "Said in the break that somebody would pay for the hearing."),
    (33, IncidentKind.NEW_CHARGE, Provenance.AGENCY, "Charged with driving without a licence."),
    (
        5,
        IncidentKind.NON_COMPLIANCE,
        Provenance.HIS,
        "Said that he had written to somebody his order protects.",
    ),
    (1, IncidentKind.THREAT, Provenance.STAFF, "Said in the check-in that he knows how to make it stop."),
)
_STRUCK = (
    6,
    "Charged with theft, the police wrote.",
    "Another man of the same name; the police corrected it",
)


def acts_of_notices(people: Sequence[InventedPerson], world: World, today: date) -> Iterator[Act]:
    """Yield the incidents of a few who are here, and the notices that were given."""
    here = [person for person in people if person.fate is Fate.ATTENDING and person.accepted_on]
    for days, kind, source, words in _KINDS:
        day = today - timedelta(days=days)
        fitting = (one for one in here if one.accepted_on is not None and one.accepted_on < day)
        person = next(fitting, None)
        if person is None:
            continue
        here.remove(person)
        details = IncidentDetails(
            kind=kind,
            happened_on=day,
            heard_on=day,
            provenance=source,
            words=words,
            heard_at=time(19, 10),
            source="Harlow police" if source is Provenance.AGENCY else "",
            danger_now=kind is IncidentKind.THREAT,
            at_once=_done(kind),
        )
        yield Act(moment(day, 20, 30), Who.COORDINATOR, partial(_write, world, person.number, details))
    if here:
        day = today - timedelta(days=_STRUCK[0])
        yield Act(moment(day, 11), Who.COORDINATOR, partial(_write_and_strike, world, here[0].number, day))
    yield Act(moment(today - timedelta(days=1), 21), Who.COORDINATOR, tell_what_was_due)


def _done(kind: IncidentKind) -> frozenset[AtOnce]:
    if kind is IncidentKind.THREAT:
        return frozenset({AtOnce.POLICE, AtOnce.COORDINATOR, AtOnce.OFFICER})
    return frozenset({AtOnce.COORDINATOR})


def _write(world: World, number: int, details: IncidentDetails, desk: Desk) -> None:
    whose = world.participants.get(number)
    if whose is None:
        return
    desk.incidents.record(whose, details)
    if details.kind is IncidentKind.THREAT:
        file = desk.notices.file(whose)
        for owed in file.due:
            if RecipientClass.POLICE in owed.classes:
                _tell(desk, file, owed, POLICE, details.heard_on)


def _write_and_strike(world: World, number: int, day: date, desk: Desk) -> None:
    whose = world.participants.get(number)
    if whose is None:
        return
    charge, agency = IncidentKind.NEW_CHARGE, Provenance.AGENCY
    details = IncidentDetails(charge, day, day, agency, _STRUCK[1], source="Harlow police")
    incident_id = desk.incidents.record(whose, details).row_id
    incident = next(each for each in desk.incidents.of(whose) if each.incident_id == incident_id)
    desk.incidents.strike_out(incident.incident_id, _STRUCK[2], incident.seen)


def tell_what_was_due(desk: Desk) -> None:
    """Write down that everything was told by its day, but for what is fresh."""
    today = desk.clock.today()
    owing = {ParticipantId(duty.subject_id) for duty in desk.notices.programme().due}
    for whose in sorted(owing)[:MOST_FILES]:
        file = desk.notices.file(whose)
        for owed in file.due:
            if today - owed.begins_on > FRESH and owed.duty is not DutyKind.WRITE_INCIDENT:
                recipient = file.recipients[0] if file.recipients else POLICE
                told_to = POLICE if owed.classes == {RecipientClass.POLICE} else recipient
                _tell(desk, file, owed, told_to, min(owed.rule.due_on, today))


def send_summary(whose: ParticipantId, desk: Desk) -> None:
    """Send the exit summary that was prepared just now, and what else his end makes due."""
    file = desk.notices.file(whose)
    for owed in file.due:
        if file.recipients and owed.duty is DutyKind.SEND_EXIT_SUMMARY:
            _tell(desk, file, owed, file.recipients[0], desk.clock.today())


def _tell(desk: Desk, file: NoticeFile, owed: Owed, recipient: Recipient, told_on: date) -> None:
    by_call = recipient.recipient_class is RecipientClass.POLICE
    details = NoticeDetails(
        kind=owed.kind,
        recipient=recipient.name,
        told_on=max(told_on, owed.begins_on),
        way=NoticeWay.TELEPHONE if by_call else NoticeWay.PORTAL,
        about=frozenset({owed.fact_id}),
        reference="Sergeant Lind, call 4471" if by_call else f"Receipt {owed.fact_id.int % 9000 + 1000}",
    )
    try:
        desk.notices.record(file.participant_id, details, recipient)
    except DisclosureRefused:
        return  # he revoked his waiver: it stays due until he signs another
