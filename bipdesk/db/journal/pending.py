"""What a row object is about to do, beyond its attributes: its token, a confirmation, hiding or showing."""

import re
from dataclasses import dataclass, field

from sqlalchemy.orm import attributes

from bipdesk.db.journal import seen as tokens
from bipdesk.db.journal.rows import CapturedRow
from bipdesk.domain.ids import Seen

_SLOT = "_journal_pending"
_REASON = re.compile(r"[a-z][a-z-]{0,39}")


class CaptureError(RuntimeError):
    """The program wrote a captured row in a way the log cannot follow: a bug, never a person's mistake."""


@dataclass(slots=True)
class Pending:
    """What is known of a row object besides its attributes; `seen` is None until a token is attached."""

    seen: frozenset[str] | None = None
    confirmed: set[str] = field(default_factory=set)
    life: tuple[str, str] | None = None


def pending(row: object) -> Pending:
    """Return what is noted of a row object, making the note if there is none."""
    found: Pending | None = row.__dict__.get(_SLOT)
    if found is None:
        found = row.__dict__[_SLOT] = Pending()
    return found


def attach_seen(row: CapturedRow, seen: Seen) -> None:
    """Say what was on the author's screen; needed before a change of a stored row is flushed."""
    pending(row).seen = tokens.decode(seen)


def shown(row: CapturedRow) -> Seen:
    """Return the token of a row just stored for the first time: what was written is all there is of it."""
    return tokens.encode(pending(row).seen or ())


def known(row: CapturedRow, now: Seen) -> Seen:
    """Return of the token `now` of a row just written only what its author saw or wrote himself."""
    return tokens.encode(tokens.decode(now) & (pending(row).seen or frozenset()))


def confirm(row: CapturedRow, *columns: str) -> None:
    """Write these columns although their value is unchanged: a person has settled on what is shown."""
    pending(row).confirmed |= set(columns)
    for name in columns:
        attributes.flag_modified(row, name)


def void(row: CapturedRow, reason: str) -> None:
    """Hide a row; `reason` is a key (small letters, hyphens), never free text: it travels with the row."""
    if not _REASON.fullmatch(reason):
        raise CaptureError("the reason of a void is a key, not a text")
    _live(row, "void", reason)


def unvoid(row: CapturedRow, reason: str = "restored") -> None:
    """Show a hidden row again."""
    _live(row, "live", reason)


def _live(row: CapturedRow, state: str, reason: str) -> None:
    pending(row).life = (state, reason)
    row.is_void = state == "void"
    attributes.flag_modified(row, "is_void")
