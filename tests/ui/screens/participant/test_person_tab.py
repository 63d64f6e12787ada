"""The person record on the screen: saved part by part, nothing typed is lost, what is urgent stands first."""

from dataclasses import replace
from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from bipdesk.desk import Desk
from bipdesk.domain.address import AddressChange, AddressKind
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.equality import PREFERS_NOT
from bipdesk.domain.harm import HarmAnswer, HarmAsked
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.person import PersonRecord
from bipdesk.domain.person_fields import Part
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.person.add_name_dialog import AddNameDialog
from bipdesk.ui.screens.participant.person.answer_fields import put_answer
from bipdesk.ui.screens.participant.person.ask_harm_dialog import AskHarmDialog
from bipdesk.ui.screens.participant.person.move_dialog import MoveDialog
from bipdesk.ui.screens.participant.person.person_tab import PersonServices, PersonTab
from bipdesk.ui.screens.participant.person.record_done_dialog import RecordDoneDialog
from bipdesk.ui.screens.participant.person.vehicle_dialog import VehicleDialog
from bipdesk.ui.widgets.pill import Pill
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, button, sentence_with, words

TODAY = date(2026, 11, 19)
D = "person"


def him(desk: Desk) -> ParticipantId:
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    assert made.row_id is not None
    return ParticipantId(made.row_id)


def shown(desk: Desk, stage: Stage, whose: ParticipantId) -> PersonTab:
    """Show the tab as in the file: inside a page that scrolls."""
    tab = PersonTab(stage.frame, PersonServices(desk.persons, desk.blank_forms, desk.clock))
    stage.show_in_page(tab)
    tab.show_for(whose)
    stage.settle()
    return tab


def put(tab: PersonTab, part: Part, key: str, answer: object) -> None:
    put_answer(tab.records[part].fields.fields[key], answer)


def test_a_part_is_saved_while_another_is_being_typed(desk: Desk, stage: Stage) -> None:
    whose = him(desk)
    tab = shown(desk, stage, whose)
    put(tab, Part.HEALTH, "substance", "Drank until spring")
    put(tab, Part.EVERYDAY, "distance_km", 40)
    put(tab, Part.EVERYDAY, "cannot_evenings", (0, 2))
    stage.press(tab.records[Part.EVERYDAY], "Save")
    assert desk.persons.file(whose).record == PersonRecord(distance_km=40, cannot_evenings=(0, 2))
    health = tab.records[Part.HEALTH]
    area = health.fields.fields["substance"]
    assert isinstance(area, QPlainTextEdit)
    assert area.toPlainText() == "Drank until spring"
    stage.press(health, "Undo changes")
    assert (area.toPlainText(), health.save_button.isVisible()) == ("", False)


def test_what_cannot_be_read_or_meant_is_said_under_its_field(desk: Desk, stage: Stage) -> None:
    whose = him(desk)
    tab = shown(desk, stage, whose)
    distance = tab.records[Part.EVERYDAY].fields.fields["distance_km"]
    assert isinstance(distance, QLineEdit)
    distance.setText("forty")
    stage.press(tab.records[Part.EVERYDAY], "Save")
    assert sentence_with(tab, "not a whole number")
    put(tab, Part.EMERGENCY, "emergency_name", "Ida Pruett")
    stage.press(tab.records[Part.EMERGENCY], "Save")
    assert sentence_with(tab, "Ask him plainly first")
    assert desk.persons.file(whose).record == PersonRecord()


def test_names_vehicles_and_addresses_are_added_and_taken_away_with_undo(desk: Desk, stage: Stage) -> None:
    whose = him(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab.names, "Add a name")
    names = tab.names.findChildren(AddNameDialog)[-1]
    names.family_name.setText("Vance")
    stage.press(names, "Add name")
    stage.press(tab.vehicles, "Add a vehicle")
    vehicle = tab.vehicles.findChildren(VehicleDialog)[-1]
    vehicle.make.setText("Ford")
    vehicle.plate.setText("ABC 123")
    stage.press(vehicle, "Save vehicle")
    stage.press(tab.addresses, "New address")
    move = tab.addresses.findChildren(MoveDialog)[-1]
    move.lines.setPlainText("9 Hill Road\nHarlow")
    move.reason.setText("First entry")
    move.confirmed_with.setText("himself")
    stage.press(move, "Save address")
    assert {"Vance", "Ford", "9 Hill Road, Harlow", "Letters go here"} <= {*words(tab)}
    stage.frame.notice.connect(lambda _words, _state, undo: undo and undo())
    for panel, words_of_button in (
        (tab.names, "Remove"),
        (tab.vehicles, "Remove"),
        (tab.addresses, "Entered by mistake"),
    ):
        stage.press(panel, words_of_button)
        stage.settle()
    assert {"Vance", "Ford", "9 Hill Road, Harlow"} <= {*words(tab)}


def test_an_old_address_stands_under_the_current_one(desk: Desk, stage: Stage) -> None:
    whose = him(desk)
    for lines, from_on in (("3 Mill Lane", date(2026, 1, 1)), ("9 Hill Road", date(2026, 6, 1))):
        desk.persons.move(whose, AddressChange(AddressKind.HOME, lines, from_on, "He moved", "probation"))
    tab = shown(desk, stage, whose)
    assert [pill.text() for pill in tab.addresses.findChildren(Pill)] == ["Letters go here", "Old"]
    stage.press(tab.addresses, "No longer his")
    assert [pill.text() for pill in tab.addresses.findChildren(Pill) if pill.isVisible()] == ["Old", "Old"]


def test_thoughts_that_are_there_now_say_what_to_do_until_it_was_done(desk: Desk, stage: Stage) -> None:
    whose = him(desk)
    tab = shown(desk, stage, whose)
    stage.press(tab.harm, "Record what he answered")
    asking = tab.harm.findChildren(AskHarmDialog)[-1]
    asking.suicidal.set_value(HarmAnswer.NONE)
    asking.homicidal.set_value(HarmAnswer.NOW)
    stage.press(asking, "Save answers")
    assert sentence_with(tab.harm, "call the police first")
    tab.begin(DutyKind.HARM_NOW)
    assert tab.window().focusWidget() is button(tab.harm, "Record what was done")
    stage.press(tab.harm, "Record what was done")
    done = tab.harm.findChildren(RecordDoneDialog)[-1]
    done.what.setPlainText("Police called at 14:10; the officer told at 14:20")
    stage.press(done, "It was done")
    assert not tab.harm.to_do.isVisible()
    assert not desk.persons.file(whose).enquiries[0].is_urgent


def test_equality_data_are_shown_only_when_opened_and_gone_with_the_next_file(
    desk: Desk, stage: Stage
) -> None:
    whose = him(desk)
    tab = shown(desk, stage, whose)
    assert not tab.equality.fields.isVisible()
    stage.press(tab.equality, "Open equality data")
    religion = tab.equality.fields.fields["religion"]
    religion.declines.setChecked(True)  # type: ignore[union-attr]
    stage.press(tab.equality, "Save")
    assert desk.persons.equality(whose)[0].religion == PREFERS_NOT
    other = desk.referrals.refer(builders.person("Ben"), builders.referral(), builders.form()).row_id
    assert other is not None
    tab.show_for(ParticipantId(other))
    stage.settle()
    assert not tab.equality.fields.isVisible()
    assert tab.equality.fields.data().religion == ""


def test_the_forms_print_blank(desk: Desk, stage: Stage) -> None:
    tab = shown(desk, stage, him(desk))
    stage.press(tab.standing, "Print blank")
    stage.press(tab.equality, "Print blank")
    assert [title for title, _ in stage.documents] == ["Person record", "Equality questions"]


def test_what_the_pack_requires_and_is_empty_is_counted(desk: Desk, stage: Stage) -> None:
    site = desk.site.get()
    desk.site.update(replace(site.details, pack="maine"), site.seen)
    tab = shown(desk, stage, him(desk))
    assert tab.standing.pill.text() == "12 required fields are empty"
    assert sentence_with(tab, "03-201 CMR ch. 15")


def test_it_is_readable_and_named_at_every_size(desk: Desk, stage: Stage, qapp: Application) -> None:
    whose = him(desk)
    desk.persons.ask_harm(whose, HarmAsked(TODAY, HarmAnswer.NOW, HarmAnswer.PAST, "He said so twice"))
    desk.persons.move(whose, AddressChange(AddressKind.HOME, "9 Hill Road", TODAY, "He moved", "probation"))
    for scale in (1.0, 1.5, 2.0):
        qapp.dress(scale=scale)
        tab = shown(desk, stage, whose)
        stage.press(tab.equality, "Open equality data")
        assert (unnamed_inputs(tab), clipped_words(tab)) == ([], [])


def test_what_is_half_typed_is_there_again_after_the_program_was_locked(desk: Desk, stage: Stage) -> None:
    whose = him(desk)
    stage.frame.drafts = desk.drafts
    tab = shown(desk, stage, whose)
    area = tab.records[Part.HISTORY].fields.fields["history_own"]
    assert isinstance(area, QPlainTextEdit)
    area.setFocus()
    QTest.keyClicks(area, "Tells of one evening")
    stage.frame.locking.emit()
    stage.settle()
    again = shown(desk, stage, whose)
    stage.settle()
    typed = again.records[Part.HISTORY].fields.fields["history_own"]
    assert isinstance(typed, QPlainTextEdit)
    assert typed.toPlainText() == "Tells of one evening"
    stage.press(again.records[Part.HISTORY], "Save")
    assert desk.persons.file(whose).record.history_own == "Tells of one evening"
    assert desk.drafts.list() == ()
