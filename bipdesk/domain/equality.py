"""Equality data: whether the programme is open to everybody in its community (Source 004).

Kept apart from the person record: optional, each answer may be declined, and no letter or report reads it.
"""

from dataclasses import dataclass

PREFERS_NOT = "prefers-not"
"""He was asked and would rather not say; "" means that he was not asked."""

Options = tuple[tuple[str, str], ...]
YES_NO: Options = (("yes", "Yes"), ("no", "No"))


@dataclass(frozen=True, slots=True)
class EqualityData:
    """One answer for each question: the key of an option, his own words, PREFERS_NOT, or ""."""

    ethnic_group: str = ""
    indigenous: str = ""
    religion: str = ""
    gender: str = ""
    orientation: str = ""
    disability: str = ""
    lives_in: str = ""


@dataclass(frozen=True, slots=True)
class EqualityQuestion:
    """One question; without options it is answered in his own words."""

    key: str
    label: str
    options: Options = ()


EQUALITY_QUESTIONS = (
    EqualityQuestion("ethnic_group", "Ethnic group, in his own words"),
    EqualityQuestion("indigenous", "Belongs to an indigenous people", YES_NO),
    EqualityQuestion("religion", "Religion or belief, in his own words"),
    EqualityQuestion("gender", "Gender", (("man", "Man"), ("woman", "Woman"), ("other", "Other"))),
    EqualityQuestion(
        "orientation",
        "Sexual orientation",
        (("straight", "Straight"), ("gay", "Gay"), ("bi", "Bisexual"), ("other", "Other")),
    ),
    EqualityQuestion("disability", "Considers himself disabled", YES_NO),
    EqualityQuestion(
        "lives_in", "Lives in", (("town", "A town"), ("village", "A village"), ("remote", "A remote place"))
    ),
)
