"""What is asked to know whether a sequence satisfies a pack."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.conformity_lines import HowRun
from bipdesk.domain.conformity_question import ConformityOffer, GroupOffer, Question
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.text import Role, Text

PACK, CURRICULUM, GROUP = "Rules of", "Curriculum", "Group"
MINUTES, OFTEN, PEOPLE = "Minutes of a session", "How often", "Participants"
LEADERS, PAIR = "Facilitators", "A man and a woman lead"
NO_GROUP = "No group: as it would be run"
OFTENS: tuple[tuple[str, object], ...] = (("Every week", 1), ("Every fortnight", 2))
PAIRS: tuple[tuple[str, object], ...] = (("Not said", None), ("Yes", True), ("No", False))


class QuestionFields(QWidget):
    """A curriculum, a pack, and how it is run; a chosen group fills in what is known of it."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._offer = ConformityOffer((), "", (), ())
        self.rows = FormRows()
        self.pack, self.curriculum, self.group = Choice(PACK), Choice(CURRICULUM), Choice(GROUP)
        self.often, self.pair = Choice(OFTEN, OFTENS), Choice(PAIR, PAIRS)
        self.minutes, self.people, self.leaders = NumberEdit(MINUTES), NumberEdit(PEOPLE), NumberEdit(LEADERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid(look))
        self._dates = Text("", Role.SMALL, wrap=True)
        column.addWidget(self._dates)
        self.curriculum.activated.connect(lambda: self._on_curriculum())
        self.group.activated.connect(lambda: self._on_group())
        for choice in (self.pack, self.often, self.pair):
            choice.activated.connect(lambda: self.edited.emit())
        for number in (self.minutes, self.people, self.leaders):
            number.textChanged.connect(lambda: self.edited.emit())

    def _grid(self, look: Look) -> FieldGrid:
        grid = FieldGrid(look, narrowest=170, widest=2)
        for label, field in (
            (PACK, self.pack),
            (CURRICULUM, self.curriculum),
            (GROUP, self.group),
            (OFTEN, self.often),
            (MINUTES, self.minutes),
            (PEOPLE, self.people),
            (LEADERS, self.leaders),
            (PAIR, self.pair),
        ):
            grid.add(self.rows.add(label, field))
        return grid

    def show_offer(self, offer: ConformityOffer, pack_id: str) -> None:
        """Offer what there is, keeping what is chosen; `pack_id` is asked about unless it is empty."""
        kept = (self.pack.value(), self.curriculum.value(), self.group.value())
        self._offer = offer
        self.pack.set_choices(offer.packs)
        self.curriculum.set_choices(tuple((one.name, one.curriculum_id) for one in offer.curricula))
        groups: tuple[tuple[str, object], ...] = tuple((one.name, one.group_id) for one in offer.groups)
        self.group.set_choices(((NO_GROUP, None), *groups))
        wanted = pack_id or kept[0] or offer.own_pack
        for field, value in ((self.pack, wanted), (self.curriculum, kept[1]), (self.group, kept[2])):
            if value:
                field.set_value(value)
            if field.currentIndex() < 0:
                field.setCurrentIndex(0)
        if kept[1] is None:
            self._on_curriculum()

    def question(self) -> Question | None:
        """Return what is asked; None while a number cannot be read or nothing can be asked."""
        numbers = (self.minutes, self.people, self.leaders)
        if any(number.is_wrong() for number in numbers) or not self._offer.curricula:
            return None
        group = self._group()
        run = HowRun(
            self.minutes.number_or_none() or 0,
            cast(int, self.often.value()),
            group.run.dates if group else (),
            self.people.number_or_none(),
            self.leaders.number_or_none(),
            cast(bool | None, self.pair.value()),
        )
        curriculum, pack = str(self.curriculum.value()), str(self.pack.value())
        return Question(curriculum, pack, run, group.name if group else "")

    def _group(self) -> GroupOffer | None:
        chosen = self.group.value()
        return next((one for one in self._offer.groups if one.group_id == chosen), None)

    def _on_curriculum(self) -> None:
        chosen = self.curriculum.value()
        for one in self._offer.curricula:
            if one.curriculum_id == chosen:
                self.minutes.set_number(one.minutes or None)
        group = self._group()
        if group is not None and group.curriculum_id != chosen:
            self.group.set_value(None)
            self._dates.setText("")
        self.edited.emit()

    def _on_group(self) -> None:
        group = self._group()
        self._dates.setText("")
        if group is not None:
            self.curriculum.set_value(group.curriculum_id)
            self.minutes.set_number(group.run.minutes)
            self.often.set_value(min(group.run.every_weeks, 2))
            self.people.set_number(group.run.people)
            self.leaders.set_number(group.run.facilitators)
            self.pair.set_value(group.run.mixed_pair)
            words = "Weeks are counted from its planned dates, the first to the last."
            self._dates.setText(words if group.run.dates else "")
        self.edited.emit()
