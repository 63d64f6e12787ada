"""A new recovery code of the records: made, written down, and two of its groups typed back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.errors import UserError
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.code_on_paper import FROM_PAPER, NOT_THE_SAME, WRITTEN_DOWN, CodeOnPaper, kept_words
from bipdesk.ui.forms.print_code import show_code_page
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.recovery_codes import RecoveryCodeService

TITLE = "New recovery code of the records"
BEFORE = (
    "The code in force now stops opening this programme at once: tear its sheet up. Have a pen, or the "
    "printer on, and an envelope. Old copies of the folder still open with the old code; delete them, or "
    "keep both together and locked away."
)
SHOWN = "It is shown this one time. It opens the records when a passphrase is forgotten."


class RecoveryDialog(FittedDialog):
    """Says what will happen, then shows the code, then asks two groups of it from the paper."""

    def __init__(self, frame: Frame, parent: QWidget, codes: "RecoveryCodeService") -> None:
        super().__init__(frame.look, parent, TITLE, width=600)
        self._frame = frame
        self._codes = codes
        self._code = ""
        self.paper: CodeOnPaper | None = None
        self.words = Text(BEFORE, Role.BODY, wrap=True)
        self.error = Text("", Role.ERROR, wrap=True)
        self.error.hide()
        self.body.addWidget(self.words)
        self.body.addWidget(self.error)
        self.leave_button = Button("Cancel")
        self.leave_button.clicked.connect(self._on_leave)
        self.go_button = Button("Make a new code", Kind.PRIMARY)
        self.go_button.clicked.connect(self._on_go)
        self.buttons.addWidget(self.leave_button)
        self.buttons.addWidget(self.go_button)

    def _on_go(self) -> None:
        if self.paper is None:
            self.go_button.setEnabled(False)
            self._frame.tasks.run(
                self,
                self._codes.renew,
                self._show_code,
                self._refuse,
                lambda: self.go_button.setEnabled(True),
            )
        elif not self.paper.asking:
            self._ask(True)
        elif self.paper.answered():
            self._frame.tasks.change(self, self._codes.confirm, self._on_confirmed)
        else:
            self._complain(NOT_THE_SAME)

    def _on_answered(self) -> None:
        self.go_button.setEnabled(True)

    def _on_leave(self) -> None:
        if self.paper is not None and self.paper.asking:
            self._ask(False)
        else:
            self.reject()

    def _show_code(self, code: str) -> None:
        self._code = code
        self.paper = CodeOnPaper(self._frame.look, code, self._print)
        self.body.insertWidget(1, self.paper)
        self.leave_button.hide()
        self._ask(False)

    def _ask(self, asking: bool) -> None:
        assert self.paper is not None  # nobody is asked before the code is there
        self._complain("")
        self.words.setText(FROM_PAPER if asking else SHOWN)
        self.paper.ask(asking)
        self.leave_button.setText("Show the code again")
        self.leave_button.setVisible(asking)
        self.go_button.setText("Done" if asking else WRITTEN_DOWN)
        self.fit()

    def _print(self) -> None:
        show_code_page(self._frame.look, self, TITLE, self._code, kept_words())

    def _on_confirmed(self, _changes: Changes) -> None:
        self.accept()
        self._frame.notify("The new recovery code is in force. Seal the sheet, and tear the old one up.")

    def _refuse(self, error: UserError) -> None:
        self._complain(sentence(error))

    def _complain(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.fit()
