"""A journey of 29 steps, as in the pictures of the design."""

from bipdesk.ui.widgets.journey_step import Block, StepMark, StepState


def journey_blocks() -> tuple[Block, ...]:
    """Return the 29 steps as in participant.png."""
    done, missed, following, ahead = StepState.ATTENDED, StepState.MISSED, StepState.NEXT, StepState.AHEAD

    def block(title: str, caption: str, states: tuple[StepState, ...], *, group: bool = True) -> Block:
        marks = tuple(StepMark(f"{title} {number}", state, group) for number, state in enumerate(states, 1))
        return Block(title, marks, caption)

    return (
        block("Pre-group", "2 of 2", (done, done), group=False),
        block("Foundation", "6 of 6", (done,) * 6),
        block("My Thinking", "3 of 6", (done, done, done, missed, following, ahead)),
        block("1-2-1", "", (ahead,), group=False),
        block("My Emotions", "starts 12 Dec", (ahead,) * 6),
        block("1-2-1", "", (ahead,), group=False),
        block("My Relationships", "", (ahead,) * 6),
        block("Review", "three-way", (ahead,), group=False),
    )
