"""The register in words: the line under it, and each line as it is spoken."""

from collections import Counter
from collections.abc import Sequence

from bipdesk.domain.attendance import Mark
from bipdesk.domain.register import RegisterLine


def status_line(lines: Sequence[RegisterLine], consequences: str) -> str:
    """Return "9 expected · 6 present · 1 late." and what closing will create."""
    counts = Counter(line.mark for line in lines)
    parts = [f"{len(lines)} expected"]
    parts += [f"{counts[mark]} {mark.label.lower()}" for mark in Mark if counts[mark]]
    if counts[None]:
        parts.append(f"{counts[None]} not marked yet")
    words = " · ".join(parts) + "."
    return f"{words} {consequences}" if consequences else words


def spoken_line(line: RegisterLine) -> str:
    """Return one line as a screen reader says it."""
    parts = [f"{line.family_name}, {line.given_name}", line.mark.label if line.mark else "not marked"]
    if line.arrived_at is not None:
        parts.append(f"arrived {line.arrived_at:%H:%M}")
    if line.participation is not None:
        parts.append(f"taking part {line.participation} of 4")
    if line.homework_done is not None:
        parts.append("homework done" if line.homework_done else "homework not done")
    if line.remark:
        parts.append(line.remark)
    return ", ".join(parts)
