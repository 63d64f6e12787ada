"""An incident and the notice of it on paper."""

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.incident import PROVENANCE_WORDS, AtOnce, IncidentKind
from bipdesk.domain.notice import BY_HAND

INCIDENT_BLANK = BlankForm(
    title="Incident",
    sections=(
        BlankSection(
            "Incident",
            (
                BlankLine("What happened", BlankKind.TICK_ONE, tuple(kind.label for kind in IncidentKind)),
                BlankLine("Happened on", BlankKind.DATE),
                BlankLine("Heard on", BlankKind.DATE),
                BlankLine("Heard at (time)"),
                BlankLine("How we know", BlankKind.TICK_ONE, tuple(PROVENANCE_WORDS.values())),
                BlankLine("Which agency"),
                BlankLine("Is anybody in danger now?", BlankKind.YES_NO),
                BlankLine("What was said or done", BlankKind.LINES, lines=5),
                BlankLine("Done at once", BlankKind.TICK_SEVERAL, tuple(each.label for each in AtOnce)),
                BlankLine("What else was done", BlankKind.LINES, lines=2),
                BlankLine("Written by", BlankKind.SIGNATURE),
            ),
            note="In danger now: call first. No names of a partner or children, nothing that she has told.",
        ),
        BlankSection(
            "Whom we told",
            (
                BlankLine("Office"),
                BlankLine("How", BlankKind.TICK_ONE, ("Letter", *(way.label for way in BY_HAND))),
                BlankLine("Told on", BlankKind.DATE),
                BlankLine("Time"),
                BlankLine("Their name or reference"),
                BlankLine("Told by", BlankKind.SIGNATURE),
            ),
            copies=2,
        ),
    ),
    subtitle="As staff, he himself or an agency said or saw it.",
    foot="Incident",
)
