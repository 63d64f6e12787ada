"""What was found in a workbook: everything that stands in its way, or what it will ask."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bipdesk.domain.form_read import FormRead, RowNote
from bipdesk.domain.instrument import Instrument
from bipdesk.ui.format import counted, joined
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.panel import Lines
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

REFUSED = "Nothing was taken over. Change these in the workbook and read it again."


class FoundPanel(QScrollArea):
    """Problems with their rows, remarks, and a summary of the form."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("What was found in the workbook")
        self.setMinimumHeight(look.px(260))

    def show_read(self, read: FormRead) -> None:
        """Show what came of reading a workbook."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, self._look.px(8), 0)
        column.setSpacing(self._look.px(10))
        if read.instrument is not None:
            column.addWidget(Text(read.instrument.title.text("en"), Role.HEADING, wrap=True))
            column.addWidget(Text(contents(read.instrument), Role.BODY, wrap=True))
        else:
            title = counted(len(read.problems), "thing to change", "things to change")
            column.addWidget(Text(title[0].upper() + title[1:], Role.HEADING, wrap=True))
            column.addWidget(Text(REFUSED, Role.DETAIL, wrap=True))
            column.addWidget(_notes(read.problems))
        if read.remarks:
            column.addWidget(SectionTitle("Passed over without harm"))
            column.addWidget(_notes(read.remarks))
        column.addStretch(1)
        self.setWidget(inner)


def contents(instrument: Instrument) -> str:
    """Return what a form has in it: "14 questions in 3 parts · Español (es), English (en)"."""
    asked = sum(question.kind.is_asked for question in instrument.questions)
    languages = ", ".join(tag for tag in instrument.languages if tag)
    parts = counted(len(instrument.sections), "part", "parts")
    return joined(f"{counted(asked, 'question', 'questions')} in {parts}", languages)


def _notes(notes: Iterable[RowNote]) -> Lines:
    lines = Lines()
    for note in notes:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if note.place:
            column.addWidget(Text(note.place, Role.ITEM, wrap=True))
        column.addWidget(Text(f"{note.words[0].upper()}{note.words[1:]}.", Role.DETAIL, wrap=True))
        lines.add(line)
    return lines
