"""The session of his curriculum that an entry belongs to, or none."""

from bipdesk.domain.practice import PracticeFile
from bipdesk.ui.widgets.choice import Choice

NO_SESSION: tuple[str, object] = ("No session in particular", "")


def session_choice(file: PracticeFile, code: str = "") -> Choice:
    """Return the choice of a session with that of `code` chosen, also when his curriculum has it no more."""
    steps: tuple[tuple[str, object], ...] = tuple((title, step) for step, title in file.steps)
    unknown = ((code, code),) if code and not file.step_title(code) else ()
    choice = Choice("Session", (NO_SESSION, *steps, *unknown))
    choice.set_value(code)
    return choice
