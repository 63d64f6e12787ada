"""The groups that meet tonight: where, which session, who leads it, and the paper and register of each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.duty import TonightGroup
from bipdesk.ui.format import joined
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, SectionTitle, Text


class TonightGroups(QWidget):
    """A panel for each group of tonight, or a sentence that there is none."""

    sheet_wanted = Signal(object)
    """A TonightGroup whose session sheet shall be printed."""
    register_wanted = Signal(object)
    """A TonightGroup whose register shall be opened."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))

    def show_groups(self, groups: tuple[TonightGroup, ...], empty: EmptyState) -> None:
        """Show the groups in the order in which they begin, or `empty`."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(SectionTitle("Tonight"))
        if not groups:
            panel = Panel()
            panel.body.addWidget(empty)
            self._column.addWidget(panel)
        for group in groups:
            self._column.addWidget(self._panel(group))

    def _panel(self, group: TonightGroup) -> Panel:
        px = self._look.px
        panel = Panel()
        panel.body.setSpacing(px(4))
        panel.body.addLayout(_head(self._look, group))
        panel.body.addSpacing(px(8))
        panel.body.addWidget(Text(group.title, Role.STRONG, wrap=True))
        leaders = ", ".join(group.facilitators) or "no facilitators yet"
        panel.body.addWidget(Text(joined(group.number, leaders), Role.DETAIL, wrap=True))
        if group.remark:
            panel.body.addSpacing(px(4))
            panel.body.addWidget(Text(group.remark, Role.DETAIL, wrap=True))
        panel.body.addSpacing(px(8))
        panel.body.addLayout(self._buttons(group))
        return panel

    def _buttons(self, group: TonightGroup) -> QHBoxLayout:
        begun = group.marked > 0 or group.closed
        sheet = Button("Print session sheet", Kind.PLAIN if begun else Kind.PRIMARY)
        sheet.setObjectName("printSheetButton")
        sheet.clicked.connect(lambda: self.sheet_wanted.emit(group))
        words = "Open register" if group.closed else "Take register"
        register = Button(words, Kind.PRIMARY if begun and not group.closed else Kind.PLAIN)
        register.setObjectName("takeRegisterButton")
        register.clicked.connect(lambda: self.register_wanted.emit(group))
        for button in (sheet, register):
            button.setAccessibleDescription(f"{group.group_name}: {group.title}")
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        row.addWidget(sheet)
        row.addWidget(register)
        row.addStretch(1)
        return row


def _head(look: Look, group: TonightGroup) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(look.px(2))
    words.addWidget(Text(group.group_name, Role.HEADING, wrap=True))
    words.addWidget(Text(joined(f"{group.starts} to {group.ends}", group.place), Role.DETAIL, wrap=True))
    head = QHBoxLayout()
    head.addLayout(words, 1)
    head.addWidget(_pill(group), 0, Qt.AlignmentFlag.AlignVCenter)
    return head


def _pill(group: TonightGroup) -> Pill:
    if group.closed:
        return Pill("Register closed", State.GOOD)
    if group.marked:
        return Pill(f"{group.marked} of {group.expected} marked", State.WARN)
    return Pill(f"{group.expected} expected", State.GOOD if group.expected else State.NEUTRAL)
