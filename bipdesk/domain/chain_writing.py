"""A chain as text: how it is stored and kept as a draft, and how it is read, whoever wrote it."""

import json
from collections.abc import Mapping

from bipdesk.domain.chain import MOST_LINKS, Chain, ChoicePoint, Link, WayOut


def written(chain: Chain) -> str:
    """Return the chain as JSON; the same chain gives the same text."""
    links = [_link_values(link) for link in chain.links]
    out = chain.way_out
    whole = {"links": links} | ({} if out is None else {"way_out": {"link": out.link, "words": out.words}})
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_chain(text: str) -> Chain:
    """Return the chain that `written` wrote; what cannot be read is left out, never an error.

    A row may arrive from another office in parts, or from a later version of the program.
    """
    try:
        whole = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return Chain()
    if not isinstance(whole, dict):
        return Chain()
    links: list[Link] = []
    for found in _list(whole.get("links"))[:MOST_LINKS]:
        link = _read_link(found)
        if link is not None and all(link.key != other.key for other in links):
            links.append(link)
    return Chain(tuple(links), _read_way_out(whole.get("way_out"), links))


def _link_values(link: Link) -> dict[str, object]:
    values: dict[str, object] = {
        "key": link.key,
        "moment": link.moment,
        "thought": link.thought,
        "thoughts": list(link.thoughts),
        "feelings": list(link.feelings),
        "feeling": link.feeling,
        "action": link.action,
    }
    if link.choice is not None:
        values["choice"] = {"other": link.choice.other, "skill": link.choice.skill}
    return {name: value for name, value in values.items() if value not in ("", [])}


def _read_link(found: object) -> Link | None:
    if not isinstance(found, Mapping):
        return None
    key = found.get("key")
    if not isinstance(key, int) or isinstance(key, bool):
        return None
    choice = found.get("choice")
    return Link(
        key,
        moment=_text(found, "moment"),
        thought=_text(found, "thought"),
        thoughts=_keys(found, "thoughts"),
        feelings=_keys(found, "feelings"),
        feeling=_text(found, "feeling"),
        action=_text(found, "action"),
        choice=ChoicePoint(_text(choice, "other"), _text(choice, "skill"))
        if isinstance(choice, Mapping)
        else None,
    )


def _read_way_out(found: object, links: list[Link]) -> WayOut | None:
    if not isinstance(found, Mapping):
        return None
    key = found.get("link")
    known = isinstance(key, int) and not isinstance(key, bool) and any(link.key == key for link in links)
    return WayOut(key, _text(found, "words")) if known and isinstance(key, int) else None


def _text(found: Mapping[str, object], name: str) -> str:
    value = found.get(name, "")
    return value if isinstance(value, str) else ""


def _keys(found: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(value for value in _list(found.get(name)) if isinstance(value, str))


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else []
