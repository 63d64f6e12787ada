"""The fields of a partnership review: for each question a word out of three, and what was said."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.partnership import Answer, Followed, Progress, Question, Rating
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.screens.agencies.words import PROGRESS_STATES, RATING_STATES
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.panel import Lines
from bipdesk.ui.widgets.segmented import Segment, Segmented
from bipdesk.ui.widgets.text import Role, Text

RATINGS = tuple(Segment(r, r.label, RATING_STATES[r].value, str(n)) for n, r in enumerate(Rating, 1))
PROGRESSES = tuple(Segment(p, p.label, PROGRESS_STATES[p].value, str(n)) for n, p in enumerate(Progress, 1))
_LINES = 2


class GradeEdit(Segmented):
    """One of three words, or none yet; its draft is the word's key."""

    edited = Signal()

    def __init__(self, name: str, segments: tuple[Segment, ...]) -> None:
        super().__init__(name, segments)
        self._by_key = {str(segment.value): segment.value for segment in segments}
        self.chosen.connect(lambda _value: self.edited.emit())

    def draft_content(self) -> Mapping[str, object]:
        """Return the key of the chosen word, or nothing."""
        value = self.value()
        return {"word": "" if value is None else str(value)}

    def fill_draft(self, content: Mapping[str, object]) -> None:
        """Choose the word of an earlier sitting."""
        if "word" in content:
            self.set_value(self._by_key.get(str(content["word"])))


class QuestionField(QWidget):
    """A question as the source asks it, the word, the text, and what was said last time."""

    def __init__(self, look: Look, number: int, question: Question, segments: tuple[Segment, ...]) -> None:
        super().__init__()
        self.code = question.code
        name = f"{number}. {question.title}"
        self.grade = GradeEdit(name, segments)
        self.words = text_area(f"{name}: what was said", look, _LINES)
        self._before = Text("", Role.SMALL, wrap=True)
        self._before.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Text(name, Role.STRONG, wrap=True))
        column.addWidget(Text(question.words, Role.DETAIL, wrap=True))
        column.addWidget(self.grade)
        column.addWidget(self.words)
        column.addWidget(self._before)

    def show_answer(self, grade: Rating | Progress | None, words: str) -> None:
        """Show what is stored."""
        self.grade.set_value(grade)
        self.words.setPlainText(words)

    def show_before(self, words: str) -> None:
        """Show what was said last time, or nothing."""
        self._before.setText(words)
        self._before.setVisible(bool(words))


class QuestionsFields(QWidget):
    """Several questions under each other."""

    def __init__(self, look: Look, questions: tuple[Question, ...], segments: tuple[Segment, ...]) -> None:
        super().__init__()
        lines = Lines()
        self.fields = tuple(
            QuestionField(look, number, question, segments) for number, question in enumerate(questions, 1)
        )
        for field in self.fields:
            lines.add(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(lines)

    def answers(self) -> dict[str, Answer]:
        """Return what is entered, where these are questions."""
        return {
            field.code: Answer(cast(Rating | None, field.grade.value()), field.words.toPlainText().strip())
            for field in self.fields
        }

    def followed(self) -> dict[str, Followed]:
        """Return what is entered, where these are strategies."""
        return {
            field.code: Followed(
                cast(Progress | None, field.grade.value()), field.words.toPlainText().strip()
            )
            for field in self.fields
        }

    def show_answers(self, answers: Mapping[str, Answer], before: Mapping[str, Answer]) -> None:
        """Show the answers that are stored, and under each what was said last time."""
        for field in self.fields:
            answer, earlier = answers.get(field.code, Answer()), before.get(field.code, Answer())
            field.show_answer(answer.rating, answer.words)
            field.show_before(_last_time(earlier.rating.label if earlier.rating else "", earlier.words))

    def show_followed(self, followed: Mapping[str, Followed], before: Mapping[str, Followed]) -> None:
        """Show how far the strategies are followed, and under each how far last time."""
        for field in self.fields:
            one, earlier = followed.get(field.code, Followed()), before.get(field.code, Followed())
            field.show_answer(one.progress, one.words)
            field.show_before(_last_time(earlier.progress.label if earlier.progress else "", earlier.words))


def _last_time(grade: str, words: str) -> str:
    said = ". ".join(part for part in (grade, words) if part)
    return f"Last time: {said}" if said else ""
