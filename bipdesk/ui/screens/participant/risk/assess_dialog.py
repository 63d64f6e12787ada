"""Enter an assessment: what the tool said, who scored it, and a judgement that departs from it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.risk import AssessmentDetails, Tool
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.risks import RiskService

_WORDS = "Only the result: the items stay in the tool's own form. Changing it later is a new assessment."
_AS_THE_TOOL: tuple[str, object] = ("As the tool says", "")
_NO_NUMBER = "This is not a whole number. Type figures alone, or leave it empty."


class AssessDialog(FormDialog):
    """The levels offered are those of the chosen tool."""

    def __init__(
        self, frame: Frame, risks: "RiskService", participant_id: ParticipantId, today: date, parent: QWidget
    ) -> None:
        super().__init__(frame, parent, "Assessment", _WORDS, "Save assessment")
        self.setObjectName("assessDialog")
        self._risks = risks
        self._participant_id = participant_id
        self.tool = Choice("Tool", tuple((tool.label, tool) for tool in Tool))
        self.remark = Text("", Role.DETAIL, wrap=True)
        self.tool_name = line_edit("Name of the tool")
        self.score = NumberEdit("Score")
        self.tool_level = Choice("Level")
        self.level = Choice("Judgement")
        self.reason = text_area("Why judgement departs from it", frame.look, 2)
        self.scorer = line_edit("Scored by", "Name, and agency if not here")
        self.assessed_on = DateEdit("Assessed on")
        self.assessed_on.set_date(today)
        self._lay_out()
        self.tool.currentIndexChanged.connect(self._on_tool)
        self.level.currentIndexChanged.connect(self._show_reason)
        self._on_tool()
        self.keep_draft("risk assessment", participant_id)

    def _lay_out(self) -> None:
        self.add_row("Tool", self.tool)
        self.fields.addWidget(self.remark)
        self.add_row("Name of the tool", self.tool_name)
        self.add_row("Level", self.tool_level)
        self.add_row("Score", self.score)
        self.add_row("Judgement", self.level)
        self.add_row("Why judgement departs from it", self.reason)
        self.add_row("Scored by", self.scorer, required=True)
        self.add_row("Assessed on", self.assessed_on, required=True)

    def submit(self) -> None:
        """Store the assessment."""
        good, assessed_on = self.checked(), self.assessed_on.date_or_none()
        if self.score.is_wrong():
            self.rows.show("Score", _NO_NUMBER)
            self.fit()
            return
        if not good or assessed_on is None:
            return
        details = self._details(assessed_on)
        risks, whose = self._risks, self._participant_id
        self.do(lambda: risks.assess(whose, details), "The assessment is saved.")

    def _details(self, assessed_on: date) -> AssessmentDetails:
        tool, tool_level = self._tool(), str(self.tool_level.value() or "")
        level = str(self.level.value() or "") or tool_level
        return AssessmentDetails(
            tool=tool,
            tool_level=tool_level,
            level=level,
            assessed_on=assessed_on,
            scorer=self.scorer.text().strip(),
            score=self.score.number_or_none() if tool.most else None,
            override_reason=self.reason.toPlainText().strip() if level != tool_level else "",
            tool_name=self.tool_name.text().strip() if tool is Tool.OTHER else "",
        )

    def _tool(self) -> Tool:
        tool = self.tool.value()
        return tool if isinstance(tool, Tool) else Tool.OTHER

    def _on_tool(self) -> None:
        tool = self._tool()
        self.remark.setText(tool.remark)
        offered: tuple[tuple[str, object], ...] = tuple((words, key) for key, words in tool.levels)
        self.tool_level.set_choices((("–", ""), *offered))
        self.level.set_choices((_AS_THE_TOOL, *offered))
        self.rows.set_visible("Name of the tool", tool is Tool.OTHER)
        self.rows.set_visible("Score", bool(tool.most))
        self._show_reason()

    def _show_reason(self) -> None:
        self.rows.set_visible("Why judgement departs from it", bool(self.level.value()))
        self.fit()
