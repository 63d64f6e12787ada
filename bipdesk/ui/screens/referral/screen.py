"""New referral: the person, who sent him, and what the safety officer must know."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.duplicates import PersonTyped
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import PersonDetails
from bipdesk.domain.referral_blank import REFERRAL_BLANK
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.hand_over_fields import HandOverFields
from bipdesk.ui.forms.person_fields import PersonFields
from bipdesk.ui.forms.referral_fields import ReferralFields
from bipdesk.ui.forms.sealed_part import SealedPart
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.referral.similar_panel import SimilarPanel
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.agencies import AgencyService
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.participants import ParticipantService
    from bipdesk.services.referrals import ReferralService

SAVE_KEY = "Ctrl+Return"
_PAUSE_MS = 120
_NOBODY = ParticipantId(UUID(int=0))
"""The service puts the new participant's id in."""
_EMPTY = PersonDetails("", "")


@dataclass(frozen=True, slots=True)
class ReferralServices:
    """The services that a referral is taken with."""

    participants: "ParticipantService"
    referrals: "ReferralService"
    agencies: "AgencyService"
    blanks: "BlankFormService"


class ReferralScreen(Screen):
    """One page, one save; whatever is wrong, everything typed stays."""

    topics = frozenset({Topic.SAFETY, Topic.STAFF, Topic.AGENCIES})

    def __init__(self, frame: Frame, services: ReferralServices, clock: Clock) -> None:
        super().__init__(frame)
        self._participants = services.participants
        self._referrals = services.referrals
        self._agencies = services.agencies
        self._blank_button = blank_button(frame, services.blanks, REFERRAL_BLANK)
        self._clock = clock
        self._can_hand_over = False
        self._asked: Ticket | None = None
        self.person = PersonFields(frame.look)
        self.referral = ReferralFields(frame.look)
        self.hand_over = HandOverFields(frame.look)
        self.similar = SimilarPanel(frame.look)
        self.drafts = DraftKeeper(frame, "referral", self, SealedPart(self.hand_over, _NOBODY))
        self.error = Text("", Role.ERROR, wrap=True)
        self.error.hide()
        self.save_button = Button("Save referral", Kind.PRIMARY, hint="Ctrl Enter")
        self.save_button.setObjectName("saveButton")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._listen()
        self.referral.begin(clock.today())
        self.drafts.begin()

    def load(self) -> None:
        """Ask which agencies there are and whether forms can be sealed; what is typed stays."""
        self.frame.tasks.run(self, self._agencies.choices, self.referral.offer)
        self.frame.tasks.run(self, self._referrals.can_hand_over, self._allow_hand_over)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the name."""
        super().showEvent(event)
        if not self.person.given_name.text():
            self.scroll_area.verticalScrollBar().setValue(0)
            self.person.given_name.setFocus()

    def _lay_out(self) -> None:
        self.header.set_title(
            "New referral", "Write down what you know now; the rest can follow in his file.", "Participants"
        )
        person = Panel("The person")
        person.body.addWidget(self.person)
        person.body.addWidget(self.similar)
        referral = Panel("The referral")
        referral.body.addWidget(self.referral)
        hand_over = Panel("For the safety officer: hand-over form")
        hand_over.body.addWidget(self.hand_over)
        self.body.addWidget(self.drafts.bar)
        for panel in (person, referral, hand_over):
            self.body.addWidget(panel)
        self.body.addWidget(self.error)
        clear = Button("Clear the form")
        clear.setObjectName("clearButton")
        clear.clicked.connect(self._on_clear_pressed)
        row = QHBoxLayout()
        row.setSpacing(self.frame.look.px(12))
        row.addWidget(self._blank_button)
        row.addStretch(1)
        row.addWidget(clear)
        row.addWidget(self.save_button)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _listen(self) -> None:
        self.person.edited.connect(self._pause.start)
        self.referral.court_case.textChanged.connect(self._pause.start)
        self.drafts.filled.connect(self._pause.start)
        self._pause.timeout.connect(self._look_for_similar)
        self.similar.opened.connect(lambda who: self.frame.open_page("participant", who.participant_id))
        self.save_button.clicked.connect(self._on_save_pressed)
        QShortcut(QKeySequence(SAVE_KEY), self, self.save_button.click)

    def _allow_hand_over(self, can_hand_over: bool) -> None:
        self._can_hand_over = can_hand_over
        self.hand_over.allow(can_hand_over)

    def _look_for_similar(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        person, number = self.person.details(), self.referral.court_case.text().strip()
        typed = PersonTyped(person.given_name, person.family_name, person.date_of_birth, number)
        self._asked = self.frame.tasks.run(
            self, lambda: self._participants.similar(typed), self.similar.show_people
        )

    def _on_save_pressed(self) -> None:
        self.error.hide()
        referral_good, person_good = self.referral.rows.check(), self.person.rows.check()
        person, referral = self.person.details(), self.referral.details()
        if not (person_good and referral_good) or referral is None:
            return
        self.save_button.setEnabled(False)
        form = self.hand_over.form(_NOBODY) if self._can_hand_over else None
        save = self.drafts.saving(lambda: self._referrals.refer(person, referral, form))
        self.frame.tasks.change(self, save, self._on_saved, self._on_refused)

    def _on_saved(self, changes: Changes) -> None:
        sealed = self._can_hand_over
        self._empty()
        self.drafts.saved()
        words = "Referral saved; the hand-over form is sealed to the safety officer."
        self.frame.notify(words if sealed else "Referral saved. The hand-over form is still to be done.")
        self.frame.open_page("participant", changes.row_id)

    def _on_refused(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if not (self.person.rows.show_error(error) or self.referral.rows.show_error(error)):
            self.error.setText(sentence(error))
            self.error.show()
        self.load()

    def _on_clear_pressed(self) -> None:
        self.drafts.discard("The form is cleared.")
        self._empty()

    def _empty(self) -> None:
        """Begin again: no word of the last form stays on the page or can be undone into it."""
        self.save_button.setEnabled(True)
        self.error.hide()
        self.person.show_details(_EMPTY)
        self.referral.begin(self._clock.today())
        self.hand_over.empty()
        self.similar.show_people(())
        self.person.given_name.setFocus()
