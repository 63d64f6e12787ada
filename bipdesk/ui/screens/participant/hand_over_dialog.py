"""Hand over: more to pass on, or the form of a referral that was made before it could be sealed."""

from PySide6.QtWidgets import QWidget

from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.hand_over_fields import HandOverFields
from bipdesk.ui.forms.sealed_part import SealedPart
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices, FileView
from bipdesk.ui.screens.participant.words import full_name

_WIDTH = 680


class HandOverDialog(FormDialog):
    """The same form as at referral; sealed at once, never shown again."""

    def __init__(self, frame: Frame, services: FileServices, view: FileView, parent: QWidget) -> None:
        title = f"Hand-over form for {full_name(view.file)}"
        super().__init__(frame, parent, title, "", "Seal and hand over")
        self.setObjectName("handOverDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._services = services
        self._file = view.file
        self.form = HandOverFields(frame.look)
        self.form.allow(view.can_hand_over)
        self.fields.addWidget(self.form)
        self.do_button.setEnabled(view.can_hand_over)
        of = view.file.participant_id
        self.keep_draft("hand-over", of, SealedPart(self.form, of))

    def submit(self) -> None:
        """Seal the form, filled in or empty."""
        referrals, participant_id = self._services.referrals, self._file.participant_id
        form = self.form.form(participant_id)
        self.do(lambda: referrals.hand_over(participant_id, form), "Sealed to the safety officer.")
