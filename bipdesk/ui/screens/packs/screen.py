"""Rules: what each pack says, rule by rule, with where it stands and whether it binds."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.pack_words import PackView, RuleLine
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.packs.rule_row import RuleRow
from bipdesk.ui.screens.packs.words import EXAMPLE, NONE, RULE_STATES, counts, source
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.packs import PackService

CHOICE = "Rules of"


class PacksScreen(Screen):
    """One pack at a time, the programme's own first; nothing here changes anything."""

    topics = frozenset({Topic.SITE})

    def __init__(self, frame: Frame, packs: "PackService") -> None:
        super().__init__(frame)
        self._packs = packs
        self._wanted: str | None = None
        self._shown: QWidget | None = None
        self.pack: Choice = Choice(CHOICE, packs.names())
        self.header.set_title("Rules", breadcrumb="Programme")
        back = Button("Programme")
        back.clicked.connect(lambda: self.frame.open_page("programme"))
        self.ask = Button("Does our sequence satisfy these?", Kind.PRIMARY)
        self.ask.clicked.connect(lambda: self.frame.open_page("conformity", self.pack.value()))
        self.header.add_action(back)
        self.header.add_action(self.ask)
        self.pack.activated.connect(lambda: self._on_chosen())
        panel = Panel()
        panel.body.addWidget(FormRow(CHOICE, self.pack))
        self._words = Text("", Role.DETAIL, wrap=True)
        panel.body.addWidget(self._words)
        self.body.addWidget(panel)
        self.body.addStretch(1)

    def show_for(self, argument: object) -> None:
        """Show the pack with this id; without one the programme's own."""
        self._wanted = str(argument) if argument else None
        self.load()

    def load(self) -> None:
        """Read the pack."""
        self.frame.tasks.run(self, partial(self._packs.view, self._wanted), self._show)

    def _on_chosen(self) -> None:
        self._wanted = str(self.pack.value())
        self.load()

    def _show(self, view: PackView) -> None:
        self.pack.set_value(view.pack.id)
        self.header.set_title("Rules", counts(view), "Programme")
        self.header.set_pills(*((Pill("Kept here", State.GOOD),) if view.is_own else ()))
        self.ask.setEnabled(bool(view.pack.id))
        self._words.setText(EXAMPLE if view.pack.id else NONE)
        if self._shown is not None:
            self.body.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._fill(view)
        self.body.insertWidget(2, self._shown)
        self._shown.show()

    def _fill(self, view: PackView) -> QWidget:
        columns = Columns(self.frame.look, (1,), narrowest=1)
        (column,) = columns.columns
        for subject, rules in view.subjects:
            column.addWidget(SectionTitle(subject))
            panel, lines = Panel(), Lines()
            for rule in rules:
                lines.add(self._row(rule))
            panel.body.addWidget(lines)
            column.addWidget(panel)
            column.addSpacing(self.frame.look.px(8))
        if view.pack.required_fields:
            column.addWidget(SectionTitle("Asked of everybody"))
            panel = Panel()
            words = ", ".join(sorted(view.pack.required_fields)).replace("-", " ")
            panel.body.addWidget(Text(f"Intake asks without exception for: {words}.", wrap=True))
            panel.body.addWidget(Text(view.pack.fields_source, Role.SMALL, wrap=True))
            column.addWidget(panel)
        return columns

    def _row(self, rule: RuleLine) -> QWidget:
        pill = Pill(rule.state.label, RULE_STATES[rule.state])
        return RuleRow(self.frame.look, pill, (rule.value.words, Role.BODY), (source(rule), Role.SMALL))
