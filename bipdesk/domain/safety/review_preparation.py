"""What the safety officer thinks through before a three-way review; on paper alone, and on her side alone."""

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection

_LINES = BlankKind.LINES
TITLE = "Before the review"
REVIEW_PREPARATION = BlankForm(
    title=TITLE,
    subtitle="For the safety officer. It stays in her own cabinet and is laid into no other file.",
    about="Our code for her (no names)",
    foot="Safety officer's own. Never to the review itself.",
    sections=(
        BlankSection(
            "What she says",
            (
                BlankLine("How she is now, and how afraid, compared with last time", _LINES, lines=2),
                BlankLine("What has changed in how he treats her and the children", _LINES, lines=2),
                BlankLine("What she wants to come of the review, and what she fears of it", _LINES, lines=2),
                BlankLine("Does she know that the review takes place?", BlankKind.YES_NO),
            ),
        ),
        BlankSection(
            "What may be used",
            (
                BlankLine(
                    "What her signed release lets be said: which words, to whom, until when",
                    _LINES,
                    hint="Without a release in writing: nothing, not even that she was asked.",
                    lines=2,
                ),
                BlankLine("What could be traced back to her, and so is not raised at all", _LINES, lines=2),
                BlankLine(
                    "Questions that can be asked of him for ordinary reasons, whatever she said",
                    _LINES,
                    lines=2,
                ),
                BlankLine("Alerts to raise for the team, from the fixed list", _LINES, lines=2),
            ),
        ),
        BlankSection(
            "Afterwards",
            (
                BlankLine("When and how she is told what came of it (safe-contact rule)", _LINES, lines=2),
                BlankLine("Safety plan looked at again on", BlankKind.DATE),
            ),
        ),
    ),
)
"""Nobody's name, nothing typed."""
