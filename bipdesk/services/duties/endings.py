"""What reviews and completion make due: an interim review, and a list that two people can sign."""

from collections.abc import Iterator, Sequence
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.journey import Journey
from bipdesk.domain.library import Library
from bipdesk.domain.participant import ListedParticipant
from bipdesk.domain.referral import Status
from bipdesk.domain.review_due import NOTICE, review_due
from bipdesk.services.endings.completion_reading import completions

Traced = tuple[ListedParticipant, Journey]
SIGNED = "House rule: two people sign a completion"
SIGN = "Nothing is missing: two people can sign it"
_NAMED = 3


def interim_reviews(unit: Unit, today: date, library: Library, traced: Sequence[Traced]) -> Iterator[Duty]:
    """Yield whose next review is due within two weeks; four queries however many there are."""
    rule = library.packs.of(unit.offices.site().details.pack).value("plan-review", today)
    begun = [person for person, _ in traced if person.status is Status.IN_PROGRAMME]
    ids = [person.participant_id for person in begun]
    last, began = unit.reviews.last(ids), unit.referrals.latest_of(ids)
    for person in begun:
        his = person.participant_id
        due = review_due(began[his].since, last.get(his), rule)
        if due is None or not due.binding or due.on - NOTICE > today:
            continue
        yield Duty(
            DutyKind.INTERIM_REVIEW,
            his,
            f"Review with {_short(person)}",
            due.words,
            due.on,
            citation=due.citation,
            to="Participant, facilitator, officer",
            discharged_by="The review, recorded",
        )


def completions_to_sign(
    unit: Unit, today: date, library: Library, traced: Sequence[Traced]
) -> Iterator[Duty]:
    """Yield whose steps are all met: two people can sign, or this is what is still missing."""
    there = [
        person for person, journey in traced if journey.is_complete and person.status is Status.IN_PROGRAMME
    ]
    found = completions(unit, library, there, today)
    for person in there:
        completion = found[person.participant_id]
        missing = [line.item.label.lower() for line in completion.unmet]
        words = f"Still missing: {'; '.join(missing[:_NAMED])}" if missing else SIGN
        yield Duty(
            DutyKind.SIGN_COMPLETION,
            person.participant_id,
            f"Completion of {_short(person)}",
            words,
            None,
            citation=SIGNED,
            discharged_by="Two signatures on the list, or another end",
        )


def _short(person: ListedParticipant) -> str:
    return f"{person.given_name[:1]}. {person.family_name}"
