"""Saying where the programme stands on one row of the chart."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from bipdesk.domain.approach import Position, RowPosition, RowStanding
from bipdesk.domain.changes import Changes
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.approach.consequence_lines import ConsequenceLines
from bipdesk.ui.screens.approach.words import BETWEEN, NOTHING_FOLLOWS
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.approach import ApproachService

SENTENCE = "In your own words"
LEAD = "The two sides are in the words of the source. Most programmes reside between them."


class PositionDialog(FormDialog):
    """The two sides and what lies between, a sentence, and what follows before it is saved."""

    def __init__(
        self, frame: Frame, parent: QWidget, approach: "ApproachService", standing: RowStanding
    ) -> None:
        super().__init__(frame, parent, standing.row.title, LEAD, "Save position")
        self.setObjectName("positionDialog")
        self._approach = approach
        self._standing = standing
        self._group = QButtonGroup(self)
        self.choices: dict[Position, QRadioButton] = {}
        row = standing.row
        sides = ((Position.SOCIAL, row.social), (Position.BETWEEN, BETWEEN), (Position.HEALTH, row.health))
        for position, words in sides:
            self._add_choice(position, words if position is Position.BETWEEN else f"“{words}”")
        self.sentence = text_area(SENTENCE, frame.look, 3)
        self.add_row(SENTENCE, self.sentence, required=True)
        self.fields.addWidget(SectionTitle("What follows"))
        self._nothing = Text(NOTHING_FOLLOWS, Role.DETAIL, wrap=True)
        self.follows = ConsequenceLines(frame.look)
        self.fields.addWidget(self._nothing)
        self.fields.addWidget(self.follows)
        taken = standing.taken
        self.choices[Position.BETWEEN if taken.position is Position.OPEN else taken.position].setChecked(True)
        self.sentence.setPlainText(taken.sentence)
        self._group.buttonToggled.connect(lambda: self._show_follows())
        self._show_follows()
        self.keep_draft(f"approach {row.key}")

    def _add_choice(self, position: Position, words: str) -> None:
        button = QRadioButton(position.label)
        button.setAccessibleName(f"{position.label}: {words}")
        detail = Text(words, Role.DETAIL, wrap=True)
        detail.setContentsMargins(self.frame.look.px(26), 0, 0, 0)
        self._group.addButton(button)
        self.choices[position] = button
        self.fields.addWidget(button)
        self.fields.addWidget(detail)

    def chosen(self) -> Position:
        """Return the position that is chosen."""
        return next(position for position, button in self.choices.items() if button.isChecked())

    def _show_follows(self) -> None:
        if not any(button.isChecked() for button in self.choices.values()):
            return  # between two choices of a group there is a moment without any
        found = self._standing.each[self.chosen()]
        self._nothing.setVisible(not found)
        self.follows.show_all(found)
        self.fit()

    def submit(self) -> None:
        """Save the position."""
        if self.checked():
            taken = RowPosition(self.chosen(), self.sentence.toPlainText().strip(), self._standing.taken.seen)
            take = partial(self._approach.take_position, self._standing.row.key, taken)
            self.do(take, "The position is saved.", partial(_take_back, self._approach, self._standing))


def _take_back(approach: "ApproachService", before: RowStanding, taken: Changes) -> Changes:
    return approach.take_position(before.row.key, replace(before.taken, seen=taken.seen))
