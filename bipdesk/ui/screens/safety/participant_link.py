"""The link from her record to a participant; it lives in the safety file only."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.frame import Frame
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from bipdesk.services.safety.partners import SafetyService

Found = tuple[tuple[ParticipantId, str], ...]


class ParticipantLink(QWidget):
    """Type a name, choose among those found; nothing is chosen by itself."""

    def __init__(self, frame: Frame, safety: "SafetyService") -> None:
        super().__init__()
        self._frame = frame
        self._safety = safety
        self._ticket: Ticket | None = None
        self._kept: tuple[str, ParticipantId] | None = None
        self.search = SearchEdit(frame.look, "Find the participant", "Name or case number")
        self.choice = Choice("Participant", (("Linked to nobody yet", None),))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(frame.look.px(6))
        column.addWidget(self.search)
        column.addWidget(self.choice)
        self.setFocusProxy(self.search)
        self.search.searched.connect(self._on_searched)

    def participant_id(self) -> ParticipantId | None:
        """Return the participant chosen, or None."""
        return cast(ParticipantId | None, self.choice.value())

    def keep(self, participant_id: ParticipantId | None, name: str) -> None:
        """Show the link as it stands."""
        self._kept = None if participant_id is None else (name or "Linked", participant_id)
        self._offer(())

    def _on_searched(self, text: str) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        if text:
            work = partial(self._safety.search_participants, text)
            self._ticket = self._frame.tasks.run(self, work, self._offer)

    def _offer(self, found: Found) -> None:
        chosen = self.participant_id() if found else None
        kept = (self._kept,) if self._kept is not None else ()
        others = tuple((words, one) for one, words in found if self._kept is None or one != self._kept[1])
        self.choice.set_choices((*kept, *others, ("Linked to nobody yet", None)))
        if chosen is not None:
            self.choice.set_value(chosen)
        elif self._kept is None and not found:
            self.choice.set_value(None)
