"""How the invented participants come from the first call to a decision."""

from dataclasses import dataclass

from bipdesk.domain.referral import Status

CONTACT_WORDS = ("By telephone", "He rang", "Letter answered", "At the office")
SUITABLE_WORDS = "Every criterion is met; he can talk about what he did"
UNSUITABLE_WORDS = "He cannot recall or discuss any aggression; to be assessed again in three months"


@dataclass(frozen=True, slots=True)
class IntakeStep:
    """Contact, assessment or decision, so many days after the referral."""

    status: Status
    after_days: int
    hour: int
    """Hours after nine: what happens on one day keeps its order."""
    words: str


def intake_steps(number: int, suitable: bool) -> tuple[IntakeStep, ...]:
    """Return the steps of the participant with this number in the plan."""
    decided = Status.SUITABLE if suitable else Status.UNSUITABLE
    contact = 1
    assessed = contact + 3 + number % 3
    return (
        IntakeStep(Status.CONTACTED, contact, 2, CONTACT_WORDS[number % len(CONTACT_WORDS)]),
        IntakeStep(Status.ASSESSED, assessed, 5, "1-2-1 of an hour and a half"),
        IntakeStep(decided, assessed + 1, 0, SUITABLE_WORDS if suitable else UNSUITABLE_WORDS),
    )
