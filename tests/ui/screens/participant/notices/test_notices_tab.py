"""Notices on the screen: a threat stands first and only a record ends it; nothing is ever deleted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from bipdesk.desk import Desk
from bipdesk.domain.disclosure import Provenance
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import AtOnce, IncidentDetails, IncidentKind
from bipdesk.domain.waiver import RecipientClass
from bipdesk.ui.screens.participant.notices.incident_dialog import IncidentDialog
from bipdesk.ui.screens.participant.notices.notice_dialog import NoticeDialog
from bipdesk.ui.screens.participant.notices.strike_dialog import StrikeDialog
from bipdesk.ui.screens.participant.notices.tab import NoticeServices, NoticesTab
from bipdesk.ui.screens.participant.papers.letter_dialog import LetterDialog
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

TODAY = date(2026, 11, 19)
THREAT = IncidentDetails(
    IncidentKind.THREAT, TODAY, TODAY, Provenance.STAFF, "He said that she would be sorry.", danger_now=True
)


def told(where: QWidget) -> str:
    return " ".join(words(where))


def shown(desk: Desk, stage: Stage, whose: ParticipantId) -> NoticesTab:
    papers = PaperServices(desk.waivers, desk.agreements, desk.disclosures, desk.clock)
    services = NoticeServices(desk.notices, desk.incidents, papers, desk.blank_forms, desk.clock)
    tab = NoticesTab(stage.frame, services)
    stage.show_in_page(tab)
    tab.show_for(whose)
    stage.settle()
    return tab


def test_a_threat_is_written_down_and_stands_as_due_at_once(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    asked: list[bool] = []
    stage.frame.danger_wanted.connect(lambda: asked.append(True))
    tab = shown(desk, stage, whose)
    stage.press(tab.incidents, "Print blank")
    assert [title for title, _ in stage.documents] == ["Incident"]
    stage.press(tab.incidents, "recordIncidentButton")
    dialog = tab.findChildren(IncidentDialog)[-1]
    dialog.words.setPlainText("He said that she would be sorry.")
    stage.press(dialog, "Record incident")
    assert sentence_with(dialog, "How we know is still empty")
    dialog.kind.set_value(IncidentKind.THREAT)
    dialog.provenance.set_value(Provenance.STAFF)
    dialog.danger.set_value("yes")
    dialog.at_once[AtOnce.POLICE].setChecked(True)
    assert unnamed_inputs(dialog) == []
    assert clipped_words(dialog) == []
    assert asked == []
    stage.press(dialog, "Record incident")

    assert asked == [True]  # whom to call is shown without being asked for
    assert "Threat: tell the police" in told(tab.due)
    assert "Threat: tell Dale County Probation" in told(tab.due)
    assert "Police called" in told(tab.incidents)
    assert desk.today.today().due[0].kind is DutyKind.TELL_NOW


def test_the_danger_panel_is_one_key_away_from_the_incident_dialog(desk: Desk, stage: Stage) -> None:
    tab = shown(desk, stage, builders.accepted(desk))
    asked: list[bool] = []
    stage.frame.danger_wanted.connect(lambda: asked.append(True))
    tab.record_incident()
    stage.settle()
    dialog = tab.findChildren(IncidentDialog)[-1]

    QTest.keyClick(dialog, Qt.Key.Key_F9)
    stage.press(dialog, "dangerButton")

    assert asked == [True, True]


def test_a_call_to_the_police_ends_their_part_and_the_letter_the_other(desk: Desk, stage: Stage) -> None:
    whose = builders.accepted(desk)
    desk.incidents.record(whose, THREAT)
    tab = shown(desk, stage, whose)
    tab.begin(DutyKind.TELL_NOW)
    stage.settle()
    dialog = tab.findChildren(NoticeDialog)[-1]
    dialog.office.set_value(RecipientClass.POLICE)
    dialog.name.setText("Dale police")
    dialog.reference.setText("Sergeant Hale")
    dialog._ask()
    stage.settle()
    assert "Duty to warn" in dialog.right.text()
    assert "Ends what is due" in dialog.covers.text()
    assert clipped_words(dialog) == []
    stage.press(dialog, "Record notice")

    assert "tell the police" not in told(tab.due)
    assert "Incident to Dale police" in told(tab.told)
    stage.press(tab.due, "Write letter")
    letter = tab.findChildren(LetterDialog)[-1]
    assert letter.words.toPlainText() == "He said that she would be sorry."
    prepared = desk.disclosures.prepare(
        letter.document.value(),  # type: ignore[arg-type]
        whose,
        letter.chosen(),
        reason=letter.words.toPlainText(),
    )
    desk.disclosures.record(prepared)
    assert desk.notices.file(whose).due == ()


@pytest.mark.parametrize("from_today", [True, False])
def test_after_a_call_is_recorded_the_focus_stays_in_the_tab(
    desk: Desk, stage: Stage, from_today: bool
) -> None:
    whose = builders.accepted(desk)
    desk.incidents.record(whose, THREAT)
    tab = shown(desk, stage, whose)
    if from_today:
        tab.incidents.add_button.setFocus()
        tab.begin(DutyKind.TELL_NOW)
    else:
        calls = [each for each in tab.findChildren(QAbstractButton) if each.text() == "Record call"]
        calls[0].setFocus()
        QTest.keyClick(calls[0], Qt.Key.Key_Space)
    stage.settle()
    (dialog,) = tab.findChildren(NoticeDialog)
    dialog.name.setText("Dale police")
    dialog.reference.setText("Sergeant Hale")
    stage.press(dialog, "Record notice")
    assert tab.window().focusWidget() is tab.due.add_button


def test_an_incident_struck_out_stays_with_its_reason_and_what_was_due_says_why(
    desk: Desk, stage: Stage
) -> None:
    whose = builders.accepted(desk)
    desk.incidents.record(whose, THREAT)
    tab = shown(desk, stage, whose)
    stage.press(tab.incidents, "Strike out")
    dialog = tab.findChildren(StrikeDialog)[-1]
    dialog.reason.setPlainText("It was another man")
    stage.press(dialog, "Strike out")

    assert tab.file is not None
    assert tab.file.due == ()
    assert "Struck out" in told(tab.incidents)
    assert "The incident was struck out: It was another man" in told(tab.gone)


def test_a_file_without_any_says_what_belongs_there(desk: Desk, stage: Stage) -> None:
    tab = shown(desk, stage, builders.accepted(desk))

    assert "Nothing has to be told about him now" in told(tab.due)
    assert "None is written down" in told(tab.incidents)
    assert "Nothing that was due has gone" in told(tab.gone)
