"""Set a goal, or change what it says: his words first."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.goal import NO_NAMES, AgeBand, Area, Children, Goal, GoalDetails, GoalKind
from bipdesk.domain.goals_file import GoalsFile
from bipdesk.domain.ids import UNSEEN
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

_WORDS = f"In his own words, as small and near as he can make it. {NO_NAMES}"
MOST_CHILDREN = 20


class ChildrenFields(QWidget):
    """How many children of each age band; no names."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.numbers = {band: NumberEdit(f"Children: {band.label}") for band in AgeBand}
        for band, field in self.numbers.items():
            label = Text(band.label, Role.DETAIL)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 1)

    def children_or_none(self) -> Children | None:
        """Return how many of each band, or None where something is no number of children."""
        if any(field.is_wrong() for field in self.numbers.values()):
            return None
        counts = {band: field.number_or_none() or 0 for band, field in self.numbers.items()}
        if max(counts.values()) > MOST_CHILDREN:
            return None
        return tuple((band, number) for band, number in counts.items() if number)

    def show_children(self, children: Children) -> None:
        """Show these numbers."""
        for band, number in children:
            self.numbers[band].set_number(number)


class GoalDialog(FormDialog):
    """Asks whose goal, what, why, and what he brings to it."""

    def __init__(
        self, frame: Frame, services: GoalServices, file: GoalsFile, goal: Goal | None, parent: QWidget
    ) -> None:
        title, button = ("Goal", "Save goal") if goal else ("New goal", "Set goal")
        super().__init__(frame, parent, title, _WORDS, button)
        self.setObjectName("goalDialog")
        self._services = services
        self._file = file
        self._goal = goal
        self.kind = Choice("Whose goal", tuple((kind.label, kind) for kind in file.kinds))
        self.words = text_area("In his own words", frame.look, 3)
        self.area = Choice("It is about", tuple((area.label, area) for area in Area))
        self.why = text_area("Why it matters to him", frame.look, 2)
        self.strengths = text_area("Strengths he brings", frame.look, 2)
        self.children_fields = ChildrenFields()
        self.plan_words = Text(file.plan_words, Role.DETAIL, wrap=True)
        self.set_on = DateEdit("Set on")
        self._lay_out()
        self._begin(services.clock.today())
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()
        subject = goal.goal_id if goal else file.participant_id
        self.keep_draft("goal" if goal else "new goal", subject, seen=goal.seen if goal else UNSEEN)
        if self.drafts is not None:
            self.drafts.filled.connect(self._on_kind)

    def _lay_out(self) -> None:
        self.add_row("Whose goal", self.kind)
        self.fields.addWidget(self.plan_words)
        self.add_row("In his own words", self.words, required=True)
        self.add_row("It is about", self.area)
        self.add_row("Children it is about: how many, by age", self.children_fields)
        self.add_row("Why it matters to him", self.why)
        self.add_row("Strengths he brings", self.strengths)
        self.add_row("Set on", self.set_on, required=True)

    def _begin(self, today: date) -> None:
        self.set_on.set_date(today)
        if self._goal is None:
            return
        details = self._goal.details
        self.kind.set_value(details.kind)
        self.words.setPlainText(details.words)
        self.area.set_value(details.area)
        self.why.setPlainText(details.why)
        self.strengths.setPlainText(details.strengths)
        self.children_fields.show_children(details.children)
        self.set_on.set_date(details.set_on)

    def _on_kind(self) -> None:
        kind = self.kind.value()
        self.rows.set_visible("It is about", kind is not GoalKind.PARENTING)
        self.rows.set_visible("Children it is about: how many, by age", kind is GoalKind.PARENTING)
        self.plan_words.setVisible(kind is GoalKind.PLAN and bool(self._file.plan_words))
        self.fit()

    def submit(self) -> None:
        """Store the goal."""
        set_on, children = self.set_on.date_or_none(), self.children_fields.children_or_none()
        good = self.checked()
        if children is None:
            self.rows.show("Children it is about: how many, by age", "Type figures alone, or leave it empty.")
            self.fit()
            return
        if not good or set_on is None:
            return
        kind, area = self.kind.value(), self.area.value()
        details = GoalDetails(
            kind=kind if isinstance(kind, GoalKind) else GoalKind.OWN,
            area=area if isinstance(area, Area) else Area.OTHER,
            words=self.words.toPlainText(),
            set_on=set_on,
            why=self.why.toPlainText(),
            strengths=self.strengths.toPlainText(),
            children=children,
        )
        goals, goal, whose = self._services.goals, self._goal, self._file.participant_id
        if goal is None:
            self.do(
                lambda: goals.add(whose, details),
                "The goal is set.",
                lambda changes: goals.withdraw("goal", changes.row_id or whose, changes.seen),
            )
            return
        seen, before = self.typed_on(goal.seen), goal.details
        self.do(
            lambda: goals.change(goal.goal_id, details, seen),
            "The goal is changed.",
            lambda changes: goals.change(goal.goal_id, before, changes.seen),
        )
