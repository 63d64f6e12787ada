"""What is to be set up."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text

KINDS = (
    ("programme", "A new programme", "One or two weekly groups, kept on this computer alone. Ten minutes."),
    ("existing", "A programme that is there already", "Its folder was copied or moved to this computer."),
    ("county", "A county office", "Receives bundles from programmes; holds nothing about partners."),
    ("look", "Look around", "An invented programme with forty participants. Nothing in it is real."),
)


class BeginPage(StepPage):
    """A few choices; a new programme is the first."""

    def __init__(self, look: Look) -> None:
        words = "Everything stays on this computer, encrypted. Nothing is sent anywhere."
        super().__init__(look, "Set up bipdesk", words, "Begin")
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        for kind, title, meaning in KINDS:
            button = QRadioButton(title)
            button.setAccessibleName(f"{title}: {meaning}")
            detail = Text(meaning, Role.DETAIL, wrap=True)
            detail.setContentsMargins(look.px(26), 0, 0, 0)
            self._group.addButton(button)
            self.choices[kind] = button
            self.content.addWidget(button)
            self.content.addWidget(detail)
        self.choices["programme"].setChecked(True)
        self.setFocusProxy(self.choices["programme"])
        self.buttons_last()

    def chosen(self) -> str:
        """Return "programme", "existing", "county" or "look"."""
        return next(kind for kind, button in self.choices.items() if button.isChecked())
