"""Checklists of what a programme must have before it begins: data, in the wording of the source."""

from collections.abc import Iterable
from dataclasses import dataclass

from bipdesk.domain.resource_table import ResourceTable, read_resource


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing a source asks for, in its own words."""

    key: str
    """With the list's id before it: "preconditions/incidence"; evidence is kept under it."""
    title: str
    """A few words of ours, for sentences and headings."""
    words: str
    """Exactly what the source says."""
    shows: str
    """What would show it, in our words: a hint for whoever writes the evidence."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """One list of a source."""

    id: str
    version: int
    name: str
    source: str
    preamble: str
    """What the source says before its list."""
    blocks: bool
    """No group opens while one of its items has no evidence in force."""
    items: tuple[ChecklistItem, ...]


class Checklists:
    """All lists; those that block come first."""

    def __init__(self, lists: Iterable[Checklist] = ()) -> None:
        self.lists = tuple(sorted(lists, key=lambda one: (not one.blocks, one.id)))
        self._items = {item.key: item for one in self.lists for item in one.items}

    @property
    def blocking(self) -> tuple[ChecklistItem, ...]:
        """Return the items without which no group opens."""
        return tuple(item for one in self.lists if one.blocks for item in one.items)

    def item(self, key: str) -> ChecklistItem | None:
        """Return the item with this key; None for one of a newer program's lists."""
        return self._items.get(key)


def parse_checklist(text: str, file: str) -> Checklist:
    """Return the checklist written in `text` (TOML); `file` is the name to show in errors.

    Raises `ResourceInvalid` (file, where, reason) for the first thing that is wrong.
    """
    table = read_resource(text, file)
    head = (table.key("id"), table.whole("version", 1, 9999), table.text("name"), table.text("source", 400))
    preamble, blocks = table.text("preamble", 400), table.flag("blocks")
    items: list[ChecklistItem] = []
    for inner in table.tables("items", "item"):
        items.append(_read_item(inner, head[0], items))
    table.done()
    return Checklist(*head, preamble, blocks, tuple(items))


def _read_item(table: ResourceTable, list_id: str, before: list[ChecklistItem]) -> ChecklistItem:
    key = f"{list_id}/{table.key('key')}"
    if any(item.key == key for item in before):
        table.refuse("key", f"'{key}' is used by an earlier item")
    item = ChecklistItem(key, table.text("title"), table.text("words", 400), table.text("shows", 300))
    table.done()
    return item
