"""How a session was held: who led it, when it began and when it ended."""

from dataclasses import dataclass
from datetime import time

from bipdesk.domain.ids import UNSEEN, Seen, SessionId, StaffId
from bipdesk.domain.lateness import minutes_between


@dataclass(frozen=True, slots=True)
class Held:
    """What the checks of a group night are made from (size, length, two facilitators, alone)."""

    session_id: SessionId
    facilitators: tuple[StaffId, ...]
    began_at: time
    ended_at: time
    recorded: bool
    """False: nobody has said yet, and this is what was planned."""
    seen: Seen = UNSEEN
    reopened_because: str = ""
    """Why the register is open again after it had been closed; empty when it was not."""

    @property
    def minutes(self) -> int:
        """Return how long it took."""
        return minutes_between(self.began_at, self.ended_at)
