"""Rules of the place about groups: every other week, and what is due about size and who leads."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.delivery_errors import DistanceUnknown, FortnightlyRefused, LivesTooNear
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.group import GroupChange, GroupDetails, StoredGroup
from bipdesk.domain.group_checks import CheckStanding
from bipdesk.domain.ids import UNSEEN, GroupId, ParticipantId
from bipdesk.domain.pack import Pack, PackValue, Unit
from bipdesk.domain.person_fields import Part
from bipdesk.domain.staff import Sex
from bipdesk.services.duties.groups import size_duties
from tests import builders

FIRST = date(2026, 12, 3)
STORED = StoredGroup(
    GroupId(UUID(int=1)), UNSEEN, "Far group", "bbr-1", time(18), time(20), "Mill Creek", (), 12, FIRST
)
KINDS = {DutyKind.GROUP_SIZE, DutyKind.SOLO_LIMIT, DutyKind.NO_FACILITATOR}


def work_under(desk: Desk, pack: str) -> None:
    site = desk.site.get()
    desk.site.update(replace(site.details, pack=pack), site.seen)


def fortnightly(desk: Desk) -> GroupDetails:
    leaders = tuple(member.staff_id for member in desk.staff.facilitators())
    return GroupDetails("Far group", "bbr-1", FIRST, time(18, 30), 150, "Mill Creek", leaders, every_weeks=2)


def lives(desk: Desk, his: ParticipantId, km: int) -> None:
    file = desk.persons.file(his)
    desk.persons.save(his, Part.EVERYDAY, replace(file.record, distance_km=km), file.seen)


def about_groups(desk: Desk) -> list[Duty]:
    return [duty for duty in desk.today.today().due if duty.kind in KINDS]


def test_every_other_week_is_refused_where_the_rules_want_every_week(desk: Desk) -> None:
    builders.ready(desk)
    work_under(desk, "washington")
    with pytest.raises(FortnightlyRefused) as refused:
        desk.groups.plan(fortnightly(desk))
    assert refused.value.values == {"citation": "WAC 388-60B-0315"}
    (line,) = [one for one in desk.groups.outlook(fortnightly(desk)).checks if one.key == "weekly"]
    assert line.standing is CheckStanding.BROKEN


def test_every_other_week_is_for_those_who_live_far_away(desk: Desk) -> None:
    builders.ready(desk)
    work_under(desk, "nevada")
    group_id = GroupId(desk.groups.plan(fortnightly(desk)).row_id)  # type: ignore[arg-type]
    his = builders.accepted(desk)
    with pytest.raises(DistanceUnknown):
        desk.members.join(group_id, his, FIRST)
    lives(desk, his, 112)
    with pytest.raises(LivesTooNear) as refused:
        desk.members.join(group_id, his, FIRST)
    assert (refused.value.values["miles"], refused.value.values["km"]) == (70, 113)
    lives(desk, his, 113)
    desk.members.join(group_id, his, FIRST)


def test_where_the_pack_is_silent_nobody_is_refused_and_the_plan_says_so(desk: Desk) -> None:
    builders.ready(desk)
    outlook = desk.groups.outlook(fortnightly(desk))
    (line,) = [one for one in outlook.checks if one.key == "weekly"]
    assert line.standing is CheckStanding.WARN
    group_id = GroupId(desk.groups.plan(fortnightly(desk)).row_id)  # type: ignore[arg-type]
    desk.members.join(group_id, builders.accepted(desk), FIRST)


def test_a_coming_evening_that_nobody_leads_is_due_until_somebody_is_entered(desk: Desk) -> None:
    group_id = builders.group(desk)
    stored = desk.groups.file(group_id).stored
    nobody = GroupChange(stored.name, stored.place, (), None, None)
    token = desk.groups.update(group_id, nobody, stored.seen).seen
    (duty,) = about_groups(desk)
    assert (duty.kind, duty.subject_id, duty.due_on) == (
        DutyKind.NO_FACILITATOR,
        group_id,
        date(2026, 11, 19),
    )
    assert duty.citation
    desk.groups.update(group_id, replace(nobody, facilitators=stored.facilitators), token)
    assert about_groups(desk) == []


def test_a_size_is_reported_once_and_again_when_more_come() -> None:
    value = PackValue("group-reported-above", 12, Unit.PEOPLE, "More than twelve.", "OAR 1", FIRST)
    rule = Pack(id="made", rules={value.key: (value,)})
    for members, reported, due in ((13, 0, 1), (12, 0, 0), (13, 13, 0), (14, 13, 1)):
        stored = replace(STORED, members=members, size_reported=reported)
        assert len(list(size_duties(stored, rule, FIRST))) == due, (members, reported)
    unsure = Pack(id="made", rules={value.key: (replace(value, unverified=True),)})
    assert list(size_duties(replace(STORED, members=13), unsure, FIRST)) == []


def test_a_report_needs_to_whom(desk: Desk) -> None:
    group_id = builders.group(desk)
    with pytest.raises(NothingEntered):
        desk.groups.report_size(group_id, date(2026, 11, 19), " ")


def test_checks_know_a_mixed_pair_once_it_is_recorded(desk: Desk) -> None:
    group_id = builders.group(desk)
    work_under(desk, "oregon")

    def pair() -> CheckStanding:
        lines = desk.group_checks.of(group_id).plan
        return next(line.standing for line in lines if line.key == "pair")

    first, second = (member.staff_id for member in desk.staff.facilitators())
    assert pair() is CheckStanding.UNSAID
    desk.staff_records.set_sex(first, Sex.WOMAN)
    desk.staff_records.set_sex(second, Sex.MAN)
    assert pair() is CheckStanding.MET
