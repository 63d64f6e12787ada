"""Refer again: somebody whose last referral has ended comes back; his number and his file stay."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.agency import AgencyChoice
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import ParticipantFile
from bipdesk.domain.readmission import Before
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.hand_over_fields import HandOverFields
from bipdesk.ui.forms.referral_fields import ReferralFields
from bipdesk.ui.forms.sealed_part import SealedPart
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.referral.before_panel import BeforePanel
from bipdesk.ui.screens.referral.screen import SAVE_KEY, ReferralServices
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.endings.service import EndingService

    Answer = tuple[ParticipantFile, tuple[AgencyChoice, ...], bool, Before]

_NOBODY = ParticipantId(UUID(int=0))
_WORDS = (
    "A new referral with its own steps, waiver and hand-over form. The case number stays, what was before "
    "stays in the file, and the journey is counted anew."
)


class ReferAgainScreen(Screen):
    """The referral and the hand-over form; who he is stands in his file already."""

    topics = frozenset({Topic.SAFETY, Topic.STAFF, Topic.AGENCIES})

    def __init__(
        self, frame: Frame, services: ReferralServices, endings: "EndingService", clock: Clock
    ) -> None:
        super().__init__(frame)
        self._services = services
        self._endings = endings
        self._clock = clock
        self._participant_id = _NOBODY
        self._can_hand_over = False
        self.before = BeforePanel(frame.look)
        self.referral = ReferralFields(frame.look)
        self.hand_over = HandOverFields(frame.look)
        self.drafts = DraftKeeper(frame, "refer again", self, SealedPart(self.hand_over, _NOBODY))
        self.error = Text("", Role.ERROR, wrap=True)
        self.error.hide()
        self.save_button = Button("Save referral", Kind.PRIMARY, hint="Ctrl Enter")
        self.save_button.setObjectName("saveButton")
        self.save_button.clicked.connect(self._on_save_pressed)
        QShortcut(QKeySequence(SAVE_KEY), self, self.save_button.click)
        self._lay_out()

    def show_for(self, argument: object) -> None:
        """Show an empty referral for the participant with this id."""
        if not isinstance(argument, UUID):
            raise TypeError(f"a participant is referred again by id, not by {type(argument).__name__}")
        if argument != self._participant_id:
            self.drafts.leave()
            self._participant_id = ParticipantId(argument)
            self._empty()
            self.drafts.begin(argument)
        self.load()
        self.referral.kind.setFocus()

    def load(self) -> None:
        """Ask who he is, which agencies there are, and whether forms can be sealed."""
        services, endings, participant_id = self._services, self._endings, self._participant_id

        def ask() -> "Answer":
            file = services.participants.file(participant_id)
            ready = services.referrals.can_hand_over()
            return file, services.agencies.choices(), ready, endings.before(participant_id)

        if participant_id != _NOBODY:
            self.frame.tasks.run(self, ask, self._show)

    def _show(self, answer: "Answer") -> None:
        file, agencies, self._can_hand_over, before = answer
        name = f"{file.person.given_name} {file.person.family_name}"
        self.header.set_title(f"Refer {name} again", file.case_number, f"Participants / {name}")
        self.referral.offer(agencies)
        self.hand_over.allow(self._can_hand_over)
        self.before.show_before(before)

    def _lay_out(self) -> None:
        self.header.set_title("Refer again", "", "Participants")
        referral = Panel("The referral")
        referral.body.addWidget(Text(_WORDS, Role.DETAIL, wrap=True))
        referral.body.addWidget(self.referral)
        hand_over = Panel("For the safety officer: hand-over form")
        hand_over.body.addWidget(self.hand_over)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        for widget in (self.drafts.bar, self.before, referral, hand_over, self.error):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _on_save_pressed(self) -> None:
        self.error.hide()
        self.before.rows.clear()
        good, referral = self.referral.rows.check(), self.referral.details()
        if not good or referral is None:
            return
        self.save_button.setEnabled(False)
        his, referrals = self._participant_id, self._services.referrals
        form = self.hand_over.form(_NOBODY) if self._can_hand_over else None
        answers = self.before.answers()
        save = self.drafts.saving(lambda: referrals.refer_again(his, referral, form, answers))
        self.frame.tasks.change(self, save, self._on_saved, self._on_refused)

    def _on_saved(self, changes: Changes) -> None:
        self._empty()
        self.drafts.saved()
        self.frame.notify("Referred again. What was before stays in the file.")
        self.frame.open_page("participant", changes.row_id)

    def _on_refused(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if not (self.before.rows.show_error(error) or self.referral.rows.show_error(error)):
            self.error.setText(sentence(error))
            self.error.show()

    def _empty(self) -> None:
        self.save_button.setEnabled(True)
        self.error.hide()
        self.before.empty()
        self.referral.begin(self._clock.today())
        self.hand_over.empty()
