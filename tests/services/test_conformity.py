"""Rules and conformity over a real programme."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from bipdesk.desk import Desk
from bipdesk.domain.conformity_lines import HowRun, Standing
from bipdesk.domain.conformity_question import Question
from bipdesk.domain.pack_words import RuleState
from bipdesk.domain.site import Paper
from tests import builders


def test_the_programmes_own_rules_come_first(desk: Desk) -> None:
    site = desk.site.get()
    desk.site.update(replace(site.details, pack="oregon"), site.seen)
    view = desk.rules.view()
    assert (view.pack.id, view.is_own) == ("oregon", True)
    assert view.count(RuleState.BINDING) + view.count(RuleState.ADOPTED) == len(view.pack.rules)
    other = desk.rules.view("maine")
    assert not other.is_own and other.count(RuleState.PAST) == 1
    assert len(desk.rules.names()) == 11


def test_a_chosen_group_answers_with_its_own_dates_and_people(desk: Desk) -> None:
    builders.group(desk, date(2026, 11, 19))
    offer = desk.conformity.offer()
    (group,) = offer.groups
    assert (group.run.minutes, group.run.every_weeks, len(group.run.dates)) == (150, 1, 24)
    answer = desk.conformity.answer(Question(group.curriculum_id, "north-carolina", group.run, group.name))
    stands = {line.key: line for line in answer.lines}
    assert stands["dose-hours"].standing is Standing.MET
    # Thanksgiving is skipped: 24 sessions take 25 weeks, one too few all the same.
    assert stands["dose-weeks"].ours == "25 weeks" and "1 too few" in stands["dose-weeks"].remark
    assert stands["rejection-notice"].standing is Standing.MET


@pytest.mark.parametrize("paper", list(Paper))
def test_the_answer_prints_with_both_numbers_and_the_source(desk: Desk, paper: Paper) -> None:
    site = desk.site.get()
    desk.site.update(replace(site.details, paper=paper), site.seen)
    pdf = desk.conformity.render(Question("bbr-1", "north-carolina", HowRun(90)))
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    assert "24 × 90 minutes = 36 hours" in text and "at least 39 hours" in text
    assert "01 NCAC 17 .0706, checked 21 November 2026" in text
    assert "Not met" in text and "North Carolina" in text
