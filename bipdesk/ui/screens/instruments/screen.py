"""Forms: every instrument that can be filled in, and taking over others from workbooks."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.answer_set import InstrumentLine
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.instrument import FOR_THE_FILE, Instrument
from bipdesk.domain.instrument_blank import blank_of
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.instruments.preview_dialog import PreviewDialog
from bipdesk.ui.screens.instruments.take_over_dialog import TakeOverDialog
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.imported_forms import ImportedFormService
    from bipdesk.services.instruments import InstrumentService

NONE_TAKEN = "No form has been taken over yet"
NONE_TAKEN_WHY = (
    "Forms that your organisation or others wrote as XLSForm workbooks can be filled in here for each "
    "participant. What cannot be taken over is named with its row."
)


class InstrumentsScreen(Screen):
    """Forms that came with the program, and forms taken over."""

    topics = frozenset({Topic.FORMS})

    def __init__(
        self,
        frame: Frame,
        instruments: "InstrumentService",
        imported_forms: "ImportedFormService",
        blanks: "BlankFormService",
        clock: Clock,
    ) -> None:
        super().__init__(frame)
        self._instruments = instruments
        self._imported = imported_forms
        self._blanks = blanks
        self._clock = clock
        self.take_button = Button("Take over a form…", Kind.PRIMARY)
        self.take_button.clicked.connect(self._on_take_over)
        self.header.set_title("Forms", breadcrumb="Programme")
        self.header.add_action(self.take_button)
        self._taken, self._released = Lines(), Lines()
        for title, lines in (("Taken over", self._taken), ("Part of the program", self._released)):
            self.body.addWidget(SectionTitle(title))
            panel = Panel()
            panel.body.addWidget(lines)
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read which forms there are."""
        self.frame.tasks.run(self, partial(self._instruments.listed, ""), self._show)

    def _show(self, lines: tuple[InstrumentLine, ...]) -> None:
        taken = [line for line in lines if line.imported is not None]
        self.header.set_title("Forms", counted(len(lines), "form", "forms"), "Programme")
        self._taken.clear()
        self._released.clear()
        for line in lines:
            (self._released if line.imported is None else self._taken).add(self._line(line))
        if not taken:
            self._taken.add(EmptyState(NONE_TAKEN, NONE_TAKEN_WHY))

    def _line(self, line: InstrumentLine) -> QWidget:
        look = self.frame.look
        found = QWidget()
        row = QHBoxLayout(found)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        said = QVBoxLayout()
        said.setSpacing(look.px(2))
        said.addWidget(Text(line.title, Role.ITEM, wrap=True))
        said.addWidget(Text(_detail(line), Role.DETAIL, wrap=True))
        row.addLayout(said, 1)
        if line.is_retired:
            row.addWidget(Pill("Retired", State.NEUTRAL))
        for words, act in self._acts(line):
            button = Button(words, small=True)
            button.setAccessibleName(f"{words}: {line.title}")
            button.clicked.connect(act)
            row.addWidget(button)
        return found

    def _acts(self, line: InstrumentLine) -> list[tuple[str, partial[None]]]:
        acts = [("Try out", partial(self._on_try, line)), ("Print blank", partial(self._on_print, line))]
        if line.imported is not None:
            words = "Bring back" if line.is_retired else "Retire"
            acts.append((words, partial(self._on_retire, line)))
        return acts

    def _on_try(self, line: InstrumentLine) -> None:
        def show(instrument: Instrument) -> None:
            PreviewDialog(self.frame, self, instrument, self._clock.today()).open()

        read = partial(self._instruments.definition, line.instrument_id, line.version)
        self.frame.tasks.run(self, read, show)

    def _on_print(self, line: InstrumentLine) -> None:
        def render() -> bytes:
            return self._blanks.render(
                blank_of(self._instruments.definition(line.instrument_id, line.version))
            )

        self.frame.tasks.run(self, render, partial(self.frame.show_document, line.title))

    def _on_retire(self, line: InstrumentLine) -> None:
        form = line.imported
        if form is None:
            return
        if line.is_retired:
            self.frame.tasks.change(self, partial(self._imported.bring_back, form.form_id, form.seen))
            return

        def retired(changes: Changes) -> None:
            back = partial(self._imported.bring_back, form.form_id, changes.seen)
            self.frame.notify(
                f"“{line.title}” is offered no more. What was answered in it stays.",
                partial(_undo, self, back),
            )

        self.frame.tasks.change(self, partial(self._imported.retire, form.form_id, form.seen), retired)

    def _on_take_over(self) -> None:
        TakeOverDialog(self.frame, self, self._imported, self._clock).open()


def _undo(screen: InstrumentsScreen, command: "partial[Changes]") -> None:
    screen.frame.tasks.change(screen, command)


def _detail(line: InstrumentLine) -> str:
    where = {FOR_THE_FILE: ""}.get(line.purpose, f"asked under {line.purpose.capitalize()}")
    asked = counted(line.questions, "question", "questions")
    by = ""
    if line.imported is not None:
        by = f"taken over on {short_date(line.imported.imported_on)}"
        if line.imported.by:
            by += f" by {line.imported.by}"
    return joined(asked, f"version {line.version}", by, where, line.source)
