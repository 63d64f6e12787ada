"""The buttons that print a worksheet, in both languages: blank, or with what he entered."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.practice_sheet import Worksheet
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind

if TYPE_CHECKING:
    from bipdesk.services.practice import PracticeService

Whose = tuple[ParticipantId, UUID | None]
_LANGUAGES = (("en", "English"), ("es", "Spanish"))


def sheet_buttons(
    frame: Frame, practice: "PracticeService", sheet: Worksheet, whose: Whose | None = None
) -> tuple[Button, ...]:
    """Return a button for each language; of nobody they print the worksheet blank."""
    return tuple(_button(frame, practice, (sheet, language), name, whose) for language, name in _LANGUAGES)


def _button(
    frame: Frame, practice: "PracticeService", what: tuple[Worksheet, str], name: str, whose: Whose | None
) -> Button:
    sheet, language = what
    what_of_his = "Print all" if whose is not None and whose[1] is None else "Print as saved"
    words = f"Print blank, {name}" if whose is None else f"{what_of_his}, {name}"
    button = Button(words, Kind.QUIET, small=True)
    button.setAccessibleName(f"{words}: {sheet.label}")
    if whose is None:
        render = partial(practice.blank, sheet, language)
    else:
        render = partial(practice.filled, whose[0], sheet, whose[1], language)
    button.clicked.connect(
        lambda: frame.tasks.run(frame, render, lambda pdf: frame.show_document(sheet.label, pdf))
    )
    return button
