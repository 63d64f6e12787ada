"""Adding an account: its first code is shown once."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.staff import Role
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.first_code_dialog import FirstCodeDialog
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.role_choice import RoleChoice
from bipdesk.ui.frame import Frame

if TYPE_CHECKING:
    from bipdesk.services.staff import NewAccount, StaffService

NAME, SIGN_IN, ROLES = "Name", "Sign-in name", "Roles"


class AccountDialog(FormDialog):
    """Name, sign-in name and roles; in a county office there is one role."""

    def __init__(self, frame: Frame, parent: QWidget, staff: "StaffService", *, county: bool) -> None:
        explanation = (
            "The account gets a first code; with it its owner chooses a passphrase nobody else knows."
        )
        super().__init__(frame, parent, "Add an account", explanation, "Add account")
        self._staff = staff
        self.name = line_edit(NAME)
        self.sign_in_name = line_edit(SIGN_IN)
        self.roles = None if county else RoleChoice(frame.look)
        self.add_row(NAME, self.name, required=True)
        self.add_row(SIGN_IN, self.sign_in_name, required=True)
        if self.roles is not None:
            self.add_row(ROLES, self.roles)

    def submit(self) -> None:
        """Reserve the account and show its first code."""
        if not self.checked():
            return
        roles = frozenset({Role.COUNTY}) if self.roles is None else self.roles.roles()
        if not roles:
            self.rows.show(ROLES, "Choose at least one role.")
            self.fit()
            return
        self.do_button.setEnabled(False)
        add = partial(self._staff.add, self.name.text().strip(), self.sign_in_name.text().strip(), roles)
        self.frame.tasks.run(self, add, self._on_added, self.show_error, self._on_answered)

    def _on_answered(self) -> None:
        self.do_button.setEnabled(True)

    def _on_added(self, account: "NewAccount") -> None:
        self.accept()
        self.frame.tasks.changed.emit(account.changes.topics)
        sign_in_name = self.sign_in_name.text().strip()
        parent = self.parentWidget() or self
        FirstCodeDialog(self.frame.look, parent, account.member, sign_in_name, account.first_code).open()
