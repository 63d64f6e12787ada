"""A chain of events in words: what a drawing says to somebody who does not see it."""

from bipdesk.domain.chain import Chain, Link
from bipdesk.domain.practice_lists import PracticeLists


def summary(chain: Chain) -> str:
    """Return "4 links, 2 choice points; the way out is at link 2"."""
    count, points = len(chain.links), chain.choice_points
    links = f"{count} link" if count == 1 else f"{count} links"
    chosen = "no choice point yet" if not points else f"{points} choice point{'' if points == 1 else 's'}"
    if chain.way_out is None:
        return f"{links}, {chosen}; no way out is named yet"
    return f"{links}, {chosen}; the way out is at link {chain.place(chain.way_out.link) + 1}"


def felt(link: Link, lists: PracticeLists) -> str:
    """Return what he felt, with commas between."""
    words = [lists.feeling(key) for key in link.feelings] + [link.feeling.strip()]
    return ", ".join(word for word in words if word)


def thought(link: Link, lists: PracticeLists) -> str:
    """Return what he thought: his words, then the thoughts chosen from the list in quotation marks."""
    chosen = [f"“{lists.thought(key)}”" for key in link.thoughts]
    return " ".join(part for part in (link.thought.strip(), *chosen) if part)


def other_choice(link: Link, lists: PracticeLists) -> str:
    """Return the other choice he names with its skill; "not named yet" for a choice point without."""
    if link.choice is None:
        return ""
    skill = lists.skill(link.choice.skill) if link.choice.skill else ""
    other = link.choice.other.strip()
    if skill and other:
        return f"{other} ({skill})"
    return other or skill or "not named yet"


def in_words(chain: Chain, lists: PracticeLists) -> tuple[str, ...]:
    """Return a paragraph for each link, in order."""
    return tuple(_link_in_words(chain, number, link, lists) for number, link in enumerate(chain.links, 1))


def _link_in_words(chain: Chain, number: int, link: Link, lists: PracticeLists) -> str:
    out = chain.way_out
    leaves = out is not None and out.link == link.key
    parts = (
        ("What happened", link.moment.strip()),
        ("Thought", thought(link, lists)),
        ("Felt", felt(link, lists)),
        ("Did", link.action.strip()),
        ("Choice point, the other choice", other_choice(link, lists)),
        ("Way out", (out.words.strip() or "not in words yet") if leaves and out is not None else ""),
    )
    said = " ".join(f"{label}: {_stopped(words)}" for label, words in parts if words)
    return f"Link {number}. {said or 'Nothing is written here yet.'}"


def _stopped(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
