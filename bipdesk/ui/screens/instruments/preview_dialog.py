"""A form to try out: it can be answered, and nothing of it is kept."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bipdesk.domain.instrument import Instrument
from bipdesk.ui.forms.instrument_form import InstrumentForm
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.text import Role, Text

_LEAST, _AROUND = 200, 190
"""Pixels: the least height of the form, and what the dialog needs around it."""
NOTHING_KEPT = "Try it out: questions come and go as you answer. Nothing of it is kept."


class PreviewDialog(FittedDialog):
    """The form as it will be filled in."""

    def __init__(self, frame: Frame, parent: QWidget, instrument: Instrument, today: date) -> None:
        super().__init__(frame.look, parent, instrument.title.text("en"), width=820)
        self.body.addWidget(Text(NOTHING_KEPT, Role.DETAIL, wrap=True))
        self.form = InstrumentForm(frame.look, instrument, today)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.form)
        area.setMinimumHeight(_high(parent))
        self.body.addWidget(area)
        close = Button("Close", Kind.PRIMARY)
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)


def _high(parent: QWidget) -> int:
    """Return how high the form may be: a form is long, and the dialog stays inside the window."""
    return max(_LEAST, round(parent.window().height() * 0.9) - _AROUND)
