"""What stands in for a curriculum that another computer or a newer program knows and this one does not."""

from bipdesk.domain.curriculum import Block, Curriculum, Step, StepKind

WORDS = "not known on this computer"
_BLOCK = "unknown"


class UnknownCurriculum(Curriculum):
    """It says in words that it is not known; it has one step, so that nobody on it is ever complete."""

    __slots__ = ()

    def __init__(self, curriculum_id: str) -> None:
        step = _step(curriculum_id, f"Curriculum {WORDS}")
        super().__init__(
            id=curriculum_id,
            version=1,
            name=f"“{curriculum_id}” ({WORDS})",
            source="",
            session_minutes=0,
            blocks=(Block(_BLOCK, f"Curriculum {WORDS}", StepKind.GROUP, (step,)),),
        )

    @property
    def is_known(self) -> bool:
        """Say that this computer has not got it."""
        return False

    def step(self, code: str) -> Step:
        """Return what stands in for the step with this code."""
        return _step(code, f"Session “{code}” ({WORDS})")


def _step(code: str, title: str) -> Step:
    return Step(code, 1, _BLOCK, f"Curriculum {WORDS}", StepKind.GROUP, 1, 1, title, ())
