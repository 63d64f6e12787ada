"""The forms of readiness and approach as blank paper, in the order in which they are typed in."""

from bipdesk.domain.approach import Chart, Position
from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.checklist import Checklist, ChecklistItem, Checklists

ABOUT = "Programme"
DECISION = BlankSection(
    "If two people open one group although something is missing",
    (
        BlankLine("Group"),
        BlankLine("What is missing", BlankKind.LINES, lines=2),
        BlankLine("Why it opens all the same", BlankKind.LINES, lines=3),
        BlankLine("Decided on", BlankKind.DATE),
        BlankLine("First person", BlankKind.SIGNATURE),
        BlankLine("Second person", BlankKind.SIGNATURE),
    ),
    note="It holds for this one group. The second person types her own passphrase when it is entered.",
)


def readiness_blank(checklists: Checklists) -> BlankForm:
    """Return every item of every list with room for its evidence, and the decision of two people."""
    sections = [section for checked in checklists.lists for section in _sections(checked)]
    return BlankForm("Readiness", (*sections, DECISION), about=ABOUT)


def _sections(checked: Checklist) -> tuple[BlankSection, ...]:
    first = BlankSection(checked.name, (), note=f"“{checked.preamble}” {checked.source}")
    return (first, *(_item(item) for item in checked.items))


def _item(item: ChecklistItem) -> BlankSection:
    return BlankSection(
        item.title,
        (
            BlankLine("What shows it", BlankKind.LINES, lines=2, hint=item.shows),
            BlankLine("Where it can be seen; holds from; counts until", number=False),
        ),
        note=f"“{item.words}”",
    )


def approach_blank(chart: Chart) -> BlankForm:
    """Return every row of the chart with its two sides and room for the programme's own sentence."""
    options = tuple(one.label for one in (Position.SOCIAL, Position.BETWEEN, Position.HEALTH))
    sections = tuple(
        BlankSection(
            row.title,
            (
                BlankLine(f"{Position.SOCIAL.label}: “{row.social}”", BlankKind.WORDS, number=False),
                BlankLine(f"{Position.HEALTH.label}: “{row.health}”", BlankKind.WORDS, number=False),
                BlankLine("Our position", BlankKind.TICK_ONE, options),
                BlankLine("In our own words", BlankKind.LINES, lines=2, number=False),
            ),
        )
        for row in chart.rows
    )
    return BlankForm("Approach", sections, subtitle=chart.name, about=ABOUT)
