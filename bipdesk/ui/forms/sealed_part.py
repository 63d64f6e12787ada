"""The part of a form that may not be kept in clear: sealed to the safety officer at every pause."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bipdesk.domain.draft import DraftKey
from bipdesk.domain.handover import HandOverForm
from bipdesk.domain.ids import EnvelopeId, ParticipantId
from bipdesk.ui.forms.hand_over_fields import HandOverFields
from bipdesk.ui.frame import Frame

if TYPE_CHECKING:
    from bipdesk.services.drafts import DraftService


class SealedPart(QObject):
    """One sitting of a hand-over form; its sealed state is replaced as long as it is open.

    It is sealed with every draft of the form, filled in or empty: that there is one tells nobody anything.
    """

    def __init__(self, fields: HandOverFields, participant_id: ParticipantId) -> None:
        super().__init__(fields)
        self.edited = fields.edited
        self.sitting: EnvelopeId | None = None
        self._fields = fields
        self._participant_id = participant_id

    def begin(self, drafts: "DraftService") -> None:
        """Begin a sitting: what earlier ones sealed stays."""
        self.sitting = drafts.new_sitting()

    @property
    def is_filled(self) -> bool:
        """Say whether anything is typed into it."""
        return self._fields.form(self._participant_id) != HandOverForm(self._participant_id)

    def empty(self) -> None:
        """Forget what is typed."""
        self._fields.empty()

    def keep(self, frame: Frame, key: DraftKey) -> None:
        """Seal what is typed so far, where it can be sealed at all."""
        drafts, sitting = frame.drafts, self.sitting
        if drafts is None or sitting is None or not self._fields.can_be_sealed:
            return
        form = self._fields.form(self._participant_id)
        frame.tasks.change(self, lambda: drafts.keep_sealed(key, sitting, form))
