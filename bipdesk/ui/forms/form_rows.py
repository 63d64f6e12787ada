"""The rows of a form by their labels, so that an error finds its field."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.errors import NothingEntered, UserError
from bipdesk.domain.sentences import sentence
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.form_row import FormRow

NO_DATE = "This cannot be read as a date. Type day, month and year, for example 19/11/2026."


class FormRows:
    """Labelled fields in the order in which they were made; everything typed stays, whatever is wrong."""

    def __init__(self) -> None:
        self._rows: dict[str, FormRow] = {}
        self._required: list[str] = []
        self._names: dict[str, str] = {}

    def add(self, label: str, field: QWidget, *, required: bool = False, also: str = "") -> FormRow:
        """Make the row of a field; an error finds it by `label`, or by `also`, whatever the case."""
        self._rows[label] = FormRow(label, field)
        self._names[label.casefold()] = label
        if also:
            self._names[also.casefold()] = label
        if required:
            self._required.append(label)
        return self._rows[label]

    def clear(self) -> None:
        """Take every sentence away."""
        for row in self._rows.values():
            row.set_error("")

    def set_visible(self, label: str, visible: bool) -> None:
        """Show the row of `label`, or hide it while its question does not arise."""
        self._rows[label].setVisible(visible)

    def show(self, label: str, words: str) -> None:
        """Show `words` under the field `label` and go there."""
        self._rows[label].set_error(words)
        self._rows[label].field.setFocus()

    def show_error(self, error: UserError) -> bool:
        """Show `error` under the field it names; False when it names none of these."""
        label = self._names.get(str(error.values.get("field", "")).casefold())
        if label is not None:
            self.show(label, sentence(error))
        return label is not None

    def check(self) -> bool:
        """Say whether no required field is empty and no date unreadable; what is wrong stands under it."""
        self.clear()
        wrong = self._unreadable_dates() | self._empty()
        for label in reversed([label for label in self._rows if label in wrong]):
            self.show(label, wrong[label])
        return not wrong

    def _unreadable_dates(self) -> dict[str, str]:
        return {
            label: NO_DATE
            for label, row in self._rows.items()
            if isinstance(row.field, DateEdit) and row.field.is_wrong()
        }

    def _empty(self) -> dict[str, str]:
        return {
            label: sentence(NothingEntered(field=label))
            for label in self._required
            if not words_in(self._rows[label].field)
        }


def words_in(field: QWidget) -> str:
    """Return what stands in a field, without spaces at the ends; a date as typed."""
    if isinstance(field, DateEdit):
        return field.edit.text().strip()
    for name in ("text", "toPlainText"):
        read = getattr(field, name, None)
        if read is not None:
            return str(read()).strip()
    return ""
