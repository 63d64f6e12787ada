"""The only place that asks what time it is."""

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """What a service asks for the time."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return today's date where the computer stands."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return today's local date."""
        return datetime.now(UTC).astimezone().date()


class FixedClock:
    """A clock that stands still until it is moved: for the invented programme and for tests."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        """Return the instant it was set to."""
        return self.instant

    def today(self) -> date:
        """Return the date of the instant it was set to."""
        return self.instant.date()
