"""How far somebody took part, from 1 to 4."""

from PySide6.QtCore import Signal

from bipdesk.ui.widgets.segmented import Segment, Segmented


class ParticipationPicker(Segmented):
    """From 1 (hardly) to 4 (fully)."""

    picked = Signal(object)
    """The number a person picked, or None; not sent by `set_value`."""

    def __init__(self, whose: str = "") -> None:
        super().__init__(
            f"Taking part, {whose}" if whose else "Taking part",
            tuple(Segment(number, str(number), "accent", str(number)) for number in range(1, 5)),
        )
        self.chosen.connect(self.picked)
