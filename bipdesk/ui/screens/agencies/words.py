"""Agencies, agreements and joint work in words."""

from datetime import date

from bipdesk.domain.agency import AgencyDetails, AgencyLine, PersonAtAgency
from bipdesk.domain.agency_agreement import AgencyAgreement, AgreementState
from bipdesk.domain.joint_work import JointWork
from bipdesk.domain.partnership import QUESTIONS, STRATEGIES, PartnershipReview, Progress, Rating
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.widgets.pill import State

NO_NAMES = (
    "Write nothing about those to be protected here, and no participant's name: that goes into his file, or "
    "into the hand-over form."
)

AGREEMENT_STATES: dict[AgreementState, State] = {
    AgreementState.UNSIGNED: State.NEUTRAL,
    AgreementState.IN_FORCE: State.GOOD,
    AgreementState.ENDS_SOON: State.WARN,
    AgreementState.EXPIRED: State.BAD,
    AgreementState.ENDED: State.NEUTRAL,
}

RATING_STATES: dict[Rating, State] = {
    Rating.IN_PLACE: State.GOOD,
    Rating.PARTLY: State.WARN,
    Rating.NOT_YET: State.BAD,
}

PROGRESS_STATES: dict[Progress, State] = {
    Progress.DOING: State.GOOD,
    Progress.PLANNED: State.WARN,
    Progress.NOT_YET: State.BAD,
}


def roles(agency: AgencyDetails | AgencyLine) -> str:
    """Return "Probation · refers · works beside"."""
    refers = "refers" if agency.refers else ""
    return joined(agency.kind.label, refers, "works beside us" if agency.works_beside else "")


def agreement_word(agreement: AgencyAgreement, today: date) -> str:
    """Return "In force", "Ends in 34 days" or "Expired 12 days ago"."""
    state, expires = agreement.state(today), agreement.details.expires_on
    if expires is None or state not in (AgreementState.ENDS_SOON, AgreementState.EXPIRED):
        return state.label
    days = (expires - today).days
    if days == 0:
        return "Ends today"
    return f"Ends in {counted(days, 'day', 'days')}" if days > 0 else f"Expired {_ago(-days)}"


def agreement_dates(agreement: AgencyAgreement, today: date) -> str:
    """Return "Signed 3 Jan 2025 · holds until 2 Jan 2027"."""
    details = agreement.details
    signed = f"signed {short_date(details.signed_on, today)}" if details.signed_on else "not signed yet"
    until = f"holds until {short_date(details.expires_on, today)}" if details.expires_on else "without an end"
    ended = f"ended {short_date(details.ended_on, today)}" if details.ended_on else ""
    words = joined(signed, until, ended)
    return words[:1].upper() + words[1:]


def step_word(work: JointWork, today: date) -> tuple[str, State]:
    """Return how the next step stands: "By 3 Dec", "Overdue 2 days", "Done 3 Dec", "No date"."""
    details = work.details
    if details.next_done_on is not None:
        return f"Done {short_date(details.next_done_on, today)}", State.GOOD
    if details.next_by is None:
        return "No date", State.NEUTRAL
    left = (details.next_by - today).days
    if left < 0:
        return f"Overdue {counted(-left, 'day', 'days')}", State.BAD
    return f"By {short_date(details.next_by, today)}", State.WARN if left == 0 else State.NEUTRAL


def work_facts(work: JointWork, today: date, *, with_agency: bool) -> str:
    """Return "12 Nov · Consultation · with R. Ortega" and, where asked, the agency."""
    details = work.details
    agency = work.agency_name if with_agency else ""
    return joined(short_date(details.on_date, today), details.kind.label, agency, details.who)


def person_facts(person: PersonAtAgency, today: date) -> str:
    """Return function, phone and email, or since when somebody is gone."""
    left = f"left {short_date(person.left_on, today)}" if person.left_on else ""
    return joined(person.function, person.phone, person.email, left)


def review_summary(review: PartnershipReview) -> str:
    """Return "Of eight questions 5 in place, 2 partly, 1 not yet; of six strategies 3 doing, 2 planned"."""
    rated = [(review.rated(rating), rating.label.lower()) for rating in Rating]
    going = [(review.at(progress), progress.label.lower()) for progress in Progress]
    questions = _tally(rated, len(QUESTIONS))
    return f"Of eight questions {questions}; of six strategies {_tally(going, len(STRATEGIES))}."


def _tally(counts: list[tuple[int, str]], of: int) -> str:
    left = of - sum(count for count, _ in counts)
    said = [f"{count} {word}" for count, word in counts if count]
    return ", ".join([*said, f"{left} still open"] if left else said)


def _ago(days: int) -> str:
    return f"{counted(days, 'day', 'days')} ago"
