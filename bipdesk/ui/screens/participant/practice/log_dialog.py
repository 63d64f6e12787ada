"""A control log, entered from his sheet or with him."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.control_log import ControlLogDetails, Denial
from bipdesk.domain.practice import NO_NAMES, FiledLog, PracticeFile
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.practice.link_fields import NO_SKILL
from bipdesk.ui.screens.participant.practice.session_choice import session_choice
from bipdesk.ui.screens.participant.practice.tag_boxes import TagBoxes
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.practice import PracticeService

_WORDS = f"His own account of one time that he used control, in the order of the paper. {NO_NAMES}"
_WIDTH = 700
_AREAS = (
    ("situation", "What was going on"),
    ("action", "What he did to control"),
    ("intent", "What he wanted to reach by it"),
    ("denial", "How he pushed it away, in his words"),
    ("effect_her", "Effect on his partner, as he sees it"),
    ("effect_children", "Effect on the children, as he sees it"),
    ("effect_me", "Effect on himself"),
    ("past_violence", "Earlier violence of his that gave it force"),
    ("differently", "What he could have done instead"),
)


class LogDialog(FormDialog):
    """The questions stand in the order of the worksheet."""

    def __init__(
        self,
        frame: Frame,
        practice: "PracticeService",
        whose: tuple[PracticeFile, FiledLog | None],
        today: date,
        parent: QWidget,
    ) -> None:
        """`whose` is his record, and the log to change or None for a new one."""
        self._file, self._log = whose
        super().__init__(frame, parent, "Control log", _WORDS, "Save log")
        self.setObjectName("logDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._practice = practice
        lists = self._file.lists
        self.happened_on = DateEdit("Day it happened")
        self.brought_on = DateEdit("Brought on")
        self.areas = {name: text_area(label, frame.look, 2) for name, label in _AREAS}
        self.thoughts = TagBoxes(frame.look, "Thoughts", lists.thoughts)
        self.feelings = TagBoxes(frame.look, "What he felt", lists.feelings)
        self.feeling = line_edit("Another feeling, in his words")
        self.denials = {each: CheckBox(each.label) for each in Denial}
        details = ControlLogDetails(today, "") if self._log is None else self._log.details
        self.skill = Choice("The skill it needs", _skills(self._file, details.skill))
        self.session = session_choice(self._file, details.step_code)
        self._lay_out()
        self._show(details)
        if self._log is None:
            self.keep_draft("control log", self._file.participant_id)
        else:
            self.keep_draft("control log", self._log.row_id, seen=self._log.seen)

    def submit(self) -> None:
        """Store the log."""
        brought_on = self.brought_on.date_or_none()
        if not self.checked() or brought_on is None:
            return
        details, practice, log = self._details(brought_on), self._practice, self._log
        if log is None:
            whose = self._file.participant_id
            self.do(lambda: practice.add(whose, details), "The control log is saved.")
        else:
            seen = self.typed_on(log.seen)
            self.do(lambda: practice.change(log.row_id, details, seen), "The control log is saved.")

    def _details(self, brought_on: date) -> ControlLogDetails:
        texts = {name: area.toPlainText().strip() for name, area in self.areas.items()}
        return ControlLogDetails(
            brought_on=brought_on,
            happened_on=self.happened_on.date_or_none(),
            thoughts=self.thoughts.chosen(),
            feelings=self.feelings.chosen(),
            feeling=self.feeling.text().strip(),
            denials=frozenset(each for each, box in self.denials.items() if box.isChecked()),
            skill=str(self.skill.value() or ""),
            step_code=str(self.session.value() or ""),
            **texts,
        )

    def _lay_out(self) -> None:
        labels = dict(_AREAS)

        def area(name: str, *, required: bool = False) -> None:
            also = "What he did" if name == "action" else ""
            self.add_row(labels[name], self.areas[name], required=required, also=also)

        self.add_row("Day it happened", self.happened_on)
        area("situation")
        area("action", required=True)
        area("intent")
        self.add_row("Thoughts with which he gave himself permission", self.thoughts)
        self.add_row("What he felt", self.feelings)
        self.add_row("Another feeling, in his words", self.feeling)
        self.add_row("How he pushed it away", self._denial_boxes())
        for name in ("denial", "effect_her", "effect_children", "effect_me", "past_violence", "differently"):
            area(name)
        self.add_row("The skill it needs", self.skill)
        self.add_row("Session", self.session)
        self.add_row("Brought on", self.brought_on, required=True)

    def _denial_boxes(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for box in self.denials.values():
            column.addWidget(box)
        holder.setFocusProxy(next(iter(self.denials.values())))
        return holder

    def _show(self, details: ControlLogDetails) -> None:
        self.happened_on.set_date(details.happened_on)
        self.brought_on.set_date(details.brought_on)
        for name, area in self.areas.items():
            area.setPlainText(str(getattr(details, name)))
        self.thoughts.choose(details.thoughts)
        self.feelings.choose(details.feelings)
        self.feeling.setText(details.feeling)
        for each, box in self.denials.items():
            box.setChecked(each in details.denials)
        self.skill.set_value(details.skill)


def _skills(file: PracticeFile, chosen: str) -> tuple[tuple[str, object], ...]:
    known: tuple[tuple[str, object], ...] = tuple(
        (skill.name.text(), skill.key) for skill in file.lists.skills
    )
    kept = () if any(key == chosen for _, key in known) or not chosen else ((chosen, chosen),)
    return (NO_SKILL, *known, *kept)
