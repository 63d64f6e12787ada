"""Undo while a chain is drawn: every state it had, and the way back and forth between them."""

from dataclasses import dataclass

from bipdesk.domain.chain import Chain

MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class ChainHistory:
    """The chain as it is now, with what it was; typing in one field is one step, however long it takes."""

    now: Chain
    before: tuple[Chain, ...] = ()
    after: tuple[Chain, ...] = ()
    typing: tuple[int, str] | None = None
    """The link and the field that were typed in last."""

    def done(self, chain: Chain, typing: tuple[int, str] | None = None) -> "ChainHistory":
        """Return the history with a new state; `typing` is what is typed in, None for an act."""
        if chain == self.now:
            return self
        goes_on = typing is not None and typing == self.typing
        before = self.before if goes_on else (*self.before[-MOST_STEPS + 1 :], self.now)
        return ChainHistory(chain, before, (), typing)

    def undone(self) -> "ChainHistory":
        """Return the history one state back, if there is one."""
        if not self.before:
            return self
        return ChainHistory(self.before[-1], self.before[:-1], (*self.after, self.now))

    def redone(self) -> "ChainHistory":
        """Return the history one state forth again, if one was undone."""
        if not self.after:
            return self
        return ChainHistory(self.after[-1], (*self.before, self.now), self.after[:-1])
