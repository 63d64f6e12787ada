"""What was held: for which step, when, how long, how, where, by whom; and what was looked at."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from bipdesk.domain.appointment import How
from bipdesk.domain.goals_file import MeetableStep, OneToOneForm, Staff
from bipdesk.domain.ids import StaffId
from bipdesk.domain.one_to_one import FIELD_KEYS, FIELDS, OneToOneDetails, OneToOneKind
from bipdesk.ui.format import short_date
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.text import Role, Text

NOBODY: tuple[str, object] = ("Nobody", None)
ANOTHER: tuple[str, object] = ("Another 1-2-1", "")
USUAL_MINUTES = 60
_JUSTIFIED = "The reason for one more catch-up alone than counts is on file"


class HeldFields(QWidget):
    """The facts of a 1-2-1; which kind it is follows from the step."""

    kind_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = FormRows()
        self._steps: dict[str, MeetableStep] = {}
        self._fixed: OneToOneKind | None = None
        self.step = Choice("For", (ANOTHER,))
        self.held_on = DateEdit("Held on")
        self.minutes = NumberEdit("Minutes")
        self.how = Choice("How", tuple((how.label, how) for how in How))
        self.place = line_edit("Place")
        self.held_by = Choice("Held by")
        self.second = Choice("Second facilitator", (NOBODY,))
        self.reason = text_area("The reason", look, 2)
        self.limit = Text("", Role.DETAIL, wrap=True)
        self.justified = CheckBox(_JUSTIFIED)
        self._lay_out(look)
        self.step.currentIndexChanged.connect(lambda _place: self.kind_changed.emit())

    def _lay_out(self, look: Look) -> None:
        grid = FieldGrid(look, narrowest=210)
        for label, field, required in (
            ("For", self.step, False),
            ("Held on", self.held_on, True),
            ("Minutes", self.minutes, True),
            ("How", self.how, False),
            ("Place", self.place, False),
            ("Held by", self.held_by, False),
            ("Second facilitator", self.second, False),
        ):
            grid.add(self.rows.add(label, field, required=required))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        self._reason_row: FormRow = self.rows.add("The reason", self.reason)
        for widget in (self._reason_row, self.limit, self.justified):
            column.addWidget(widget)

    def begin(self, form: OneToOneForm, step_code: str, today: date) -> None:
        """Offer what is open for this participant, and show what is usual."""
        self._fixed = None
        self._steps = {each.step.code: each for each in form.steps}
        self._offer(form.staff, tuple((_step_words(each, today), code) for code, each in self._steps.items()))
        chosen = step_code if step_code in self._steps else next(iter(self._steps), "")
        self.step.set_value(chosen)
        self.held_on.set_date(today)
        self.minutes.set_number(USUAL_MINUTES)
        self.how.set_value(How.ROOM)
        self.place.setText(form.last.details.place if form.last else "")
        self.held_by.set_value(form.me)
        self.second.set_value(None)
        self.reason.setPlainText("")
        self.justified.setChecked(False)
        left = form.catch_ups_left
        self.limit.setText(
            "" if left is None else f"{left} more can be made up alone ({form.limit_citation})."
        )
        self.show_kind()

    def show_details(self, details: OneToOneDetails, title: str, staff: Staff) -> None:
        """Show what stands on file; for which step it was is not changed any more."""
        self._fixed = details.kind
        self._steps = {}
        self._offer(staff, ())
        self.step.set_choices(((title or ANOTHER[0], details.step_code),))
        self.held_on.set_date(details.held_on)
        self.minutes.set_number(details.minutes)
        self.how.set_value(details.how)
        self.place.setText(details.place)
        self.held_by.set_value(details.held_by)
        self.second.set_value(details.second)
        self.reason.setPlainText(details.reason)
        self.limit.setText("")
        self.show_kind()

    def _offer(self, staff: Staff, steps: tuple[tuple[str, object], ...]) -> None:
        people: tuple[tuple[str, object], ...] = tuple((name, staff_id) for staff_id, name in staff)
        self.step.set_choices((*steps, ANOTHER))
        self.held_by.set_choices(people)
        self.second.set_choices((NOBODY, *people))

    def kind(self) -> OneToOneKind:
        """Return what kind of 1-2-1 the chosen step needs."""
        if self._fixed is not None:
            return self._fixed
        step = self._steps.get(str(self.step.value() or ""))
        return OneToOneKind.EXTRA if step is None else step.kind

    def show_kind(self) -> None:
        """Ask for the reason of a catch-up, and of no other."""
        catch_up = self.kind() is OneToOneKind.CATCH_UP
        self._reason_row.setVisible(catch_up)
        self.limit.setVisible(catch_up and bool(self.limit.text()))
        self.justified.setVisible(catch_up and self.limit.text().startswith("0 "))

    def details(self) -> OneToOneDetails | None:
        """Return what was typed, or None while the day cannot be read; what is wrong stands under it."""
        day = self.held_on.date_or_none()
        if not self.rows.check() or day is None:
            return None
        how = self.how.value()
        return OneToOneDetails(
            kind=self.kind(),
            held_on=day,
            minutes=self.minutes.number_or_none() or 0,
            step_code=str(self.step.value() or ""),
            how=how if isinstance(how, How) else How.ROOM,
            place=self.place.text(),
            held_by=_staff(self.held_by),
            second=_staff(self.second),
            reason=self.reason.toPlainText(),
        )


class LookedAtFields(QWidget):
    """A field for each thing that is looked at; those of another kind of 1-2-1 stay out of sight."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        self.words: dict[str, QPlainTextEdit] = {}
        self._grids: dict[OneToOneKind, FieldGrid] = {}
        for kind, fields in FIELDS.items():
            grid = self._grids[kind] = FieldGrid(look, narrowest=330, widest=2)
            for each in fields:
                field = text_area(each.label, look, each.lines)
                field.setObjectName(f"lookedAt-{each.key}")
                self.words[each.key] = field
                grid.add(FormRow(each.label, field, each.hint))
            column.addWidget(grid)
        self.rules = CheckBox("Agreement and rules of the group were gone through with him")
        column.addWidget(self.rules)

    def show_kind(self, kind: OneToOneKind) -> None:
        """Show the fields of this kind."""
        for each, grid in self._grids.items():
            grid.setVisible(each is kind)
        self.rules.setVisible(kind is OneToOneKind.PRE_GROUP)

    def show_words(self, words: Mapping[str, str], *, rules: bool) -> None:
        """Show what stands on file, or nothing."""
        for key in FIELD_KEYS:
            self.words[key].setPlainText(words.get(key, ""))
        self.rules.setChecked(rules)

    def said(self) -> dict[str, str]:
        """Return the words by key."""
        return {key: field.toPlainText() for key, field in self.words.items()}


def _step_words(each: MeetableStep, today: date) -> str:
    if each.missed_on is None:
        return each.name
    return f"{each.name}, missed {short_date(each.missed_on, today)}"


def _staff(choice: Choice) -> StaffId | None:
    value = choice.value()
    return value if value is None else StaffId(value)  # type: ignore[arg-type]
