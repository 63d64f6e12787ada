"""A curriculum and its sessions planned on paper: the same questions as the editor, and nothing filled in."""

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.content_topic import ContentTopics

ABOUT = "Curriculum"
_BLOCKS, _SESSIONS = 4, 2


def session_blank(topics: ContentTopics) -> BlankForm:
    """Return the paper for the words and topics of one session."""
    lines = (BlankLine("Block and number of the session"), *_session_lines(topics))
    return BlankForm("Words and topics of a session", (BlankSection("The session", lines),), about=ABOUT)


def curriculum_blank(topics: ContentTopics) -> BlankForm:
    """Return the paper for a curriculum of one's own."""
    whole = (
        BlankLine("Name"),
        BlankLine("Where it comes from"),
        BlankLine("Minutes of a group session", BlankKind.NUMBER),
    )
    block = (
        BlankLine("Name of the block", number=False),
        BlankLine("Held as", BlankKind.TICK_ONE, ("in the group", "1-2-1", "review"), number=False),
        BlankLine("How many sessions", BlankKind.NUMBER, number=False),
        BlankLine(
            "Comes after",
            BlankKind.TICK_ONE,
            ("the block above", "nothing: at any time", "other blocks:"),
            number=False,
        ),
    )
    sections = (
        BlankSection("The curriculum", whole),
        BlankSection("Block", block, copies=_BLOCKS),
        BlankSection("Session", _session_lines(topics), copies=_SESSIONS),
    )
    return BlankForm("A curriculum of our own", sections, about=ABOUT)


def _session_lines(topics: ContentTopics) -> tuple[BlankLine, ...]:
    numbered = tuple(f"{topic.number}. {topic.words}" for topic in topics)
    return (
        BlankLine("Title", number=False),
        BlankLine("Aims, one to a line", BlankKind.LINES, lines=4, number=False),
        BlankLine("It covers", BlankKind.TICK_SEVERAL, numbered, number=False),
    )
