"""The calendar over a real programme: what stands on a day, and that the file names nobody."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.appointment import AppointmentDetails
from bipdesk.domain.calendar_page import CalendarDay, Span
from bipdesk.domain.cancellation import CancelDetails, CancelReason, Outcome
from bipdesk.domain.delivery_errors import CalendarNotWritten
from bipdesk.domain.review import ReviewDetails, ReviewKind, ReviewWords
from tests import builders
from tests.export.test_ics import read

CANARIES = ("Pruett", "Aaron", "Canary Thursday", "Grange", "Ortega", "Rivers", "Avery", "Canary programme")
FIRST = date(2026, 11, 19)


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A programme with a group of people, whose names must not get out."""
    site = desk.site.get()
    desk.site.update(replace(site.details, name="Canary programme"), site.seen)
    group_id = builders.group(desk, FIRST, "Canary Thursday group")
    participant = builders.accepted(desk)
    desk.members.join(group_id, participant, FIRST)
    return desk


def on(desk: Desk, day: date) -> CalendarDay:
    (found,) = [one for one in desk.calendar.page(Span.WEEK, day).days if one.on_date == day]
    return found


def test_a_month_shows_every_evening_with_time_place_and_session(busy: Desk) -> None:
    page = busy.calendar.page(Span.MONTH)
    assert page.title == "November 2026" and page.today == date(2026, 11, 19)
    (first,) = on(busy, FIRST).evenings
    assert (first.group, first.place) == ("Canary Thursday group", "Grange Hall")
    assert first.title == "Foundation 1" and f"{first.starts_at:%H:%M}" == "18:30"
    # Thanksgiving between them is a holiday: the group does not meet and the run takes a week more.
    assert [day.on_date for day in page.days if day.evenings] == [FIRST, FIRST + timedelta(weeks=2)]
    assert on(busy, FIRST + timedelta(weeks=1)).holiday.startswith("Thanksgiving")


def test_a_holiday_is_named_where_the_programme_is(busy: Desk) -> None:
    assert on(busy, date(2026, 12, 25)).holiday == "Christmas Day"
    assert on(busy, date(2026, 12, 24)).holiday == ""


def test_a_hearing_is_a_number_and_no_name(busy: Desk) -> None:
    heard = replace(builders.referral(), hearing_on=date(2026, 11, 24))
    for name in ("Bert", "Carl"):
        busy.referrals.refer(builders.person(name), heard, builders.form())
    assert on(busy, date(2026, 11, 24)).counts == ("2 hearings",)
    assert "Bert" not in repr(busy.calendar.page(Span.MONTH))


def test_the_file_has_every_evening_from_today_on_and_names_nobody(busy: Desk, tmp_path: Path) -> None:
    path = tmp_path / "calendar.ics"
    busy.calendar.save(path)
    content = path.read_bytes()
    events = read(content)
    assert len(events) == 24 and {event["SUMMARY"] for event in events} == {"Group"}
    assert events[0]["DTSTART"] == "20261119T183000"
    assert len({event["UID"] for event in events}) == 24
    words = content.replace(b"\r\n ", b"").decode().casefold()
    assert [canary for canary in CANARIES if canary.casefold() in words] == []
    assert read(busy.calendar.file()) == events, "a second export has the same identifiers"


def test_the_place_is_in_the_file_only_when_somebody_asks_for_it(busy: Desk) -> None:
    assert {event.get("LOCATION") for event in read(busy.calendar.file())} == {None}
    assert {event.get("LOCATION") for event in read(busy.calendar.file(with_place=True))} == {"Grange Hall"}


def test_a_facilitator_takes_only_the_groups_he_leads(busy: Desk) -> None:
    (group,) = busy.groups.list()
    leads = busy.me.name in group.facilitators
    assert len(read(busy.calendar.file(mine=True))) == (24 if leads else 0)


def test_a_folder_that_is_not_there_is_said(busy: Desk, tmp_path: Path) -> None:
    with pytest.raises(CalendarNotWritten):
        busy.calendar.save(tmp_path / "no such folder" / "calendar.ics")


def cancelled(desk: Desk, outcome: Outcome, number: int = 1) -> None:
    """Cancel the session with this number, 1 for the first."""
    (group,) = desk.groups.list()
    session = desk.groups.file(group.group_id).sessions[number - 1]
    details = CancelDetails(CancelReason.WEATHER, "Snow", outcome)
    desk.cancellations.cancel(session.session_id, session.on_date, details, session.seen)


def test_a_cancelled_evening_stays_in_sight_and_its_session_keeps_its_identifier(busy: Desk) -> None:
    before = read(busy.calendar.file())
    cancelled(busy, Outcome.SHIFT)
    (off,) = on(busy, FIRST).evenings
    assert off.cancelled == "weather; moved to 3 December 2026"
    (moved,) = on(busy, date(2026, 12, 3)).evenings
    assert (moved.title, moved.cancelled) == ("Foundation 1", "")
    after = read(busy.calendar.file())
    assert {event["UID"] for event in before} == {event["UID"] for event in after}
    assert after[0]["DTSTART"] == "20261203T183000" and {e["STATUS"] for e in after} == {"CONFIRMED"}


def test_an_evening_that_is_not_made_up_is_cancelled_in_the_file(busy: Desk) -> None:
    cancelled(busy, Outcome.OWED)
    (off,) = on(busy, FIRST).evenings
    assert off.cancelled == "weather; not held"
    events = read(busy.calendar.file())
    assert [event["STATUS"] for event in events[:2]] == ["CANCELLED", "CONFIRMED"]


def test_one_to_ones_are_counted_too(busy: Desk) -> None:
    (person,) = busy.participants.page("Pruett")
    for day in (20, 20, 21):
        details = AppointmentDetails(date(2026, 11, day), time(10, 0))
        busy.one_to_ones.plan(person.participant_id, details)
    assert [on(busy, date(2026, 11, day)).counts for day in (20, 21)] == [("2 × 1-2-1",), ("1 × 1-2-1",)]


def test_a_review_that_is_planned_is_counted_until_it_was_held(busy: Desk) -> None:
    (person,) = busy.participants.page("Pruett")
    said = ReviewWords(changed="I walk out.", participation="Takes part.", order="Keeps to it.")
    first = ReviewDetails(
        ReviewKind.INTERIM, date(2026, 11, 10), said, facilitator="C. Rivers", officer="A. Hale"
    )
    busy.reviews.record(person.participant_id, replace(first, next_on=date(2026, 11, 24)))
    assert on(busy, date(2026, 11, 24)).counts == ("1 review",)
    busy.reviews.record(person.participant_id, replace(first, held_on=date(2026, 11, 18)))
    assert on(busy, date(2026, 11, 24)).counts == ()


@pytest.mark.parametrize("span", list(Span))
def test_the_calendar_prints(busy: Desk, span: Span) -> None:
    assert busy.calendar.render(span, FIRST).startswith(b"%PDF")
