"""Earlier referrals of somebody who came again, the newest first."""

from datetime import date

from bipdesk.domain.referral import ReferralFile
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.forms.status_state import STATUS_STATE
from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill


class EarlierPanel(Panel):
    """Hidden for somebody who came once."""

    def __init__(self, look: Look) -> None:
        super().__init__("Earlier referrals")
        self.lines = Lines()
        self.body.setSpacing(look.px(10))
        self.body.addWidget(self.lines)

    def show_view(self, view: FileView, today: date) -> None:
        """Show the referrals before the newest."""
        earlier = view.referrals[1:]
        self.setVisible(bool(earlier))
        self.lines.clear()
        shown = [_line(referral, today) for referral in earlier]
        for line in shown:
            self.lines.add(line)
        line_up(shown)


def _line(referral: ReferralFile, today: date) -> DutyLine:
    state = referral.state
    title = joined(f"Referred {short_date(state.details.referred_on, today)}", state.details.referrer)
    steps = ", ".join(
        f"{event.status.label.lower()} {short_date(event.on_date, today)}" for event in referral.events[1:]
    )
    return DutyLine(Pill(state.status.label, STATUS_STATE[state.status]), title, steps)
