"""Reviews and ends of the invented programme: three voices, two signatures, each kind of end, summaries."""

from dataclasses import replace
from datetime import date, timedelta

from bipdesk.desk import Desk
from bipdesk.domain.delivery_errors import CompletionRefused
from bipdesk.domain.exit import ExitDetails, ExitReason, ExitType
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.order_outcome import OutcomeDetails, OutcomeKind
from bipdesk.domain.readiness import SecondPerson
from bipdesk.domain.referral import ReferralKind, Status
from bipdesk.domain.review import ReviewKind, SignedOn
from bipdesk.invented.acts import Who
from bipdesk.invented.ending_texts import RECOMMENDED, SAID
from bipdesk.invented.notices import send_summary
from bipdesk.invented.staff import ACCOUNTS

OFFICERS = ("K. Lowe, probation", "J. Ferris, probation", "A. Dunn, family court")
SUMMARY_AFTER = timedelta(days=5)
OUTCOME_AFTER = timedelta(days=35)
_LAST_SEEN = timedelta(days=3)
_LEFT: tuple[ExitDetails, ...] = (
    ExitDetails(
        ExitType.TERMINATED,
        date.min,
        ExitReason.ABSENCE,
        "Stopped coming; two letters and a visit brought no answer",
        violent_signs=False,
    ),
    ExitDetails(
        ExitType.WITHDREW, date.min, reason="Said that he has no time for it any more", violent_signs=False
    ),
    ExitDetails(
        ExitType.DISCHARGED,
        date.min,
        ExitReason.MOVED,
        "Moved away for work; referred to the programme there",
        violent_signs=False,
    ),
    ExitDetails(ExitType.TRANSFERRED, date.min, receiving="Northside programme, Dale"),
    ExitDetails(ExitType.ORDER_ENDED, date.min, reason="The order ran out", violent_signs=False),
)


def hold_review(who: ParticipantId, number: int, kind: ReviewKind, desk: Desk) -> None:
    """Hold a review; all but every third is signed by all three at once."""
    opened, today = desk.reviews.open(who).details, desk.clock.today()
    whole = number % 3 != 2
    desk.reviews.record(
        who,
        replace(
            opened,
            kind=kind,
            words=SAID[number % len(SAID)],
            recommendations=RECOMMENDED[number % len(RECOMMENDED)],
            officer=OFFICERS[number % len(OFFICERS)],
            signed=SignedOn(today, today, today if whole else None),
            next_on=None,
        ),
    )


def end(who: ParticipantId, number: int, status: Status, desk: Desk) -> None:
    """Sign a completion by two, or record another end; who lacks something ends with his order."""
    today, seen = desk.clock.today(), desk.endings.file(who).referral_seen
    if status is Status.COMPLETED:
        completed = ExitDetails(ExitType.COMPLETED, today, violent_signs=False)
        account = ACCOUNTS[Who.FIRST_FACILITATOR]
        second = SecondPerson(account.sign_in_name, account.passphrase, "")
        try:
            desk.exits.complete(who, completed, second, seen)
        except CompletionRefused:
            desk.exits.end(who, replace(_LEFT[-1], on_date=today), seen)
        return
    details = _LEFT[number % len(_LEFT)]
    if desk.participants.file(who).status is not Status.IN_PROGRAMME:
        details = _LEFT[1 + number % 2]
    if details.type is ExitType.TRANSFERRED:
        details = replace(details, authorised_by=OFFICERS[0], authorised_on=today)
    desk.exits.end(who, replace(details, on_date=today, last_contact_on=today - _LAST_SEEN), seen)


def sum_up(who: ParticipantId, desk: Desk) -> None:
    """Prepare the exit summary of whoever has ended."""
    standing = desk.endings.file(who).standing
    if standing is not None:
        words = desk.endings.summary_draft(standing.exit_id)
        desk.endings.put_summary(standing.exit_id, replace(words, recommendations=RECOMMENDED[0]))
        send_summary(who, desk)


def hear_of_court(who: ParticipantId, number: int, desk: Desk) -> None:
    """Write down what the court made of an order that was completed."""
    file = desk.endings.file(who)
    if file.status is not Status.COMPLETED or file.referral_kind is not ReferralKind.COURT_ORDERED:
        return
    kind = (OutcomeKind.SUSPENDED, OutcomeKind.LESSER, OutcomeKind.ENDED)[number % 3]
    details = OutcomeDetails(kind, desk.clock.today(), file.referrer or OFFICERS[0])
    desk.endings.put_outcome(who, details)
