"""A referral as blank paper, for the telephone in a power cut, in the order in which it is typed in."""

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.referral import OrderKind

REFERRAL_BLANK = BlankForm(
    "New referral",
    (
        BlankSection(
            "The person",
            (
                BlankLine("Given name"),
                BlankLine("Family name"),
                BlankLine("Called"),
                BlankLine("Date of birth", BlankKind.DATE),
                BlankLine("Phone"),
                BlankLine("Language"),
                BlankLine("Interpreter needed at sessions", BlankKind.YES_NO),
            ),
        ),
        BlankSection(
            "The referral",
            (
                BlankLine("He comes", BlankKind.TICK_ONE, ("by order of a court", "of his own will")),
                BlankLine("Referred by"),
                BlankLine("Person there"),
                BlankLine("Date of the referral", BlankKind.DATE),
                BlankLine("Order", BlankKind.TICK_ONE, tuple(kind.label for kind in OrderKind)),
                BlankLine("Court"),
                BlankLine("Court case"),
                BlankLine("Made on", BlankKind.DATE),
                BlankLine("Begins on", BlankKind.DATE),
                BlankLine("Ends on", BlankKind.DATE),
                BlankLine("Sessions required", BlankKind.NUMBER),
                BlankLine("Next hearing", BlankKind.DATE),
                BlankLine("Conditions", BlankKind.LINES, hint="Without her name or address", lines=3),
            ),
            note="Nothing about those to be protected on this sheet: their sheet is for the safety officer.",
        ),
    ),
    about="Participant",
)
