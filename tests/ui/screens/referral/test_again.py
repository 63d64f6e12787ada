"""Refer again: how it ended last time stands there, a new charge is asked about, what counts is said."""

from datetime import date, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.exit import ExitDetails, ExitReason, ExitType
from bipdesk.domain.readmission import Before, ReadmissionAnswers, check_answers, what_counts
from bipdesk.domain.referral import ReferralKind
from bipdesk.ui.screens.referral.again_screen import ReferAgainScreen
from bipdesk.ui.screens.referral.screen import ReferralServices
from tests import builders
from tests.endings import TODAY, begun, seen
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with

TERMINATED = ExitDetails(
    ExitType.TERMINATED, TODAY, ExitReason.RULES, "Came drunk twice", violent_signs=False
)
BEFORE = Before(None, date(2026, 3, 1), 12, 29, 3)


def test_after_a_new_charge_nothing_of_before_takes_the_place_of_enrolling_anew() -> None:
    with_charge, without = " ".join(what_counts(BEFORE, True)), " ".join(what_counts(BEFORE, False))
    assert "never takes the place" in with_charge and "OAR 137-087-0075" in with_charge
    assert "12 of 29 steps" in without and "after the end count for nothing here: 3" in without


def test_who_was_terminated_comes_back_by_the_conditions_alone() -> None:
    answered = ReadmissionAnswers(new_charge=False)
    check_answers(answered, ExitType.COMPLETED)
    with pytest.raises(NothingEntered):
        check_answers(answered, ExitType.TERMINATED)
    with pytest.raises(NothingEntered):
        check_answers(ReadmissionAnswers(), None)


def test_the_page_asks_before_it_refers_him_again(
    programme: builders.Programme, desk: Desk, stage: Stage
) -> None:
    whose = begun(desk)
    desk.exits.end(whose, TERMINATED, seen(desk, whose))
    programme.clock.instant += timedelta(hours=1)  # ids are ordered by time
    services = ReferralServices(desk.participants, desk.referrals, desk.agencies, desk.blank_forms)
    screen = stage.show(ReferAgainScreen(stage.frame, services, desk.endings, desk.clock))
    screen.show_for(whose)
    stage.settle()
    assert sentence_with(
        screen, "Terminated on 19 November 2026: Broke rules of the group · Came drunk twice."
    )
    assert clipped_words(screen) == [] and unnamed_inputs(screen) == []
    screen.referral.kind.set_value(ReferralKind.VOLUNTARY)
    stage.press(screen, "saveButton")
    assert sentence_with(screen, "violence reported since is still empty")
    screen.before.new_charge.buttons[1][0].click()
    assert "he enrols anew" in screen.before.counts.text()
    stage.press(screen, "saveButton")
    assert sentence_with(screen, "What shows that he may come back is still empty")
    screen.before.criteria.setPlainText("Six months of sobriety, letter of the clinic")
    stage.press(screen, "saveButton")
    newest, earlier = desk.referrals.of(whose)
    assert newest.state.details.kind is ReferralKind.VOLUNTARY
    assert [one.referral_id for one in desk.endings.file(whose).exits] == [earlier.state.referral_id]
