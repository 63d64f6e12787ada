"""Walks a window as a screen reader would: every input needs a name, every word needs its room."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

INPUTS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
QT_OWN = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def unnamed_inputs(root: QWidget) -> list[str]:
    """Return every input under `root` that a screen reader could not name.

    A button is named by its words; what belongs to Qt itself (calendar pages, clear buttons) is left out.
    """
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, INPUTS) or isinstance(widget, QScrollBar) or _is_qt_own(widget):
            continue
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or words):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {_place(widget)}")
    return found


def clipped_words(root: QWidget) -> list[str]:
    """Return every visible label or button under `root` that has less room than its words need."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        if _is_part_of_field(widget):
            continue  # a button inside a field shows its icon; its words are for the screen reader
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed:
                found.append(f"{widget.text()!r}: {widget.height()} of {needed} px high")
        elif widget.width() < widget.minimumSizeHint().width():
            found.append(f"{widget.text()!r}: {widget.width()} of {widget.minimumSizeHint().width()} px wide")
        elif widget.height() < widget.fontMetrics().ascent() and not widget.accessibleName():
            found.append(f"{widget.text()!r}: {widget.height()} px high")
    return found


def _is_qt_own(widget: QWidget) -> bool:
    return widget.objectName().startswith(QT_OWN) or _is_part_of_field(widget)


def _is_part_of_field(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None:
        return False
    return isinstance(parent, (QLineEdit, QComboBox)) or "QComboBox" in parent.metaObject().className()


def _place(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return "nothing" if parent is None else f"{type(parent).__name__} {parent.objectName()}"
