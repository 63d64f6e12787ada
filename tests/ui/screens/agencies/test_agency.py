"""One agency: what its page shows, what can be entered there, and the yearly review."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyKind, LetterLanguage, LetterWay
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.partnership import Answer, Rating
from bipdesk.ui.application import Application
from bipdesk.ui.screens.agencies.agreement_dialog import AgreementDialog, RenewDialog
from bipdesk.ui.screens.agencies.edit_screen import NEW, EditAgencyScreen
from bipdesk.ui.screens.agencies.person_dialog import PersonDialog
from bipdesk.ui.screens.agencies.review_screen import ReviewScreen
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.agencies.pages import dialog_of, enter, enter_much, opened, services
from tests.ui.screens.stage import Stage, button, sentence_with, words


def editing(desk: Desk, stage: Stage, argument: object) -> EditAgencyScreen:
    screen = EditAgencyScreen(stage.frame, services(desk))
    screen.open_for(argument)
    return stage.show(screen)


def reviewing(desk: Desk, stage: Stage, agency_id: AgencyId) -> ReviewScreen:
    screen = ReviewScreen(stage.frame, services(desk))
    screen.open_for((agency_id, None))
    return stage.show(screen)


def test_the_page_shows_people_agreements_work_and_the_newest_review(desk: Desk, stage: Stage) -> None:
    screen = opened(desk, stage, enter_much(desk))
    said = words(screen)
    for part in ("P. Lindal", "Ends in 34 days", "Yearly talk", "Overdue 2 days", "No interpreter"):
        assert part in said
    assert sentence_with(screen, "The next one is suggested for 22 Jun 2027")
    assert sentence_with(screen, "Of eight questions 1 not yet, 7 still open")


def test_a_next_step_is_done_with_one_press_and_the_notice_undoes_it(desk: Desk, stage: Stage) -> None:
    agency_id = enter_much(desk)
    screen = opened(desk, stage, agency_id)
    undo: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    stage.press(screen, "Done")
    assert "Done 19 Nov" in words(screen)
    assert callable(undo[-1])
    undo[-1]()
    stage.settle()
    assert "Overdue 2 days" in words(screen)


def test_a_new_agency_is_entered_and_its_page_opens(desk: Desk, stage: Stage) -> None:
    screen = editing(desk, stage, NEW)
    stage.press(screen, "saveButton")
    assert sentence_with(screen, "Name is still empty")
    screen.name.setText("Dale County Court")
    screen.kind.set_value(AgencyKind.COURT)
    screen.way.set_value(LetterWay.BY_HAND)
    screen.language.set_value(LetterLanguage.SPANISH)
    screen.refers.setChecked(True)
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    (choice,) = desk.agencies.choices()
    assert stage.pages == [("agency", choice.agency_id)]
    details = desk.agencies.file(choice.agency_id).agency.details
    assert (details.kind, details.letter_way, details.refers) == (AgencyKind.COURT, LetterWay.BY_HAND, True)


def test_what_is_typed_can_be_undone_before_saving(desk: Desk, stage: Stage) -> None:
    screen = editing(desk, stage, enter(desk))
    screen.name.setText("Something else")
    stage.press(screen, "undoButton")
    assert screen.name.text() == "Dale County Probation"


def test_a_half_typed_agency_is_there_again_when_the_form_is_opened_anew(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    agency_id = enter(desk)
    screen = editing(desk, stage, agency_id)
    QTest.keyClicks(screen.phone, "555-0120")
    screen.open_for(NEW)
    stage.settle()
    assert screen.phone.text() == ""
    screen.open_for(agency_id)
    stage.settle()
    assert screen.phone.text() == "555-0120"
    stage.press(screen, "saveButton")
    assert desk.agencies.file(agency_id).agency.details.phone == "555-0120"
    screen.open_for(agency_id)
    stage.settle()
    assert not screen.drafts.bar.isVisible()


def test_an_agency_is_taken_out_of_the_list_with_a_way_back(desk: Desk, stage: Stage) -> None:
    screen = editing(desk, stage, enter(desk))
    undo: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    stage.press(screen, "Remove")
    assert desk.agencies.choices() == ()
    assert stage.pages == [("agencies", None)]
    assert callable(undo[-1])
    undo[-1]()
    stage.settle()
    assert len(desk.agencies.choices()) == 1


def test_a_person_and_an_agreement_are_entered_and_the_agreement_renewed(desk: Desk, stage: Stage) -> None:
    agency_id = enter(desk)
    screen = opened(desk, stage, agency_id)
    stage.press(screen, "addPersonButton")
    person = dialog_of(screen, PersonDialog)
    person.name.setText("P. Lindal")
    stage.press(person, "Save person")
    stage.press(screen, "addAgreementButton")
    agreement = dialog_of(screen, AgreementDialog)
    agreement.signed_on.set_date(date(2025, 1, 1))
    agreement.expires_on.set_date(date(2024, 1, 1))
    stage.press(agreement, "Save agreement")
    assert sentence_with(agreement, "that is before it was signed")
    agreement.expires_on.set_date(date(2026, 11, 18))
    stage.press(agreement, "Save agreement")
    assert {"P. Lindal", "Expired 1 day ago"} <= set(words(screen))
    stage.press(screen, "Renew…")
    renewal = dialog_of(screen, RenewDialog)
    renewal.signed_on.set_date(date(2026, 11, 19))
    stage.press(renewal, "Renew agreement")
    assert {"In force", "Ended"} <= set(words(screen))


def test_a_review_shows_what_was_said_last_time_and_is_saved_half_answered(desk: Desk, stage: Stage) -> None:
    agency_id = enter_much(desk)
    screen = reviewing(desk, stage, agency_id)
    assert sentence_with(screen, "Last time: Not yet. No interpreter")
    field = screen.questions.fields[0]
    QTest.keyClick(field.grade, Qt.Key.Key_2)
    field.words.setPlainText("One programme")
    stage.press(screen, "saveButton")
    newest = desk.agencies.file(agency_id).reviews[0]
    assert newest.details.on_date == date(2026, 11, 19)
    assert newest.details.answers["programmes"] == Answer(Rating.PARTLY, "One programme")
    assert stage.pages == [("agency", agency_id)]


def test_a_half_answered_review_survives_as_a_draft(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    agency_id = enter_much(desk)
    screen = reviewing(desk, stage, agency_id)
    QTest.keyClick(screen.strategies.fields[2].grade, Qt.Key.Key_1)
    screen.drafts.keep_now()
    again = reviewing(desk, stage, agency_id)
    assert again.strategies.fields[2].grade.value() == "doing"


def test_each_form_prints_blank(desk: Desk, stage: Stage) -> None:
    agency_id = enter_much(desk)
    stage.press(editing(desk, stage, agency_id), "printBlankButton")
    stage.press(reviewing(desk, stage, agency_id), "printBlankButton")
    assert [title for title, _ in stage.documents] == ["Agency", "Partnership review"]
    assert all(isinstance(pdf, bytes) for _, pdf in stage.documents)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_input_has_a_name_and_every_word_its_room(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    agency_id = enter_much(desk)
    qapp.dress(scale=scale)
    page = opened(desk, stage, agency_id)
    for screen in (page, editing(desk, stage, agency_id), reviewing(desk, stage, agency_id)):
        assert unnamed_inputs(screen) == []
        assert clipped_words(screen) == []
    for name, kind in (("addPersonButton", PersonDialog), ("addAgreementButton", AgreementDialog)):
        stage.press(page, name)
        dialog = dialog_of(page, kind)
        assert unnamed_inputs(dialog) == []
        assert clipped_words(dialog) == []
        dialog.reject()
    assert button(page, "changeReviewButton").accessibleName() == "Change the review"
