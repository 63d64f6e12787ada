"""What ships: structure, order, what the sources name, and no hint of the safety side among the records."""

import pytest

from bipdesk import assets
from bipdesk.domain.curriculum import Curriculum, Side, StepKind
from bipdesk.domain.curriculum_reading import parse_curriculum, stored_curriculum
from bipdesk.domain.curriculum_writing import definition_of
from bipdesk.library_files import load_curricula, load_library, load_topics

NAMES = assets.names("curricula", ".toml")
THEMES = [
    "Negotiation and fairness",
    "Non-threatening behaviour",
    "Respect",
    "Trust and support",
    "Honesty and accountability",
    "Responsible parenting",
    "Shared responsibility",
    "Economic partnership",
]


def _read(name: str) -> Curriculum:
    return parse_curriculum(assets.read_text(name), name)


@pytest.mark.parametrize("name", NAMES)
def test_each_file_is_valid_and_names_its_source(name: str) -> None:
    curriculum = _read(name)
    assert curriculum.id.endswith(f"-{curriculum.version}")
    assert "Source 00" in curriculum.source or "ojp.gov" in curriculum.source
    assert len({step.code for step in curriculum.steps}) == len(curriculum.steps)


@pytest.mark.parametrize("name", NAMES)
def test_no_title_no_aim_and_no_tag_is_invented(name: str) -> None:
    """No source names the title, the aims or the topics of a single session."""
    for step in _read(name).steps:
        assert step.is_untitled
        assert step.aims == ()
        assert step.topics == ()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_of_it_is_read_as_the_same(name: str) -> None:
    curriculum = _read(name)
    assert stored_curriculum(definition_of(curriculum)) == curriculum


def test_no_two_have_the_same_id() -> None:
    ids = [_read(name).id for name in NAMES]
    assert sorted(ids) == ["bbr-1", "power-and-control-1", "reeducation-men-1", "reeducation-women-1"]


def test_the_mens_group_of_source_004_has_24_sessions_of_two_and_a_half_hours() -> None:
    men = load_curricula().of("reeducation-men-1")
    assert ([step.kind for step in men.steps], men.session_minutes) == ([StepKind.GROUP] * 24, 150)


def test_the_eight_themes_have_three_weeks_each_and_the_control_log_in_the_first() -> None:
    themes = load_curricula().of("power-and-control-1")
    assert [(block.name, len(block.steps)) for block in themes.blocks] == [(name, 3) for name in THEMES]
    for block in themes.blocks:
        uses = [step.uses for step in block.steps]
        assert uses == [("Vignette or video", "Control log"), (), ()]
    assert themes.session_minutes == 0  # the abstract names no length


def test_the_womens_group_is_for_the_safety_side_alone() -> None:
    library = load_library()
    [women] = library.womens_curricula
    assert (women.side, len(women.group_steps), women.session_minutes) == (Side.SAFETY, 25, 150)
    assert {curriculum.side for curriculum in library.curricula} == {Side.RECORDS}
    assert not library.curricula.knows(women.id)
    assert "omen" not in repr([(one.name, one.source) for one in library.curricula.offered()]).replace(
        "omen'", ""
    )


def test_the_first_is_that_of_source_003() -> None:
    assert load_curricula().of("").id == "bbr-1"


def test_there_are_the_eight_topics_of_source_003() -> None:
    topics = load_topics()
    assert [topic.number for topic in topics] == list(range(1, 9))
    assert topics.topics[2].words.startswith("Taking responsibility for my behaviour, without blaming")
    assert topics.numbers(("impact", "nonsense", "violence-and-abuse")) == (1, 4)
    assert topics.known(("impact", "nonsense", "violence-and-abuse")) == ("violence-and-abuse", "impact")
