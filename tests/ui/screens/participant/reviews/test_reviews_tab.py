"""Reviews on the screen: three voices side by side, the list in sentences, two sign, other ends ask."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication

from bipdesk.desk import Desk
from bipdesk.domain.completion_lines import Item
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.exit import ExitDetails, ExitReason, ExitType
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.order_outcome import OutcomeKind
from bipdesk.domain.referral import Status
from bipdesk.domain.review import ReviewKind, Voice
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.acts import Act
from bipdesk.ui.screens.participant.reviews.complete_dialog import CompleteDialog
from bipdesk.ui.screens.participant.reviews.confirm_dialog import ConfirmDialog
from bipdesk.ui.screens.participant.reviews.end_dialog import EndDialog
from bipdesk.ui.screens.participant.reviews.outcome_dialog import OutcomeDialog
from bipdesk.ui.screens.participant.reviews.review_screen import ReviewScreen
from bipdesk.ui.screens.participant.reviews.reviews_tab import EndingServices, ReviewsTab
from bipdesk.ui.screens.participant.reviews.summary_dialog import SummaryDialog
from bipdesk.ui.screens.participant.reviews.take_back_exit_dialog import TakeBackExitDialog
from tests import builders
from tests.endings import REVIEW, TODAY, WORDS, at_the_end, begun, seen
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

TERMINATED = ExitDetails(
    ExitType.TERMINATED, TODAY, ExitReason.ABSENCE, "Five absences", date(2026, 11, 12), True
)


def shown(desk: Desk, stage: Stage, whose: ParticipantId) -> ReviewsTab:
    services = EndingServices(desk.reviews, desk.exits, desk.endings, desk.clock)
    tab = ReviewsTab(stage.frame, services)
    stage.show_in_page(tab)
    tab.show_for(whose)
    stage.settle()
    return tab


def page(desk: Desk, stage: Stage, whose: ParticipantId) -> ReviewScreen:
    stage.frame.drafts = desk.drafts
    screen = ReviewScreen(stage.frame, desk.reviews, desk.clock)
    stage.show(screen)
    screen.show_for((whose, None))
    stage.settle()
    return screen


def test_three_voices_stand_side_by_side_on_a_small_laptop_and_with_large_text(
    desk: Desk, stage: Stage, qapp: Application
) -> None:
    whose = at_the_end(desk, review=False)
    screen = page(desk, stage, whose)
    tops = {column.mapTo(screen, column.rect().topLeft()).y() for column in screen.fields.voices.values()}
    assert len(tops) == 1
    assert clipped_words(screen) == [] and unnamed_inputs(screen) == []
    assert QApplication.focusWidget() is screen.fields.voices[Voice.HIS].first()


def test_a_review_half_typed_is_there_again_and_saved_it_meets_the_step(desk: Desk, stage: Stage) -> None:
    whose = at_the_end(desk, review=False)
    screen = page(desk, stage, whose)
    assert screen.fields.kind.value() is ReviewKind.POST_GROUP
    screen.fields.voices[Voice.HIS].show_words(WORDS)
    stage.press(screen, "saveButton")
    assert sentence_with(screen, "How he takes part is still empty")
    screen.drafts.leave()
    again = page(desk, stage, whose)
    assert again.fields.voices[Voice.HIS].words()["changed"] == WORDS.changed
    for voice in Voice:
        again.fields.voices[voice].show_words(WORDS)
    again.fields.recommendations.setPlainText("Go on with the log")
    stage.press(again, "saveButton")
    assert stage.pages[-1] == ("participant", whose)
    (review,) = desk.endings.file(whose).reviews
    assert review.details.words == WORDS and review.step_row is not None
    stage.press(again, "Blank in Spanish")
    assert [title for title, _ in stage.documents] == [ReviewKind.POST_GROUP.label]


def test_the_list_says_what_is_missing_and_nothing_can_be_signed(desk: Desk, stage: Stage) -> None:
    whose = begun(desk, "washington")
    tab = shown(desk, stage, whose)
    assert not tab.completion.add_button.isEnabled()
    assert sentence_with(tab, "26 of 29 steps are not met")
    assert sentence_with(tab, "he cannot complete yet")
    assert clipped_words(tab) == [] and unnamed_inputs(tab) == []
    tab.begin(DutyKind.SIGN_COMPLETION)
    assert not tab.findChildren(CompleteDialog)


def test_what_is_confirmed_stands_on_the_list(desk: Desk, stage: Stage) -> None:
    whose = at_the_end(desk, "oregon")
    tab = shown(desk, stage, whose)
    assert tab.file is not None and tab.file.completion is not None
    line = next(each for each in tab.file.completion.unmet if each.item is Item.RULES)
    tab.completion._confirming(line)()
    dialog = tab.completion.findChildren(ConfirmDialog)[-1]
    stage.press(dialog, "Confirm")
    assert sentence_with(dialog, "What shows it is still empty")
    dialog.words.setPlainText("Both facilitators say so")
    stage.press(dialog, "Confirm")
    assert sentence_with(tab, "Both facilitators say so (19 November 2026, C. Rivers)")


def test_two_people_sign_a_completion_at_the_desk(desk: Desk, stage: Stage) -> None:
    whose = at_the_end(desk)
    tab = shown(desk, stage, whose)
    tab.begin(DutyKind.SIGN_COMPLETION)
    dialog = tab.completion.findChildren(CompleteDialog)[-1]
    stage.press(dialog, "We both sign it")
    assert sentence_with(dialog, "Sign-in name of the second person is still empty")
    dialog.sign_in_name.setText(builders.FACILITATOR[0])
    dialog.passphrase.edit.setText(builders.FACILITATOR[1])
    stage.press(dialog, "We both sign it")
    assert sentence_with(dialog, "signs of violence now? is still empty")
    dialog.signs.show_answer("no")
    dialog.passphrase.edit.setText("something else entirely")
    stage.press(dialog, "We both sign it")
    assert dialog.passphrase.edit.text() == ""
    dialog.passphrase.edit.setText(builders.FACILITATOR[1])
    stage.press(dialog, "We both sign it")
    assert desk.endings.file(whose).status is Status.COMPLETED
    assert sentence_with(tab, "signed by C. Rivers and R. Ortega")
    assert sentence_with(tab, "as it stood when two people signed it")
    assert sentence_with(tab, "All 29 steps are met.")


def test_another_end_asks_what_belongs_to_its_kind_and_says_what_follows(desk: Desk, stage: Stage) -> None:
    whose = begun(desk)
    tab = shown(desk, stage, whose)
    tab.begin(Act.FINISH)
    dialog = tab.completion.findChildren(EndDialog)[-1]
    stage.press(dialog, "End programme")
    assert sentence_with(dialog, "Choose how it ended.")
    assert not dialog.receiving.isVisible() and not dialog.reason_kind.isVisible()
    dialog.ending.set_value(ExitType.TRANSFERRED)
    assert dialog.receiving.isVisible() and not dialog.signs.isVisible()
    dialog.ending.set_value(ExitType.TERMINATED)
    dialog.reason_kind.set_value(ExitReason.THREAT)
    dialog.reason.setPlainText("Threatened another participant")
    dialog.signs.buttons[1][0].click()
    assert "NAC 228.195(3)" in dialog.follows.text()
    stage.press(dialog, "End programme")
    record = desk.endings.file(whose).standing
    assert record is not None
    assert (record.details.type, record.details.violent_signs) == (ExitType.TERMINATED, True)
    assert sentence_with(tab, "Signs of violence at the end")


def test_summary_outcome_and_taking_back_stand_with_the_end(desk: Desk, stage: Stage) -> None:
    whose = begun(desk)
    desk.exits.end(whose, TERMINATED, seen(desk, whose))
    tab = shown(desk, stage, whose)
    tab.begin(DutyKind.EXIT_SUMMARY)
    dialog = tab.ending.findChildren(SummaryDialog)[-1]
    stage.settle()
    assert dialog.parts["attendance"].toPlainText() == "1 of 24 group sessions: 1 attended."
    stage.press(dialog, "Save summary")
    assert sentence_with(tab, "by C. Rivers. It is sent by a letter")
    stage.press(tab.ending, "Outcome of the order")
    outcome = tab.ending.findChildren(OutcomeDialog)[-1]
    assert outcome.source.text() == "Dale County Probation"
    outcome.kind.set_value(OutcomeKind.REVOKED)
    outcome.decided_on.set_date(TODAY)
    stage.press(outcome, "Save outcome")
    assert sentence_with(tab, "Order revoked")
    stage.press(tab.ending, "Take back")
    back = tab.ending.findChildren(TakeBackExitDialog)[-1]
    back.reason.setText("It was somebody else")
    stage.press(back, "Take back")
    assert desk.endings.file(whose).status is Status.IN_PROGRAMME
    assert sentence_with(tab, "Recorded by mistake: It was somebody else")


def test_a_review_taken_out_by_mistake_comes_back(desk: Desk, stage: Stage) -> None:
    whose = begun(desk)
    desk.reviews.record(whose, replace(REVIEW, kind=ReviewKind.INTERIM))
    tab = shown(desk, stage, whose)
    assert sentence_with(tab, "Still to sign on paper: participant, facilitator, officer or referrer")
    stage.press(tab.reviews, "Sheet")
    assert [title for title, _ in stage.documents] == ["Interim review"]
    stage.press(tab.reviews, "Entered by mistake")
    assert "None was held yet" in " ".join(words(tab))
    assert stage.notices[-1][0].startswith("The review is taken out")
