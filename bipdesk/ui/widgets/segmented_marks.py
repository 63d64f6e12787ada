"""The marks of the register, side by side."""

from PySide6.QtCore import Signal

from bipdesk.domain.attendance import Mark
from bipdesk.ui.widgets.segmented import Segment, Segmented

_STATES = {
    Mark.LATE: "warn",
    Mark.LEFT_EARLY: "warn",
    Mark.EXCUSED: "warn",
    Mark.ABSENT: "bad",
    Mark.SENT_HOME: "bad",
}


class SegmentedMarks(Segmented):
    """Present, late, left early, excused, absent or sent home."""

    marked = Signal(object)
    """The Mark a person chose, or None; not sent by `set_mark`."""

    def __init__(self, whose: str = "") -> None:
        super().__init__(
            f"Attendance, {whose}" if whose else "Attendance",
            tuple(Segment(mark, mark.label, _STATES.get(mark, "accent"), mark.key) for mark in Mark),
        )
        self.chosen.connect(self.marked)

    def set_mark(self, mark: Mark | None) -> None:
        """Show a mark, or none."""
        self.set_value(mark)
