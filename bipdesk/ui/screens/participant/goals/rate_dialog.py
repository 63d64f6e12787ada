"""Rate how far he owns what he did: four things, each in four described steps, never one number."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.goals_file import GoalsFile
from bipdesk.domain.responsibility import LEAST, Aspect, Occasion, RatingDetails
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

_WORDS = (
    "Choose the sentence that fits what you heard this time; leave open what you did not see. The four are "
    "never added up. Write no names of a partner or children, and nothing that a partner has said."
)
_NOT_SEEN: tuple[str, object] = ("Not seen this time", 0)
_NO_SESSION: tuple[str, object] = ("–", "")


class RateDialog(FormDialog):
    """Asks for each of the four which sentence fits, where it was, and what was heard."""

    def __init__(self, frame: Frame, services: GoalServices, file: GoalsFile, parent: QWidget) -> None:
        super().__init__(frame, parent, "How he owns what he did", _WORDS, "Save")
        self.setObjectName("rateDialog")
        self._services = services
        self._file = file
        self.levels = {aspect: Choice(aspect.label, _steps(aspect)) for aspect in Aspect}
        self.occasion = Choice("Where he was seen so", tuple((each.label, each) for each in Occasion))
        self.occasion.set_value(Occasion.GROUP)
        steps: tuple[tuple[str, object], ...] = tuple((title, code) for code, title in file.steps)
        self.step = Choice("Session", (_NO_SESSION, *steps))
        self.words = text_area("What you heard or saw", frame.look, 2)
        self.rated_on = DateEdit("Rated on")
        self.rated_on.set_date(services.clock.today())
        for aspect, choice in self.levels.items():
            self.add_row(f"{aspect.label}: {aspect.asks[:1].lower()}{aspect.asks[1:]}", choice)
        self.add_row("Where he was seen so", self.occasion)
        self.add_row("Session", self.step)
        self.add_row("What you heard or saw", self.words)
        self.add_row("Rated on", self.rated_on, required=True)
        self.keep_draft("responsibility", file.participant_id)

    def submit(self) -> None:
        """Store the rating."""
        day, occasion = self.rated_on.date_or_none(), self.occasion.value()
        if not self.checked() or day is None:
            return
        levels = {aspect: level for aspect, choice in self.levels.items() if (level := _level(choice))}
        details = RatingDetails(
            rated_on=day,
            levels=levels,
            occasion=occasion if isinstance(occasion, Occasion) else Occasion.GROUP,
            step_code=str(self.step.value() or ""),
            words=self.words.toPlainText().strip(),
        )
        goals, whose = self._services.goals, self._file.participant_id
        self.do(
            lambda: goals.rate(whose, details),
            "The rating is saved.",
            lambda changes: goals.withdraw("rating", changes.row_id or whose, changes.seen),
        )


def _steps(aspect: Aspect) -> tuple[tuple[str, object], ...]:
    numbered = enumerate(aspect.steps, LEAST)
    return (_NOT_SEEN, *((f"{level}  {words}", level) for level, words in numbered))


def _level(choice: Choice) -> int:
    value = choice.value()
    return value if isinstance(value, int) else 0
