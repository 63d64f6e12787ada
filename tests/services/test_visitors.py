"""Visitors: in the register with their agreement, remembered; no closing without it where a rule wants it."""

from dataclasses import replace
from datetime import date, time

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.delivery_errors import HoursWrong, VisitorUnsigned
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.ids import SessionId, VisitId
from bipdesk.domain.visitor import VisitorDetails, VisitorRole
from tests import builders

LANE = VisitorDetails("K. Lane", "Dale County Probation", VisitorRole.OBSERVER)
SIGNED = replace(LANE, signed_on=date(2026, 11, 19))


def in_washington(desk: Desk) -> None:
    """Let the programme keep the rules of Washington, where a visitor has to sign."""
    site = desk.site.get()
    desk.site.update(replace(site.details, country="US", region="WA", pack="washington"), site.seen)


def marked(desk: Desk) -> SessionId:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    return session_id


def close(desk: Desk, session_id: SessionId) -> None:
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)


def test_a_visitor_stands_in_the_register_and_is_known_the_next_time(desk: Desk) -> None:
    session_id = marked(desk)
    desk.visitors.add(session_id, SIGNED)
    (visit,) = desk.registers.open_register(session_id).visits
    assert visit.visitor.details == SIGNED
    (known,) = desk.visitors.known()
    again = desk.visitors.add(session_id, replace(SIGNED, role=VisitorRole.TRAINEE), known)
    assert again.row_id == visit.visit_id
    assert desk.visitors.known()[0].details.role is VisitorRole.TRAINEE


def test_where_a_binding_rule_wants_it_no_register_closes_with_an_unsigned_visitor(desk: Desk) -> None:
    session_id = marked(desk)
    in_washington(desk)
    desk.visitors.add(session_id, LANE)
    assert "No confidentiality agreement is signed by K. Lane." in desk.registers.consequences(session_id)
    with pytest.raises(VisitorUnsigned) as refused:
        close(desk, session_id)
    assert "0315" in str(refused.value.values["citation"])
    (visit,) = desk.registers.open_register(session_id).visits
    desk.visitors.change(visit.visitor, SIGNED)
    close(desk, session_id)


def test_an_agreement_signed_after_the_evening_does_not_cover_it(desk: Desk) -> None:
    session_id = marked(desk)
    in_washington(desk)
    desk.visitors.add(session_id, LANE)
    desk.clock.instant = desk.clock.instant.replace(day=20)  # type: ignore[attr-defined]
    (visit,) = desk.registers.open_register(session_id).visits
    desk.visitors.change(visit.visitor, replace(LANE, signed_on=date(2026, 11, 20)))
    with pytest.raises(VisitorUnsigned):
        close(desk, session_id)


def test_without_such_a_rule_it_is_said_and_closes(desk: Desk) -> None:
    session_id = marked(desk)
    desk.visitors.add(session_id, LANE)
    assert "K. Lane" in desk.registers.consequences(session_id)
    close(desk, session_id)
    assert desk.registers.open_register(session_id).closed


def test_a_visitor_taken_out_is_put_back_by_undo_and_stays_known(desk: Desk) -> None:
    session_id = marked(desk)
    visit_id = desk.visitors.add(session_id, SIGNED).row_id
    assert visit_id is not None
    desk.visitors.remove(VisitId(visit_id))
    assert desk.registers.open_register(session_id).visits == ()
    assert len(desk.visitors.known()) == 1
    desk.visitors.restore(VisitId(visit_id))
    assert len(desk.registers.open_register(session_id).visits) == 1


def test_a_visitor_needs_a_name_an_organisation_and_no_day_to_come(desk: Desk) -> None:
    session_id = marked(desk)
    for details, error in (
        (replace(LANE, name=" "), NothingEntered),
        (replace(LANE, organisation=""), NothingEntered),
        (replace(LANE, signed_on=date(2027, 1, 1)), DateInFuture),
    ):
        with pytest.raises(error):
            desk.visitors.add(session_id, details)


def test_how_it_was_held_is_what_was_planned_until_somebody_says_otherwise(desk: Desk) -> None:
    session_id = marked(desk)
    planned = desk.registers.open_register(session_id).held
    assert (planned.recorded, planned.minutes, len(planned.facilitators)) == (False, 150, 2)
    alone = replace(planned, facilitators=planned.facilitators[:1], began_at=time(18, 45))
    desk.registers.record_held(alone)
    held = desk.registers.open_register(session_id).held
    assert (held.recorded, held.minutes, len(held.facilitators)) == (True, 135, 1)
    with pytest.raises(NothingEntered):
        desk.registers.record_held(replace(held, facilitators=()))
    with pytest.raises(HoursWrong):
        desk.registers.record_held(replace(held, ended_at=time(18, 45)))


def test_closing_records_what_was_planned_where_nobody_said_anything(desk: Desk) -> None:
    session_id = marked(desk)
    close(desk, session_id)
    assert desk.registers.open_register(session_id).held.recorded


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_agreement_is_printed_blank_or_with_the_visitors_name(desk: Desk, language: str) -> None:
    blank, named = desk.visitors.agreement(language), desk.visitors.agreement(language, SIGNED)
    assert blank.startswith(b"%PDF")
    assert named.startswith(b"%PDF")
    assert blank != named
