"""The entry about staff as blank paper, in the order in which it is typed in."""

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.staff_record import EntryKind

STAFF_BLANK = BlankForm(
    "Staff: training, supervision, checks",
    (
        BlankSection(
            "Entry",
            (
                BlankLine("Name"),
                BlankLine("Kind", BlankKind.TICK_ONE, tuple(kind.label for kind in EntryKind)),
                BlankLine("Date", BlankKind.DATE),
                BlankLine("Hours", BlankKind.NUMBER),
                BlankLine("What", BlankKind.LINES, lines=2),
                BlankLine("By whom"),
                *(
                    BlankLine(kind.label, BlankKind.TICK_SEVERAL, tuple(kind.marks.values()), number=False)
                    for kind in EntryKind
                    if kind.marks
                ),
                BlankLine("Expires on", BlankKind.DATE),
            ),
            note="Nothing about a survivor, a partner or a participant.",
        ),
    ),
)
