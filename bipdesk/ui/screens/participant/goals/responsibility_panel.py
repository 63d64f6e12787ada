"""How he owns what he did, session by session: one picture, and the same in words under it."""

from bipdesk.domain.goals_file import GoalsFile
from bipdesk.domain.responsibility import MOST, Aspect, Rating
from bipdesk.domain.session_pattern import in_words
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.goals.chart_rows import chart_of
from bipdesk.ui.screens.participant.goals.rate_dialog import RateDialog
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.session_chart import SessionChart
from bipdesk.ui.widgets.text import Role, Text

_REMARK = (
    "What facilitators saw, each of the four for itself and never added up: 1 is furthest from owning it, "
    "4 is owning it whole."
)
SHOWN = 4
"""How many ratings stand in words at first, the newest."""
_EMPTY = "Nothing was rated yet. Rate when something was heard that shows it, not after each session."


class ResponsibilityPanel(ListedPanel):
    """The picture first; under it one line for each rating, newest first."""

    def __init__(self, tab: FileTab, services: GoalServices) -> None:
        super().__init__(
            tab.frame.look, "Over the sessions, and how he owns what he did", _REMARK, ("Rate", self._on_rate)
        )
        self._frame = tab.frame
        self._services = services
        self._file: GoalsFile | None = None
        self.chart = SessionChart(tab.frame.look)
        self.chart_words = Text("", Role.DETAIL, wrap=True)
        self._all = False
        self.all_button = Button("Show all ratings", Kind.QUIET, small=True)
        self.all_button.clicked.connect(self._on_all)
        self.add_to_foot(self.all_button)
        self.body.insertWidget(2, self.chart)
        self.body.insertWidget(3, self.chart_words)

    def show_file(self, file: GoalsFile) -> None:
        """Show the picture and the ratings of this file."""
        self._file = file
        self.chart.show_chart(chart_of(file))
        words = in_words(file.sessions)
        self.chart_words.setText(f"{words[:1].upper()}{words[1:]}.")
        self.chart_words.setVisible(bool(words))
        newest_first = file.ratings[::-1]
        shown = newest_first if self._all else newest_first[:SHOWN]
        self.all_button.setVisible(len(shown) < len(newest_first))
        self.show_lines((self._line(each) for each in shown), _EMPTY)

    def _on_all(self) -> None:
        self._all = True
        if self._file is not None:
            self.show_file(self._file)

    def _line(self, rating: Rating) -> DutyLine:
        details = rating.details
        session = self._file.step_title(details.step_code) if self._file else ""
        day = short_date(details.rated_on, self._services.clock.today())
        rated = [(aspect, details.levels[aspect]) for aspect in Aspect if aspect in details.levels]
        seen = "; ".join(
            f"{aspect.label} {level} of {MOST}: {aspect.step(level).lower()}" for aspect, level in rated
        )
        heard = f"“{details.words}”" if details.words else ""
        title = joined(details.occasion.label, session, rating.by)
        return self.line(
            Pill(day, State.NEUTRAL),
            title,
            joined(seen, heard),
            ("Remove", lambda: self._on_remove(rating)),
        )

    def _on_rate(self) -> None:
        if self._file is not None:
            RateDialog(self._frame, self._services, self._file, self).open()

    def _on_remove(self, rating: Rating) -> None:
        tasks, goals = self._frame.tasks, self._services.goals

        def undo() -> None:
            tasks.change(self, lambda: goals.restore("rating", rating.rating_id))

        tasks.change(
            self,
            lambda: goals.withdraw("rating", rating.rating_id, rating.seen),
            lambda _changes: self._frame.notify("The rating is removed.", undo),
        )
