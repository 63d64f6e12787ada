"""The banner over every safety page: which side of the wall this is."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from bipdesk.ui.widgets.text import Role, Text


class SafetyBanner(QFrame):
    """Plum, full width: what this side is, and how many people hold its key."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("safetyBanner")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 9, 22, 9)
        row.setSpacing(4)
        row.addWidget(Text("Safety records", Role.STRONG))
        row.addWidget(
            Text(
                "· held apart under their own key. Facilitators and coordinators cannot open, search, "
                "print or export this side.",
                wrap=True,
            ),
            1,
        )
        self._holders = Text("")
        row.addWidget(self._holders)

    def set_holders(self, people: int) -> None:
        """Say how many people hold the key."""
        self._holders.setText("1 person holds this key" if people == 1 else f"{people} people hold this key")
