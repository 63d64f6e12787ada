"""Column values: each kind comes back as it was, and nothing else passes for it."""

import datetime as dt
import enum
import uuid
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.sync import canonical, values
from bipdesk.domain.sync.canonical import InvalidSyncData

AWARE = st.datetimes(timezones=st.just(dt.UTC))
KINDS: dict[type, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    str: st.text().map(canonical.clean),
    bytes: st.binary(),
    dt.date: st.dates(),
    dt.time: st.times(),
    dt.datetime: AWARE,
    uuid.UUID: st.uuids(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=2),
}


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_a_value_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    value = data.draw(KINDS[kind])
    spelt = canonical.loads(canonical.dumps([values.to_json(value)]))[0]
    found = values.from_json(spelt, kind)
    assert found == value
    assert type(found) is kind


def test_an_instant_is_written_in_utc_and_never_without_a_zone() -> None:
    evening = dt.datetime(2026, 11, 3, 19, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert values.to_json(evening) == "2026-11-03T18:00:00+00:00"
    with pytest.raises(InvalidSyncData):
        values.to_json(evening.replace(tzinfo=None))


def test_a_word_from_a_list_is_written_as_its_text() -> None:
    class Word(enum.StrEnum):
        LOW = "low"

    assert type(values.to_json(Word.LOW)) is str


@pytest.mark.parametrize("value", [1.5, float("nan"), Decimal("NaN"), [], object()])
def test_other_kinds_are_not_carried(value: object) -> None:
    with pytest.raises(InvalidSyncData):
        values.to_json(value)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (1, bool),
        (True, int),
        ("1", int),
        (1, str),
        ("2026-02-30", dt.date),
        ("2026-11-3", dt.date),
        ("20261103", dt.date),
        ("2026-11-03T18:00:00", dt.datetime),
        ("2026-11-03T18:00:00Z", dt.datetime),
        ("2026-11-03", dt.datetime),
        ("A" * 32, uuid.UUID),
        ("x", uuid.UUID),
        ("1e5", Decimal),
        ("NaN", Decimal),
        ({"b64": "="}, bytes),
        ({"b64": "QQ"}, bytes),
        ({"b64": 1}, bytes),
        ("QQ==", bytes),
        ({"b64": ""}, str),
    ],
)
def test_another_spelling_or_kind_is_refused(value: Any, kind: type) -> None:
    with pytest.raises(InvalidSyncData):
        values.from_json(value, kind)


def test_nothing_stays_nothing() -> None:
    assert values.to_json(None) is None
    assert values.from_json(None, int) is None
