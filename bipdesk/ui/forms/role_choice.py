"""What somebody may do: a safety officer does nothing else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.staff import Role
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.text import Role as TextRole
from bipdesk.ui.widgets.text import Text

_MEANINGS = {
    Role.COORDINATOR: "Accounts, settings, county sync",
    Role.FACILITATOR: "Participants, groups, registers",
    Role.SAFETY_OFFICER: "Partners and their safety; excludes the other roles",
}


class RoleChoice(QWidget):
    """Boxes to tick; ticking safety officer takes the others away, and the other way round."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.boxes: dict[Role, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for role, meaning in _MEANINGS.items():
            box = CheckBox(role.label)
            box.setAccessibleName(f"{role.label}: {meaning}")
            box.clicked.connect(lambda _on=False, ticked=role: self._on_ticked(ticked))
            detail = Text(meaning, TextRole.DETAIL, wrap=True)
            detail.setContentsMargins(look.px(26), 0, 0, look.px(4))
            self.boxes[role] = box
            column.addWidget(box)
            column.addWidget(detail)
        self.setFocusProxy(self.boxes[Role.COORDINATOR])

    def roles(self) -> frozenset[Role]:
        """Return the roles that are ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def _on_ticked(self, ticked: Role) -> None:
        if self.boxes[ticked].isChecked():
            officer = ticked is Role.SAFETY_OFFICER
            for role, box in self.boxes.items():
                if (role is Role.SAFETY_OFFICER) != officer:
                    box.setChecked(False)
        self.edited.emit()
