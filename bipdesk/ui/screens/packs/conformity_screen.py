"""Does our sequence satisfy this pack? Asked on one side, answered line by line on the other."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.conformity import Conformity, Line
from bipdesk.domain.conformity_question import ConformityOffer
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.packs.question_fields import QuestionFields
from bipdesk.ui.screens.packs.rule_row import RuleRow
from bipdesk.ui.screens.packs.words import STANDINGS, further
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.conformity import ConformityService

TITLE = "Does our sequence satisfy these rules?"
UNREADABLE = "A number cannot be read: type digits only."


class ConformityScreen(Screen):
    """Every change of the question is answered at once; nothing is stored."""

    topics = frozenset({Topic.SITE, Topic.GROUPS, Topic.CURRICULA, Topic.STAFF})

    def __init__(self, frame: Frame, service: "ConformityService") -> None:
        super().__init__(frame)
        self._service = service
        self._wanted = ""
        self._ticket: Ticket | None = None
        self.fields = QuestionFields(frame.look)
        self.verdict = Text("", Role.HEADING, wrap=True)
        self._answer = QWidget()
        self._lines = QVBoxLayout(self._answer)
        self.print_button = Button("Print answer", Kind.PRIMARY, hint="Ctrl P")
        self._build()

    def _build(self) -> None:
        self.header.set_title(TITLE, "", "Programme, Rules")
        back = Button("Rules")
        back.clicked.connect(lambda: self.frame.open_page("packs", self.fields.pack.value()))
        self.header.add_action(back)
        self.header.add_action(self.print_button)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(self.frame.look.px(8))
        columns = Columns(self.frame.look, (2, 3), narrowest=820)
        left, right = columns.columns
        asked, told = Panel(), Panel()
        asked.body.addWidget(self.fields)
        told.body.addWidget(self.verdict)
        left.addWidget(SectionTitle("Asked"))
        left.addWidget(asked)
        left.addStretch(1)
        right.addWidget(SectionTitle("Answer"))
        right.addWidget(told)
        right.addWidget(self._answer)
        right.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self.fields.edited.connect(self._ask)
        self.print_button.clicked.connect(self._on_print)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self, self._on_print)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_for(self, argument: object) -> None:
        """Ask about the pack with this id; without one about the programme's own."""
        self._wanted = str(argument) if argument else ""
        self.load()

    def load(self) -> None:
        """Read what can be asked about."""
        self.frame.tasks.run(self, self._service.offer, self._show_offer)

    def _show_offer(self, offer: ConformityOffer) -> None:
        wanted, self._wanted = self._wanted, ""
        self.fields.show_offer(offer, wanted)
        self._ask()

    def _ask(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        question = self.fields.question()
        self.print_button.setEnabled(question is not None)
        if question is None:
            self._clear()
            self.verdict.setText(UNREADABLE)
            return
        self._ticket = self.frame.tasks.run(self, partial(self._service.answer, question), self._show)

    def _show(self, answer: Conformity) -> None:
        self._clear()
        self.verdict.setText(answer.verdict)
        subjects = dict.fromkeys(line.subject for line in answer.lines)
        for subject in subjects:
            self._lines.addWidget(SectionTitle(subject))
            panel, lines = Panel(), Lines()
            for line in answer.lines:
                if line.subject == subject:
                    lines.add(self._row(line))
            panel.body.addWidget(lines)
            self._lines.addWidget(panel)
        if answer.not_asked:
            self._lines.addWidget(Text(further(answer.not_asked), Role.SMALL, wrap=True))

    def _row(self, line: Line) -> QWidget:
        pill = Pill(line.standing.label, STANDINGS[line.standing])
        numbers = f"{line.title}: {line.ours}. Asked: {line.theirs}."
        texts = (numbers, Role.ITEM), (line.rule.words, Role.BODY), (line.remark, Role.BODY)
        return RuleRow(self.frame.look, pill, *texts, (line.rule.source, Role.SMALL))

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_print(self) -> None:
        question = self.fields.question()
        if question is not None:
            render = partial(self._service.render, question)
            self.frame.tasks.run(self, render, partial(self.frame.show_document, TITLE))
