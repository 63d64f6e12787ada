"""Where each question of an instrument stands, and in which order answers have to be worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from bipdesk.domain.expressions import Expression
from bipdesk.domain.instrument import Instrument, Item, Part, Question


@dataclass(frozen=True, slots=True)
class Placed:
    """A part or question and where it stands."""

    item: Item
    parent: str
    """The name of the part it is in; "" for a section."""
    repeat: str
    """The repeating part it is in; "" when it is asked once."""
    depth: int
    """1 for a section."""


class InstrumentMap:
    """Everything of one instrument by name."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.placed: dict[str, Placed] = {}
        self.twice: list[str] = []
        """Names that more than one part or question has."""
        self.nested: list[str] = []
        """Repeating parts inside repeating parts."""
        self._place(instrument.sections, "", "", 1)
        self.lists = {found.name: found.choices for found in instrument.lists}

    def order(self) -> tuple[str, ...]:
        """Return all names so that each comes after what it depends on.

        Raises `graphlib.CycleError` when something depends on itself.
        """
        graph = {name: tuple(sorted(self._needs(name))) for name in self.placed}
        return tuple(TopologicalSorter(graph).static_order())

    def circle(self) -> tuple[str, ...]:
        """Return the names that depend on each other in a circle, or nothing."""
        try:
            self.order()
        except CycleError as error:
            return tuple(error.args[1])
        return ()

    def reaches(self, name: str, wanted: str) -> bool:
        """Say whether an expression at `name` can see the answer to `wanted`."""
        repeat = self.placed[wanted].repeat
        here = self.placed.get(name)
        return not repeat or (here is not None and here.repeat == repeat)

    def _place(self, items: tuple[Item, ...], parent: str, repeat: str, depth: int) -> None:
        for item in items:
            if item.name in self.placed:
                self.twice.append(item.name)
                continue
            self.placed[item.name] = Placed(item, parent, repeat, depth)
            if isinstance(item, Part):
                if item.repeats and repeat:
                    self.nested.append(item.name)
                self._place(item.items, item.name, item.name if item.repeats else repeat, depth + 1)

    def _needs(self, name: str) -> Iterator[str]:
        placed = self.placed[name]
        if placed.parent:
            yield placed.parent
        for expression in deciding(placed.item):
            yield from (other for other in expression.names if other in self.placed)


def deciding(item: Item) -> Iterator[Expression]:
    """Return the expressions of an item that decide whether its answer counts and what it is."""
    found = [item.show_if]
    if isinstance(item, Question):
        found += [item.value, item.choice_filter]
    return (expression for expression in found if expression is not None)
