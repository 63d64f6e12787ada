"""What the invented programme wrote to its curriculum: aims, tags, a hand-out, and a draft of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bipdesk.desk import Desk
from bipdesk.domain.curriculum_draft import DraftSession
from bipdesk.domain.draft_edits import put_session, resize
from bipdesk.domain.own_curriculum import SessionWords
from bipdesk.invented.acts import Act, Who, moment

CURRICULUM = "bbr-1"
WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "foundation-1": (
        ("Say in his own words what brought him here", "Agree the rules of the group"),
        ("violence-and-abuse",),
    ),
    "foundation-2": (("Name forms of abuse other than hitting",), ("violence-and-abuse",)),
    "foundation-4": (("Tell what happened without blaming her",), ("responsibility",)),
    "thinking-1": (("Tell a thought from a fact",), ("in-control",)),
    "thinking-3": (("Notice the thought before the act",), ("in-control", "noticing")),
    "thinking-5": (
        (
            "Bring one situation of this week and the thought in it",
            "Find the choice point, and one other thing to do",
        ),
        ("noticing",),
    ),
    "emotions-2": (("Describe what the children saw and heard",), ("impact",)),
    "emotions-4": ((), ("noticing", "other-ways")),
    "relationships-1": ((), ("respectful-relationship",)),
    "relationships-3": (("Practise listening to the end",), ("respectful-relationship", "other-ways")),
}
"""By session: aims, and topics of Source 003. Topic 7 is covered by none: the page says so."""
HAND_OUT = (
    "thinking-5",
    "Choice points.txt",
    "Choice points\n\nWrite down one situation of this week.\n\n1. What happened just before?\n"
    "2. What did you think?\n3. What did you feel, and where in the body?\n4. What did you do?\n"
    "5. What was the effect on others?\n6. At which point could you have gone another way?\n",
)
DRAFT_NAME = "Harlow evening sequence"


def acts_of_curricula(begins_on: date, today: date) -> Iterator[Act]:
    """Yield the evening on which words and tags were written, and the draft begun last month."""
    yield Act(moment(begins_on + timedelta(days=3), 16), Who.COORDINATOR, _word)
    yield Act(moment(today - timedelta(days=30), 16), Who.COORDINATOR, _draft)


def _word(desk: Desk) -> None:
    for code, (aims, topics) in WORDS.items():
        desk.session_words.word(CURRICULUM, code, SessionWords("", aims, topics))
    code, name, words = HAND_OUT
    desk.session_files.attach(CURRICULUM, code, name, words.encode())


def _draft(desk: Desk) -> None:
    """Begin a curriculum of the programme's own and leave it half done."""
    drafts = desk.curriculum_drafts
    begun = drafts.begin(CURRICULUM)
    if begun.row_id is None:
        return
    draft = drafts.draft(begun.row_id).draft
    if draft is None:
        return
    draft = replace(resize(draft, "foundation", 4), name=DRAFT_NAME, minutes="")
    draft = put_session(draft, "foundation", 0, DraftSession("Arriving", "Agree the rules of the group"))
    drafts.save(begun.row_id, draft, begun.seen)
