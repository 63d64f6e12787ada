"""The buttons over a drawn chain: what can be done with the link that has the focus, and its keys."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QWidget

from bipdesk.ui.screens.participant.practice.chain_view import ChainView
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.spread_flow import SpreadFlow


class ChainActs(QWidget):
    """Each button says its key; the key works while a link has the focus."""

    def __init__(self, look: Look, view: ChainView) -> None:
        super().__init__()
        self._view = view
        flow = SpreadFlow(self, gap=look.px(8), widest_gap=look.px(8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = flow
        self.add_button = self._add("Add a link", "Ins", view.add_after)
        self.before_button = self._add("Add before", "Shift Ins", view.add_before)
        self.open_button = self._add("Write", "Enter", view.open)
        self.earlier_button = self._add("Move earlier", "Ctrl ←", lambda: view.move_link(-1))
        self.later_button = self._add("Move later", "Ctrl →", lambda: view.move_link(1))
        self.remove_button = self._add("Take away", "Del", view.remove)
        self.undo_button = self._add("Undo", "Ctrl Z", view.undo)
        self.redo_button = self._add("Redo", "Ctrl Y", view.redo)
        view.chosen.connect(self._show_possible)
        view.edited.connect(self._show_possible)
        self._show_possible()

    def _add(self, words: str, key: str, act: Callable[[], None]) -> Button:
        button = Button(words, hint=key, small=True)
        button.clicked.connect(lambda _on=False: act())
        self._flow.addWidget(button)
        return button

    def _show_possible(self) -> None:
        view, chain = self._view, self._view.chain
        current = view.current
        place = -1 if current is None else chain.place(current)
        for button in (self.before_button, self.open_button, self.remove_button):
            button.setEnabled(place >= 0)
        self.add_button.setEnabled(not chain.is_full)
        self.earlier_button.setEnabled(place > 0)
        self.later_button.setEnabled(0 <= place < len(chain.links) - 1)
        self.undo_button.setEnabled(bool(view.history.before))
        self.redo_button.setEnabled(bool(view.history.after))
