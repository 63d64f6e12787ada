"""One agency: how to reach it, what was agreed, what was done together, and the yearly review."""

from functools import partial
from typing import cast

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from bipdesk.domain.agency import AgencyFile, StoredPerson
from bipdesk.domain.agency_agreement import AgencyAgreement
from bipdesk.domain.changes import Topic
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.joint_work import JointWork
from bipdesk.domain.partnership import PartnershipReview
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.agencies.agency_panels import AgreementsPanel, ContactPanel, PeoplePanel
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.agreement_dialog import AgreementDialog, RenewDialog
from bipdesk.ui.screens.agencies.person_dialog import PersonDialog
from bipdesk.ui.screens.agencies.review_panel import ReviewPanel
from bipdesk.ui.screens.agencies.words import roles
from bipdesk.ui.screens.agencies.work_acts import WorkActs
from bipdesk.ui.screens.agencies.work_line import WorkLine
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.reading_order import put_in_reading_order

_AT_FIRST = 6
_STACKED_UNDER = 820


class AgencyScreen(Screen):
    """The log and the review on the left, contact, people and agreements beside them."""

    topics = frozenset({Topic.AGENCIES})

    def __init__(self, frame: Frame, services: AgencyServices) -> None:
        super().__init__(frame)
        self._services = services
        self._today = services.today
        self._agency_id: AgencyId | None = None
        self._file: AgencyFile | None = None
        self._wanted = _AT_FIRST
        self.acts = WorkActs(frame, self, services)
        self.work = Lines()
        self.review = ReviewPanel()
        self.contact = ContactPanel()
        self.people = PeoplePanel()
        self.agreements = AgreementsPanel(frame.look)
        self._lay_out()
        self._listen()

    def showEvent(self, event: QShowEvent) -> None:
        """Be at the head of the page: what had the keys was on another page."""
        super().showEvent(event)
        self.record_button.setFocus()

    def show_for(self, argument: object) -> None:
        """Show the agency with this id."""
        self._agency_id = cast(AgencyId, argument)
        self._file = None
        self._wanted = _AT_FIRST
        self.load()

    def load(self) -> None:
        """Read the agency."""
        if self._agency_id is not None:
            self.frame.tasks.run(self, partial(self._services.agencies.file, self._agency_id), self._show)

    def _lay_out(self) -> None:
        edit = Button("Change…")
        edit.setObjectName("changeAgencyButton")
        edit.clicked.connect(self._on_edit_pressed)
        self.record_button = Button("Record work together", Kind.PRIMARY, hint="Ctrl N")
        self.record_button.setObjectName("recordWorkButton")
        self.record_button.clicked.connect(self._on_record_pressed)
        self.header.add_action(edit)
        self.header.add_action(self.record_button)
        self._columns = Columns(self.frame.look, (5, 3), _STACKED_UNDER)
        left, right = self._columns.columns
        work = Panel("Work together")
        work.body.addWidget(self.work)
        for panel in (work, self.review):
            left.addWidget(panel)
        for panel in (self.contact, self.people, self.agreements):
            right.addWidget(panel)
        left.addStretch(1)
        right.addStretch(1)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)

    def _listen(self) -> None:
        self.people.add_wanted.connect(lambda: self._open_person(None))
        self.people.change_wanted.connect(self._open_person)
        self.agreements.add_wanted.connect(lambda: self._open_agreement(None))
        self.agreements.change_wanted.connect(self._open_agreement)
        self.agreements.renew_wanted.connect(self._open_renewal)
        self.review.begin_wanted.connect(lambda: self._open_review(None))
        self.review.change_wanted.connect(self._open_review)
        QShortcut(QKeySequence("Ctrl+N"), self, self._on_record_pressed)

    def _show(self, file: AgencyFile) -> None:
        self._file = file
        details = file.agency.details
        self.header.set_title(details.name, roles(details), "Agencies")
        self.contact.show_details(details)
        self.people.show_people(file.people, self._today)
        self.agreements.show_agreements(file.agreements, self._today)
        self.review.show_reviews(file.reviews, self._today)
        self._show_work(file.work)
        put_in_reading_order(self._columns)

    def _show_work(self, work: tuple[JointWork, ...]) -> None:
        with filling(self.work):
            self.work.clear()
            if not work:
                self.work.add(
                    EmptyState(
                        "Nothing is entered yet",
                        "Meetings, consultations, cross-training and referrals both ways, each with its next "
                        "step.",
                    )
                )
            for one in work[: self._wanted]:
                self.work.add(WorkLine(one, self._today, self.acts.pair, with_agency=False))
            if len(work) > self._wanted:
                more = Button(f"Show {len(work) - self._wanted} more", Kind.QUIET)
                more.clicked.connect(self._on_more_pressed)
                self.work.add(more)

    def _on_more_pressed(self) -> None:
        if self._file is not None:
            self._wanted = len(self._file.work)
            self._show_work(self._file.work)
            put_in_reading_order(self._columns)

    def _on_edit_pressed(self) -> None:
        self.frame.open_page("edit-agency", self._agency_id)

    def _on_record_pressed(self) -> None:
        self.acts.begin(self._agency_id)

    def _open_person(self, person: StoredPerson | None) -> None:
        if self._file is not None:
            PersonDialog(self.frame, self, self._services, self._file.agency, person).open()

    def _open_agreement(self, agreement: AgencyAgreement | None) -> None:
        if self._file is not None:
            AgreementDialog(self.frame, self, self._services, self._file.agency, agreement).open()

    def _open_renewal(self, agreement: AgencyAgreement) -> None:
        if self._file is not None:
            RenewDialog(self.frame, self, self._services, self._file.agency, agreement).open()

    def _open_review(self, review: PartnershipReview | None) -> None:
        review_id = review.review_id if review is not None else None
        self.frame.open_page("agency-review", (self._agency_id, review_id))
