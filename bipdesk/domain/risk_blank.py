"""An assessment, a red flag and a step of the plan on paper."""

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.risk import FlagKind, Provenance, Tool

RISK_BLANK = BlankForm(
    title="Risk",
    sections=(
        BlankSection(
            "Assessment",
            (
                BlankLine("Tool", BlankKind.TICK_ONE, tuple(tool.label for tool in Tool)),
                BlankLine("Level, as the tool says"),
                BlankLine("Score", BlankKind.NUMBER),
                BlankLine("Judgement, where it departs from the tool, and why", BlankKind.LINES, lines=2),
                BlankLine("Scored by"),
                BlankLine("Assessed on", BlankKind.DATE),
            ),
            note="Only the result; the items stay in the tool's own form.",
        ),
        BlankSection(
            "Red flag",
            (
                BlankLine("Which flag", BlankKind.TICK_SEVERAL, tuple(kind.label for kind in FlagKind)),
                BlankLine("What was seen or told", BlankKind.LINES, lines=3),
                BlankLine("Who said it", BlankKind.TICK_ONE, tuple(each.label for each in Provenance)),
                BlankLine("Which agency"),
                BlankLine("Raised on", BlankKind.DATE),
                BlankLine("What is done about it", BlankKind.LINES, lines=2),
                BlankLine("Look at it again on", BlankKind.DATE),
            ),
            note="Nothing that his partner has told: that goes to the safety officer.",
        ),
        BlankSection(
            "Step of the plan",
            (
                BlankLine("What is done", BlankKind.LINES, lines=2),
                BlankLine("Who does it"),
                BlankLine("By", BlankKind.DATE),
            ),
            copies=2,
        ),
    ),
    subtitle="What an agency, he himself, or staff have said or seen. In danger now: see the danger panel.",
    foot="Risk",
)
