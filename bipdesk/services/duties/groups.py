"""Duties from groups: a size to be reported, too many evenings alone, a coming one that nobody leads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from bipdesk.db.records.file import Unit
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.group import StoredGroup
from bipdesk.domain.group_checks import ALONE
from bipdesk.domain.group_evenings import SOLO_WEEKS, HeldEvening, solo_count
from bipdesk.domain.ids import GroupId
from bipdesk.domain.library import Library
from bipdesk.domain.pack import Pack
from bipdesk.domain.staff import Role

AHEAD = timedelta(days=7)
"""How long before its evening a group without a facilitator is said."""


def group_duties(unit: Unit, today: date, library: Library) -> Iterator[Duty]:
    """Yield what is due about the groups that still have sessions to come."""
    coming = unit.groups.coming(today)
    groups = {group.group_id: group for group in unit.groups.groups(coming)}
    pack = library.packs.of(unit.offices.site().details.pack)
    for group in groups.values():
        yield from size_duties(group, pack, today)
    yield from _nobody_leads(unit, groups, coming, today)
    calendar = unit.groups.calendar(coming)
    lately = [session for session in calendar if session.on_date > today - timedelta(weeks=max(SOLO_WEEKS))]
    yield from _alone(unit.held_evenings.of(groups, lately), groups, coming, pack, today)


def size_duties(group: StoredGroup, pack: Pack, today: date) -> Iterator[Duty]:
    """Yield that the size of a group is to be reported, until a report of so many is written down."""
    rule = pack.value("group-reported-above", today)
    if rule is None or not rule.binding or group.members <= max(rule.number, group.size_reported):
        return
    yield Duty(
        DutyKind.GROUP_SIZE,
        group.group_id,
        f"Report the size of {group.name}",
        f"{group.members} men are in it: {rule.words[0].lower()}{rule.words[1:]}",
        None,
        citation=rule.citation,
        discharged_by="The report, written down on the group's page",
    )


def _nobody_leads(
    unit: Unit, groups: dict[GroupId, StoredGroup], coming: dict[GroupId, date], today: date
) -> Iterator[Duty]:
    may_lead = {one.staff_id for one in unit.offices.staff() if Role.SAFETY_OFFICER not in one.roles}
    for group_id, group in groups.items():
        evening = coming[group_id]
        if evening - today <= AHEAD and not may_lead & set(group.facilitators):
            yield Duty(
                DutyKind.NO_FACILITATOR,
                group_id,
                f"Nobody leads {group.name}",
                f"It meets on {day_in_words(evening)}",
                evening,
                citation=ALONE,
                discharged_by="A facilitator, entered on the group's page, or the evening cancelled",
            )


def _alone(
    evenings: Mapping[GroupId, Sequence[HeldEvening]],
    groups: dict[GroupId, StoredGroup],
    coming: dict[GroupId, date],
    pack: Pack,
    today: date,
) -> Iterator[Duty]:
    rules = [(weeks, pack.value(f"solo-sessions-{weeks}-weeks", today)) for weeks in SOLO_WEEKS]
    for group_id, held in evenings.items():
        for weeks, rule in rules:
            led = solo_count(held, weeks, today)
            if rule is None or not rule.binding or led < rule.number:
                continue
            yield Duty(
                DutyKind.SOLO_LIMIT,
                group_id,
                f"Two lead the next evening of {groups[group_id].name}",
                f"{led} of at most {rule.number} evenings in {weeks} weeks were led by one person alone",
                coming[group_id],
                citation=rule.citation,
                discharged_by=f"The {weeks} weeks pass; meanwhile two lead, or the evening is cancelled",
            )
            break
