"""The tab Papers: from the first waiver to the letter that a revocation stops."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QScrollArea

from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyDetails, AgencyKind
from bipdesk.domain.disclosed import Sent
from bipdesk.domain.disclosure import Document
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.waiver import RecipientClass
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.papers.letter_dialog import LetterDialog
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices
from bipdesk.ui.screens.participant.papers.preview_dialog import PreviewDialog
from bipdesk.ui.screens.participant.papers.tab import PapersTab
from bipdesk.ui.screens.participant.papers.waiver_dialogs import (
    MakeWaiverDialog,
    RevokeDialog,
    SignDialog,
)
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

D = TypeVar("D", bound=QDialog)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"


def referred(desk: Desk) -> ParticipantId:
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    assert made.row_id is not None
    return ParticipantId(made.row_id)


def shown(desk: Desk, stage: Stage, participant_id: ParticipantId) -> PapersTab:
    services = PaperServices(desk.waivers, desk.agreements, desk.disclosures, desk.clock)
    tab = PapersTab(stage.frame, services)
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(tab)
    tab.destroyed.connect(partial(id, page))  # the page lives as long as the tab in it
    stage.show(page)
    tab.show_for(participant_id)
    stage.settle()
    return tab


def opened(tab: PapersTab, kind: type[D]) -> D:
    (found,) = (each for each in tab.findChildren(kind) if each.isVisible())
    return found


def signed(desk: Desk, stage: Stage) -> PapersTab:
    """Take a participant's waiver from making to signing, with the police added."""
    tab = shown(desk, stage, referred(desk))
    assert sentence_with(tab, "No waiver yet")
    stage.press(tab, "Make the waiver…")
    making = opened(tab, MakeWaiverDialog)
    making.terms_fields.recipients[RecipientClass.POLICE].setChecked(True)
    making.terms_fields.named.setPlainText("Dr M. Okafor, Harlow surgery")
    stage.press(making, "Make the waiver")
    assert sentence_with(tab, "waits for the signature")
    stage.press(tab, "signButton")
    signing = opened(tab, SignDialog)
    signing.witness.setText("R. Ortega")
    stage.press(signing, "Record the signature")
    return tab


def test_a_waiver_is_made_printed_signed_and_revoked(desk: Desk, stage: Stage) -> None:
    tab = shown(desk, stage, referred(desk))
    stage.press(tab, "Make the waiver…")
    stage.press(opened(tab, MakeWaiverDialog), "Make the waiver")
    stage.press(tab, "Print to sign")
    ((title, pdf),) = stage.documents
    assert title == "Waiver"
    assert isinstance(pdf, bytes)
    stage.press(tab, "signButton")
    stage.press(opened(tab, SignDialog), "Record the signature")
    assert sentence_with(tab, "Signed 19 Nov")
    assert "In force" in words(tab)
    stage.press(tab, "Revoke…")
    stage.press(opened(tab, RevokeDialog), "Revoke the waiver")
    assert "Revoked" in words(tab)
    stage.press(tab, "Undo the revocation")
    assert "In force" in words(tab)


def test_what_the_waiver_says_stands_on_the_tab(desk: Desk, stage: Stage) -> None:
    tab = signed(desk, stage)
    assert sentence_with(tab, "Signed 19 Nov before R. Ortega")
    terms = sentence_with(tab, "To: Survivors; Probation and parole; Courts; Police; Dr M. Okafor")
    assert "About: everything but class notes" in terms
    assert "90 days after discharge (WAC 388-60B-0365)" in terms


def test_the_letter_dialog_says_what_is_missing_or_by_what_right(desk: Desk, stage: Stage) -> None:
    participant_id = builders.accepted(desk)
    tab = shown(desk, stage, participant_id)
    stage.press(tab, "Write a letter…")
    dialog = opened(tab, LetterDialog)
    assert dialog.right.text() == "By right of: Waiver signed on 9 July 2026."
    dialog.kind.set_value(RecipientClass.HEALTH)
    stage.settle()
    assert "covers neither Dale County Probation nor health services" in dialog.right.text()
    assert not dialog.do_button.isEnabled()
    kinds = [dialog.kind.itemText(place) for place in range(dialog.kind.count())]
    assert "Survivors" not in kinds


def test_a_letter_is_seen_before_it_is_recorded_and_printed_afterwards(desk: Desk, stage: Stage) -> None:
    participant_id = builders.accepted(desk)
    tab = shown(desk, stage, participant_id)
    stage.press(tab, "Write a letter…")
    stage.press(opened(tab, LetterDialog), "See the letter")
    preview = opened(tab, PreviewDialog)
    assert preview.pdf_view.document.pageCount() == 1
    assert desk.disclosures.of(participant_id) == ()
    stage.press(preview, "Record and print…")
    assert [line.sent for line in desk.disclosures.of(participant_id)] == [Sent.NOT_YET]
    preview.pdf_view.printed.emit()
    stage.settle()
    (line,) = desk.disclosures.of(participant_id)
    assert line.sent is Sent.PRINTED
    assert sentence_with(tab, "Status letter to Dale County Probation")
    stage.press(tab, "Print again")


def test_a_duty_opens_its_letter_to_the_referrer(desk: Desk, stage: Stage) -> None:
    participant_id = builders.accepted(desk)
    desk.participants.revoke_waiver(participant_id, desk.clock.today())
    (duty,) = (each for each in desk.today.today().due if each.kind is DutyKind.SEND_REVOCATION)
    assert duty.title == "Tell Dale County Probation that A. Pruett revoked his waiver"
    assert duty.due_on == date(2026, 11, 26)
    tab = shown(desk, stage, participant_id)
    tab.begin(duty.kind)
    stage.settle()
    dialog = opened(tab, LetterDialog)
    assert dialog.document.value() is Document.REVOCATION_NOTICE
    assert dialog.do_button.isEnabled()
    stage.press(dialog, "See the letter")
    stage.press(opened(tab, PreviewDialog), "Record and print…")
    opened(tab, PreviewDialog).pdf_view.printed.emit()
    stage.settle()
    assert [each for each in desk.today.today().due if each.kind is DutyKind.SEND_REVOCATION] == []


def test_a_scan_is_kept_with_the_waiver_whatever_the_file_is_called(
    desk: Desk, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = signed(desk, stage)
    for name, content in (("scan.png", b"MZ no picture"), ("notes.txt", PNG)):
        (tmp_path / name).write_bytes(content)
        chosen = (str(tmp_path / name), "")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, chosen=chosen: chosen)
        stage.press(tab, "attach-waiverButton")
    assert "not a whole PDF, PNG or JPEG" in stage.notices[-2][0]
    assert stage.notices[-1][0].startswith("The scan is kept with the records")
    stage.press(tab, "show-waiverButton")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_or_unnamed(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    desk.agencies.add(AgencyDetails(AgencyKind.COURT, "Dale County Court", "120 Court Street\nHarlow"))
    tab = signed(desk, stage)
    assert clipped_words(tab) == []
    assert unnamed_inputs(tab) == []
    for name in (
        "make-waiverButton",
        "revokeButton",
        "sign-agreementButton",
        "writeLetterButton",
        "courtOrderButton",
    ):
        stage.press(tab, name)
        dialog = opened(tab, QDialog)
        assert clipped_words(dialog) == [], name
        assert unnamed_inputs(dialog) == [], name
        dialog.reject()
        stage.settle()


def test_a_letter_half_typed_is_there_again_and_asks_the_gate_anew(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    tab = shown(desk, stage, builders.accepted(desk))
    stage.press(tab, "Write a letter…")
    dialog = opened(tab, LetterDialog)
    QTest.keyClick(dialog.recipient, Qt.Key.Key_End)
    QTest.keyClicks(dialog.name, "Harlow surgery")
    QTest.keyClicks(dialog.kind, "Health")
    dialog.address.setFocus()
    QTest.keyClicks(dialog.address, "1 Mill Lane")
    stage.settle()
    dialog.reject()
    stage.settle()
    stage.press(tab, "Write a letter…")
    again = opened(tab, LetterDialog)
    stage.settle()
    typed = (again.name.text(), again.kind.value(), again.address.toPlainText())
    assert typed == ("Harlow surgery", RecipientClass.HEALTH, "1 Mill Lane")
    assert "covers neither Harlow surgery nor health services" in again.right.text()
