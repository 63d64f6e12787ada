"""The answers a decision was made from, to read."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from bipdesk.domain.answer_reading import criterion_parts
from bipdesk.domain.form_state import evaluate
from bipdesk.domain.instrument import Instrument, Question, QuestionKind
from bipdesk.domain.suitability import Decision
from bipdesk.ui.screens.participant.suitability.words import decided
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

_WORDS = {"yes": "Yes", "no": "No", "unknown": "Not known"}
_WIDTH = 640
_HIGHEST = 460


class AnswersDialog(FittedDialog):
    """Each question that was asked, what was answered, on which evidence."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        decision: Decision,
        form: tuple[Instrument, Mapping[str, object]],
        today: date,
    ) -> None:
        instrument, answers = form
        super().__init__(look, parent, instrument.title.text(), width=_WIDTH)
        self.setObjectName("answersDialog")
        self.body.addWidget(Text(decided(decision, today), Role.DETAIL, wrap=True))
        panel = Panel()
        panel.body.addWidget(_lines(instrument, answers, decision.verdict.on_date))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Answers")
        area.setWidget(panel)
        area.setMinimumHeight(look.px(_HIGHEST))
        self.body.addWidget(area)
        close = Button("Close", Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)


def _lines(instrument: Instrument, answers: Mapping[str, object], given_on: date) -> Lines:
    state = evaluate(instrument, answers, given_on)
    lines = Lines()
    made = [
        _line(instrument, question, answers.get(question.name))
        for question in instrument.questions
        if question.kind.is_asked and state.places[question.name].visible
    ]
    for line in made:
        lines.add(line)
    line_up(made)
    return lines


def _line(instrument: Instrument, question: Question, raw: object) -> DutyLine:
    if question.kind is QuestionKind.CRITERION:
        answer, evidence, source = criterion_parts(raw)
        said = f"{evidence} ({source})" if evidence and source else evidence or source
        word = _WORDS.get(answer, "Open")
    else:
        choices = instrument.choices(question.choices) if question.kind.has_choices else ()
        said = next((each.label.text() for each in choices if each.name == raw), str(raw or ""))
        word = "Answered" if said else "Open"
    return DutyLine(Pill(word, State.NEUTRAL), question.label.text(), said)
