"""One link of a chain while it is written, in its place in the chain."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.domain.chain import Chain, ChoicePoint, Link, WayOut
from bipdesk.domain.practice_lists import PracticeLists
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.screens.participant.practice.tag_boxes import TagBoxes
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.form_row import FormRow

_RADIUS = 8
_NARROWEST = 720
NO_SKILL: tuple[str, object] = ("No skill named yet", "")


class LinkFields(QWidget):
    """Says after each change what was changed; Escape closes it, what is written stays."""

    changed = Signal(str)
    """The name of the field that a person changed."""
    closed = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, look: Look, number: int, lists: PracticeLists) -> None:
        super().__init__()
        self._look = look
        self._showing = False
        self.setAccessibleName(f"Link {number}, being written")
        self.moment = self._area("moment", "What happened")
        self.action = self._area("action", "What he did")
        self.thought = self._area("thought", "What he thought")
        self.thoughts = self._tags("thoughts", "Thought", lists.thoughts)
        self.feelings = self._tags("feelings", "Felt", lists.feelings)
        self.feeling = self._line("feeling", "Another feeling, in his words")
        self.is_choice = self._box("choice", "Choice point: he had another choice")
        self.other = self._area("other", "The other choice he names")
        skills = tuple((skill.name.text(), skill.key) for skill in lists.skills)
        self._skills: tuple[tuple[str, object], ...] = (NO_SKILL, *skills)
        self.skill = Choice("The skill it needs", self._skills)
        self.skill.activated.connect(lambda _place: self._say("skill"))
        self.is_way_out = self._box("way out", "Way out: next time he leaves the chain here")
        self.words = self._area("words", "What he will do next time")
        self.done_button = Button("Done", hint="Esc", small=True)
        self.done_button.clicked.connect(self.closed)
        self._lay_out()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_link(self, link: Link, out: WayOut | None) -> None:
        """Show what stands in the chain; a field that says so already keeps its cursor."""
        self._showing = True
        texts = ((self.moment, link.moment), (self.action, link.action), (self.thought, link.thought))
        choice = link.choice or ChoicePoint()
        here = out if out is not None and out.link == link.key else None
        for area, text in (*texts, (self.other, choice.other), (self.words, here.words if here else "")):
            if area.toPlainText() != text:
                area.setPlainText(text)
        if self.feeling.text() != link.feeling:
            self.feeling.setText(link.feeling)
        self.thoughts.choose(link.thoughts)
        self.feelings.choose(link.feelings)
        self.is_choice.setChecked(link.choice is not None)
        self.skill.set_value(choice.skill)
        if self.skill.currentIndex() < 0:  # a skill that came from another office and is not known here
            self.skill.set_choices((*self._skills, (choice.skill, choice.skill)))
            self.skill.set_value(choice.skill)
        self.is_way_out.setChecked(here is not None)
        self._show_parts()
        self._showing = False

    def written(self, chain: Chain, key: int) -> Chain:
        """Return the chain with what is written here in the link of that key."""
        choice = ChoicePoint(self.other.toPlainText(), str(self.skill.value() or ""))

        def change(link: Link) -> Link:
            return replace(
                link,
                moment=self.moment.toPlainText(),
                thought=self.thought.toPlainText(),
                thoughts=self.thoughts.chosen(),
                feelings=self.feelings.chosen(),
                feeling=self.feeling.text(),
                action=self.action.toPlainText(),
                choice=choice if self.is_choice.isChecked() else None,
            )

        chain = chain.changed(key, change)
        lies_here = chain.way_out is not None and chain.way_out.link == key
        if self.is_way_out.isChecked():
            # Put here from another link, it brings its words along.
            return chain.with_way_out(key, self.words.toPlainText() if lies_here else None)
        return chain.with_way_out(None) if lies_here else chain

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; undo what no field has undone itself."""
        for keys, wanted in (
            (QKeySequence.StandardKey.Undo, self.undo_wanted),
            (QKeySequence.StandardKey.Redo, self.redo_wanted),
        ):
            if event.matches(keys):
                event.accept()
                wanted.emit()
                return
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the card with the edge of what is being worked on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), 2.0))
        painter.setBrush(self._look.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _lay_out(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        edge = look.px(14)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(look.px(10))
        pairs = Columns(look, (1, 1), _NARROWEST)
        left, right = pairs.columns
        for row in (FormRow("What happened", self.moment), FormRow("What he thought", self.thought)):
            left.addWidget(row)
        left.addWidget(self.thoughts)
        left.addStretch(1)
        for row in (FormRow("What he did", self.action), FormRow("What he felt", self.feelings)):
            right.addWidget(row)
        right.addWidget(FormRow("Another feeling, in his words", self.feeling))
        right.addStretch(1)
        column.addWidget(pairs)
        ways = Columns(look, (1, 1), _NARROWEST)
        left, right = ways.columns
        self._other_row = FormRow("The other choice he names", self.other)
        self._skill_row = FormRow("The skill it needs", self.skill)
        self._words_row = FormRow("What he will do next time", self.words)
        for widget in (self.is_choice, self._other_row, self._skill_row):
            left.addWidget(widget)
        for widget in (self.is_way_out, self._words_row):
            right.addWidget(widget)
        left.addStretch(1)
        right.addStretch(1)
        column.addWidget(ways)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column.addLayout(foot)

    def _show_parts(self) -> None:
        for row in (self._other_row, self._skill_row):
            row.setVisible(self.is_choice.isChecked())
        self._words_row.setVisible(self.is_way_out.isChecked())

    def _say(self, field: str) -> None:
        if not self._showing:
            self._show_parts()
            self.changed.emit(field)

    def _area(self, field: str, name: str) -> QPlainTextEdit:
        area = text_area(name, self._look, 2)
        area.textChanged.connect(lambda: self._say(field))
        return area

    def _line(self, field: str, name: str) -> QLineEdit:
        line = line_edit(name)
        line.textChanged.connect(lambda _text: self._say(field))
        return line

    def _box(self, field: str, words: str) -> CheckBox:
        box = CheckBox(words)
        box.clicked.connect(lambda _on=False: self._say(field))
        return box

    def _tags(self, field: str, name: str, tags: tuple[object, ...]) -> TagBoxes:
        boxes = TagBoxes(self._look, name, tags)  # type: ignore[arg-type]
        boxes.edited.connect(lambda: self._say(field))
        return boxes
