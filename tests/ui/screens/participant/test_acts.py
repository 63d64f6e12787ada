"""What can be done follows from the status; the last act is the one that is due next."""

from datetime import date
from uuid import UUID

import pytest

from bipdesk import assets
from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.curriculum import Curriculum, Step, StepKind
from bipdesk.domain.curriculum_reading import parse_curriculum
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen
from bipdesk.domain.journey import IndividualFact, IndividualKind, Journey, trace_journey
from bipdesk.domain.participant import ParticipantFile, PersonDetails
from bipdesk.domain.referral import Status
from bipdesk.ui.screens.participant.acts import Act, acts, words_for
from bipdesk.ui.screens.participant.journey_blocks import blocks, heading
from bipdesk.ui.screens.participant.words import full_name, subtitle
from tests import builders

TODAY = date(2026, 11, 19)


@pytest.fixture
def curriculum() -> Curriculum:
    return parse_curriculum(assets.read_text("curricula/bbr.toml"), "bbr.toml")


def file(status: Status, *, signed: bool = True, group: str = "", called: str = "") -> ParticipantFile:
    return ParticipantFile(
        participant_id=ParticipantId(UUID(int=1)),
        seen=Seen("a"),
        case_number="BD-0141",
        person=PersonDetails("Aaron", "Pruett", called),
        referral_id=ReferralId(UUID(int=2)),
        referral_seen=Seen("b"),
        referral=builders.referral(referrer="Dale County Court"),
        status=status,
        status_since=date(2026, 8, 15),
        waiver_signed_on=date(2026, 7, 9) if signed else None,
        waiver_revoked_on=None,
        group_name=group,
        group_joined_on=None,
        latest_notes=(),
    )


def journey(curriculum: Curriculum, done: int, missed: str = "") -> Journey:
    """Return a journey of `done` steps from the beginning, in one of which he was absent."""
    steps = curriculum.steps[:done]
    day = date(2026, 8, 20)
    return trace_journey(
        curriculum,
        [
            AttendanceFact(step.code, day, Mark.ABSENT if step.code == missed else Mark.PRESENT)
            for step in steps
            if step.kind is StepKind.GROUP
        ],
        [
            IndividualFact(step.code, day, IndividualKind.ONE_TO_ONE)
            for step in steps
            if step.kind is not StepKind.GROUP
        ],
    )


def test_a_referral_needs_its_waiver_before_it_can_be_accepted(curriculum: Curriculum) -> None:
    begun = journey(curriculum, 0)
    assert acts(file(Status.SUITABLE, signed=False), begun, ())[-1] is Act.SIGN_WAIVER
    assert acts(file(Status.SUITABLE), begun, ()) == (Act.CLOSE, Act.ADD_NOTE, Act.ACCEPT)


@pytest.mark.parametrize(
    ("status", "due"),
    [
        (Status.REFERRED, Act.CONTACT),
        (Status.CONTACTED, Act.ASSESS),
        (Status.ASSESSED, Act.DECIDE),
        (Status.UNSUITABLE, Act.ASSESS),
    ],
)
def test_each_step_of_intake_offers_the_next_one(status: Status, due: Act, curriculum: Curriculum) -> None:
    assert acts(file(status), journey(curriculum, 0), ())[-2:] == (Act.ADD_NOTE, due)


def test_before_the_group_the_1_2_1_comes_first(curriculum: Curriculum) -> None:
    begun = journey(curriculum, 1)
    offered = acts(file(Status.WAITING), begun, curriculum.steps[1:2])
    assert offered == (Act.FINISH, Act.ADD_NOTE, Act.PLACE_IN_GROUP, Act.RECORD)
    ready = acts(file(Status.WAITING), journey(curriculum, 2), curriculum.steps[14:15])
    assert ready == (Act.FINISH, Act.RECORD, Act.ADD_NOTE, Act.PLACE_IN_GROUP)


def test_a_catch_up_owed_is_due_before_anything_else(curriculum: Curriculum) -> None:
    behind = journey(curriculum, 9, missed="thinking-1")
    offered = acts(
        file(Status.IN_PROGRAMME, group="Thursday group"), behind, (curriculum.step("thinking-1"),)
    )
    assert offered == (Act.FINISH, Act.ADD_NOTE, Act.RECORD)


def test_while_the_group_goes_on_a_later_1_2_1_is_offered_but_not_due(curriculum: Curriculum) -> None:
    on_course = journey(curriculum, 5)
    offered = acts(file(Status.IN_PROGRAMME, group="Thursday group"), on_course, curriculum.steps[14:15])
    assert offered == (Act.FINISH, Act.RECORD, Act.ADD_NOTE)


def test_after_the_end_he_can_be_referred_again(curriculum: Curriculum) -> None:
    for status in (Status.COMPLETED, Status.LEFT):
        assert acts(file(status), journey(curriculum, 5), ()) == (Act.ADD_NOTE, Act.REFER_AGAIN)


def test_recording_is_named_after_what_is_open_first(curriculum: Curriculum) -> None:
    def named(step: Step) -> str:
        return words_for(Act.RECORD, (step,))

    assert named(curriculum.step("thinking-1")) == "Record catch-up"
    assert named(curriculum.steps[0]) == "Record 1-2-1"
    assert named(curriculum.steps[-1]) == "Record review"


def test_the_strip_has_every_step_under_the_name_of_its_block(curriculum: Curriculum) -> None:
    shown = blocks(journey(curriculum, 12, missed="thinking-4"), TODAY)
    assert [block.title for block in shown] == [
        "Pre-group",
        "Foundation",
        "My Thinking",
        "1-2-1",
        "My Emotions",
        "1-2-1",
        "My Relationships",
        "Review",
    ]
    assert sum(len(block.steps) for block in shown) == 29
    assert [block.caption for block in shown[:3]] == ["2 of 2", "6 of 6", "3 of 6 · 1 owed"]
    missed = shown[2].steps[3]
    assert missed.words == "My Thinking 4: missed, 20 Aug, catch-up owed"
    assert heading(journey(curriculum, 12, missed="thinking-4")) == "Journey · 11 of 29 steps"


def test_the_line_under_the_name_says_where_he_comes_from_and_where_he_is() -> None:
    member = file(Status.IN_PROGRAMME, group="Thursday group")
    words = "BD-0141 · court-ordered, Dale County Court · Thursday group · started 15 Aug"
    assert subtitle(member, TODAY) == words
    assert full_name(file(Status.WAITING, called="Ron")) == "Aaron Pruett (“Ron”)"
