"""Agencies through a real vault: entered, changed, taken out and back, and what becomes due about them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bipdesk.db.records.tables.agencies import COLUMNS
from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyDetails, AgencyKind, LetterLanguage, LetterWay, PersonAtAgency
from bipdesk.domain.agency_agreement import AgreementDetails, AgreementKind
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.errors import DateInFuture, NothingEntered, RowMissing, WrongDate
from bipdesk.domain.ids import AgencyId, ServiceEntryId
from bipdesk.domain.intake_errors import AgencyKnown
from bipdesk.domain.joint_work import WorkDetails, WorkKind
from bipdesk.domain.partnership import QUESTIONS, Answer, Followed, Progress, Rating, ReviewDetails
from bipdesk.domain.service_directory import ServiceDetails, ServiceKind

TODAY = date(2026, 11, 19)
OURS = (DutyKind.RENEW_AGREEMENT, DutyKind.AGENCY_STEP, DutyKind.COMMUNITY_STEP)
PROBATION = AgencyDetails(
    AgencyKind.PROBATION,
    "Dale County Probation",
    "210 Main Street\n\n Harlow SD 57099 ",
    letter_way=LetterWay.FAX,
    letter_remark="Fax 555-0124",
    letter_language=LetterLanguage.SPANISH,
    refers=True,
)


def entered(desk: Desk, details: AgencyDetails = PROBATION) -> AgencyId:
    row_id = desk.agencies.add(details).row_id
    assert row_id is not None
    return AgencyId(row_id)


def due(desk: Desk) -> list[Duty]:
    return [duty for duty in desk.today.today().due if duty.kind in OURS]


def memorandum(expires_on: date | None) -> AgreementDetails:
    return AgreementDetails(AgreementKind.MEMORANDUM, "Letters", date(2025, 1, 2), expires_on)


def test_an_agency_is_chosen_by_kind_and_tells_where_its_letters_go(desk: Desk) -> None:
    agency_id = entered(desk)
    court = entered(desk, AgencyDetails(AgencyKind.COURT, "  Dale   County Court "))
    assert [one.agency_id for one in desk.agencies.choices()] == [court, agency_id]
    assert [one.name for one in desk.agencies.choices(frozenset({AgencyKind.COURT}))] == ["Dale County Court"]
    address = desk.agencies.letter_address(agency_id)
    assert address.lines == ("210 Main Street", "Harlow SD 57099")
    assert (address.way, address.remark, address.language.value) == (LetterWay.FAX, "Fax 555-0124", "es")


def test_a_name_typed_into_a_referral_is_one_agency_however_it_is_written(desk: Desk) -> None:
    agency_id = entered(desk)
    with desk._vault.records.unit() as unit:
        same = unit.agencies.named_or_new(" dale county  PROBATION", AgencyKind.OTHER)
        new = unit.agencies.named_or_new("Mill Creek Court", AgencyKind.COURT)
        assert unit.agencies.named("Nobody") is None
    assert same == agency_id
    assert desk.agencies.file(new).agency.details.refers


def test_an_agency_without_a_name_is_refused(desk: Desk) -> None:
    with pytest.raises(NothingEntered):
        desk.agencies.add(AgencyDetails(AgencyKind.COURT, " "))


def test_a_name_that_another_agency_has_is_refused_however_it_is_written(desk: Desk) -> None:
    entered(desk)
    court = entered(desk, AgencyDetails(AgencyKind.COURT, "Dale County Court"))
    with pytest.raises(AgencyKnown):
        desk.agencies.add(replace(PROBATION, name="dale county  probation"))
    stored = desk.agencies.file(court).agency
    with pytest.raises(AgencyKnown):
        desk.agencies.update(court, replace(stored.details, name=PROBATION.name), stored.seen)
    desk.agencies.update(court, replace(stored.details, name="DALE County Court"), stored.seen)


def test_what_is_changed_is_kept_and_another_form_left_open_overwrites_nothing_in_silence(
    desk: Desk,
) -> None:
    agency_id = entered(desk)
    before = desk.agencies.file(agency_id).agency
    desk.agencies.update(agency_id, replace(PROBATION, phone="555-0120"), before.seen)
    desk.agencies.update(agency_id, replace(PROBATION, phone="555-0199"), before.seen)
    with desk._vault.records.unit() as unit:
        assert unit.carriage.conflicts([agency_id]) == ("phone",)


def test_a_removed_agency_is_gone_with_its_duties_and_comes_back_whole(desk: Desk) -> None:
    agency_id = entered(desk)
    desk.agencies.add_person(agency_id, PersonAtAgency("P. Lindal", "Officer"))
    desk.agencies.add_agreement(agency_id, memorandum(TODAY))
    desk.partnerships.record(
        WorkDetails(WorkKind.MEETING, TODAY, agency_id, what="Met", next_step="Write", next_by=TODAY)
    )
    assert len(due(desk)) == 2
    desk.agencies.remove(desk.agencies.file(agency_id).agency)
    assert (desk.agencies.list(), desk.agencies.choices(), due(desk)) == ((), (), [])
    assert desk.partnerships.work() == ()
    with pytest.raises(RowMissing):
        desk.agencies.letter_address(agency_id)
    desk.agencies.bring_back(agency_id)
    file = desk.agencies.file(agency_id)
    assert (len(file.people), len(file.agreements), len(file.work), len(due(desk))) == (1, 1, 1, 2)


def test_who_left_stands_after_those_who_are_there(desk: Desk) -> None:
    agency_id = entered(desk)
    desk.agencies.add_person(agency_id, PersonAtAgency("A. Gone", left_on=date(2026, 1, 1)))
    desk.agencies.add_person(agency_id, PersonAtAgency("Z. Here"))
    people = desk.agencies.file(agency_id).people
    assert [person.details.name for person in people] == ["Z. Here", "A. Gone"]
    desk.agencies.remove_person(people[0])
    assert len(desk.agencies.file(agency_id).people) == 1
    desk.agencies.bring_person_back(people[0].person_id)
    assert len(desk.agencies.file(agency_id).people) == 2


@pytest.mark.parametrize(("expires_in", "duties"), [(61, 0), (60, 1), (-3, 1)])
def test_an_agreement_is_due_sixty_days_before_it_ends(desk: Desk, expires_in: int, duties: int) -> None:
    agency_id = entered(desk)
    expires_on = TODAY + timedelta(days=expires_in)
    desk.agencies.add_agreement(agency_id, memorandum(expires_on))
    found = due(desk)
    assert len(found) == duties
    assert all((d.subject_id, d.due_on) == (agency_id, expires_on) for d in found)
    assert [d.title for d in found] == ["Memorandum of understanding with Dale County Probation"] * duties


def test_renewing_ends_the_old_agreement_keeps_it_and_ends_the_duty(desk: Desk) -> None:
    agency_id = entered(desk)
    desk.agencies.add_agreement(agency_id, memorandum(TODAY))
    (old,) = desk.agencies.file(agency_id).agreements
    with pytest.raises(NothingEntered):
        desk.agencies.renew_agreement(old, replace(memorandum(None), signed_on=None))
    desk.agencies.renew_agreement(old, replace(memorandum(date(2028, 11, 18)), signed_on=TODAY))
    new, kept = desk.agencies.file(agency_id).agreements
    assert (new.details.signed_on, kept.details.ended_on) == (TODAY, TODAY)
    assert due(desk) == []


def test_an_agreement_signed_tomorrow_or_ending_before_it_began_is_refused(desk: Desk) -> None:
    agency_id = entered(desk)
    with pytest.raises(DateInFuture):
        desk.agencies.add_agreement(agency_id, replace(memorandum(None), signed_on=date(2026, 11, 20)))
    with pytest.raises(WrongDate):
        desk.agencies.add_agreement(agency_id, memorandum(date(2025, 1, 1)))


def test_a_next_step_with_a_date_is_due_until_it_is_done_and_undoing_makes_it_due_again(desk: Desk) -> None:
    agency_id = entered(desk)
    talk = WorkDetails(WorkKind.COMMUNITY_EDUCATION, TODAY, who="40 people")
    step = replace(talk, next_step="Send the flyer", next_by=TODAY + timedelta(days=3))
    desk.partnerships.record(replace(step, agency_id=agency_id))
    made = desk.partnerships.record(step)
    assert {(duty.kind, duty.subject_id) for duty in due(desk)} == {
        (DutyKind.AGENCY_STEP, agency_id),
        (DutyKind.COMMUNITY_STEP, made.row_id),
    }
    (work,) = desk.agencies.file(agency_id).work
    taken = desk.partnerships.step_taken(work)
    assert len(due(desk)) == 1
    desk.partnerships.step_not_taken(work.work_id, taken.seen)
    assert len(due(desk)) == 2


def test_an_entry_says_what_was_done_on_a_day_that_has_come(desk: Desk) -> None:
    with pytest.raises(DateInFuture):
        desk.partnerships.record(WorkDetails(WorkKind.NETWORK, date(2026, 11, 20), what="Met"))
    with pytest.raises(NothingEntered):
        desk.partnerships.record(WorkDetails(WorkKind.NETWORK, TODAY))
    with pytest.raises(NothingEntered):
        desk.partnerships.record(WorkDetails(WorkKind.NETWORK, TODAY, what="Met", next_by=TODAY))


def test_a_review_is_saved_half_answered_gone_on_with_and_kept_beside_the_next(desk: Desk) -> None:
    agency_id = entered(desk)
    answers = {q.code: Answer(Rating.PARTLY, q.title) for q in QUESTIONS[:3]}
    half = ReviewDetails(date(2025, 11, 19), "All of us", answers)
    desk.partnerships.save_review(agency_id, half, None)
    (stored,) = desk.agencies.file(agency_id).reviews
    assert stored.details.answers["certified"] == answers["certified"]
    assert stored.details.answers["equity"] == Answer()
    more = replace(half, followed={"vision": Followed(Progress.DOING, "One page")})
    desk.partnerships.save_review(agency_id, more, stored)
    desk.partnerships.save_review(agency_id, ReviewDetails(TODAY), None)
    newest, first = desk.agencies.file(agency_id).reviews
    assert newest.details.on_date == TODAY
    assert first.details.followed["vision"] == Followed(Progress.DOING, "One page")
    assert desk.agencies.list()[0].reviewed_on == TODAY
    desk.partnerships.remove_review(newest)
    assert len(desk.agencies.file(agency_id).reviews) == 1
    desk.partnerships.bring_review_back(newest.review_id)
    assert len(desk.agencies.file(agency_id).reviews) == 2


def test_the_directory_is_kept_searched_and_taken_out_of(desk: Desk) -> None:
    made = desk.directory.add(ServiceDetails("Legal aid", ServiceKind.LEGAL, area="Pierce"))
    assert made.row_id is not None
    (entry,) = desk.directory.search("pierce")
    desk.directory.update(entry.entry_id, replace(entry.details, phone="555-0145"), entry.seen)
    (entry,) = desk.directory.search("0145", ServiceKind.LEGAL)
    desk.directory.remove(entry)
    assert desk.directory.search() == ()
    desk.directory.bring_back(ServiceEntryId(made.row_id))
    assert len(desk.directory.search()) == 1
    assert desk.directory.render().startswith(b"%PDF")


def test_nothing_about_agencies_goes_to_the_county(desk: Desk) -> None:
    compartments = {column.compartment.value for table in COLUMNS for column in table.columns.values()}
    assert compartments == {"CORE"}
    assert all(table.subject_column is None for table in COLUMNS)
