"""The runway on the screen: what is left, and whether it fits before the end."""

from bipdesk.domain.runway import Runway
from bipdesk.ui.format import counted
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

_REMARK = "Reckoned from the evenings that are planned; nothing is promised that the calendar does not hold."


class RunwayPanel(Panel):
    """Sessions, weeks and absences left, and the answer in a sentence."""

    def __init__(self, look: Look) -> None:
        super().__init__("How far it still is")
        self._look = look
        self._pill: Pill | None = None
        self.words = Text("", wrap=True)
        self.facts = KeyValueRows()
        self.body.addWidget(self.words)
        self.body.addWidget(self.facts)
        self.body.addWidget(Text(_REMARK, Role.DETAIL, wrap=True))

    def show_runway(self, runway: Runway) -> None:
        """Show how far it is."""
        if self._pill is not None:
            self.body.removeWidget(self._pill)
            self._pill.hide()
            self._pill.deleteLater()
        self._pill = _pill(runway)
        self.body.insertWidget(1, self._pill)
        self.words.setText(runway.words)
        self.facts.clear()
        self.facts.add("Group sessions left", str(runway.sessions_left))
        self.facts.add("1-2-1s and reviews left", str(runway.alone_left))
        if runway.weeks_left is not None:
            self.facts.add("Weeks left", counted(runway.weeks_left, "week", "weeks"))
        if runway.absences_left is not None:
            self.facts.add("May still miss", counted(runway.absences_left, "session", "sessions"))


def _pill(runway: Runway) -> Pill:
    if not runway.sessions_left and not runway.alone_left:
        return Pill("All steps met", State.GOOD)
    if runway.can_finish:
        return Pill("He can finish", State.GOOD)
    if runway.finishes_on is None:
        return Pill("Days are missing", State.WARN)
    return Pill("Cannot finish in time", State.BAD)
