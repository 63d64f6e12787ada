"""Agreements, next steps, reviews and the directory, as values."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from bipdesk.domain.agency import AgencyKind
from bipdesk.domain.agency_agreement import (
    AgencyAgreement,
    AgreementDetails,
    AgreementKind,
    AgreementState,
    most_pressing,
)
from bipdesk.domain.ids import (
    UNSEEN,
    AgencyAgreementId,
    AgencyId,
    JointWorkId,
    PartnershipReviewId,
    ServiceEntryId,
)
from bipdesk.domain.joint_work import JointWork, WorkDetails, WorkKind, first_open_step
from bipdesk.domain.partnership import (
    QUESTIONS,
    STRATEGIES,
    Answer,
    Followed,
    PartnershipReview,
    Progress,
    Rating,
    ReviewDetails,
    a_year_after,
)
from bipdesk.domain.service_directory import ServiceDetails, ServiceEntry, ServiceKind, found, in_order

TODAY = date(2026, 11, 19)
SOME = UUID(int=7)


def agreement(
    signed_on: date | None = date(2025, 1, 1), expires_on: date | None = None, ended_on: date | None = None
) -> AgencyAgreement:
    details = AgreementDetails(AgreementKind.MEMORANDUM, "", signed_on, expires_on, ended_on)
    return AgencyAgreement(AgencyAgreementId(SOME), AgencyId(SOME), UNSEEN, details)


def work(step: str = "", by: date | None = None, done: date | None = None) -> JointWork:
    details = WorkDetails(WorkKind.MEETING, TODAY, next_step=step, next_by=by, next_done_on=done)
    return JointWork(JointWorkId(SOME), UNSEEN, details)


def service(
    name: str, kind: ServiceKind = ServiceKind.LEGAL, for_whom: str = "", languages: str = ""
) -> ServiceEntry:
    details = ServiceDetails(name, kind, for_whom, languages=languages)
    return ServiceEntry(ServiceEntryId(SOME), UNSEEN, details)


@pytest.mark.parametrize(
    ("expires_in", "state", "warns"),
    [
        (61, AgreementState.IN_FORCE, False),
        (60, AgreementState.ENDS_SOON, True),
        (0, AgreementState.ENDS_SOON, True),
        (-1, AgreementState.EXPIRED, True),
    ],
)
def test_an_agreement_warns_sixty_days_ahead_and_holds_on_its_last_day(
    expires_in: int, state: AgreementState, warns: bool
) -> None:
    one = agreement(expires_on=TODAY + timedelta(days=expires_in))
    assert (one.state(TODAY), one.wants_renewal(TODAY)) == (state, warns)


def test_an_agreement_that_was_ended_or_has_no_end_warns_no_more() -> None:
    ended = agreement(expires_on=TODAY, ended_on=TODAY)
    assert (ended.state(TODAY), ended.wants_renewal(TODAY)) == (AgreementState.ENDED, False)
    assert agreement().state(TODAY) is AgreementState.IN_FORCE
    assert not agreement().wants_renewal(TODAY)
    assert agreement(signed_on=None).state(TODAY) is AgreementState.UNSIGNED


def test_the_most_pressing_agreement_is_the_one_that_ends_first() -> None:
    soon, later = agreement(expires_on=TODAY), agreement(expires_on=TODAY + timedelta(days=9))
    ended = agreement(expires_on=date(2026, 1, 1), ended_on=date(2026, 1, 1))
    assert most_pressing((agreement(), later, ended, soon)) is soon
    assert most_pressing((ended,)) is None


def test_the_first_open_step_is_the_one_due_first_and_one_without_a_date_comes_last() -> None:
    soon, undated = work("Ring", TODAY), work("Write")
    done = work("Meet", TODAY - timedelta(days=5), TODAY)
    assert first_open_step((undated, done, work(), soon)) is soon
    assert first_open_step((undated, done)) is undated
    assert first_open_step((done, work())) is None


def test_the_review_asks_the_eight_questions_and_six_strategies_of_the_source() -> None:
    words = " ".join(question.words for question in QUESTIONS)
    assert len(QUESTIONS) == 8
    for part in (
        "operate in the area",
        "certified by the state",
        "share values and philosophies about the root causes of domestic violence",
        "racism and other systemic equity issues",
        "lived experiences of adult and child survivors",
        "voluntarily and safely provide and gather information",
        "training and ongoing supervision",
        "children's exposure to domestic violence",
        "supporting opportunities for change and healing",
    ):
        assert part in words
    assert len(STRATEGIES) == 6
    assert len({one.code for one in (*QUESTIONS, *STRATEGIES)}) == 14


def test_a_review_counts_what_is_in_place_and_suggests_the_next_a_year_later() -> None:
    details = ReviewDetails(
        date(2024, 2, 29),
        answers={"equity": Answer(Rating.PARTLY), "contact": Answer(Rating.PARTLY), "centre": Answer()},
        followed={"vision": Followed(Progress.PLANNED)},
    )
    review = PartnershipReview(PartnershipReviewId(SOME), AgencyId(SOME), UNSEEN, details)
    assert (review.rated(Rating.PARTLY), review.rated(Rating.IN_PLACE)) == (2, 0)
    assert review.at(Progress.PLANNED) == 1
    assert review.next_on == date(2025, 2, 28)
    assert a_year_after(date(2026, 11, 19)) == date(2027, 11, 19)


def test_a_search_finds_every_word_without_case_or_accents_anywhere_in_a_service() -> None:
    clinic = service("Clínica Muñoz", ServiceKind.SUBSTANCE, for_whom="Adults", languages="Español")
    aid = service("Legal aid", for_whom="People of low income")
    assert found((clinic, aid), "munoz ADULTS", None) == (clinic,)
    assert found((clinic, aid), "alcohol", None) == (clinic,)
    assert found((clinic, aid), "", ServiceKind.LEGAL) == (aid,)
    assert found((clinic, aid), "munoz", ServiceKind.LEGAL) == ()


def test_services_stand_by_kind_and_then_by_name() -> None:
    ordered = in_order((service("B"), service("a"), service("Z", ServiceKind.CRISIS)))
    assert [entry.details.name for entry in ordered] == ["Z", "a", "B"]


def test_a_service_nobody_has_rung_for_a_year_wants_checking() -> None:
    checked = [
        ServiceEntry(ServiceEntryId(SOME), UNSEEN, ServiceDetails("A", ServiceKind.LEGAL, checked_on=day))
        for day in (None, TODAY - timedelta(days=366), TODAY - timedelta(days=365))
    ]
    assert [entry.wants_checking(TODAY) for entry in checked] == [True, True, False]


def test_every_kind_of_agency_has_words() -> None:
    assert AgencyKind.FAMILY_COURT_ADVISER.label == "Family-court adviser"
    assert AgencyKind.VICTIM_SERVICE.label == "Victim service"
