"""A list whose columns share the width there is; the less needed ones go where it is short."""

from PySide6.QtGui import QResizeEvent

from bipdesk.ui.widgets.table_view import TableView

_PADDING = 12


class SharingTable(TableView):
    """Never scrolls sideways: each column gets its part, and a few are left out on a small window."""

    def __init__(
        self, name: str, letters: tuple[int, ...], leave_out_first: tuple[int, ...], *, lines_per_row: int = 1
    ) -> None:
        """`letters` is the room of each column in letters; `leave_out_first` names columns in order."""
        super().__init__(name, lines_per_row=lines_per_row)
        self._letters = letters
        self._leave_out_first = leave_out_first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        if self.model() is not None:
            self._share(self.viewport().width())

    def _share(self, room: int) -> None:
        letter = self.fontMetrics().averageCharWidth()
        shown = list(range(len(self._letters)))
        for column in self._leave_out_first:
            if sum(self._letters[each] * letter + _PADDING for each in shown) > room:
                shown.remove(column)
        letters = sum(self._letters[column] for column in shown)
        for column in range(len(self._letters)):
            self.setColumnHidden(column, column not in shown)
        for column in shown:
            self.setColumnWidth(column, room * self._letters[column] // letters)
