"""A visitor: who, from where, in which part, and the day on his confidentiality agreement."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.ids import SessionId, VisitId
from bipdesk.domain.visitor import Visitor, VisitorDetails, VisitorRole
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.visitors import VisitorService

KNOWN, NAME, ORGANISATION, ROLE = "Has been here before", "Name", "Organisation", "Comes as"
SIGNED = "Agreement signed on"
_SOMEBODY_NEW = ("Somebody new", None)
_WORDS = "He signs the confidentiality agreement before the session; the paper goes into the locked cabinet."
TITLE = "Visitor's confidentiality agreement"


class VisitorDialog(FormDialog):
    """Asks for a visitor, or for what is now known of one; prints the agreement for signing."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        visitors: "VisitorService",
        session_id: SessionId,
        known: tuple[Sequence[Visitor], str],
        about: Visitor | None = None,
    ) -> None:
        """`known` are those who came before, and the rule of the place; `about` is the one to change."""
        people, rule = known
        title = "A visitor" if about is None else f"Visitor {about.details.name}"
        super().__init__(
            frame, parent, title, rule or _WORDS, "Add to the register" if about is None else "Save"
        )
        self._service = visitors
        self._session_id = session_id
        self._about = about
        choices = tuple((f"{each.details.name}, {each.details.organisation}", each) for each in people)
        self.known = Choice(KNOWN, (_SOMEBODY_NEW, *choices))
        self.name, self.organisation = line_edit(NAME), line_edit(ORGANISATION)
        self.role = Choice(ROLE, tuple((role.label, role) for role in VisitorRole))
        self.signed = DateEdit(SIGNED)
        if about is None and people:
            self.add_row(KNOWN, self.known)
        self.add_row(NAME, self.name, required=True)
        self.add_row(ORGANISATION, self.organisation, required=True)
        self.add_row(ROLE, self.role)
        self.add_row(SIGNED, self.signed, also="The day of signing")
        self.fields.addWidget(self._printing())
        self.known.currentIndexChanged.connect(self._on_known)
        if about is not None:
            self._show(about.details)
            self.keep_draft("visitor", about.visitor_id, seen=about.seen)
        else:
            self.keep_draft(f"visitor of session {session_id}")

    def _printing(self) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text("Print the agreement:", Role.DETAIL))
        for words, language in (("English", "en"), ("Español", "es")):
            button = Button(words, small=True)
            button.setAccessibleName(f"Print the agreement: {words}")
            button.clicked.connect(partial(self._on_print, language))
            row.addWidget(button)
        row.addStretch(1)
        return widget

    def submit(self) -> None:
        """Write the visitor into the register, or save what is known of him."""
        if not self.checked():
            return
        details, name = self._details(), self.name.text().strip()
        if self._about is not None:
            self.do(partial(self._service.change, self._about, details), f"{name} is saved.")
            return
        known = self.known.value()
        add = partial(
            self._service.add, self._session_id, details, known if isinstance(known, Visitor) else None
        )
        self.do(add, f"{name} is in the register as a visitor.", self._take_out)

    def _take_out(self, changes: Changes) -> Changes:
        assert changes.row_id is not None
        return self._service.remove(VisitId(changes.row_id))

    def _details(self) -> VisitorDetails:
        role = self.role.value()
        return VisitorDetails(
            self.name.text(),
            self.organisation.text(),
            role if isinstance(role, VisitorRole) else VisitorRole.OTHER,
            self.signed.date_or_none(),
        )

    def _on_known(self) -> None:
        known = self.known.value()
        if isinstance(known, Visitor):
            self._show(known.details)

    def _show(self, details: VisitorDetails) -> None:
        self.name.setText(details.name)
        self.organisation.setText(details.organisation)
        self.role.set_value(details.role)
        self.signed.set_date(details.signed_on)

    def _on_print(self, language: str) -> None:
        details = self._details()
        named = details if details.name.strip() else None
        self.frame.tasks.run(
            self,
            partial(self._service.agreement, language, named),
            lambda pdf: self.frame.show_document(TITLE, pdf),
        )
