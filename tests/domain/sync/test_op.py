"""Operations: one spelling each, and nothing hostile gets past the reader."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.sync import canonical
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.op import Cluster, body_of, is_genuine, new_salt, op_id, parse, site_mac
from tests.domain.sync.samples import an_op

A, B = "a" * 32, "b" * 32


def _body(**changed: Any) -> str:
    return canonical.dumps(json.loads(body_of(an_op())) | changed)


def test_what_is_written_is_read_back() -> None:
    op = an_op({"name": Cluster({"name": "Zoé"}, (A, B))}, ctx=(A,), subject=None)
    assert parse(body_of(op)) == op


def test_an_id_is_the_hash_of_the_text_and_changes_with_the_salt() -> None:
    op = an_op()
    assert op_id(body_of(op)) == op_id(body_of(dataclasses.replace(op)))
    assert op_id(body_of(op)) != op_id(body_of(dataclasses.replace(op, salt=new_salt())))


def test_only_the_key_that_made_a_mark_finds_it_genuine() -> None:
    mac = site_mac(b"k" * 32, A)
    assert is_genuine(b"k" * 32, A, mac)
    assert not is_genuine(b"l" * 32, A, mac)
    assert not is_genuine(b"k" * 32, B, mac)


@pytest.mark.parametrize(
    "changed",
    [
        {"v": 2},
        {"kind": 0},
        {"kind": True},
        {"kind": "1"},
        {"table": "Person; DROP"},
        {"table": ""},
        {"row": "A" * 32},
        {"row": "a" * 31},
        {"subject": ""},
        {"compartment": "court"},
        {"compartment": "C" * 17},
        {"hlc": -1},
        {"hlc": None},
        {"sv": 0},
        {"clusters": []},
        {"clusters": {"name": {}}},
        {"clusters": {"name": [{}, []], "x y": [{}, []]}},
        {"clusters": {"name": [{"name": []}, []]}},
        {"clusters": {"name": [{"name": {"b64": "", "x": 1}}, []]}},
        {"clusters": {"name": [{"name": "x"}, [B, A]]}},
        {"clusters": {"name": [{"name": "x"}, [A, A]]}},
        {"clusters": {"name": [{"name": "x"}, ["x"]]}},
        {"clusters": {"name": [{"name": "x"}, [], 1]}},
        {"ctx": [B, A]},
        {"ctx": None},
        {"salt": "00"},
        {"more": 1},
    ],
)
def test_an_operation_of_another_form_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(InvalidSyncData):
        parse(_body(**changed))


def test_a_missing_field_is_refused() -> None:
    raw = json.loads(body_of(an_op()))
    for name in raw:
        with pytest.raises(InvalidSyncData):
            parse(canonical.dumps({key: value for key, value in raw.items() if key != name}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{",
        "[" * 200_000,
        "1.5",
        "NaN",
        "-Infinity",
        "1e400",
        '{"a":1,"a":1}',
        '{"b":1,"a":1}',
        '{"a": 1}',
        '"\\u0041"',
        '"e\\u0301"',
        '"e\u0301"',
        '"\\ud800"',
        '"\\u0000"',
        "9" * 5000,
        str(2**63),
        "-0",
        "\ufeff1",
    ],
)
def test_text_that_is_not_canonical_is_refused(text: str) -> None:
    with pytest.raises(InvalidSyncData):
        parse(text)
    if text != "null":
        with pytest.raises(InvalidSyncData):
            canonical.loads(text)


def test_a_body_beyond_the_limit_is_refused_unread() -> None:
    with pytest.raises(InvalidSyncData, match="allowed"):
        canonical.loads('"' + "x" * 100 + '"', limit=50)
    with pytest.raises(InvalidSyncData, match="UTF-8"):
        canonical.decode(b"\xff")


PLAIN = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text().map(canonical.clean)
JSON = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner) | st.dictionaries(st.text().map(canonical.clean), inner),
    max_leaves=20,
)


@given(JSON)
def test_every_value_has_one_spelling(value: Any) -> None:
    text = canonical.dumps(value)
    assert canonical.loads(text) == value
    assert canonical.decode(text.encode("utf-8")) == value


@given(st.text())
def test_reading_anything_ends_in_an_operation_or_a_refusal(text: str) -> None:
    with pytest.raises(InvalidSyncData):
        parse(text)


@given(st.data())
def test_one_changed_character_never_passes_for_the_same_operation(data: st.DataObject) -> None:
    body = body_of(an_op())
    at = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.characters().filter(lambda c: c != body[at]))
    changed = body[:at] + other + body[at + 1 :]
    try:
        parse(changed)
    except InvalidSyncData:
        return
    assert op_id(changed) != op_id(body)


@pytest.mark.parametrize("value", [1.0, float("nan"), {1: 2}, b"x", {"a": {1, 2}}, 2**63, "\0", "\ud800"])
def test_what_has_no_one_spelling_is_not_written(value: Any) -> None:
    with pytest.raises(InvalidSyncData):
        canonical.dumps(value)
