"""The fields of any form by their names: what is typed into them, and filling it in again."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from bipdesk.ui.widgets.date_edit import DateEdit

_NEVER = "neverDraft"
_INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QCheckBox, QRadioButton)


@runtime_checkable
class OwnDraft(Protocol):
    """A widget that says itself what its draft is: rows that come and go, a list of answers."""

    edited: SignalInstance
    """A person, not the program, changed it."""

    def draft_content(self) -> Mapping[str, object]:
        """Return what is typed; plain JSON values by name."""
        ...

    def fill_draft(self, content: Mapping[str, object]) -> None:
        """Show what `draft_content` returned earlier; what `content` does not name stays as it is."""
        ...


def keep_out(widget: QWidget) -> None:
    """Let nothing in `widget` ever be kept in clear: names of others, passphrases, codes."""
    widget.setProperty(_NEVER, True)


class DraftFields:
    """Walks the inputs in a widget; each is known by its object name, or by its accessible name."""

    def __init__(self, root: QWidget, edited: Callable[[], None]) -> None:
        """`edited` is called when a person, not the program, has changed something."""
        self._root = root
        self._edited = edited
        self._mark = f"watched{id(self)}"

    def watch(self) -> None:
        """Listen to the inputs there are now; call it again when some were added."""
        for button in self._root.findChildren(QAbstractButton):
            # Buttons too: they add rows, and clear fields.
            self._listen(button, button.clicked)
        for day in self._root.findChildren(DateEdit):
            self._listen(day, day.edited)
        for widget in self._walk(self._root):
            self._watch(widget)

    def content(self) -> dict[str, object]:
        """Return what stands in every field now."""
        found: dict[str, object] = {}
        for name, widget in self._named():
            if isinstance(widget, OwnDraft):
                found |= {f"{name}/{part}": value for part, value in widget.draft_content().items()}
            else:
                found[name] = _read(widget)
        return found

    def fill(self, content: Mapping[str, object]) -> None:
        """Put these values into the fields of these names; what has no field any more is left out."""
        later = []
        for name, widget in self._named():
            if isinstance(widget, OwnDraft):
                start = f"{name}/"
                own = {part[len(start) :]: value for part, value in content.items() if part.startswith(start)}
                if own:
                    widget.fill_draft(own)
            elif name in content:
                if content[name] is False:
                    later.append(widget)
                else:
                    _write(widget, content[name])
        for widget in later:  # one radio button out of several goes off when another goes on
            _write(widget, False)

    def _watch(self, widget: QWidget) -> None:
        if isinstance(widget, OwnDraft):
            self._listen(widget, widget.edited)
        elif isinstance(widget, QPlainTextEdit):
            if self._is_new(widget):
                widget.textChanged.connect(lambda: self._edited() if widget.hasFocus() else None)
        elif isinstance(widget, QLineEdit):
            self._listen(widget, widget.textEdited)
        elif isinstance(widget, QComboBox):
            self._listen(widget, widget.activated)
            typed = widget.lineEdit()
            if typed is not None:
                self._listen(typed, typed.textEdited)
        elif isinstance(widget, QSpinBox):
            self._listen(widget, widget.valueChanged)

    def _listen(self, widget: QWidget, signal: SignalInstance) -> None:
        if self._is_new(widget):
            signal.connect(lambda *_: self._edited())

    def _is_new(self, widget: QWidget) -> bool:
        """Say it once: the mark stays on the widget, whatever becomes of its Python side."""
        known = bool(widget.property(self._mark))
        widget.setProperty(self._mark, True)
        return not known

    def _named(self) -> list[tuple[str, QWidget]]:
        """Return the inputs with names of which no two are the same."""
        seen: dict[str, int] = {}
        named = []
        for widget in self._walk(self._root):
            name = widget.objectName() or widget.accessibleName() or _label(widget)
            seen[name] = seen.get(name, 0) + 1
            named.append((name if seen[name] == 1 else f"{name} ({seen[name]})", widget))
        return named

    def _walk(self, widget: QWidget) -> Iterator[QWidget]:
        if widget.property(_NEVER):
            return
        if isinstance(widget, _INPUTS):
            if not _secret(widget):
                yield widget
        elif isinstance(widget, OwnDraft):
            yield widget
        else:
            for child in widget.children():
                if isinstance(child, QWidget) and not isinstance(child, QDialog):
                    yield from self._walk(child)


def _secret(widget: QWidget) -> bool:
    hidden = isinstance(widget, QLineEdit) and widget.echoMode() is not QLineEdit.EchoMode.Normal
    return hidden or bool(widget.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)


def _label(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _read(widget: QWidget) -> object:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QSpinBox):
        return widget.value()
    return isinstance(widget, QAbstractButton) and widget.isChecked()


def _write(widget: QWidget, value: object) -> None:
    """Fill in one field, and let those who listen to the person hear of it."""
    if isinstance(widget, QLineEdit):
        widget.setText(str(value))
        widget.textEdited.emit(str(value))
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(str(value))
    elif isinstance(widget, QComboBox):
        _choose(widget, str(value))
    elif isinstance(widget, QSpinBox) and isinstance(value, int):
        widget.setValue(value)
    elif isinstance(widget, QAbstractButton) and widget.isChecked() is not bool(value):
        _tick(widget, bool(value))


def _choose(box: QComboBox, words: str) -> None:
    place, typed = box.findText(words), box.lineEdit()
    box.setCurrentIndex(place)
    if place >= 0 or typed is None:
        box.activated.emit(place)
    else:
        box.setEditText(words)
        typed.textEdited.emit(words)


def _tick(button: QAbstractButton, checked: bool) -> None:
    if checked or isinstance(button, QCheckBox):
        if button.isEnabled():
            button.click()
        else:
            button.setChecked(checked)
        return
    group, alone = button.group(), button.autoExclusive()  # one radio button always stays on otherwise
    exclusive = group is not None and group.exclusive()
    if exclusive:
        group.setExclusive(False)
    button.setAutoExclusive(False)
    button.setChecked(False)
    button.setAutoExclusive(alone)
    if exclusive:
        group.setExclusive(True)
