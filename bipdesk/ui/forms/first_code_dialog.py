"""The first code of a new account, shown once."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.staff import Role as StaffRole
from bipdesk.domain.staff import StaffMember
from bipdesk.ui.forms.code_panel import CodePanel
from bipdesk.ui.forms.print_code import show_code_page
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.text import Role, Text

SHOWN_ONCE = "It is shown this one time: print it or write it down. This goes with it, and is on the print:"


def lead(member: StaffMember) -> str:
    """Return what whoever reserved the account does with the code; the rest is told to its owner."""
    return f"Give this code to {member.name} alone, in person or sealed; do not sign in with it yourself."


def instructions(member: StaffMember, sign_in_name: str) -> tuple[str, ...]:
    """Return what the owner of a new account must know, in sentences."""
    words = (
        f"Sign in as {sign_in_name} with this code as the passphrase, then choose a passphrase of your own.",
        "The code works once; from then on only your own passphrase opens the account.",
    )
    if StaffRole.SAFETY_OFFICER in member.roles:
        return (*words, "The safety records are made then, by you alone: have ten minutes and a printer.")
    return words


class FirstCodeDialog(FittedDialog):
    """The code, what to do with it, and that it cannot be shown again."""

    def __init__(
        self, look: Look, parent: QWidget, member: StaffMember, sign_in_name: str, code: str
    ) -> None:
        super().__init__(look, parent, f"First code for {member.name}", width=560)
        told = instructions(member, sign_in_name)
        self.body.addWidget(Text(lead(member), Role.BODY, wrap=True))
        title = f"First code for {member.name}"
        self.panel = CodePanel(look, code, lambda: show_code_page(look, self, title, code, told))
        self.body.addWidget(self.panel)
        self.body.addWidget(Text(SHOWN_ONCE, Role.DETAIL, wrap=True))
        for words in told:
            self.body.addWidget(Text(words, Role.DETAIL, wrap=True))
        close = Button("Done", Kind.PRIMARY)
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)
