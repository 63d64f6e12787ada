"""Hybrid clock readings: 48 bits of milliseconds and 16 of counter; they order, and decide nothing."""

from datetime import UTC, datetime

COUNTER_BITS = 16
MAX_DRIFT_MS = 24 * 60 * 60 * 1000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(now: datetime) -> int:
    """Return `now` in milliseconds since 1970, never below zero."""
    return max(0, int((now - EPOCH).total_seconds() * 1000))


def tick(last: int, now: datetime) -> int:
    """Return the next reading: the wall clock, or one more than the last if the clock went back."""
    return max(last + 1, milliseconds(now) << COUNTER_BITS)


def observe(last: int, remote: int, now: datetime) -> int:
    """Return the reading after seeing a remote one; one more than a day ahead of our clock is not adopted."""
    if (remote >> COUNTER_BITS) - milliseconds(now) > MAX_DRIFT_MS:
        return last
    return max(last, remote)


def instant(reading: int) -> datetime:
    """Return the wall-clock part of a reading."""
    return datetime.fromtimestamp((reading >> COUNTER_BITS) / 1000, UTC)
