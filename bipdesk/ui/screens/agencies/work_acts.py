"""What can be done with an entry of the log, on the page of an agency and in the whole log."""

from functools import partial

from PySide6.QtWidgets import QWidget

from bipdesk.domain.agency import AgencyChoice
from bipdesk.domain.changes import Changes
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.joint_work import JointWork
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.record_dialog import notify_with_undo
from bipdesk.ui.screens.agencies.work_dialog import WorkDialog
from bipdesk.ui.screens.agencies.work_line import Act


class WorkActs:
    """Opens the dialog for a new or a stored entry, and says that a next step was taken."""

    def __init__(self, frame: Frame, parent: QWidget, services: AgencyServices) -> None:
        self._frame = frame
        self._parent = parent
        self._services = services

    @property
    def pair(self) -> tuple[Act, Act]:
        """Return what the buttons of a line do."""
        return self.change, self.step_taken

    def begin(self, agency_id: AgencyId | None) -> None:
        """Open the form for a new entry about an agency, or about none."""

        def ask(choices: tuple[AgencyChoice, ...]) -> None:
            dialog = self._dialog(choices)
            dialog.begin_with(agency_id)
            dialog.open()

        self._frame.tasks.run(self._parent, self._services.agencies.choices, ask)

    def change(self, work: JointWork) -> None:
        """Open the form with a stored entry."""

        def ask(choices: tuple[AgencyChoice, ...]) -> None:
            dialog = self._dialog(choices)
            dialog.begin_with_stored(work)
            dialog.open()

        self._frame.tasks.run(self._parent, self._services.agencies.choices, ask)

    def step_taken(self, work: JointWork) -> None:
        """Write that the next step was taken today; the notice offers to undo it."""

        def done(changes: Changes) -> None:
            undo = partial(self._services.partnerships.step_not_taken, work.work_id, changes.seen)
            notify_with_undo(self._frame, "The next step is done.", undo)

        self._frame.tasks.change(self._parent, partial(self._services.partnerships.step_taken, work), done)

    def _dialog(self, choices: tuple[AgencyChoice, ...]) -> WorkDialog:
        return WorkDialog(self._frame, self._parent, self._services, choices)
