"""The tab Papers of one participant's file: waiver, agreement, letters, disclosures."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar
from uuid import UUID

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.disclosed import Disclosed, Sent
from bipdesk.domain.disclosure import Document
from bipdesk.domain.duty import DutyKind
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.papers import scans
from bipdesk.ui.screens.participant.papers.agreement_dialog import SignAgreementDialog
from bipdesk.ui.screens.participant.papers.letter_dialog import LetterDialog
from bipdesk.ui.screens.participant.papers.letters_panel import LettersPanel
from bipdesk.ui.screens.participant.papers.order_dialog import OrderDialog
from bipdesk.ui.screens.participant.papers.paper_act import PaperAct
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices, PapersView
from bipdesk.ui.screens.participant.papers.reprint_dialog import ReprintDialog
from bipdesk.ui.screens.participant.papers.waiver_dialogs import (
    MakeWaiverDialog,
    RevokeDialog,
    SignDialog,
)
from bipdesk.ui.screens.participant.papers.waiver_panel import AgreementPanel, WaiverPanel
from bipdesk.ui.tasks import Ticket

Dialog = Callable[[Frame, PaperServices, PapersView, "PapersTab"], FormDialog]
_DIALOGS: dict[PaperAct, Dialog] = {
    PaperAct.MAKE_WAIVER: MakeWaiverDialog,
    PaperAct.SIGN: SignDialog,
    PaperAct.REVOKE: RevokeDialog,
    PaperAct.SIGN_AGREEMENT: SignAgreementDialog,
    PaperAct.WRITE_LETTER: LetterDialog,
    PaperAct.COURT_ORDER: OrderDialog,
}
LETTER_OF_DUTY = {
    DutyKind.SEND_REVOCATION: Document.REVOCATION_NOTICE,
    DutyKind.SEND_REJECTION: Document.REJECTION_NOTICE,
}


class PapersTab(FileTab):
    """Loads the papers when they are looked at."""

    topics: ClassVar[frozenset[str]] = frozenset({Topic.PAPERS, Topic.PARTICIPANTS, Topic.AGENCIES})

    def __init__(self, frame: Frame, services: PaperServices) -> None:
        super().__init__(frame)
        self._services = services
        self._ticket: Ticket | None = None
        self._then: Document | None = None
        self.view: PapersView | None = None
        self.waiver = WaiverPanel(frame.look)
        self.agreement = AgreementPanel(frame.look)
        self.letters = LettersPanel(frame.look)
        for panel in (self.waiver, self.agreement, self.letters):
            panel.act_wanted.connect(self.do)
            self.body.addWidget(panel)
        self.letters.reprint_wanted.connect(self._on_reprint)
        self.body.addStretch(1)

    def forget(self) -> None:
        """Let go of the papers of the one shown before."""
        self.view = None
        self._then = None

    def load(self) -> None:
        """Ask for the papers."""
        participant_id = self.participant_id
        if participant_id is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.frame.tasks.run(self, partial(self._services.view, participant_id), self._show)

    def begin(self, act: object) -> None:
        """Open the letter that a duty asks for, when the papers are read."""
        if isinstance(act, DutyKind):
            self._then = LETTER_OF_DUTY.get(act)
            if self.view is not None:
                self._open_wanted()

    def do(self, act: PaperAct) -> None:
        """Do what a button says."""
        view = self.view
        if view is None:
            return
        if act in _DIALOGS:
            _DIALOGS[act](self.frame, self._services, view, self).open()
        elif act in (PaperAct.ATTACH_WAIVER, PaperAct.ATTACH_AGREEMENT):
            self._attach(view, act)
        elif act in (PaperAct.SHOW_WAIVER, PaperAct.SHOW_AGREEMENT):
            self._show_scan(view, act)
        elif act is PaperAct.TAKE_BACK:
            self._take_back(view)
        else:
            self._print(view, act)

    def _show(self, view: PapersView) -> None:
        self.view = view
        for panel in (self.waiver, self.agreement, self.letters):
            panel.show_view(view)
        self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._then = self._then, None
        if wanted is not None and self.view is not None:
            LetterDialog(self.frame, self._services, self.view, self, wanted).open()

    def _print(self, view: PapersView, act: PaperAct) -> None:
        agreements, waivers = self._services.agreements, self._services.waivers
        language = view.waivers.usual.language
        unsigned = view.waivers.unsigned
        work: Callable[[], bytes]
        if act is PaperAct.PRINT_WAIVER and unsigned is not None:
            work = partial(waivers.print_form, unsigned.waiver.waiver_id)
        elif act is PaperAct.BLANK_WAIVER:
            work = partial(waivers.print_blank, language)
        elif act is PaperAct.BLANK_AGREEMENT:
            work = partial(agreements.print_form, None, language)
        else:
            spoken = "es" if act is PaperAct.AGREEMENT_SPANISH else "en"
            work = partial(agreements.print_form, view.participant_id, spoken)
        title = "Waiver" if act in (PaperAct.PRINT_WAIVER, PaperAct.BLANK_WAIVER) else "Agreement"
        self.frame.tasks.run(self, work, lambda pdf: self.frame.show_document(title, pdf))

    def _attach(self, view: PapersView, act: PaperAct) -> None:
        owner = self._owner(view, act is PaperAct.ATTACH_WAIVER)
        path = None if owner is None else scans.ask_for_file(self)
        if owner is not None and path is not None:
            scans.attach(self.frame, self._services, owner, path, self)

    def _show_scan(self, view: PapersView, act: PaperAct) -> None:
        current = view.waivers.current
        found = view.agreements.scans
        if act is PaperAct.SHOW_WAIVER:
            found = current.scans if current is not None else ()
        if found:
            scans.show(self.frame, self._services, found[0].paper_id, self)

    def _owner(self, view: PapersView, of_waiver: bool) -> UUID | None:
        if of_waiver:
            current = view.waivers.current
            return None if current is None else current.waiver.waiver_id
        return view.agreements.signed[0].agreement_id if view.agreements.signed else None

    def _take_back(self, view: PapersView) -> None:
        current = view.waivers.current
        if current is None:
            return
        waivers = self._services.waivers

        def done(_changes: Changes) -> None:
            self.frame.notify("The revocation is taken back.")

        command = partial(waivers.take_back_revocation, current.waiver.waiver_id, current.waiver.seen)
        self.frame.tasks.change(self, command, done)

    def _on_reprint(self, line: Disclosed) -> None:
        disclosures = self._services.disclosures

        def done(pdf: bytes) -> None:
            what = (line.document.label, line.disclosure_id, pdf)
            ReprintDialog(self.frame, disclosures, what, line.sent is Sent.NOT_YET, self).open()

        self.frame.tasks.run(self, partial(disclosures.reprint, line.disclosure_id), done)
