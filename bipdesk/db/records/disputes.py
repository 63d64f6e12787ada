"""What two people wrote apart into one line of a register, and the choice between the values."""

from collections.abc import Collection, Mapping
from datetime import time
from uuid import UUID

from bipdesk.db.audit import Verb
from bipdesk.db.journal.capture import attach_seen, confirm
from bipdesk.db.journal.conflicts import Conflict
from bipdesk.db.journal.journal import Journal
from bipdesk.db.records.tables.groups import AttendanceRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.ids import AttendanceId, Seen, StaffId
from bipdesk.domain.register import Dispute, Side, Value

ABOUT = {
    "mark": "attendance",
    "arrived_at": "arrival",
    "left_at": "leaving",
    "why": "reason",
    "participation": "taking part",
    "homework_done": "homework",
}
"""What a person is asked about, by unit of merging; nothing else of a line is ever in dispute."""
NOTHING = "nothing"
Names = Mapping[StaffId, str]


class DisputeStore:
    """Reads and settles conflicts of lines, in one open transaction."""

    def __init__(self, rows: Rows, journal: Journal) -> None:
        self._rows = rows
        self._journal = journal

    def of_lines(
        self, line_ids: Collection[AttendanceId], names: Names
    ) -> dict[AttendanceId, tuple[Dispute, ...]]:
        """Return what is in dispute in these lines; one query, and one more for each dispute there is."""
        found: dict[AttendanceId, tuple[Dispute, ...]] = {}
        for conflict in self._journal.conflicts(self._rows.session, list(line_ids), self._rows.org):
            if conflict.cluster in ABOUT:
                line_id = AttendanceId(conflict.row)
                found[line_id] = (*found.get(line_id, ()), _dispute(conflict, names))
        return found

    def settle(self, line_id: AttendanceId, side: Side, seen: Seen) -> Seen:
        """Write that this side stands, over both; what the other wrote stays in the journal."""
        row = self._rows.get(AttendanceRow, line_id)
        attach_seen(row, seen)
        columns = dict(side.values)
        for name, value in columns.items():
            setattr(row, name, _stored(name, value))
        confirm(row, *columns)
        self._rows.session.flush()
        self._rows.note(Verb.CHANGED, AttendanceRow.__tablename__, line_id, "settled")
        return self._rows.seen(line_id)


def _dispute(conflict: Conflict, names: Names) -> Dispute:
    sides = []
    for side in conflict.sides:
        values = tuple((name, _value(name, raw)) for name, raw in sorted(side.value.items()))
        by = names.get(StaffId(UUID(str(side.user))), "somebody else")
        sides.append(Side(_in_words(values), by, side.at, values))
    return Dispute(ABOUT[conflict.cluster], tuple(sides))


def _value(name: str, raw: object) -> Value:
    """Return a value of the log as the line holds it."""
    if raw is None or raw == "" or isinstance(raw, bool | int):
        return None if raw == "" and name == "reason" else raw
    text = str(raw)
    if name == "mark":
        return Mark(text)
    if name == "reason":
        return Reason(text)
    return time.fromisoformat(text) if name in ("arrived_at", "left_at") else text


def _stored(name: str, value: Value) -> object:
    if value is None and name == "reason":
        return ""
    return value.value if isinstance(value, Mark | Reason) else value


def _in_words(values: tuple[tuple[str, Value], ...]) -> str:
    words = [_word(value) for name, value in values if not (name == "reason_words" and not value)]
    return ", ".join(words) or NOTHING


def _word(value: Value) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, Mark | Reason):
        return value.label
    if isinstance(value, bool):
        return "done" if value else "not done"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
