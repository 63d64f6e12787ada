"""Entering or changing an agency."""

from functools import partial
from typing import cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.agency import (
    AgencyDetails,
    AgencyFile,
    AgencyKind,
    LetterLanguage,
    LetterWay,
    StoredAgency,
)
from bipdesk.domain.agency_blanks import AGENCY_BLANK
from bipdesk.domain.changes import Changes
from bipdesk.domain.draft import NO_SUBJECT
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.record_dialog import notify_with_undo
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

NEW = "new"
"""The argument that asks for an empty form."""
_ATTENTION = "For whose attention, a fax number, when the desk is open"


class EditAgencyScreen(Screen):
    """What the agency is, where it is, how it wants its letters."""

    def __init__(self, frame: Frame, services: AgencyServices) -> None:
        super().__init__(frame)
        self._agencies = services.agencies
        self._blank = services.blank_button(frame, AGENCY_BLANK)
        self._stored: StoredAgency | None = None
        self.fields = QWidget()
        self.rows = FormRows()
        self.name = line_edit("Name")
        self.kind = Choice("Kind", tuple((kind.label, kind) for kind in AgencyKind))
        self.address = text_area("Postal address", frame.look, 4)
        self.phone = line_edit("Phone")
        self.email = line_edit("Email")
        self.way = Choice("Letters go", tuple((way.label, way) for way in LetterWay))
        self.language = Choice("Language of letters", tuple((one.label, one) for one in LetterLanguage))
        self.remark = line_edit("Remark about letters", _ATTENTION)
        self.refers = CheckBox("Refers participants to us")
        self.works_beside = CheckBox("Works beside the programme")
        self.drafts = DraftKeeper(frame, "agency", self.fields)
        self._error = Text("", Role.ERROR, wrap=True)
        self._error.hide()
        self._lay_out()

    def show_for(self, argument: object) -> None:
        """Show the agency with this id, or for NEW an empty form."""
        self.drafts.leave()
        self.rows.clear()
        self._error.hide()
        if argument == NEW:
            self._fill(None)
        else:
            agency_id = cast(AgencyId, argument)
            self.frame.tasks.run(self, partial(self._agencies.file, agency_id), self._show)

    def details(self) -> AgencyDetails:
        """Return what is entered."""
        return AgencyDetails(
            kind=cast(AgencyKind, self.kind.value()),
            name=self.name.text(),
            address=self.address.toPlainText().strip(),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
            letter_way=cast(LetterWay, self.way.value()),
            letter_remark=self.remark.text().strip(),
            letter_language=cast(LetterLanguage, self.language.value()),
            refers=self.refers.isChecked(),
            works_beside=self.works_beside.isChecked(),
        )

    def _lay_out(self) -> None:
        look = self.frame.look
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self._panel("The agency", (self.name, self.kind, self.phone, self.email)))
        letters = self._panel("Letters", (self.way, self.language, self.remark, self.address))
        column.addWidget(letters)
        roles = Panel("What it does with us")
        roles.body.addWidget(self.refers)
        roles.body.addWidget(self.works_beside)
        column.addWidget(roles)
        self.body.addWidget(self.drafts.bar)
        self.body.addWidget(self.fields)
        self.body.addWidget(self._error)
        self.body.addLayout(self._buttons())
        self.body.addStretch(1)

    def _panel(self, title: str, fields: tuple[QWidget, ...]) -> Panel:
        panel = Panel(title)
        grid = FieldGrid(self.frame.look, narrowest=280, widest=2)
        for field in fields:
            grid.add(self.rows.add(field.accessibleName(), field, required=field is self.name))
        panel.body.addWidget(grid)
        return panel

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.frame.look.px(12))
        self.remove_button = Button("Remove", Kind.QUIET)
        self.remove_button.setObjectName("removeButton")
        self.remove_button.clicked.connect(self._on_remove_pressed)
        undo = Button("Undo changes")
        undo.setObjectName("undoButton")
        undo.clicked.connect(lambda: self._on_undo_pressed())
        self.save_button = Button("Save agency", Kind.PRIMARY, hint="Ctrl Enter")
        self.save_button.setObjectName("saveButton")
        self.save_button.clicked.connect(self._on_save_pressed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save_button.click)
        row.addWidget(self.remove_button)
        row.addWidget(self._blank)
        row.addStretch(1)
        row.addWidget(undo)
        row.addWidget(self.save_button)
        return row

    def _show(self, file: AgencyFile) -> None:
        self._fill(file.agency)

    def _fill(self, stored: StoredAgency | None) -> None:
        self._stored = stored
        title = stored.details.name if stored else "New agency"
        self.header.set_title(title, "", "Agencies")
        self.remove_button.setVisible(stored is not None)
        self.save_button.setEnabled(True)
        self._write(stored.details if stored else AgencyDetails(AgencyKind.COURT, ""))
        self.drafts.begin(stored.agency_id if stored else NO_SUBJECT)
        self.name.setFocus()

    def _write(self, details: AgencyDetails) -> None:
        self.name.setText(details.name)
        self.kind.set_value(details.kind)
        self.address.setPlainText(details.address)
        self.phone.setText(details.phone)
        self.email.setText(details.email)
        self.way.set_value(details.letter_way)
        self.language.set_value(details.letter_language)
        self.remark.setText(details.letter_remark)
        self.refers.setChecked(details.refers)
        self.works_beside.setChecked(details.works_beside)

    def _on_undo_pressed(self) -> None:
        """Show again what the file says; the draft goes, with Undo in its bar."""
        self.rows.clear()
        self.drafts.discard()

    def _on_save_pressed(self) -> None:
        if not self.rows.check():
            return
        self._error.hide()
        stored, details = self._stored, self.details()
        if stored is None:
            command = partial(self._agencies.add, details)
        else:
            command = partial(self._agencies.update, stored.agency_id, details, stored.seen)

        def done(changes: Changes) -> None:
            self.drafts.leave()
            self.frame.open_page("agency", changes.row_id)
            self.frame.notify(f"{details.name.strip()} is saved.")

        self.save_button.setEnabled(False)
        self.frame.tasks.change(self, self.drafts.saving(command), done, self._show_error)

    def _on_remove_pressed(self) -> None:
        stored = self._stored
        if stored is None:
            return

        def done(_changes: Changes) -> None:
            self.drafts.leave()
            undo = partial(self._agencies.bring_back, stored.agency_id)
            self.frame.open_page("agencies")
            notify_with_undo(self.frame, f"{stored.details.name} is taken out of the list.", undo)

        command = self.drafts.saving(partial(self._agencies.remove, stored))
        self.frame.tasks.change(self, command, done, self._show_error)

    def _show_error(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if not self.rows.show_error(error):
            self._error.setText(sentence(error))
            self._error.show()
