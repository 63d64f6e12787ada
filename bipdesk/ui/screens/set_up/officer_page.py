"""Reserving the safety officer's account: no group can be planned before."""

from bipdesk.services.staff import NewAccount
from bipdesk.ui.forms.code_panel import CodePanel
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.first_code_dialog import SHOWN_ONCE, instructions, lead
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.print_code import show_code_page
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.text import Role, Text

NAME, SIGN_IN = "Her name", "Her sign-in name"
WHY = (
    "No group opens without a safety officer for the partners. You reserve her account here; she makes her "
    "side herself at her first sign-in, and you cannot open it."
)


class OfficerPage(StepPage):
    """Name and sign-in name; then her first code, shown once."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "The safety officer", WHY, "Reserve her account", "Step 4 of 4")
        self._rows = FormRows()
        self.account: NewAccount | None = None
        self.name = line_edit(NAME)
        self.sign_in_name = line_edit(SIGN_IN)
        self.later_button = Button("Later")
        self.grid = FieldGrid(look, narrowest=200, widest=2)
        self.grid.add(self._rows.add(NAME, self.name, required=True, also="Name"))
        self.grid.add(self._rows.add(SIGN_IN, self.sign_in_name, required=True, also="Sign-in name"))
        self.content.addWidget(self.grid)
        self.back_button.setText("Later")
        self.setFocusProxy(self.name)
        self.buttons_last()

    def check(self) -> bool:
        """Say whether both names are there."""
        return self._rows.check()

    def show_code(self, account: NewAccount) -> None:
        """Show the first code in the place of the fields; going on ends the set-up."""
        self.account = account
        self.grid.hide()
        self.back_button.hide()
        self.next_button.setText("Open the programme")
        told = instructions(account.member, self.sign_in_name.text().strip())
        self.content.addWidget(Text(lead(account.member), Role.BODY, wrap=True))
        title = f"First code for {account.member.name}"
        code = account.first_code
        self.content.addWidget(
            CodePanel(self.look, code, lambda: show_code_page(self.look, self, title, code, told))
        )
        for words in (SHOWN_ONCE, *told):
            self.content.addWidget(Text(words, Role.DETAIL, wrap=True))
        self.next_button.setFocus()
