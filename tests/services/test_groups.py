"""Planning a run on real dates, filling it, moving an evening."""

from datetime import date, time
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.errors import AlreadyInGroup, NothingEntered, SafetyOfficerMissing, WrongDate, WrongStatus
from bipdesk.domain.group import GroupDetails
from bipdesk.domain.referral import Status
from bipdesk.domain.site import SiteDetails
from bipdesk.services.vault import Person
from tests import builders


def test_a_run_has_24_sessions_on_its_weekday_and_skips_holidays(desk: Desk) -> None:
    file = desk.groups.file(builders.group(desk))
    dates = [session.on_date for session in file.sessions]
    assert len(dates) == 24
    assert {day.weekday() for day in dates} == {3}
    assert date(2026, 11, 26) not in dates  # Thanksgiving
    assert file.sessions[0].title == "Foundation 1"
    assert file.sessions[-1].title == "My Relationships 6"
    hours = (file.group.weekday, file.group.starts_at, file.group.ends_at)
    assert hours == ("Thursday", time(18, 30), time(21))


def test_the_preview_names_the_dates_it_skips(desk: Desk) -> None:
    facilitators = (desk.me.staff_id,)
    details = GroupDetails("T", "bbr-1", date(2026, 11, 19), time(18, 30), 150, "Grange Hall", facilitators)
    assert date(2026, 11, 26) in {skipped.on_date for skipped in desk.groups.preview(details).skipped}
    with pytest.raises(NothingEntered):
        desk.groups.plan(
            GroupDetails("", "bbr-1", date(2026, 11, 19), time(18, 30), 150, "Hall", facilitators)
        )


def test_no_group_opens_without_an_allocated_safety_officer(tmp_path: Path) -> None:
    made = builders.program(tmp_path).create_site(
        tmp_path / "site", SiteDetails("H"), Person("C. Rivers", *builders.COORDINATOR)
    )
    with pytest.raises(SafetyOfficerMissing):
        builders.group(made.desk)
    assert made.desk.groups.list() == ()
    made.desk.lock()


def test_a_safety_officer_is_never_offered_as_a_facilitator(desk: Desk) -> None:
    assert [member.name for member in desk.staff.facilitators()] == ["C. Rivers", "R. Ortega"]


def test_who_joins_waits_for_his_first_session_and_is_in_one_group_only(desk: Desk) -> None:
    first, second = builders.group(desk), builders.group(desk, date(2026, 11, 24), "Tuesday group")
    participant_id = builders.accepted(desk)
    desk.members.join(first, participant_id, date(2026, 11, 1))
    assert desk.participants.file(participant_id).status is Status.WAITING
    with pytest.raises(AlreadyInGroup) as refused:
        desk.members.join(second, participant_id, date(2026, 11, 1))
    assert refused.value.values == {"group": "Thursday group"}
    desk.members.leave(first, participant_id, date(2026, 11, 2))
    desk.members.join(second, participant_id, date(2026, 11, 3))
    assert [member.family_name for member in desk.groups.file(second).members] == ["Pruett"]
    assert desk.groups.file(first).members == ()


def test_nobody_joins_a_group_before_he_is_accepted(desk: Desk) -> None:
    group_id = builders.group(desk)
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    with pytest.raises(WrongStatus):
        desk.members.join(group_id, made.row_id, date(2026, 11, 1))  # type: ignore[arg-type]


def test_an_evening_is_moved_between_its_neighbours_only(desk: Desk) -> None:
    sessions = desk.groups.file(builders.group(desk)).sessions
    desk.cancellations.move(sessions[1].session_id, date(2026, 12, 4), sessions[1].seen)
    with pytest.raises(WrongDate):
        desk.cancellations.move(sessions[2].session_id, date(2026, 12, 1), sessions[2].seen)


def test_a_register_lists_who_belonged_to_the_group_that_day(desk: Desk) -> None:
    group_id = builders.group(desk)
    gone, there = builders.accepted(desk, "A", "Gone"), builders.accepted(desk, "B", "There")
    for member in (gone, there):
        desk.members.join(group_id, member, date(2026, 11, 1))
    desk.members.leave(group_id, gone, date(2026, 12, 1))
    sessions = desk.groups.file(group_id).sessions
    names = [
        [line.family_name for line in desk.registers.open_register(session.session_id).lines]
        for session in sessions[:2]
    ]
    assert names == [["Gone", "There"], ["There"]]
