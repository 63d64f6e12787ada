"""Intake: the person and the referral, to read and to mend; the waiver; what goes to the safety officer."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.errors import UserError
from bipdesk.domain.owed_document import OwedDocument
from bipdesk.domain.participant import ParticipantFile
from bipdesk.domain.person_link import LinkedPerson
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.person_fields import PersonFields
from bipdesk.ui.forms.referral_fields import ReferralFields
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.edit_panel import EditPanel
from bipdesk.ui.screens.participant.file_view import FileServices, FileView
from bipdesk.ui.screens.participant.intake.document_dialogs import (
    AddDocumentDialog,
    AskDialog,
    ReceivedDialog,
)
from bipdesk.ui.screens.participant.intake.documents_panel import DocumentsPanel
from bipdesk.ui.screens.participant.intake.earlier_panel import EarlierPanel
from bipdesk.ui.screens.participant.intake.link_dialog import LinkDialog
from bipdesk.ui.screens.participant.intake.links_panel import LinksPanel
from bipdesk.ui.screens.participant.intake.steps_panel import StepsPanel
from bipdesk.ui.screens.participant.intake.take_back_dialog import TakeBackDialog
from bipdesk.ui.screens.participant.papers_panel import PapersPanel
from bipdesk.ui.widgets.text import Role, Text


class IntakeTab(QWidget):
    """Two forms that are saved each on its own; what is being typed is never overwritten by a reload."""

    act_wanted = Signal(object)
    """An Act of the papers: sign or revoke the waiver, hand over."""

    def __init__(self, frame: Frame, services: FileServices) -> None:
        super().__init__()
        self._frame = frame
        self._services = services
        self._person_of: ParticipantFile | None = None
        self._referral_of: ParticipantFile | None = None
        self._view: FileView | None = None
        self.person = PersonFields(frame.look)
        self.referral = ReferralFields(frame.look)
        self.person_panel = EditPanel(frame.look, "The person", self.person)
        self.referral_panel = EditPanel(frame.look, "The referral", self.referral)
        self.person_panel.keep_draft(DraftKeeper(frame, "person", self.person))
        self.referral_panel.keep_draft(DraftKeeper(frame, "referral of", self.referral))
        self.papers = PapersPanel(frame.look)
        self.steps = StepsPanel(frame.look)
        self.documents = DocumentsPanel(frame.look)
        self.earlier = EarlierPanel(frame.look)
        self.links = LinksPanel(frame.look)
        self.conflict = Text("", Role.ERROR, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(frame.look.px(16))
        for widget in self._panels():
            layout.addWidget(widget)
        layout.addStretch(1)
        self._listen()

    def _panels(self) -> tuple[QWidget, ...]:
        return (
            self.conflict,
            self.steps,
            self.documents,
            self.referral_panel,
            self.person_panel,
            self.papers,
            self.earlier,
            self.links,
        )

    def forget(self) -> None:
        """Let go of what is typed: another participant is shown next."""
        for panel in (self.person_panel, self.referral_panel):
            panel.let_go()
        self._person_of = self._referral_of = None

    def show_view(self, view: FileView, today: date) -> None:
        """Show this file; a form somebody is typing in keeps its words and the token it was loaded with."""
        if not self._person_edited():
            self._person_of = view.file
            self.person.show_details(view.file.person)
            self.person_panel.begin(view.file.participant_id, view.file.seen)
        if not self._referral_edited():
            self._referral_of = view.file
            self.referral.show_details(view.file.referral)
            self.referral_panel.begin(view.file.referral_id, view.file.referral_seen)
        self._view = view
        self.referral.offer(view.agencies)
        for panel in (self.steps, self.documents, self.papers, self.earlier, self.links):
            panel.show_view(view, today)
        fields = ", ".join(view.file.conflicts)
        self.conflict.setText(f"Two people changed the same: {fields}. Look which is right, and save it.")
        self.conflict.setVisible(bool(fields))
        self._show_edited()

    def _listen(self) -> None:
        self.person.edited.connect(self._show_edited)
        self.referral.edited.connect(self._show_edited)
        for panel in (self.person_panel, self.referral_panel):
            if panel.drafts is not None:
                panel.drafts.filled.connect(self._show_edited)
        self.person_panel.save_wanted.connect(self._on_save_person)
        self.person_panel.undo_wanted.connect(self._on_undo_person)
        self.referral_panel.save_wanted.connect(self._on_save_referral)
        self.referral_panel.undo_wanted.connect(self._on_undo_referral)
        self.papers.act_wanted.connect(self.act_wanted)
        self.steps.act_wanted.connect(self.act_wanted)
        self.steps.take_back_wanted.connect(self._on_take_back)
        self.documents.ask_wanted.connect(self._on_ask)
        self.documents.received_wanted.connect(self._on_received)
        self.documents.not_needed_wanted.connect(self._on_not_needed)
        self.documents.owed_again_wanted.connect(self._on_owed_again)
        self.documents.add_wanted.connect(self.add_document)
        self.links.link_wanted.connect(self._on_link)
        self.links.undo_wanted.connect(self._on_undo_link)
        self.links.open_wanted.connect(lambda who: self._frame.open_page("participant", who.participant_id))

    def add_document(self) -> None:
        """Ask which paper is owed besides."""
        if self._view is not None:
            AddDocumentDialog(self._frame, self._services, self._view.file, self).open()

    def _on_take_back(self) -> None:
        if self._view is not None:
            TakeBackDialog(self._frame, self._services, self._view.file, self).open()

    def _on_link(self) -> None:
        if self._view is not None:
            LinkDialog(self._frame, self._services, self._view.file, self).open()

    def _on_undo_link(self, person: LinkedPerson) -> None:
        links = self._services.links

        def again() -> None:
            self._frame.tasks.change(self, lambda: links.link_again(person.link_id))

        def done(_changes: Changes) -> None:
            self._frame.notify("The two files are no longer linked.", undo=again)

        self._frame.tasks.change(self, lambda: links.undo(person.link_id, person.seen), done)

    def _on_ask(self, document: OwedDocument) -> None:
        AskDialog(self._frame, self._services, document, self).open()

    def _on_received(self, document: OwedDocument) -> None:
        ReceivedDialog(self._frame, self._services, document, self).open()

    def _on_not_needed(self, document: OwedDocument) -> None:
        papers, today = self._services.owed_documents, self._services.clock.today()

        def done(_changes: Changes) -> None:
            undo = partial(self._on_owed_again, document)
            self._frame.notify(f"{document.title}: not needed.", undo=undo)

        self._frame.tasks.change(
            self, lambda: papers.not_needed(document.document_id, today, document.seen), done
        )

    def _on_owed_again(self, document: OwedDocument) -> None:
        papers = self._services.owed_documents
        self._frame.tasks.change(self, lambda: papers.take_back(document.document_id))

    def _person_edited(self) -> bool:
        loaded = self._person_of
        edited = loaded is not None and self.person.details() != loaded.person
        return edited or (loaded is not None and self.person.date_of_birth.is_wrong())

    def _referral_edited(self) -> bool:
        loaded = self._referral_of
        return loaded is not None and (
            self.referral.details() != loaded.referral or self.referral.has_unreadable_date()
        )

    def _show_edited(self) -> None:
        self.person_panel.show_edited(self._person_edited())
        self.referral_panel.show_edited(self._referral_edited())

    def _on_undo_person(self) -> None:
        if self._person_of is not None:
            self.person.show_details(self._person_of.person)
            self.person_panel.show_error("")
            self._show_edited()

    def _on_undo_referral(self) -> None:
        if self._referral_of is not None:
            self.referral.show_details(self._referral_of.referral)
            self.referral_panel.show_error("")
            self._show_edited()

    def _on_save_person(self) -> None:
        file, details = self._person_of, self.person.details()
        if file is None or not self.person.rows.check():
            return
        participants, seen = self._services.participants, self.person_panel.seen

        def saved(_changes: Changes) -> None:
            self._person_of = None
            self._frame.notify("The person's details are saved.")

        self._save(
            self.person_panel,
            self.person.rows,
            lambda: participants.update_person(file.participant_id, details, seen),
            saved,
        )

    def _on_save_referral(self) -> None:
        file, details = self._referral_of, self.referral.details()
        if file is None or not self.referral.rows.check() or details is None:
            return
        referrals, seen = self._services.referrals, self.referral_panel.seen

        def saved(_changes: Changes) -> None:
            self._referral_of = None
            self._frame.notify("The referral is saved.")

        self._save(
            self.referral_panel,
            self.referral.rows,
            lambda: referrals.update_referral(file.referral_id, details, seen),
            saved,
        )

    def _save(
        self,
        panel: EditPanel,
        rows: FormRows,
        command: Callable[[], Changes],
        saved: Callable[[Changes], None],
    ) -> None:
        panel.show_error("")
        panel.save_button.setEnabled(False)

        def failed(error: UserError) -> None:
            panel.save_button.setEnabled(True)
            if not rows.show_error(error):
                panel.show_error(sentence(error))

        self._frame.tasks.change(self, panel.saving(command), saved, failed)
