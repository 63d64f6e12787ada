"""The buttons that print an empty review sheet, in English and in Spanish."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bipdesk.domain.review import ReviewKind
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind

if TYPE_CHECKING:
    from bipdesk.services.endings.reviews import ReviewService

_LANGUAGES = (("Print blank", "en"), ("Blank in Spanish", "es"))


def sheet_buttons(frame: Frame, reviews: "ReviewService", kind: Callable[[], object]) -> tuple[Button, ...]:
    """Return the buttons; `kind` says which of the two sheets it is when one is pressed."""

    def press(language: str) -> None:
        wanted = kind()
        of_kind = wanted if isinstance(wanted, ReviewKind) else ReviewKind.POST_GROUP
        frame.tasks.run(
            frame,
            lambda: reviews.blank(of_kind, language),
            lambda pdf: frame.show_document(of_kind.label, pdf),
        )

    found = []
    for words, language in _LANGUAGES:
        button = Button(words, Kind.QUIET, small=True)
        button.setAccessibleName(f"{words}: review sheet")
        button.clicked.connect(partial(lambda each, _on=False: press(each), language))
        found.append(button)
    return tuple(found)
