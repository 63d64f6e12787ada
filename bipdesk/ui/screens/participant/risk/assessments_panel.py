"""What licensed tools said of him: when to assess anew, the trend, and each result."""

from typing import TYPE_CHECKING

from bipdesk.domain.clock import Clock
from bipdesk.domain.risk import Assessment, RiskFile
from bipdesk.ui.format import due_in_words, joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.risk.assess_dialog import AssessDialog
from bipdesk.ui.screens.participant.risk.trend import Trend
from bipdesk.ui.screens.participant.risk.words import level_state, result_words
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.risks import RiskService

_REMARK = (
    "Result, level, date and scorer of licensed tools; no items. A tool supports judgement and does not "
    "replace it. What his partner says of her risk is on the safety officer's side and is never asked here."
)
_SHOWN = 12


class AssessmentsPanel(ListedPanel):
    """When the next one is due, then the newest results."""

    def __init__(self, tab: FileTab, risks: "RiskService", clock: Clock) -> None:
        look = tab.frame.look
        super().__init__(look, "Assessments", _REMARK, ("Enter an assessment", self.begin))
        self._tab = tab
        self._frame = tab.frame
        self._risks = risks
        self._clock = clock
        self.due = self.line(Pill("Due", State.NEUTRAL), " ", "")
        self.trend = Trend(look)
        self.body.insertWidget(2, self.due)
        self.body.insertWidget(3, self.trend)

    def show_file(self, file: RiskFile) -> None:
        """Show the assessments of this file."""
        results = [each.details for each in file.assessments]
        self.trend.show_assessments(results)
        self._show_due(file)
        self.show_lines(
            (self._assessment(each) for each in file.assessments[:_SHOWN]),
            "None was entered. The first belongs to intake, then after each module, every eight weeks, after "
            "any red flag and after any drop-out.",
        )

    def begin(self) -> None:
        """Ask for the result of a tool."""
        if self._tab.participant_id is not None:
            AssessDialog(self._frame, self._risks, self._tab.participant_id, self._clock.today(), self).open()

    def _show_due(self, file: RiskFile) -> None:
        self.body.removeWidget(self.due)
        self.due.hide()
        self.due.deleteLater()
        today = self._clock.today()
        if file.reassess_by is None:
            self.due = self.line(Pill("None due", State.NEUTRAL), "He is not in the programme", "")
        else:
            left = (file.reassess_by - today).days
            state = State.BAD if left < 0 else State.WARN if left == 0 else State.NEUTRAL
            words = "; ".join(file.reassess)
            title = f"Next assessment by {short_date(file.reassess_by, today)}"
            self.due = self.line(Pill(due_in_words(left), state), title, words[:1].upper() + words[1:])
        self.body.insertWidget(2, self.due)

    def _assessment(self, assessment: Assessment) -> DutyLine:
        details, today = assessment.details, self._clock.today()
        departs = ""
        if details.is_overridden:
            departs = f"judgement: {details.level_words}, because {details.override_reason}"
        return self.line(
            Pill(details.level_words, level_state(details)),
            joined(result_words(details), departs),
            f"{short_date(details.assessed_on, today)}, scored by {details.scorer}",
            ("Entered by mistake", lambda: self._on_mistake(assessment)),
        )

    def _on_mistake(self, assessment: Assessment) -> None:
        tasks, risks, row_id = self._frame.tasks, self._risks, assessment.assessment_id

        def undo() -> None:
            tasks.change(self, lambda: risks.restore("assessment", row_id))

        tasks.change(
            self,
            lambda: risks.withdraw("assessment", row_id, assessment.seen),
            lambda _changes: self._frame.notify("The assessment is taken away.", undo),
        )
