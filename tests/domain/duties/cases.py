"""Facts and packs for the tests of duties: name what matters, the rest has defaults."""

from datetime import date
from uuid import UUID

from bipdesk.domain.duties.derive import duties, no_longer_due
from bipdesk.domain.duties.facts import CaseFacts, IncidentFact, NoticeFact, ProgrammeFacts, Turn, TurnFact
from bipdesk.domain.duty import Duty
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import IncidentKind
from bipdesk.domain.no_longer_due import NoLongerDue
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.pack import Pack, PackValue, Unit
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.waiver import RecipientClass
from bipdesk.library_files import load_packs
from bipdesk.services.free_days import holidays_of

HIM = ParticipantId(UUID(int=1))
REFERRAL = UUID(int=2)
FACT = UUID(int=3)
PROGRAMME = UUID(int=4)
CHECKED = date(2026, 11, 21)
PACKS = load_packs()


def value(key: str, number: int, unit: Unit = Unit.DAYS, **more: object) -> PackValue:
    """Return one rule."""
    return PackValue(key, number, unit, f"Rule {key}.", f"Citation {key}", CHECKED, **more)  # type: ignore[arg-type]


def pack(*values: PackValue) -> Pack:
    """Return a pack of these rules; several forms of one key stand newest first."""
    rules: dict[str, tuple[PackValue, ...]] = {}
    for each in values:
        rules[each.key] = (*rules.get(each.key, ()), each)
    return Pack("test", 1, "Test", "US", rules=rules)


def case(**more: object) -> CaseFacts:
    """Return the facts about one participant."""
    return CaseFacts(HIM, REFERRAL, "K. Krepelka", "Dale County Probation", **more)  # type: ignore[arg-type]


def enrolled(on_date: date) -> TurnFact:
    """Return his enrolment."""
    return TurnFact(Turn.ENROLLED, REFERRAL, on_date)


def incident(
    kind: IncidentKind = IncidentKind.THREAT, heard_on: date = date(2026, 11, 5), **more: object
) -> IncidentFact:
    """Return an incident heard of on the day it happened."""
    return IncidentFact(FACT, kind, heard_on, heard_on, **more)  # type: ignore[arg-type]


def told(
    kind: NoticeKind, on: date, recipient: RecipientClass = RecipientClass.PROBATION, about: UUID = FACT
) -> NoticeFact:
    """Return a notice given by telephone."""
    return NoticeFact(kind, on, frozenset({about}), recipient_class=recipient, sent_on=on)


def due(facts: CaseFacts, rules: Pack, today: date, free: frozenset[date] = frozenset()) -> tuple[Duty, ...]:
    """Return what is due about him today."""
    return duties(ProgrammeFacts(PROGRAMME, (facts,)), rules, today, free)


def gone(facts: CaseFacts, rules: Pack, today: date) -> tuple[NoLongerDue, ...]:
    """Return what is no longer due about him."""
    return no_longer_due(ProgrammeFacts(PROGRAMME, (facts,)), rules, today, frozenset())


def free_days(country: str, region: str, year: int) -> frozenset[date]:
    """Return the public holidays of a place."""
    return holidays_of(SiteDetails("Test", country, region), year)
