"""The programme at a glance: how many are in it, waiting, at risk, done."""

from bipdesk.domain.duty import Numbers, Today
from bipdesk.ui.format import counted, short_date
from bipdesk.ui.widgets.key_value import NumberLine
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import State


class NumbersPanel(Panel):
    """One line for each number, with the remark that makes sense of it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Lines()
        self.body.addWidget(self.lines)

    def show_numbers(self, today: Today) -> None:
        """Show the numbers of today, and when the county last confirmed what it was sent."""
        self.lines.clear()
        for line in (*_people(today.numbers), _county(today)):
            self.lines.add(line)


def _people(numbers: Numbers) -> tuple[NumberLine, ...]:
    longest = f"longest {counted(numbers.longest_wait_days, 'day', 'days')}" if numbers.waiting else ""
    behind = State.BAD.value if numbers.two_or_more_owed else ""
    return (
        NumberLine("In the programme", "", str(numbers.in_programme)),
        NumberLine("Waiting to start", longest, str(numbers.waiting)),
        NumberLine("Falling behind", "2 or more catch-ups owed", str(numbers.two_or_more_owed), behind),
        NumberLine("Completed this year", "", str(numbers.completed_this_year)),
    )


def _county(today: Today) -> NumberLine:
    confirmed = short_date(today.last_bundle_on, today.on_date) if today.last_bundle_on else "never"
    waiting = today.written_unconfirmed
    remark = f"{counted(waiting, 'bundle', 'bundles')} not confirmed yet" if waiting else ""
    return NumberLine("County last confirmed", remark, confirmed)
