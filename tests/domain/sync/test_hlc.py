"""Clock readings: they only rise, and a broken clock elsewhere does not break ours."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.sync import hlc

NOW = dt.datetime(2026, 11, 3, 18, 0, tzinfo=dt.UTC)
CLOCKS = st.integers(-90_000, 600_000).map(lambda hours: NOW + dt.timedelta(hours=hours))


@given(st.lists(CLOCKS, min_size=1))
def test_readings_rise_whatever_the_clock_does(clock: list[dt.datetime]) -> None:
    last = 0
    for now in clock:
        reading = hlc.tick(last, now)
        assert reading > last
        last = reading


def test_a_reading_shows_the_wall_clock() -> None:
    assert hlc.instant(hlc.tick(0, NOW)) == NOW


def test_a_reading_of_elsewhere_is_adopted_unless_it_is_a_day_ahead() -> None:
    mine = hlc.tick(0, NOW)
    soon, far = hlc.tick(0, NOW + dt.timedelta(hours=23)), hlc.tick(0, NOW + dt.timedelta(hours=25))
    assert hlc.observe(mine, soon, NOW) == soon
    assert hlc.observe(mine, far, NOW) == mine
    assert hlc.observe(mine, 5, NOW) == mine
