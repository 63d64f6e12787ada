"""What the file says of a participant, in words."""

from datetime import date

from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.journey import JourneyStep, StepState
from bipdesk.domain.participant import ParticipantFile
from bipdesk.domain.referral import ReferralKind, Status
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.widgets.pill import State

STEP_WORDS: dict[StepState, tuple[str, State]] = {
    StepState.ATTENDED: ("Attended", State.GOOD),
    StepState.CAUGHT_UP: ("Caught up", State.GOOD),
    StepState.CREDITED: ("Credited", State.GOOD),
    StepState.EARLY: ("Does not count yet", State.WARN),
    StepState.MISSED: ("Catch-up owed", State.BAD),
    StepState.NEXT: ("Next", State.NEUTRAL),
    StepState.AHEAD: ("To come", State.NEUTRAL),
}


def subtitle(file: ParticipantFile, today: date) -> str:
    """Return "BD-0141 · court-ordered, Dale County Court · Thursday group · started 15 Aug"."""
    kind = "court-ordered" if file.referral.kind is ReferralKind.COURT_ORDERED else "voluntary"
    source = f"{kind}, {file.referral.referrer}" if file.referral.referrer else kind
    return joined(file.case_number, source, file.group_name, since(file, today))


def since(file: ParticipantFile, today: date) -> str:
    """Return the date that belongs to the status: "referred 2 Jul", "started 15 Aug"."""
    verb = {
        Status.SUITABLE: "found suitable",
        Status.UNSUITABLE: "found unsuitable",
        Status.WAITING: "waiting since",
        Status.IN_PROGRAMME: "started",
    }.get(file.status, file.status.label.lower())
    return f"{verb} {short_date(file.status_since, today)}"


def full_name(file: ParticipantFile) -> str:
    """Return "Aaron Pruett", with what he is called when that is something else."""
    person = file.person
    name = f"{person.given_name} {person.family_name}"
    return f"{name} (“{person.called}”)" if person.called and person.called != person.given_name else name


def waiver_words(file: ParticipantFile, today: date) -> tuple[str, str, State]:
    """Return what to say of the waiver, the word of its pill and the pill's state."""
    if file.waiver_revoked_on is not None:
        return f"Revoked {short_date(file.waiver_revoked_on, today)}", "not valid", State.BAD
    if file.waiver_signed_on is not None and file.waiver_over:
        return f"Signed {short_date(file.waiver_signed_on, today)}, see Papers", "not enough", State.BAD
    if file.waiver_signed_on is not None:
        return f"Signed {short_date(file.waiver_signed_on, today)}", "valid", State.GOOD
    return "Not signed yet", "needed", State.BAD


def kind_of_step(place: JourneyStep) -> str:
    """Return how a step is held, in words."""
    return {
        StepKind.GROUP: "Group session",
        StepKind.ONE_TO_ONE: "1-2-1",
        StepKind.REVIEW: "Three-way review",
    }[place.step.kind]


def conflict_words(fields: tuple[str, ...]) -> str:
    """Return what to do about fields that two people changed apart."""
    return f"Two people changed the same: {', '.join(fields)}. Look which is right, and save it."
