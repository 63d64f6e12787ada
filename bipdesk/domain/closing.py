"""What closing a register will bring about, in words, before it is closed."""

from collections.abc import Iterable, Sequence

from bipdesk.domain.attendance import NOT_THERE, REASONS_OF, Mark, Reason, StoredAttendance

NOTHING = "Closing will create nothing to do."


def waits_for_review(line: StoredAttendance) -> bool:
    """Say whether the line will be an absence that somebody must look at."""
    return line.mark in NOT_THERE and not (line.mark is Mark.EXCUSED and line.reason is not None)


def closing_words(lines: Iterable[StoredAttendance]) -> str:
    """Return "Closing will create: 1 catch-up, 1 absence to review.", or that nothing follows."""
    marked = [line for line in lines if line.mark is not None]
    owed = sum(line.mark in NOT_THERE for line in marked)
    review = sum(waits_for_review(line) for line in marked)
    threats = sum(line.reason is Reason.THREAT for line in marked)
    created = [
        _counted(threats, "threat to act upon today", "threats to act upon today"),
        _counted(owed, "catch-up", "catch-ups"),
        _counted(review, "absence to review", "absences to review"),
    ]
    found = [words for words in created if words]
    return f"Closing will create: {', '.join(found)}." if found else NOTHING


def without_reason(lines: Iterable[StoredAttendance]) -> int:
    """Return how many lines are excused, or sent home, and nobody has said why."""
    return sum(line.mark in REASONS_OF and line.reason is None for line in lines)


def in_sentences(parts: Sequence[str]) -> str:
    """Return sentences one after the other; each ends with a full stop once."""
    return " ".join(f"{part.rstrip('.')}." for part in parts if part.strip())


def _counted(number: int, one: str, many: str) -> str:
    return "" if number == 0 else f"{number} {one if number == 1 else many}"
