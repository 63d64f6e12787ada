"""Planning a group, and what changes in one, as blank paper, in the order in which it is typed in."""

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.cancellation import CancelReason, Outcome

PLAN_BLANK = BlankForm(
    "Plan of a group",
    (
        BlankSection(
            "The plan",
            (
                BlankLine("Name of the group"),
                BlankLine("Curriculum"),
                BlankLine("First session", BlankKind.DATE),
                BlankLine("How often", BlankKind.TICK_ONE, ("Every week", "Every fortnight")),
                BlankLine("Starts at"),
                BlankLine("Length in minutes", BlankKind.NUMBER),
                BlankLine("First facilitator"),
                BlankLine("Second facilitator"),
                BlankLine("Place"),
                BlankLine("Places in all", BlankKind.NUMBER),
                BlankLine("Of these for men without a conviction", BlankKind.NUMBER),
            ),
            note="Every other week only where the rules of the place allow it by distance.",
        ),
    ),
)

EVENING_BLANK = BlankForm(
    "An evening that does not take place",
    (
        BlankSection(
            "The evening",
            (
                BlankLine("Group"),
                BlankLine("Evening of", BlankKind.DATE),
                BlankLine("Reason", BlankKind.TICK_ONE, tuple(reason.label for reason in CancelReason)),
                BlankLine("What happened", BlankKind.LINES, lines=2),
                BlankLine(
                    "What becomes of it", BlankKind.TICK_ONE, tuple(outcome.label for outcome in Outcome)
                ),
                BlankLine("Extra date", BlankKind.DATE),
            ),
            note="Write no names of participants, partners or children.",
        ),
    ),
)

TRANSFER_BLANK = BlankForm(
    "From one group to another",
    (
        BlankSection(
            "The change",
            (
                BlankLine("From the group"),
                BlankLine("To the group"),
                BlankLine("First evening there", BlankKind.DATE),
                BlankLine("The reason", BlankKind.LINES, lines=2),
                BlankLine("No place is left: why he is let in all the same", BlankKind.LINES, lines=2),
            ),
            note="Write no names of a partner or children.",
        ),
    ),
)
