"""The register in words: the line under it, what stands under a name, and each line as it is spoken."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import time

from bipdesk.domain.attendance import REASONS_OF, Mark
from bipdesk.domain.correction import Correction
from bipdesk.domain.held import Held
from bipdesk.domain.ids import StaffId
from bipdesk.domain.lateness import minutes_early, minutes_late
from bipdesk.domain.register import Dispute, RegisterLine
from bipdesk.domain.visitor import Visit
from bipdesk.ui.format import counted, moment

Hours = tuple[time, time]


def status_line(lines: Sequence[RegisterLine], consequences: str) -> str:
    """Return "9 expected · 6 present · 1 late." and what closing will create."""
    counts = Counter(line.mark for line in lines)
    guests = sum(bool(line.guest_from) for line in lines)
    parts = [f"{len(lines) - guests} expected"]
    if guests:
        parts.append(counted(guests, "guest", "guests"))
    parts += [f"{counts[mark]} {mark.label.lower()}" for mark in Mark if counts[mark]]
    if counts[None]:
        parts.append(f"{counts[None]} not marked yet")
    words = " · ".join(parts) + "."
    return f"{words} {consequences}" if consequences else words


def detail_parts(line: RegisterLine, hours: Hours) -> list[str]:
    """Return what belongs to the mark, and the remark: "20 minutes late (18:50)", "illness"."""
    parts = []
    if line.guest_from:
        parts.append(f"Guest from {line.guest_from}")
    if line.arrived_at is not None:
        late = minutes_late(hours[0], line.arrived_at)
        parts.append(f"{counted(late, 'minute', 'minutes')} late ({line.arrived_at:%H:%M})")
    if line.left_at is not None:
        early = minutes_early(line.left_at, hours[1])
        parts.append(f"Left {counted(early, 'minute', 'minutes')} early ({line.left_at:%H:%M})")
    if line.reason is not None:
        words = line.reason_words or line.reason.label
        named = line.reason.label != "other" and line.reason_words
        parts.append(f"{line.reason.label}: {words}" if named else words)
    elif line.mark in REASONS_OF:
        parts.append("no reason given yet (F2)")
    return [f"{part[:1].upper()}{part[1:]}" for part in (*parts, line.remark) if part]


def correction_words(correction: Correction, names: Mapping[StaffId, str]) -> str:
    """Return "Was Absent until 21 November at 19:04, corrected by R. Ortega: He rang"."""
    by = names.get(correction.by, "somebody")
    was = correction.shown_was
    return f"Was {was} until {moment(correction.corrected_at)}, corrected by {by}: {correction.why}"


def dispute_words(dispute: Dispute) -> str:
    """Return who wrote what, and ask which stands."""
    sides = [f"{side.by} wrote {side.words} ({moment(side.at)})" for side in dispute.sides]
    return f"Two entries for {dispute.what}: {'; '.join(sides)}. Which stands?"


def spoken_line(line: RegisterLine, hours: Hours) -> str:
    """Return one line as a screen reader says it."""
    parts = [f"{line.family_name}, {line.given_name}", line.mark.label if line.mark else "not marked"]
    parts += detail_parts(line, hours)
    if line.participation is not None:
        parts.append(f"taking part {line.participation} of 4")
    if line.homework_done is not None:
        parts.append("homework done" if line.homework_done else "homework not done")
    parts += [dispute_words(dispute) for dispute in line.disputes]
    return ", ".join(parts)


def held_words(held: Held, facilitators: Sequence[str]) -> str:
    """Return "Led by R. Ortega and M. Birch, 18:30 to 21:00 (150 minutes)"."""
    who = " and ".join(name for name in facilitators if name) or "nobody"
    hours = f"{held.began_at:%H:%M} to {held.ended_at:%H:%M}"
    return f"Led by {who}, {hours} ({held.minutes} minutes)"


def visit_words(visit: Visit) -> str:
    """Return "K. Lane, Dale County Probation (observer)"."""
    details = visit.visitor.details
    return f"{details.name}, {details.organisation} ({details.role.label.lower()})"
