"""One time that he practised a skill; and a skill of the programme's own."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.practice import NO_NAMES, FiledPractice, PracticeFile
from bipdesk.domain.skill import Names, Setting, SkillPracticeDetails
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.practice.session_choice import session_choice
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.practice import PracticeService

_WORDS = f"Small steps: one skill, one try, in his words. A try that did not work counts. {NO_NAMES}"
_OWN = (
    "It can then be chosen for everybody, also as the other choice in a chain. It cannot be taken away again."
)


class TryDialog(FormDialog):
    """Asks which skill, where, when, how it went, what helped, and the next small step."""

    def __init__(
        self,
        frame: Frame,
        practice: "PracticeService",
        whose: tuple[PracticeFile, FiledPractice | None],
        today: date,
        parent: QWidget,
    ) -> None:
        """`whose` is his record, and the try to change or None for a new one."""
        self._file, self._try = whose
        super().__init__(frame, parent, "Skills practice", _WORDS, "Save")
        self.setObjectName("tryDialog")
        self._practice = practice
        details = None if self._try is None else self._try.details
        self.skill = Choice("Skill", _skills(self._file, "" if details is None else details.skill))
        self.hint = Text("", Role.DETAIL, wrap=True)
        self.setting = Choice("Where", tuple((each.label, each) for each in Setting))
        self.practised_on = DateEdit("Practised on")
        self.went = text_area("How it went", frame.look, 3)
        self.helped = text_area("What helped", frame.look, 2)
        self.next_try = text_area("His next small step", frame.look, 2)
        self.session = session_choice(self._file, "" if details is None else details.step_code)
        self._lay_out()
        self.practised_on.set_date(today)
        if details is not None:
            self._show(details)
        self.skill.currentIndexChanged.connect(lambda _place: self._show_hint())
        self._show_hint()
        if self._try is None:
            self.keep_draft("skills practice", self._file.participant_id)
        else:
            self.keep_draft("skills practice", self._try.row_id, seen=self._try.seen)

    def submit(self) -> None:
        """Store the try."""
        practised_on = self.practised_on.date_or_none()
        if not self.checked() or practised_on is None:
            return
        details = SkillPracticeDetails(
            skill=str(self.skill.value() or ""),
            setting=Setting(str(self.setting.value())),
            practised_on=practised_on,
            went=self.went.toPlainText().strip(),
            helped=self.helped.toPlainText().strip(),
            next_try=self.next_try.toPlainText().strip(),
            step_code=str(self.session.value() or ""),
        )
        practice, tried = self._practice, self._try
        if tried is None:
            whose = self._file.participant_id
            self.do(lambda: practice.add(whose, details), "The practice is saved.")
        else:
            seen = self.typed_on(tried.seen)
            self.do(lambda: practice.change(tried.row_id, details, seen), "The practice is saved.")

    def _lay_out(self) -> None:
        self.add_row("Skill", self.skill)
        self.fields.addWidget(self.hint)
        self.add_row("Where", self.setting)
        self.add_row("Practised on", self.practised_on, required=True)
        self.add_row("How it went", self.went, required=True)
        self.add_row("What helped", self.helped)
        self.add_row("His next small step", self.next_try)
        self.add_row("Session", self.session)

    def _show(self, details: SkillPracticeDetails) -> None:
        self.skill.set_value(details.skill)
        self.setting.set_value(details.setting)
        self.practised_on.set_date(details.practised_on)
        self.went.setPlainText(details.went)
        self.helped.setPlainText(details.helped)
        self.next_try.setPlainText(details.next_try)

    def _show_hint(self) -> None:
        chosen = self.skill.value()
        hints = {skill.key: skill.hint.text() for skill in self._file.lists.skills}
        self.hint.setText(hints.get(str(chosen), ""))
        self.hint.setVisible(bool(self.hint.text()))
        self.fit()


class AddSkillDialog(FormDialog):
    """Asks for the name of a skill in both languages."""

    def __init__(self, frame: Frame, practice: "PracticeService", parent: QWidget) -> None:
        super().__init__(frame, parent, "A skill of our own", _OWN, "Add skill")
        self.setObjectName("addSkillDialog")
        self._practice = practice
        self.english = line_edit("Name in English")
        self.spanish = line_edit("Name in Spanish")
        self.add_row("Name in English", self.english, required=True, also="The skill")
        self.add_row("Name in Spanish", self.spanish)

    def submit(self) -> None:
        """Store the skill."""
        if self.checked():
            name, practice = Names(self.english.text(), self.spanish.text()), self._practice
            self.do(lambda: practice.add_skill(name), "The skill can be chosen now.")


def _skills(file: PracticeFile, chosen: str) -> tuple[tuple[str, object], ...]:
    known = tuple((skill.name.text(), skill.key) for skill in file.lists.skills)
    return known if not chosen or any(key == chosen for _, key in known) else (*known, (chosen, chosen))
