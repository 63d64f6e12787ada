"""What each pack makes due by when, against practice 1.4, over New Year and holidays of states."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from bipdesk.domain.duties.derive import duties, returns_due
from bipdesk.domain.duties.facts import AbsenceFact, NoticeFact, ProgrammeFacts, Turn, TurnFact
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.incident import IncidentKind
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.pack import Pack, Unit
from tests.domain.duties.cases import (
    FACT,
    PACKS,
    PROGRAMME,
    REFERRAL,
    case,
    due,
    enrolled,
    free_days,
    incident,
    pack,
    value,
)

LATER = date(2028, 1, 1)
HEARD = date(2026, 11, 5)


def only(pack_id: str) -> Pack:
    """Return a pack that ships."""
    found = PACKS.of(pack_id)
    assert found.id == pack_id
    return found


@pytest.mark.parametrize(
    ("pack_id", "kind", "duty", "days", "citation"),
    [
        ("washington", IncidentKind.NON_COMPLIANCE, DutyKind.NOTICE_NON_COMPLIANCE, 7, "WAC 388-60B-0425(6)"),
        ("washington", IncidentKind.LEVEL_CHANGE, DutyKind.NOTICE_LEVEL, 0, "WAC 388-60B-0320(8)"),
        ("washington", IncidentKind.ORDER_VIOLATION, DutyKind.NOTICE_INCIDENT, 7, "WAC 388-60B-0425(6)"),
        ("minnesota", IncidentKind.ORDER_VIOLATION, DutyKind.NOTICE_INCIDENT, 0, "518B.02(c)"),
        ("minnesota", IncidentKind.VIOLENCE, DutyKind.TELL_NOW, 0, "518B.02(c)"),
        ("illinois", IncidentKind.THREAT, DutyKind.TELL_NOW, 0, "89 IAC 501.220(c)"),
        ("california", IncidentKind.NEW_CHARGE, DutyKind.NOTICE_INCIDENT, 0, "1203.097"),
        ("norfolk-bbr", IncidentKind.THREAT, DutyKind.TELL_NOW, 0, "89 IAC 501.220(c) (Illinois), adopted"),
    ],
)
def test_an_incident_is_told_as_the_pack_says(
    pack_id: str, kind: IncidentKind, duty: DutyKind, days: int, citation: str
) -> None:
    found = due(case(incidents=(incident(kind, HEARD),)), only(pack_id), LATER)

    first = found[0]
    assert (first.kind, first.due_on) == (duty, HEARD + timedelta(days=days))
    assert citation in first.citation


def test_two_working_days_in_california_end_after_the_weekend() -> None:
    friday = date(2026, 11, 6)
    absent = AbsenceFact(FACT, friday, friday)

    (found,) = due(case(absences=(absent,)), only("california"), LATER, free_days("US", "CA", 2026))

    assert found.due_on == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("country", "region", "start", "due_on"),
    [
        # Seven working days over Christmas and New Year.
        ("US", "OR", date(2026, 12, 23), date(2027, 1, 5)),
        # North Carolina has Christmas Eve, the Monday after Christmas and Good Friday; Oregon has not.
        ("US", "NC", date(2026, 12, 23), date(2027, 1, 7)),
        ("US", "NC", date(2026, 3, 31), date(2026, 4, 10)),
        ("US", "OR", date(2026, 3, 31), date(2026, 4, 9)),
        # Scotland keeps 2 January as well, England does not.
        ("GB", "SCT", date(2026, 12, 30), date(2027, 1, 12)),
        ("GB", "ENG", date(2026, 12, 30), date(2027, 1, 11)),
    ],
)
def test_working_days_pass_over_holidays_of_the_place(
    country: str, region: str, start: date, due_on: date
) -> None:
    rules = pack(value("termination-notice", 7, Unit.WORKING_DAYS))
    end = TurnFact(Turn.ENDED, FACT, start)

    (found,) = due(
        case(turns=(enrolled(date(2026, 1, 5)), end)), rules, LATER, free_days(country, region, 2026)
    )

    assert found.due_on == due_on


def test_the_exit_summary_is_prepared_in_thirty_days_and_sent_within_seven_working_days_of_that() -> None:
    oregon, free = only("oregon"), free_days("US", "OR", 2026)
    end = TurnFact(Turn.ENDED, FACT, date(2026, 11, 20), last_contact_on=date(2026, 11, 12))
    turns = (enrolled(date(2026, 1, 5)), end)
    prepared = date(2026, 12, 23)
    written = TurnFact(
        Turn.ENDED, FACT, end.on_date, last_contact_on=end.last_contact_on, prepared_on=prepared
    )

    first = due(case(turns=turns), oregon, date(2026, 11, 20), free)
    second = due(case(turns=(turns[0], written)), oregon, prepared, free)

    assert [(d.kind, d.due_on) for d in first] == [(DutyKind.EXIT_SUMMARY, date(2026, 12, 12))]
    assert [(d.kind, d.due_on) for d in second] == [(DutyKind.SEND_EXIT_SUMMARY, date(2027, 1, 5))]


def test_a_letter_that_was_written_and_not_sent_leaves_the_exit_summary_due() -> None:
    oregon = only("oregon")
    end = TurnFact(Turn.COMPLETED, FACT, date(2026, 11, 2), prepared_on=date(2026, 11, 3))
    turns = (enrolled(date(2026, 1, 5)), end)
    letter = NoticeFact(NoticeKind.EXIT_SUMMARY, date(2026, 11, 4), frozenset({FACT}))
    sent = NoticeFact(
        NoticeKind.EXIT_SUMMARY, date(2026, 11, 4), frozenset({FACT}), sent_on=date(2026, 11, 4)
    )

    kept = due(case(turns=turns, notices=(letter,)), oregon, LATER)
    done = due(case(turns=turns, notices=(sent,)), oregon, LATER)

    assert [each.kind for each in kept] == [DutyKind.SEND_EXIT_SUMMARY]
    assert done == ()


def test_oregon_reports_every_month_after_the_last_report_and_ten_days_ahead() -> None:
    oregon = only("oregon")
    before = due(case(turns=(enrolled(date(2026, 1, 31)),)), oregon, date(2026, 2, 17))
    first = due(case(turns=(enrolled(date(2026, 1, 31)),)), oregon, date(2026, 2, 18))
    reported = NoticeFact(NoticeKind.STATUS, date(2026, 2, 20), sent_on=date(2026, 2, 20))
    next_one = due(case(turns=(enrolled(date(2026, 1, 31)),), notices=(reported,)), oregon, date(2026, 3, 20))

    assert before == ()
    assert [(d.kind, d.due_on) for d in first] == [(DutyKind.NOTICE_STATUS, date(2026, 2, 28))]
    assert [d.due_on for d in next_one] == [date(2026, 3, 20)]


def test_californias_quarterly_report_is_general_knowledge_and_makes_no_duty() -> None:
    found = due(case(turns=(enrolled(date(2025, 1, 6)),)), only("california"), LATER)

    assert found == ()


def test_oregon_wants_a_summary_between_sessions_32_and_36() -> None:
    oregon = only("oregon")
    weekly = tuple((date(2026, 1, 6) + timedelta(weeks=n), None) for n in range(36))

    def interim(sessions: int) -> list[date | None]:
        found = due(case(attended=weekly[:sessions]), oregon, LATER)
        return [each.due_on for each in found if each.kind is DutyKind.NOTICE_INTERIM]

    assert interim(31) == []
    assert interim(32) == [weekly[31][0] + timedelta(weeks=4)]
    assert interim(36) == [weekly[35][0]]


def test_texas_wants_its_return_on_the_tenth_and_north_carolina_its_statistics_each_quarter() -> None:
    facts = ProgrammeFacts(PROGRAMME, since=date(2026, 8, 20))
    today = date(2026, 11, 10)

    texas = returns_due(facts, only("texas"), today, frozenset())
    carolina = returns_due(facts, only("north-carolina"), today, frozenset())

    assert [(each.owed.period, each.owed.rule.due_on) for each in texas] == [
        (date(2026, 8, 1), date(2026, 9, 10)),
        (date(2026, 9, 1), date(2026, 10, 10)),
        (date(2026, 10, 1), date(2026, 11, 10)),
    ]
    assert [(each.owed.period, each.owed.rule.due_on) for each in carolina] == [
        (date(2026, 7, 1), date(2026, 10, 30))
    ]


def test_a_return_that_was_sent_is_due_no_more() -> None:
    sent = NoticeFact(NoticeKind.MONTHLY_RETURN, date(2026, 11, 3), period=date(2026, 10, 1))
    facts = ProgrammeFacts(PROGRAMME, since=date(2026, 10, 1), returns=(sent,))

    assert duties(facts, only("texas"), date(2026, 11, 10), frozenset()) == ()


def test_each_fact_keeps_the_rule_of_its_day() -> None:
    rules = pack(
        value("non-compliance-notice", 2, since=date(2026, 10, 1)), value("non-compliance-notice", 7)
    )
    old = AbsenceFact(FACT, date(2026, 9, 30), date(2026, 10, 2))
    new = AbsenceFact(UUID(int=9), date(2026, 10, 1), date(2026, 10, 2))

    (first,) = due(case(absences=(old,)), rules, LATER)
    (second,) = due(case(absences=(new,)), rules, LATER)

    assert (first.due_on, second.due_on) == (date(2026, 10, 7), date(2026, 10, 3))


def test_a_pack_that_asks_for_proof_of_enrolment_has_it_within_its_days() -> None:
    rules = pack(value("enrolment-notice", 30))
    (found,) = due(case(turns=(enrolled(date(2026, 11, 2)),)), rules, date(2026, 11, 2))
    given = NoticeFact(
        NoticeKind.ENROLMENT, date(2026, 11, 3), frozenset({REFERRAL}), sent_on=date(2026, 11, 3)
    )

    assert (found.kind, found.due_on) == (DutyKind.NOTICE_ENROLMENT, date(2026, 12, 2))
    assert due(case(turns=(enrolled(date(2026, 11, 2)),), notices=(given,)), rules, LATER) == ()
