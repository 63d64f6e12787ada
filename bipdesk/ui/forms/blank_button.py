"""The button that prints a form without anything in it."""

from typing import TYPE_CHECKING

from bipdesk.domain.blank_form import BlankForm
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService


def blank_button(frame: Frame, blanks: "BlankFormService", form: BlankForm, *, small: bool = True) -> Button:
    """Return the button; it shows the paper, which is printed from there."""
    button = Button("Print blank", Kind.QUIET, small=small)
    button.setObjectName("printBlankButton")
    button.setAccessibleName(f"Print blank: {form.title}")
    button.clicked.connect(
        lambda: frame.tasks.run(
            frame, lambda: blanks.render(form), lambda pdf: frame.show_document(form.title, pdf)
        )
    )
    return button
