"""The danger panel: whom to call, the same for everyone and one key away."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.site import DangerPanel
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.text import Role, Text

KEY = "F9"
_MISSING = "not entered yet: the coordinator can add it under Programme"
_AFTER = (
    "Call first, write afterwards. A threat heard in group or in a 1-2-1 is recorded as an incident in his "
    "file, under Notices, because it has to be told at once."
)


def lines(panel: DangerPanel) -> tuple[tuple[str, str], ...]:
    """Return whom to call in the order in which to call, each in the words of the programme."""
    return (
        ("Emergency number", panel.emergency),
        ("Police contact", panel.police),
        ("On-call officer", panel.on_call_officer),
        ("Victim service", panel.victim_service),
        ("The sealed code lies", panel.sealed_code),
    )


class DangerDialog(FittedDialog):
    """What to do when somebody is in danger; Enter or Escape closes it."""

    def __init__(self, look: Look, panel: DangerPanel, parent: QWidget) -> None:
        super().__init__(look, parent, "If somebody is in danger, call")
        self.setObjectName("dangerDialog")
        self.setWindowTitle("Whom to call")
        facts = KeyValueRows()
        for label, value in lines(panel):
            facts.add(label, value or _MISSING)
        self.body.addWidget(facts)
        self.body.addWidget(Text(_AFTER, Role.DETAIL, wrap=True))
        close = Button("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)
