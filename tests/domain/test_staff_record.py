"""How somebody on the staff stands against the pack."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from bipdesk.domain.ids import UNSEEN, StaffEntryId, StaffId
from bipdesk.domain.pack import Pack
from bipdesk.domain.staff import Role, StaffMember
from bipdesk.domain.staff_record import (
    PRINCIPLES,
    EntryKind,
    StaffEntry,
    StaffEntryDetails,
    minutes_typed,
    staff_record,
    typed_length,
)
from bipdesk.library_files import load_packs

TODAY = date(2026, 11, 19)
WHO = StaffId(UUID(int=7))
FACILITATOR = StaffMember(WHO, "R. Ortega", frozenset({Role.FACILITATOR}))
OFFICER = StaffMember(WHO, "D. Avery", frozenset({Role.SAFETY_OFFICER}))
NORFOLK = load_packs().of("norfolk-bbr")


def entry(kind: EntryKind, ago_days: int = 10, **details: object) -> StaffEntry:
    day = TODAY - timedelta(days=ago_days)
    stored = StaffEntryDetails(WHO, kind, day, "something", **details)  # type: ignore[arg-type]
    return StaffEntry(StaffEntryId(UUID(int=1)), UNSEEN, stored)


TRAINED = entry(EntryKind.TRAINING, length_minutes=40 * 60, marks=frozenset(PRINCIPLES))
IN_ORDER = (TRAINED, entry(EntryKind.CHECK), entry(EntryKind.SUPERVISION))


def warnings(
    *entries: StaffEntry, member: StaffMember = FACILITATOR, solo: int = 0, pack: Pack = NORFOLK
) -> list[str]:
    days = [TODAY - timedelta(weeks=week) for week in range(solo)]
    return [warning.words for warning in staff_record(member, entries, days, pack, TODAY).warnings]


def test_nothing_is_missing_when_everything_is_there() -> None:
    assert warnings(*IN_ORDER) == []


def test_a_new_facilitator_lacks_training_check_and_supervision() -> None:
    found = warnings()
    assert found[0] == "0 of 40 hours of training"
    assert found[1].startswith("No training yet: Believing in participants' potential for change;")
    assert found[2:] == ["No background check is recorded", "No supervision is recorded"]


def test_an_officer_is_asked_for_supervision_alone() -> None:
    assert warnings(member=OFFICER) == ["No supervision is recorded"]


def test_without_a_pack_only_the_sources_speak() -> None:
    assert len(warnings(pack=Pack())) == 1


def test_training_of_long_ago_does_not_count_for_the_year() -> None:
    old = entry(EntryKind.TRAINING, 400, length_minutes=40 * 60, marks=frozenset(PRINCIPLES))
    assert warnings(old, *IN_ORDER[1:]) == ["0 of 16 hours of further training in the last year"]


def test_a_fifth_session_alone_within_26_weeks_is_said() -> None:
    assert warnings(*IN_ORDER, solo=4) == []
    assert warnings(*IN_ORDER, solo=5) == ["Led 5 sessions alone in 26 weeks; at most 4"]


def test_supervision_is_due_again_after_a_month() -> None:
    assert warnings(TRAINED, IN_ORDER[1], entry(EntryKind.SUPERVISION, 31)) == []
    assert warnings(TRAINED, IN_ORDER[1], entry(EntryKind.SUPERVISION, 32)) == [
        "Last supervision on 18 October 2026"
    ]


def test_what_runs_out_warns_until_it_is_ended() -> None:
    running_out = entry(EntryKind.QUALIFICATION, expires_on=TODAY + timedelta(days=60))
    let_go = entry(EntryKind.QUALIFICATION, expires_on=TODAY, ended_on=TODAY)
    later = entry(EntryKind.QUALIFICATION, expires_on=TODAY + timedelta(days=61))
    assert warnings(*IN_ORDER, running_out, let_go, later) == ["something: holds until 18 January 2027"]


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("", 0),
        ("7", 420),
        ("1:30", 90),
        ("1.5", 90),
        ("1,25", 75),
        ("0:05", 5),
        ("a day", None),
        ("1:75", None),
    ],
)
def test_a_length_is_read_as_hours(typed: str, minutes: int | None) -> None:
    assert minutes_typed(typed) == minutes
    if minutes:
        assert minutes_typed(typed_length(minutes)) == minutes
