"""When risk is assessed anew."""

from datetime import date
from uuid import UUID

import pytest

from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.journey import trace_journey
from bipdesk.domain.reassessment import Happened, RiskFacts, modules_ended, reasons
from bipdesk.library_files import load_curricula

REFERRED = date(2026, 7, 1)
AUGUST = Happened(date(2026, 8, 3), UUID(int=5))
EIGHT_WEEKS = (date(2026, 9, 28), "eight weeks since the last one")


def found(**facts: object) -> list[tuple[date, str]]:
    known = RiskFacts(**({"referred_on": REFERRED, "here": True, "assessed": AUGUST} | facts))  # type: ignore[arg-type]
    return [(reason.due_on, reason.words) for reason in reasons(known)]


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({}, [EIGHT_WEEKS]),
        ({"assessed": None}, [(date(2026, 7, 15), "none was made at intake")]),
        # One from before this referral is another referral's.
        ({"referred_on": date(2026, 8, 4)}, [(date(2026, 8, 18), "none was made at intake")]),
        (
            {"flagged": Happened(date(2026, 8, 10), UUID(int=6))},
            [(date(2026, 8, 10), "a red flag was raised"), EIGHT_WEEKS],
        ),
        ({"flagged": Happened(date(2026, 8, 2), UUID(int=6))}, [EIGHT_WEEKS]),
        # On one day the order in which they were entered counts.
        (
            {"flagged": Happened(AUGUST.on_date, UUID(int=6))},
            [(AUGUST.on_date, "a red flag was raised"), EIGHT_WEEKS],
        ),
        ({"flagged": Happened(AUGUST.on_date, UUID(int=4))}, [EIGHT_WEEKS]),
        (
            {"modules_ended": ((date(2026, 8, 1), "Foundation"), (date(2026, 9, 5), "My Thinking"))},
            [(date(2026, 9, 5), "My Thinking has ended"), EIGHT_WEEKS],
        ),
        ({"here": False, "left_on": date(2026, 8, 20)}, [(date(2026, 8, 20), "he dropped out")]),
        ({"here": False, "left_on": date(2026, 8, 3)}, []),
        ({"here": False, "assessed": None}, []),
    ],
)
def test_each_cause_makes_a_reassessment_due(facts: dict[str, object], due: list[tuple[date, str]]) -> None:
    assert found(**facts) == due


def present(*codes: str) -> list[AttendanceFact]:
    return [AttendanceFact(code, date(2026, 8, day), Mark.PRESENT) for day, code in enumerate(codes, 1)]


def test_a_module_ends_with_its_last_step_or_when_the_next_one_is_begun() -> None:
    curriculum = load_curricula().of("bbr-1")
    codes = [step.code for step in curriculum.group_steps]

    def ended(*attended: str) -> tuple[tuple[date, str], ...]:
        return modules_ended(trace_journey(curriculum, present(*attended), ()))

    assert ended(*codes[:5]) == ()
    assert ended(*codes[:6]) == ((date(2026, 8, 6), "Foundation"),)
    # The sixth session was missed; the first of the next module ends the one before it.
    assert ended(*codes[:5], codes[6]) == ((date(2026, 8, 6), "Foundation"),)
    assert [name for _, name in ended(*codes[:12])] == ["Foundation", "My Thinking"]
