"""One line of the register as the person at the keys means it, a little ahead of what is saved."""

from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.ids import Seen
from bipdesk.domain.register import RegisterLine

Value = Mark | int | bool | time | tuple[Reason | None, str] | None


class Field(StrEnum):
    """What can be written on a line; the value is the name of the attribute of `RegisterLine`."""

    MARK = "mark"
    ARRIVAL = "arrived_at"
    LEAVING = "left_at"
    WHY = "reason"
    """With the words to it: both are written together."""
    PARTICIPATION = "participation"
    HOMEWORK = "homework_done"


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing to be written on a line."""

    field: Field
    value: Value


class LineEntry:
    """A saved line, the one command under way for it, and the latest wish of each field that waits behind it.

    A command carries the line's `seen` token, and the token changes with every command: so the next one is
    sent only when the last has been answered, however fast the keys are pressed.
    """

    def __init__(self, line: RegisterLine) -> None:
        self._saved = line
        self._under_way: Wish | None = None
        self._returned: Wish | None = None
        self._waiting: dict[Field, Wish] = {}

    @property
    def busy(self) -> bool:
        """Say whether something meant for this line is not saved yet."""
        return self._under_way is not None or bool(self._waiting)

    @property
    def seen(self) -> Seen:
        """Return the token to hand back with the next command."""
        return self._saved.seen

    @property
    def shown(self) -> RegisterLine:
        """Return the line with every wish on it: what the screen shows."""
        line = self._saved
        for wish in (self._under_way, *self._waiting.values()):
            if wish is not None:
                line = _written(line, wish)
        return line

    def wish(self, field: Field, value: Value) -> None:
        """Hold `value` for `field`; an older wish for the same field that was not sent is forgotten."""
        self._waiting.pop(field, None)
        self._waiting[field] = Wish(field, value)

    def take(self) -> Wish | None:
        """Return the next wish to send, or None while one is under way or nothing waits."""
        if self._under_way is not None or not self._waiting:
            return None
        field = next(iter(self._waiting))
        self._under_way = self._waiting.pop(field)
        return self._under_way

    def returned(self) -> None:
        """Take the command as come back, however it went; unless it is answered, its wish is forgotten."""
        self._returned, self._under_way = self._under_way, None

    def answered(self, seen: Seen) -> None:
        """Take the wish that has come back as saved, with the line's new token."""
        if self._returned is not None:
            self._saved = replace(_written(self._saved, self._returned), seen=seen)
        self._returned = None

    def refused(self) -> None:
        """Forget the wish that came back and those behind it: the line is shown as it was last saved."""
        self._under_way = self._returned = None
        self._waiting.clear()

    def reloaded(self, line: RegisterLine) -> None:
        """Take over what was read from the file, unless something meant for the line is still on its way."""
        if not self.busy:
            self._saved = line


def _written(line: RegisterLine, wish: Wish) -> RegisterLine:
    if isinstance(wish.value, tuple):
        reason, words = wish.value
        return replace(line, reason=reason, reason_words=words)
    written = replace(line, **{wish.field.value: wish.value})  # type: ignore[arg-type]
    if wish.field is not Field.MARK:
        return written
    return replace(
        written,
        arrived_at=line.arrived_at if written.mark is Mark.LATE else None,
        left_at=line.left_at if written.mark is Mark.LEFT_EARLY else None,
        reason=None,
        reason_words="",
    )
