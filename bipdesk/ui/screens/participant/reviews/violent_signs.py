"""The plain question at every end: does he show signs of violence now?"""

from bipdesk.ui.forms.choice_fields import RadioRow
from bipdesk.ui.theme.look import Look

QUESTION = "Does he show signs of violence now?"
_OPTIONS: tuple[tuple[str, object], ...] = (("No, none that we know of", "no"), ("Yes", "yes"))
_ANSWERS = {"yes": True, "no": False}


class ViolentSigns(RadioRow):
    """Nothing is chosen beforehand: somebody answers it."""

    def __init__(self, look: Look) -> None:
        super().__init__(QUESTION, look, _OPTIONS)

    def signs(self) -> bool | None:
        """Return the answer, None while nobody gave one."""
        return _ANSWERS.get(str(self.answer()))
