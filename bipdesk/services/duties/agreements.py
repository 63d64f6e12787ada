"""What is due about agencies: agreements that run out, and next steps that were agreed on."""

from collections.abc import Iterator
from datetime import date, timedelta

from bipdesk.db.records.file import Unit
from bipdesk.domain.agency_agreement import WARN_AHEAD
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duty import Duty, DutyKind

STEPS_AHEAD = timedelta(days=21)
"""As far ahead as the next steps of participants are shown."""


def agreement_duties(unit: Unit, today: date) -> Iterator[Duty]:
    """Yield a duty for each agreement that ends within sixty days or has ended; two queries."""
    for agreement, agency in unit.agencies.agreements_expiring(today + WARN_AHEAD):
        expires = agreement.details.expires_on
        if expires is None:
            continue
        words = "It expired on" if expires < today else "It holds until"
        yield Duty(
            DutyKind.RENEW_AGREEMENT,
            agreement.agency_id,
            f"{agreement.details.kind.label} with {agency}",
            f"{words} {day_in_words(expires)}",
            expires,
        )


def next_step_duties(unit: Unit, today: date) -> Iterator[Duty]:
    """Yield a duty for each next step with an agency that has a date; two queries."""
    for work in unit.partnerships.open_steps(today + STEPS_AHEAD):
        details = work.details
        agency = details.agency_id
        yield Duty(
            DutyKind.COMMUNITY_STEP if agency is None else DutyKind.AGENCY_STEP,
            work.work_id if agency is None else agency,
            details.next_step,
            " · ".join(
                part for part in (work.agency_name, details.kind.label, day_in_words(details.on_date)) if part
            ),
            details.next_by,
        )
