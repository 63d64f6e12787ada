"""What is due, what ends it, and what stays to be seen when a fact is taken back."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.duties.facts import AbsenceFact, CaseFacts, IncidentFact, Turn, TurnFact, Withdrawn
from bipdesk.domain.duties.history import Happening, Move, Step, absence_facts, turns_of
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.incident import IncidentKind
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.pack import Pack, Unit
from bipdesk.domain.referral import Status
from bipdesk.domain.waiver import RecipientClass
from tests.domain.duties.cases import FACT, REFERRAL, case, due, enrolled, gone, incident, pack, told, value

TODAY = date(2026, 11, 20)
NOTHING = Pack()
ALL = pack(
    value("enrolment-notice", 30),
    value("status-report", 1, Unit.MONTHS),
    value("non-compliance-notice", 7),
    value("violation-notice", 2, Unit.WORKING_DAYS),
    value("threat-notice", 0, Unit.YES),
    value("level-change-notice", 0, Unit.YES),
    value("termination-notice", 3),
    value("completion-notice", 3),
    value("exit-summary", 30),
    value("exit-summary-sent", 7, Unit.WORKING_DAYS),
)


def test_a_threat_is_due_at_once_even_where_no_pack_is_chosen() -> None:
    found = due(case(incidents=(incident(),)), NOTHING, TODAY)

    assert [each.kind for each in found] == [DutyKind.TELL_NOW, DutyKind.TELL_NOW]
    assert {each.to for each in found} == {"the police", "Dale County Probation"}
    assert all(each.due_on == date(2026, 11, 5) for each in found)


def test_only_a_record_of_telling_them_ends_a_threat_and_one_recipient_does_not_stand_for_another() -> None:
    of_police = told(NoticeKind.INCIDENT, TODAY, RecipientClass.POLICE)
    of_probation = told(NoticeKind.INCIDENT, TODAY)
    facts = case(incidents=(incident(),))

    (left,) = due(replace(facts, notices=(of_police,)), ALL, TODAY)

    assert left.to == "Dale County Probation"
    assert due(replace(facts, notices=(of_police, of_probation)), ALL, TODAY) == ()
    assert len(due(facts, ALL, TODAY + timedelta(days=900))) == 2


def test_danger_now_is_told_to_the_police_whatever_kind_it_is_of() -> None:
    facts = case(incidents=(incident(IncidentKind.OTHER, danger_now=True),))

    assert [each.to for each in due(facts, NOTHING, TODAY)] == ["the police"]


def test_somebody_sent_home_for_a_threat_has_it_written_down() -> None:
    night = date(2026, 11, 12)
    facts = case(threat_nights=(night,))

    (found,) = due(facts, NOTHING, TODAY)

    assert (found.kind, found.due_on) == (DutyKind.WRITE_INCIDENT, night)
    written = due(replace(facts, incidents=(incident(heard_on=night),)), NOTHING, TODAY)
    assert DutyKind.WRITE_INCIDENT not in {each.kind for each in written}


def test_three_absences_are_one_notice_due_when_the_first_is() -> None:
    absences = tuple(AbsenceFact(UUID(int=n), date(2026, 11, n), date(2026, 11, n + 1)) for n in (3, 10, 17))

    (found,) = due(case(absences=absences), ALL, TODAY)

    assert found.due_on == date(2026, 11, 10)
    assert "and 2 more" in found.detail


def test_a_rule_that_nobody_verified_makes_no_duty_and_an_adopted_one_does() -> None:
    absent = case(absences=(AbsenceFact(FACT, date(2026, 11, 3), date(2026, 11, 4)),))

    unverified = due(absent, pack(value("non-compliance-notice", 7, unverified=True)), TODAY)
    adopted = due(absent, pack(value("non-compliance-notice", 7, adopted=True)), TODAY)

    assert unverified == ()
    assert [each.citation for each in adopted] == ["Citation non-compliance-notice, adopted"]


def test_an_incident_struck_out_leaves_an_entry_with_the_reason() -> None:
    struck = Withdrawn(date(2026, 11, 9), "The incident was struck out: another man", "R. Ortega")
    facts = case(incidents=(incident(IncidentKind.NEW_CHARGE, withdrawn=struck),))

    (entry,) = gone(facts, ALL, TODAY)

    assert due(facts, ALL, TODAY) == ()
    assert entry.withdrawn == struck
    assert entry.citation == "Citation violation-notice"


def test_what_was_told_before_it_was_struck_out_was_not_open_and_leaves_no_entry() -> None:
    struck = Withdrawn(date(2026, 11, 9), "A mistake")
    kept = told(NoticeKind.INCIDENT, date(2026, 11, 6))
    facts = case(incidents=(incident(IncidentKind.NEW_CHARGE, withdrawn=struck),), notices=(kept,))

    assert gone(facts, ALL, TODAY) == ()


def at(day: int, hour: int = 9) -> datetime:
    """Return an instant in November."""
    return datetime.fromisoformat(f"2026-11-{day:02}T{hour:02}:00:00+00:00")


def test_an_absence_confirmed_and_then_corrected_in_the_register_says_so() -> None:
    steps = (
        Step(at(4), Happening.CONFIRMED),
        Step(at(6), Happening.CORRECTED, "he sat in the other room", "R. Ortega"),
    )
    facts = case(absences=tuple(absence_facts(FACT, date(2026, 11, 3), steps)))

    (entry,) = gone(facts, ALL, TODAY)

    assert due(facts, ALL, TODAY) == ()
    assert entry.what == "non-compliance"
    assert entry.withdrawn.why == "The register was corrected: he sat in the other room"


def test_an_absence_confirmed_reopened_and_confirmed_again_is_due_and_its_history_is_seen() -> None:
    steps = (
        Step(at(4), Happening.CONFIRMED),
        Step(at(5), Happening.REOPENED, "he called"),
        Step(at(6), Happening.CONFIRMED),
    )
    facts = case(absences=tuple(absence_facts(FACT, date(2026, 11, 3), steps)))

    assert [each.kind for each in due(facts, ALL, TODAY)] == [DutyKind.NOTICE_NON_COMPLIANCE]
    assert [each.withdrawn.why for each in gone(facts, ALL, TODAY)] == [
        "The absence is looked at again: he called"
    ]


def test_a_register_corrected_before_anybody_looked_ends_the_review_and_the_catch_up() -> None:
    steps = (Step(at(6), Happening.CORRECTED, "wrong line"),)
    facts = case(absences=tuple(absence_facts(FACT, date(2026, 11, 3), steps)))

    (entry,) = gone(facts, NOTHING, TODAY)

    assert entry.what == "absence and its catch-up"


def test_an_acceptance_taken_back_takes_its_notices_along_and_says_why() -> None:
    moves = (
        Move(UUID(int=11), Status.SUITABLE, date(2026, 10, 2)),
        Move(UUID(int=12), Status.ACCEPTED, date(2026, 10, 3)),
        Move(UUID(int=13), Status.SUITABLE, date(2026, 10, 2), True, date(2026, 11, 5), "wrong file"),
    )
    facts = case(turns=tuple(turns_of(REFERRAL, moves)))

    entries = gone(facts, ALL, TODAY)

    assert due(facts, ALL, TODAY) == ()
    assert {entry.what for entry in entries} == {"enrolment", "status report"}
    assert {entry.withdrawn.why for entry in entries} == {"The acceptance was taken back: wrong file"}


def test_an_end_taken_back_brings_the_monthly_report_back() -> None:
    end = TurnFact(Turn.ENDED, FACT, date(2026, 11, 2))
    back = replace(end, withdrawn=Withdrawn(date(2026, 11, 4), "The end was taken back: he came"))
    turns = (enrolled(date(2026, 10, 1)),)

    ended = {each.kind for each in due(case(turns=(*turns, end)), ALL, TODAY)}
    again = {each.kind for each in due(case(turns=(*turns, back)), ALL, TODAY)}

    assert DutyKind.NOTICE_TERMINATION in ended
    assert DutyKind.NOTICE_STATUS not in ended
    assert DutyKind.NOTICE_STATUS in again
    assert DutyKind.NOTICE_TERMINATION not in again
    assert "end" in {each.what for each in gone(case(turns=(*turns, back)), ALL, TODAY)}


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
INCIDENTS = st.builds(
    lambda kind, heard, before, number: IncidentFact(
        UUID(int=number), kind, heard - timedelta(days=before), heard
    ),
    st.sampled_from(IncidentKind),
    DAYS,
    st.integers(0, 60),
    st.integers(100, 10_000),
)
ABSENCES = st.builds(
    lambda day, after, number: AbsenceFact(UUID(int=number), day, day + timedelta(days=after)),
    DAYS,
    st.integers(0, 9),
    st.integers(10_001, 20_000),
)
CASES = st.builds(
    lambda began, incidents, absences: case(
        turns=(enrolled(began),), incidents=tuple(incidents), absences=tuple(absences)
    ),
    DAYS,
    st.lists(INCIDENTS, max_size=4),
    st.lists(ABSENCES, max_size=4),
)


@given(CASES, DAYS)
def test_no_duty_stands_before_its_fact_and_each_says_why_to_whom_and_what_ends_it(
    facts: CaseFacts, today: date
) -> None:
    known = [each.heard_on for each in facts.incidents]
    known += [each.confirmed_on for each in facts.absences] + [each.on_date for each in facts.turns]

    found = due(facts, ALL, today)

    assert not found or min(known) <= today
    for each in found:
        assert each.citation
        assert each.discharged_by
        assert each.to


@given(CASES, DAYS, st.integers(1, 200))
def test_time_alone_never_ends_a_duty(facts: CaseFacts, today: date, later: int) -> None:
    def of(day: date) -> set[tuple[DutyKind, str]]:
        return {(each.kind, each.to) for each in due(facts, ALL, day)}

    assert of(today) <= of(today + timedelta(days=later))


@given(CASES, DAYS)
def test_what_was_told_of_is_gone_and_telling_never_makes_more_due(facts: CaseFacts, today: date) -> None:
    before = due(facts, ALL, today)
    of_police = tuple(
        told(NoticeKind.INCIDENT, today, RecipientClass.POLICE, i.fact_id) for i in facts.incidents
    )
    others = tuple(
        told(kind, today, about=fact)
        for kind in NoticeKind
        for fact in (REFERRAL, *(i.fact_id for i in facts.incidents), *(a.fact_id for a in facts.absences))
    )

    after = due(replace(facts, notices=of_police + others), ALL, today)

    assert {(d.kind, d.to) for d in after} <= {(d.kind, d.to) for d in before}
    assert after == ()
