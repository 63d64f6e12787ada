"""Any change to slots.json is refused, or changes nothing: never another key, never a crash."""

import contextlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bipdesk.domain.errors import UserError
from bipdesk.domain.key_errors import KeyFileDamaged, KeyFileTampered
from bipdesk.keys.canonical import canonical, encode
from bipdesk.keys.folder import MOST_BYTES, SLOTS_FILE, parse_slots
from bipdesk.keys.unlock import unlock, unlock_with_recovery_code
from tests.keys.vaults import OLGA, RUTH, full_site


@dataclass(frozen=True, slots=True)
class Kept:
    """One complete site, made once: its file and what it opens."""

    text: bytes
    recovery_code: str
    records: bytes
    safety: bytes


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Make the site that the tests below damage copies of."""
    site = full_site(tmp_path_factory.mktemp("site"))
    made = site.make_safety()
    text = (site.folder / SLOTS_FILE).read_bytes()
    return Kept(text, site.recovery_code, bytes(site.ruth().records_key.key), bytes(made.key.key))


def _opened(text: bytes, code: str) -> set[tuple[str, bytes]]:
    found: set[tuple[str, bytes]] = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / SLOTS_FILE).write_bytes(text)
        for person, words in (("ruth", RUTH), ("olga", OLGA)):
            with contextlib.suppress(UserError):
                session = unlock(folder, person, words)
                found.add(("records", bytes(session.records_key.key)))
                if session.safety_key is not None:
                    found.add(("safety", bytes(session.safety_key.key)))
        with contextlib.suppress(UserError):
            found.add(("records", bytes(unlock_with_recovery_code(folder, code).records_key.key)))
    return found


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_one_changed_byte_never_gives_another_key(kept: Kept, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(kept.text) - 1))
    value = data.draw(st.sampled_from(b'0123456789abcdef"{}[],:\\\x00\xff ') | st.integers(0, 255))
    text = kept.text[:place] + bytes([value]) + kept.text[place + 1 :]
    opened = _opened(text, kept.recovery_code)
    assert opened <= {("records", kept.records), ("safety", kept.safety)}


def test_outside_the_wraps_every_changed_byte_is_refused_before_any_key_is_tried(kept: Kept) -> None:
    start = kept.text.index(b'"wraps":')
    for place in range(0, start, 7):
        other = b"0" if kept.text[place : place + 1] != b"0" else b"1"
        with pytest.raises((KeyFileDamaged, KeyFileTampered)):
            parse_slots(kept.text[:place] + other + kept.text[place + 1 :])


def _leaves(plain: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(plain, dict):
        return [path, *(leaf for key, value in plain.items() for leaf in _leaves(value, (*path, key)))]
    if isinstance(plain, list):
        return [path, *(leaf for place, value in enumerate(plain) for leaf in _leaves(value, (*path, place)))]
    return [path]


HOSTILE: st.SearchStrategy[object] = st.sampled_from(
    [None, True, 0, -1, 2**70, 1.5, "", "x", "00", [], {}, [[]], {"a": 1}, "ü", "AB", "0" * 64, [None], [{}]]
)


@settings(max_examples=250, deadline=None)
@given(st.data(), HOSTILE)
def test_any_value_put_anywhere_is_an_error_for_a_person_or_changes_nothing(
    kept: Kept, data: st.DataObject, hostile: object
) -> None:
    plain = json.loads(kept.text)
    path = data.draw(st.sampled_from(_leaves(plain)[1:]))
    holder = plain
    for step in path[:-1]:
        holder = holder[step]
    before, holder[path[-1]] = holder[path[-1]], hostile
    emptied = path == ("safety",) and hostile == []  # reads well; pins and private bundles notice it
    if not emptied and (before != hostile or type(before) is not type(hostile)):
        with pytest.raises((KeyFileDamaged, KeyFileTampered)):
            parse_slots(canonical(plain))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_at_all_are_an_error_for_a_person(raw: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        parse_slots(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"1" * 6000,
        b"NaN",
        b'"\\ud800"',
        b"{}",
        b"null",
        b"\xef\xbb\xbf{}",
        b"x" * (MOST_BYTES + 1),
    ],
)
def test_hostile_texts_are_an_error_for_a_person(raw: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        parse_slots(raw)


def test_another_spelling_of_the_same_json_is_refused(kept: Kept) -> None:
    plain = json.loads(kept.text)
    doubled = kept.text[:-1] + b',"format":"bipdesk-slots/1"}'
    for text in (
        json.dumps(plain).encode(),
        kept.text + b"\n",
        json.dumps(plain, indent=1).encode(),
        doubled,
    ):
        with pytest.raises(KeyFileDamaged):
            parse_slots(text)


def test_reading_and_writing_again_gives_the_same_bytes(kept: Kept) -> None:
    assert encode(parse_slots(kept.text)) == kept.text


def test_lists_in_another_order_are_refused(kept: Kept) -> None:
    for name in ("own", "wraps"):
        plain = json.loads(kept.text)
        plain[name].reverse()
        with pytest.raises(KeyFileTampered):
            parse_slots(canonical(plain))
