"""Curricula: the sequence of source 003, and every way a hand-written file can be wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk import assets
from bipdesk.domain.curriculum import Curriculum, Step, StepKind
from bipdesk.domain.curriculum_reading import parse_curriculum
from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.sentences import sentence

HEAD = """
id = "test-1"
version = 1
name = "A test"
source = "Nowhere"
session_minutes = 90
"""
BLOCK = """
[[blocks]]
key = "first"
name = "First"
kind = "group"
sessions = 2
"""


def _parse(text: str) -> Curriculum:
    return parse_curriculum(text, "mine.toml")


def _bbr() -> Curriculum:
    return parse_curriculum(assets.read_text("curricula/bbr.toml"), "bbr.toml")


def test_the_sequence_of_source_003_has_29_steps_in_its_order() -> None:
    runs = [(block.name, block.kind.value, len(block.steps)) for block in _bbr().blocks]
    assert runs == [
        ("Pre-group 1-2-1", "one-to-one", 2),
        ("Foundation", "group", 6),
        ("My Thinking", "group", 6),
        ("Individual 1-2-1", "one-to-one", 1),
        ("My Emotions", "group", 6),
        ("Individual 1-2-1", "one-to-one", 1),
        ("My Relationships", "group", 6),
        ("Three-way review", "review", 1),
    ]
    assert [step.number for step in _bbr().steps] == list(range(1, 30))
    assert len(_bbr().group_steps) == 24
    assert _bbr().session_minutes == 150


def test_nothing_is_invented_where_the_source_is_silent() -> None:
    for step in _bbr().steps:
        assert step.aims == ()
        assert step.title == _neutral(step)


def test_a_step_is_found_by_its_code() -> None:
    step = _bbr().step("thinking-3")
    assert (step.title, step.number, step.kind) == ("My Thinking 3", 11, StepKind.GROUP)
    assert _bbr().group_number("thinking-5") == 11
    assert len({step.code for step in _bbr().steps}) == 29


@pytest.mark.parametrize("code", ["thinking-7", "", "Thinking-3"])
def test_a_code_that_is_not_there_is_a_key_error(code: str) -> None:
    with pytest.raises(KeyError):
        _bbr().step(code)


def test_only_group_steps_have_a_group_number() -> None:
    with pytest.raises(KeyError):
        _bbr().group_number("pre-group-1")


@pytest.mark.parametrize("name", assets.names("curricula", ".toml"))
def test_every_curriculum_we_ship_is_valid(name: str) -> None:
    assert parse_curriculum(assets.read_text(name), name).steps


def test_titles_and_aims_are_taken_as_the_programme_wrote_them() -> None:
    block = BLOCK + 'titles = ["", "Listening"]\naims = [["To listen", "To wait"]]\n'
    steps = _parse(HEAD + block).steps
    assert [step.title for step in steps] == ["First 1", "Listening"]
    assert [step.aims for step in steps] == [("To listen", "To wait"), ()]


def test_a_file_saved_by_a_windows_editor_is_read() -> None:
    assert _parse("\ufeff" + (HEAD + BLOCK).replace("\n", "\r\n")) == _parse(HEAD + BLOCK)


NO_BLOCKS = HEAD + "blocks = []"
WRONG: list[tuple[str, str, str]] = [
    ("not toml at all", "the file", "is not TOML"),
    ('name = "one"\nname = "two"', "the file", "is not TOML"),
    ("version = " + "9" * 5000, "the file", "cannot be read"),
    ("name = " + "[" * 100_000, "the file", "cannot be read"),
    ("", "id", "is missing"),
    (HEAD, "blocks", "is missing"),
    (NO_BLOCKS, "blocks", "is empty"),
    (HEAD + "blocks = 3", "blocks", "list of tables"),
    (HEAD + "blocks = [3]", "block 1", "must be a table, not a number"),
    (HEAD + 'colour = "red"' + BLOCK, "colour", "not a key this file can have"),
    (HEAD + BLOCK + 'titels = ["a"]', "block 1, titels", "not a key this file can have"),
    (HEAD + BLOCK + BLOCK, "block 2, key", "'first' is used by an earlier block"),
]
for key in ("id", "version", "name", "source", "session_minutes"):
    kept = "\n".join(line for line in HEAD.splitlines() if not line.startswith(f"{key} ="))
    WRONG.append((kept + BLOCK, key, "is missing"))
for key in ("key", "name", "kind", "sessions"):
    kept = "\n".join(line for line in BLOCK.splitlines() if not line.startswith(f"{key} ="))
    WRONG.append((HEAD + kept, f"block 1, {key}", "is missing"))


@pytest.mark.parametrize(("text", "where", "reason"), WRONG)
def test_a_wrong_file_is_refused_with_file_key_and_reason(text: str, where: str, reason: str) -> None:
    _expect(text, where, reason)


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("id", "3", "must be text in quotes, not a number"),
        ("id", '""', "is empty"),
        ("id", '"Test 1"', "small letters"),
        ("id", '"-test"', "small letters"),
        ("version", '"1"', "must be a whole number, not text"),
        ("version", "true", "must be a whole number, not true or false"),
        ("version", "1.5", "must be a whole number, not a number with a point"),
        ("version", "0", "must be from 1 to 9999, not 0"),
        ("version", "0x" + "f" * 5000, "not so large a number"),
        ("name", '"   "', "is empty"),
        ("name", '["A"]', "not a list"),
        ("name", "2026-11-21", "not something else"),
        ("name", '"A\\nB"', "one line"),
        ("name", '"' + "x" * 201 + '"', "201 characters"),
        ("session_minutes", "-90", "must be from 0 to 600"),
        ("session_minutes", "14", "must be from 15 to 600, or 0 where none is named"),
        ("session_minutes", "9000", "must be from 0 to 600"),
    ],
)
def test_a_wrong_value_at_the_top_is_refused(key: str, value: str, reason: str) -> None:
    lines = [f"{key} = {value}" if line.startswith(f"{key} =") else line for line in HEAD.splitlines()]
    _expect("\n".join(lines) + BLOCK, key, reason)


@pytest.mark.parametrize(
    ("line", "where", "reason"),
    [
        ('kind = "course"', "kind", "'course' is not one of one-to-one, group, review"),
        ("sessions = 0", "sessions", "must be from 1 to 99, not 0"),
        ("sessions = -1", "sessions", "must be from 1 to 99"),
        ("sessions = 2.0", "sessions", "a whole number"),
        ('name = ""', "name", "is empty"),
        ('key = "First block"', "key", "small letters"),
        ('titles = "one"', "titles", "must be a list, not text"),
        ('titles = ["a", "b", "c"]', "titles", "has 3 entries where at most 2 fit"),
        ('titles = ["a", 7]', "titles 2", "must be text in quotes, not a number"),
        ('titles = ["a", "  "]', "titles 2", "is empty"),
        ('aims = ["a"]', "aims 1", "must be a list of texts, not text"),
        ("aims = [[], [3]]", "aims 2", "must be text in quotes, not a number"),
        ('aims = [[""]]', "aims 1", "is empty"),
        ("aims = [[], [], []]", "aims", "has 3 entries where at most 2 fit"),
    ],
)
def test_a_wrong_value_in_a_block_names_the_block(line: str, where: str, reason: str) -> None:
    key = line.split(" ")[0]
    kept = "\n".join(old for old in BLOCK.splitlines() if not old.startswith(f"{key} ="))
    _expect(f"{HEAD}{BLOCK}{kept.replace('first', 'second')}\n{line}\n", f"block 2, {where}", reason)


@given(st.text(max_size=60), st.integers(0, len(HEAD + BLOCK)))
def test_whatever_is_typed_into_a_file_it_is_read_or_refused(typed: str, at: int) -> None:
    whole = HEAD + BLOCK
    try:
        assert _parse(whole[:at] + typed + whole[at:]).steps
    except ResourceInvalid as error:
        assert "mine.toml" in sentence(error)


def _expect(text: str, where: str, reason: str) -> None:
    with pytest.raises(ResourceInvalid) as caught:
        _parse(text)
    assert caught.value.values["file"] == "mine.toml"
    assert caught.value.values["where"] == where
    assert reason in str(caught.value.values["reason"])
    assert "mine.toml" in sentence(caught.value)


def _neutral(step: Step) -> str:
    if step.of == 1:
        return step.block_name
    if step.block_name.endswith("1"):  # "Pre-group 1-2-1 1" would be read as a number
        return f"{step.block_name}, {step.index} of {step.of}"
    return f"{step.block_name} {step.index}"
