"""A year of the invented programme, week by week: nothing is due without a rule and without what ends it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.duties.derive import derive
from bipdesk.domain.duty import DutyKind
from bipdesk.library_files import load_library
from bipdesk.services.duties.notices import gathered
from tests.invented import showing

WEEKS = 52
EVERY = 13
"""Of the whole start screen, every so many weeks; of notices, every week."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = showing.invented(tmp_path_factory.mktemp("year"), participants=40)
    opened = showing.desk_of(made)
    yield opened
    opened.lock()


def test_each_notice_of_each_week_has_its_rule_and_an_end(desk: Desk) -> None:
    today = desk.clock.today()
    with desk._vault.records.unit() as unit:
        found = gathered(unit, today, load_library())
    seen = set()
    for week in range(WEEKS):
        day = today - timedelta(weeks=week)
        for duty in derive(found.facts, found.pack, day, found.free).duties:
            assert duty.citation, duty.title
            assert duty.discharged_by, duty.title
            seen.add(duty.kind)
    assert {DutyKind.TELL_NOW, DutyKind.NOTICE_NON_COMPLIANCE} <= seen


def test_all_that_is_due_today_has_its_rule_and_an_end(desk: Desk) -> None:
    today = desk.today.today()

    assert len(today.due) > 1
    for duty in (*today.due, *today.decisions):
        assert duty.citation, duty.title
        assert duty.discharged_by, duty.title
    assert today.due[0].kind is DutyKind.TELL_NOW
    assert [each.withdrawn.why.split(":")[0] for each in today.no_longer] == ["The incident was struck out"]
