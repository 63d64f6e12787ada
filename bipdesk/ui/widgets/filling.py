"""Filling a part of the window with many widgets at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def filling(part: QWidget) -> Iterator[None]:
    """Fill `part` while it is out of sight.

    What is put into a visible part is shown by itself, and the whole page is laid out again each time: with
    forty lines that is half a second in which the window hears nothing. What has the focus inside loses it.
    """
    hidden = part.isHidden()
    part.hide()
    try:
        yield
    finally:
        part.setVisible(not hidden)
