"""The panels at the side of an agency's page: how to reach it, its people, its agreements."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.agency import AgencyDetails, StoredPerson
from bipdesk.domain.agency_agreement import AgencyAgreement, AgreementState
from bipdesk.ui.screens.agencies.words import (
    AGREEMENT_STATES,
    agreement_dates,
    agreement_word,
    person_facts,
)
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text


class ContactPanel(Panel):
    """Address, phone and email, and how the agency wants its letters."""

    def __init__(self) -> None:
        super().__init__("Contact and letters")
        self._rows = KeyValueRows()
        self.body.addWidget(self._rows)

    def show_details(self, details: AgencyDetails) -> None:
        """Show these facts instead of what was shown."""
        self._rows.clear()
        for label, value in (
            ("Address", details.address),
            ("Phone", details.phone),
            ("Email", details.email),
            ("Letters", details.letter_way.label),
            ("Remark", details.letter_remark),
            ("Language of letters", details.letter_language.label),
        ):
            self._rows.add(label, value)


class PeoplePanel(Panel):
    """Who works there; those who left follow."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    """The StoredPerson whose button was pressed."""

    def __init__(self) -> None:
        super().__init__("People")
        self.lines = Lines()
        self.body.addWidget(self.lines)
        add = Button("Add person…", small=True)
        add.setObjectName("addPersonButton")
        add.clicked.connect(self.add_wanted)
        self.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_people(self, people: tuple[StoredPerson, ...], today: date) -> None:
        """Show these people instead of those who were shown."""
        self.lines.clear()
        if not people:
            self.lines.add(EmptyState("Nobody is entered yet", "Whom does one ask for there?"))
        for person in people:
            self.lines.add(self._line(person, today))

    def _line(self, person: StoredPerson, today: date) -> QWidget:
        name = person.details.name
        words = (Text(name, Role.ITEM, wrap=True), Text(person_facts(person.details, today), Role.DETAIL))
        words[1].set_wrapping(True)
        return _line(words, [_button("Change…", name, lambda: self.change_wanted.emit(person))])


class AgreementsPanel(Panel):
    """What was signed, how it stands, and the button that renews it."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    renew_wanted = Signal(object)
    """Each carries the AgencyAgreement whose button was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__("Agreements")
        self._look = look
        self.lines = Lines()
        self.body.addWidget(self.lines)
        add = Button("Add agreement…", small=True)
        add.setObjectName("addAgreementButton")
        add.clicked.connect(self.add_wanted)
        self.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_agreements(self, agreements: tuple[AgencyAgreement, ...], today: date) -> None:
        """Show these agreements instead of those that were shown."""
        self.lines.clear()
        if not agreements:
            self.lines.add(
                EmptyState("No agreement is entered", "A memorandum, a certification, or any other.")
            )
        for agreement in agreements:
            self.lines.add(self._line(agreement, today))

    def _line(self, agreement: AgencyAgreement, today: date) -> QWidget:
        state, label = agreement.state(today), agreement.details.kind.label
        pill = Pill(agreement_word(agreement, today), AGREEMENT_STATES[state])
        words: list[QWidget] = [Text(label, Role.ITEM, wrap=True), pill]
        for text in (agreement.details.covers, agreement_dates(agreement, today)):
            if text:
                words.append(Text(text, Role.DETAIL, wrap=True))
        buttons = [_button("Change…", label, lambda: self.change_wanted.emit(agreement))]
        if state in (AgreementState.ENDS_SOON, AgreementState.EXPIRED):
            buttons.insert(
                0, _button("Renew…", label, lambda: self.renew_wanted.emit(agreement), quiet=False)
            )
        return _line(words, buttons)


def _button(words: str, about: str, pressed: Callable[[], None], *, quiet: bool = True) -> Button:
    button = Button(words, Kind.QUIET if quiet else Kind.PLAIN, small=True)
    button.setAccessibleName(f"{words.rstrip('…')}: {about}")
    button.clicked.connect(lambda: pressed())
    return button


def _line(words: "list[QWidget] | tuple[Text, ...]", buttons: list[Button]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    column = QVBoxLayout()
    column.setSpacing(3)
    for text in words:
        left = Qt.AlignmentFlag.AlignLeft if isinstance(text, Pill) else Qt.AlignmentFlag(0)
        column.addWidget(text, 0, left)
    row.addLayout(column, 1)
    at_side = QVBoxLayout()
    at_side.setSpacing(4)
    for button in buttons:
        at_side.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    at_side.addStretch(1)
    row.addLayout(at_side)
    return line
