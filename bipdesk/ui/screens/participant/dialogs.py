"""Which dialog each act opens."""

from PySide6.QtWidgets import QWidget

from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.accept_dialog import AcceptDialog
from bipdesk.ui.screens.participant.acts import Act
from bipdesk.ui.screens.participant.add_note_dialog import AddNoteDialog
from bipdesk.ui.screens.participant.contact_dialog import ContactDialog
from bipdesk.ui.screens.participant.file_view import FileServices, FileView
from bipdesk.ui.screens.participant.hand_over_dialog import HandOverDialog
from bipdesk.ui.screens.participant.join_group_dialog import JoinGroupDialog
from bipdesk.ui.screens.participant.sign_waiver_dialog import SignWaiverDialog

_OF_FILE = {
    Act.SIGN_WAIVER: SignWaiverDialog,
    Act.CONTACT: ContactDialog,
    Act.ACCEPT: AcceptDialog,
    Act.PLACE_IN_GROUP: JoinGroupDialog,
    Act.ADD_NOTE: AddNoteDialog,
}
_OF_VIEW = {
    Act.HAND_OVER: HandOverDialog,
}


def dialog_for(act: Act, frame: Frame, services: FileServices, view: FileView, parent: QWidget) -> FormDialog:
    """Return the dialog of `act` for the file in `view`, not yet shown."""
    if act in _OF_VIEW:
        return _OF_VIEW[act](frame, services, view, parent)
    return _OF_FILE[act](frame, services, view.file, parent)
