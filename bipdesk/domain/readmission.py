"""Coming back after an end: what is asked again, and what counts from before.

OAR 137-087-0075: attending a group after release never takes the place of enrolling anew after a new charge
or reported physical violence.
"""

from dataclasses import dataclass
from datetime import date

from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.exit import ExitRecord, ExitType

CITATION = "OAR 137-087-0075"
CREDIT_CITATION = "OAR 137-087-0035"


@dataclass(frozen=True, slots=True)
class ReadmissionAnswers:
    """What was asked before he is referred again."""

    new_charge: bool | None = None
    """A new charge, or physical violence reported since he left; None where nobody has answered."""
    criteria: str = ""
    """What shows that he meets the programme's conditions for coming back."""


@dataclass(frozen=True, slots=True)
class Before:
    """What there was: how his last time here ended, and how much of it was done."""

    exit: ExitRecord | None
    """None where it ended before exits were recorded."""
    ended_on: date
    steps_done: int
    steps: int
    attended_after: int
    """Sessions attended after the end: aftercare, a visit."""


def what_counts(before: Before, new_charge: bool | None) -> tuple[str, ...]:
    """Return what counts from before and what does not, in sentences with their rules."""
    found = ["He begins anew: nothing of the earlier time counts by itself."]
    if new_charge:
        found.append(
            "There is a new charge or reported violence: he enrols anew. What he attended after his release "
            f"never takes the place of that ({CITATION})."
        )
    elif before.attended_after:
        found.append(
            f"Sessions attended after the end count for nothing here: {before.attended_after} ({CITATION})."
        )
    if before.steps_done:
        found.append(
            f"{before.steps_done} of {before.steps} steps were done before he left. Each may be credited "
            f"under Sessions, with the authority for it and the reason ({CREDIT_CITATION})."
        )
    return tuple(found)


def check_answers(answers: ReadmissionAnswers, last: ExitType | None) -> None:
    """Say what was not asked; whoever was terminated comes back only by the programme's conditions.

    Raises:
        NothingEntered.
    """
    if answers.new_charge is None:
        raise NothingEntered(field="A new charge, or violence reported since")
    if last is ExitType.TERMINATED and not answers.criteria.strip():
        raise NothingEntered(field="What shows that he may come back")
