"""How the record stands: who he is, and which required fields are empty."""

from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.clock import Clock
from bipdesk.domain.person import PersonFile
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

WALL = (
    "Only about him. Names, addresses and telephone numbers of those to be protected, and papers that name "
    "them, go into the sealed hand-over form (tab Intake), never here."
)


class StandingPanel(Panel):
    """The facts of the tab Intake in one line, and what the pack still wants."""

    def __init__(self, frame: Frame, clock: Clock, blank: Button) -> None:
        super().__init__()
        self._clock = clock
        self.name = Text("", Role.ITEM, wrap=True)
        self.facts = Text("", Role.DETAIL, wrap=True)
        self.pill = Pill("Complete", State.GOOD)
        self.missing = Text("", Role.DETAIL, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(frame.look.px(12))
        row.addWidget(self.name, 1)
        row.addWidget(self.pill)
        row.addWidget(blank)
        self.body.addLayout(row)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.missing)
        self.body.addWidget(Text(WALL, Role.DETAIL, wrap=True))

    def show_file(self, file: PersonFile) -> None:
        """Show how this record stands."""
        details, today = file.details, self._clock.today()
        called = f", called {details.called}" if details.called else ""
        self.name.setText(f"{details.given_name} {details.family_name}{called}")
        born = (
            f"born {short_date(details.date_of_birth)}"
            if details.date_of_birth
            else "date of birth not known"
        )
        language = f"{details.language or 'language not known'}"
        interpreter = "interpreter needed" if details.interpreter else ""
        phone = details.phone or "no phone"
        self.facts.setText(joined(born, phone, language, interpreter, "to be changed under Intake"))
        empty = file.empty_required(today)
        if not file.required:
            self.pill.show_state("Nothing required", State.NEUTRAL)
        elif empty:
            words = f"{counted(len(empty), 'required field is', 'required fields are')} empty"
            self.pill.show_state(words, State.WARN)
        else:
            self.pill.show_state("Required fields filled in", State.GOOD)
        self.missing.setText(f"Still wanted ({file.required_source}): {', '.join(empty)}.")
        self.missing.setVisible(bool(empty))
