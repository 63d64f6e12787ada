"""What the coordinator does about agencies in the two years: enters them, meets them, reviews the work."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.agency_agreement import AgreementDetails, AgreementKind
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.joint_work import WorkDetails
from bipdesk.domain.partnership import Answer, Followed, Rating, ReviewDetails
from bipdesk.invented.acts import Act, Who, moment
from bipdesk.invented.agency_texts import (
    AGENCIES,
    AGREEMENTS,
    ANSWERS,
    CENTRE,
    FOLLOWED,
    LEFT,
    PEOPLE,
    PROBATION,
    SERVICES,
    STEPS,
    WORK,
)

REVIEWED_DAYS_AGO = (520, 150)
ENTERED_DAYS_AGO = 30
ANSWERED_AT_FIRST = 5
"""How many of the questions were answered in the first review."""


def acts_of_agencies(begins_on: date, today: date) -> Iterator[Act]:
    """Yield what is done about agencies from the first day to today."""
    yield _act(begins_on, 7, _enter)
    for days, agency, kind, who, what in WORK:
        on_date = today - timedelta(days=days)
        details = _with_step(WorkDetails(kind, on_date, who=who, what=what), STEPS.get(days), today)
        yield _act(on_date, 15, partial(_work, details, agency))
    for agency, paper, covers, signed, expires in AGREEMENTS:
        signed_on, expires_on = today - timedelta(days=signed), today + timedelta(days=expires)
        yield _act(signed_on, 10, partial(_agree, agency, (paper, covers, signed_on, expires_on)))
    for number, days in enumerate(REVIEWED_DAYS_AGO):
        on_date = today - timedelta(days=days)
        yield _act(on_date, 14, partial(_review, on_date, number == 0))
    yield _act(today - timedelta(days=ENTERED_DAYS_AGO), 9, partial(_list_services, today))


def _act(day: date, hour: int, do: Callable[[Desk], None]) -> Act:
    return Act(moment(day, hour), Who.COORDINATOR, do)


def _enter(desk: Desk) -> None:
    known = {choice.name: choice.agency_id for choice in desk.agencies.choices()}
    for details in AGENCIES:
        if details.name in known:
            stored = desk.agencies.file(known[details.name]).agency
            desk.agencies.update(stored.agency_id, details, stored.seen)
        else:
            desk.agencies.add(details)
    for agency, people in PEOPLE.items():
        for person in people:
            desk.agencies.add_person(_named(desk, agency), person)
    left = replace(LEFT, left_on=desk.clock.today())
    desk.agencies.add_person(_named(desk, PROBATION), left)


def _work(details: WorkDetails, agency: str, desk: Desk) -> None:
    agency_id = _named(desk, agency) if agency else None
    desk.partnerships.record(replace(details, agency_id=agency_id))


def _agree(agency: str, terms: tuple[AgreementKind, str, date, date], desk: Desk) -> None:
    desk.agencies.add_agreement(_named(desk, agency), AgreementDetails(*terms))


def _review(on_date: date, first: bool, desk: Desk) -> None:
    answers = {code: Answer(*said) for code, said in ANSWERS.items()}
    if first:
        answers = {
            code: Answer(Rating.PARTLY if answer.rating is Rating.IN_PLACE else Rating.NOT_YET)
            for code, answer in list(answers.items())[:ANSWERED_AT_FIRST]
        }
    details = ReviewDetails(
        on_date,
        "N. Salazar, D. Avery, T. Hallam",
        answers,
        {code: Followed(*said) for code, said in FOLLOWED.items() if not first},
    )
    desk.partnerships.save_review(_named(desk, CENTRE), details, None)


def _list_services(today: date, desk: Desk) -> None:
    for service, days in SERVICES:
        desk.directory.add(replace(service, checked_on=today - timedelta(days=days)))


def _with_step(details: WorkDetails, step: tuple[str, int, bool] | None, today: date) -> WorkDetails:
    if step is None:
        return details
    words, days, done = step
    by = today - timedelta(days=days)
    return replace(details, next_step=words, next_by=by, next_done_on=by if done else None)


def _named(desk: Desk, name: str) -> AgencyId:
    return next(choice.agency_id for choice in desk.agencies.choices() if choice.name == name)
