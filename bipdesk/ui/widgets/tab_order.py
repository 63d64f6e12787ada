"""The order in which the Tab key goes, where widgets were made in another one."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_before(anchor: QWidget, stops: Iterable[QWidget]) -> None:
    """Let the Tab key go through `stops`, in this order, right before it comes to `anchor`."""
    last = _stop_before(anchor)
    for stop in stops:
        if last is not None:
            QWidget.setTabOrder(last, stop)
        last = stop


def stop_after(widget: QWidget) -> QWidget | None:
    """Return where the Tab key goes from `widget`, or None when there is no other stop."""
    each = widget.nextInFocusChain()
    while each is not None and each is not widget:
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isEnabled():
            return each
        each = each.nextInFocusChain()
    return None


def _stop_before(anchor: QWidget) -> QWidget | None:
    """Return the stop before `anchor`; Qt passes over a tab order that begins at something that is none."""
    each = anchor.previousInFocusChain()
    while each is not None and each is not anchor:
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus:
            return each
        each = each.previousInFocusChain()
    return None
