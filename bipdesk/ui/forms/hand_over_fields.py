"""The hand-over form: what intake learns about those to be protected, for the safety officer's eyes alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from bipdesk.domain.handover import HandOverForm, ProtectedPerson
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.forms.draft_fields import keep_out
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

PEOPLE = 3
SEALED = (
    "Names of those to be protected and ways to reach them go here and nowhere else. The form is sealed to "
    "the safety officer the moment you save: nobody on this side, you included, can read it again. It is the "
    "same for every referral; leave it empty when nothing is known."
)
NOT_YET = (
    "Nothing can be handed over yet: the safety officer has not made her side of this programme. Ask her to "
    "unlock once on this computer with her first code. Until then keep papers that name anybody in a sealed "
    "envelope and write nothing about them here; you can save the referral now and hand over later from the "
    "participant's file."
)
_COLUMNS = (("Name", 3), ("Relation", 2), ("How to reach safely", 4))


class HandOverFields(QWidget):
    """Three people, the papers that name them, and remarks; emptied as soon as the form is sealed."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        keep_out(self)
        self.can_be_sealed = False
        self._state = Pill("Sealed when saved", State.NEUTRAL)
        self._explanation = Text(SEALED, Role.DETAIL, wrap=True)
        self.people = tuple(
            tuple(line_edit(f"Person {number}: {heading.lower()}") for heading, _stretch in _COLUMNS)
            for number in range(1, PEOPLE + 1)
        )
        self.papers = text_area("Papers that name them", look, 2)
        self.remarks = text_area("Remarks", look, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(10))
        layout.addWidget(self._state)
        layout.addWidget(self._explanation)
        layout.addLayout(self._people_grid(look))
        layout.addWidget(FormRow("Papers that name them, and where they are kept", self.papers))
        layout.addWidget(FormRow("Anything else she should know", self.remarks))
        for field in self._lines():
            field.textEdited.connect(lambda _words: self.edited.emit())
        for area in (self.papers, self.remarks):
            area.textChanged.connect(self.edited)

    def form(self, participant_id: ParticipantId) -> HandOverForm:
        """Return the form for this participant, with the people somebody wrote something about."""
        people = (ProtectedPerson(*(field.text().strip() for field in line)) for line in self.people)
        return HandOverForm(
            participant_id=participant_id,
            people=tuple(person for person in people if person != ProtectedPerson()),
            papers=self.papers.toPlainText().strip(),
            remarks=self.remarks.toPlainText().strip(),
        )

    def empty(self) -> None:
        """Forget everything that was typed, undo steps too."""
        for field in self._lines():
            field.setText("")  # unlike clear(), it also forgets the undo steps
        for area in (self.papers, self.remarks):
            area.setPlainText("")
            area.document().clearUndoRedoStacks()

    def allow(self, can_hand_over: bool) -> None:
        """Open the form, or close it and say what must happen first."""
        self.can_be_sealed = can_hand_over
        self._explanation.setText(SEALED if can_hand_over else NOT_YET)
        if can_hand_over:
            self._state.show_state("Sealed when saved", State.NEUTRAL)
        else:
            self._state.show_state("Not possible yet", State.WARN)
        for field in (*self._lines(), self.papers, self.remarks):
            field.setEnabled(can_hand_over)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return tuple(field for line in self.people for field in line)

    def _people_grid(self, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(6))
        for column, (heading, stretch) in enumerate(_COLUMNS):
            grid.addWidget(Text(heading, Role.DETAIL), 0, column)
            grid.setColumnStretch(column, stretch)
        for row, line in enumerate(self.people, 1):
            for column, field in enumerate(line):
                grid.addWidget(field, row, column)
        return grid
