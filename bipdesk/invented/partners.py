"""Those to be protected in the invented programme: what intake hands over, and what the officer writes."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from bipdesk.domain.handover import HandOverForm, ProtectedPerson
from bipdesk.domain.ids import ParticipantId
from bipdesk.invented.names import PARTNERS, Name, draw_name
from bipdesk.invented.people import Fate, InventedPerson
from bipdesk.invented.safety_texts import (
    CHILD_NAMES,
    CODE_WORDS,
    DECLINED_CONTACT,
    FIRST_CONTACTS,
    HAND_OVER_REMARKS,
    LATER_CONTACTS,
    NEVER,
    PAPERS,
    RELATIONS,
    REMARKS,
    WAYS,
)
from bipdesk.services.safety.values import Channel, SafeContactRule, Support

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
NOBODY = ParticipantId(UUID(int=0))
"""Stands in the form until the participant is stored."""
LATER_CHANNELS = (Channel.PHONE, Channel.PHONE, Channel.PHONE, Channel.VISIT, Channel.VIDEO, Channel.LETTER)


@dataclass(frozen=True, slots=True)
class InventedContact:
    """One contact with her."""

    on_date: date
    channel: Channel
    summary: str


@dataclass(frozen=True, slots=True)
class InventedPartner:
    """A partner as the officer comes to know her."""

    code: str
    name: str
    remarks: str
    support: Support
    rule: SafeContactRule
    contacts: tuple[InventedContact, ...]


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What intake passes on about one participant; no partner when nothing is known."""

    form: HandOverForm
    partner: InventedPartner | None


def draw_handed_over(random: Random, person: InventedPerson, codes: set[str], today: date) -> HandedOver:
    """Return the hand-over form of one referral and the partner behind it, if any is known."""
    if person.fate is Fate.EARLIER or random.random() < 0.22:
        return HandedOver(HandOverForm(NOBODY), None)
    name = draw_name(random, PARTNERS)
    people = [ProtectedPerson(f"{name.given} {name.family}", random.choice(RELATIONS), _contact(random))]
    if random.random() < 0.3:
        people.append(ProtectedPerson(f"{random.choice(CHILD_NAMES)} {name.family}", "child"))
    form = HandOverForm(NOBODY, tuple(people), random.choice(PAPERS), random.choice(HAND_OVER_REMARKS))
    return HandedOver(form, _partner(random, person, name, codes, today))


def _contact(random: Random) -> str:
    return f"555-01{random.randint(0, 99):02d}, her own telephone" if random.random() < 0.7 else ""


def _partner(
    random: Random, person: InventedPerson, name: Name, codes: set[str], today: date
) -> InventedPartner:
    support = random.choices((Support.ACCEPTED, Support.DECLINED, Support.NOT_YET_ASKED), (6, 2, 2))[0]
    contacts = _contacts(random, person.referral.referred_on + timedelta(days=16), support, today)
    if not contacts:
        support = Support.NOT_YET_ASKED
    return InventedPartner(
        code=_code(random, codes),
        name=f"{name.given} {name.family}" if random.random() < 0.6 else "",
        remarks=random.choice(REMARKS) if support is Support.ACCEPTED else "",
        support=support,
        rule=_rule(random, support, contacts),
        contacts=contacts,
    )


def _code(random: Random, codes: set[str]) -> str:
    code = ""
    while not code or code in codes:
        code = f"{random.choice(LETTERS)}{random.choice(LETTERS)}-{random.randint(10, 99)}"
    codes.add(code)
    return code


def _rule(random: Random, support: Support, contacts: tuple[InventedContact, ...]) -> SafeContactRule:
    if support is not Support.ACCEPTED:
        return SafeContactRule(allowed=False, never=random.choice(NEVER))
    return SafeContactRule(
        allowed=True,
        ways=random.choice(WAYS),
        never=random.choice(NEVER),
        code_word=random.choice(CODE_WORDS) if random.random() < 0.6 else "",
        agreed_on=contacts[0].on_date,
    )


def _contacts(random: Random, first: date, support: Support, today: date) -> tuple[InventedContact, ...]:
    if support is Support.NOT_YET_ASKED or first >= today:
        return ()
    opening = InventedContact(first, Channel.PHONE, random.choice(FIRST_CONTACTS))
    if support is Support.DECLINED:
        return (InventedContact(first, Channel.PHONE, DECLINED_CONTACT),)
    later, day = [opening], first
    for _ in range(random.randint(1, 7)):
        day += timedelta(days=random.randint(14, 60))
        if day < today:
            later.append(InventedContact(day, random.choice(LATER_CHANNELS), random.choice(LATER_CONTACTS)))
    return tuple(later)
