"""The sessions of a group as a table."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bipdesk.domain.group import GroupSession, SessionState
from bipdesk.ui.format import long_date
from bipdesk.ui.screens.groups.words import session_state
from bipdesk.ui.widgets.cell_delegate import STATE_ROLE
from bipdesk.ui.widgets.pill import State

COLUMNS = ("No.", "Date", "Session", "State", "Marked")
_Index = QModelIndex | QPersistentModelIndex
_WIDTH_IN_LETTERS = (5, 24, 26, 14, 8)


class SessionTableModel(QAbstractTableModel):
    """One row per session, in order of date."""

    def __init__(self) -> None:
        super().__init__()
        self._sessions: tuple[GroupSession, ...] = ()
        self._today = date.min

    @property
    def letters(self) -> tuple[int, ...]:
        """Return how many letters each column has room for."""
        return _WIDTH_IN_LETTERS

    def show_sessions(self, sessions: tuple[GroupSession, ...], today: date) -> None:
        """Show these sessions as seen on `today`."""
        self.beginResetModel()
        self._sessions, self._today = sessions, today
        self.endResetModel()

    def session(self, row: int) -> GroupSession | None:
        """Return the session in this row, or None."""
        return self._sessions[row] if 0 <= row < len(self._sessions) else None

    def next_row(self) -> int:
        """Return the row of the first session that is not held, or the last row."""
        open_rows = (row for row, one in enumerate(self._sessions) if one.state is not SessionState.HELD)
        return next(open_rows, len(self._sessions) - 1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of sessions."""
        return 0 if parent.isValid() else len(self._sessions)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, and the state of the state column."""
        session = self._sessions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(session)[index.column()]
        if role == STATE_ROLE and COLUMNS[index.column()] == "State":
            return self._state(session).value
        return None

    def _words(self, session: GroupSession) -> tuple[str, ...]:
        return (
            str(session.number),
            long_date(session.on_date),
            session.title,
            session_state(session, self._today),
            self._marked(session),
        )

    def _marked(self, session: GroupSession) -> str:
        """Return how many are marked; of a session to come only what is marked already."""
        to_come = session.on_date > self._today and not session.marked
        return "–" if to_come or not session.expected else f"{session.marked} of {session.expected}"

    def _state(self, session: GroupSession) -> State:
        if session.state is SessionState.HELD:
            return State.GOOD
        return State.WARN if session.on_date <= self._today else State.NEUTRAL
