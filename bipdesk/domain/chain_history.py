"""Undo while a chain is drawn: every state it had, and the way back and forth between them."""

from dataclasses import dataclass, field

from bipdesk.domain.chain import Chain

MOST_STEPS = 200


@dataclass(slots=True)
class ChainHistory:
    """The chain as it is now, with what it was; typing in one field is one step, however long it takes."""

    now: Chain
    _before: list[Chain] = field(default_factory=list)
    _after: list[Chain] = field(default_factory=list)
    _typing: tuple[int, str] | None = None

    @property
    def can_undo(self) -> bool:
        """Say whether there is a state before this one."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Say whether something was undone and nothing done since."""
        return bool(self._after)

    def do(self, chain: Chain, typing: tuple[int, str] | None = None) -> None:
        """Take a new state; `typing` is the link and the field that is being typed in, None for an act."""
        if chain == self.now:
            return
        if typing is None or typing != self._typing:
            self._before = [*self._before[-MOST_STEPS + 1 :], self.now]
        self._typing = typing
        self._after = []
        self.now = chain

    def undo(self) -> None:
        """Go one state back, if there is one."""
        if self._before:
            self._after.append(self.now)
            self.now = self._before.pop()
            self._typing = None

    def redo(self) -> None:
        """Go one state forth again, if one was undone."""
        if self._after:
            self._before.append(self.now)
            self.now = self._after.pop()
            self._typing = None
