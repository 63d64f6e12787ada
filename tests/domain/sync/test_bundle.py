"""Bundle contents: read back as written, strictly; and the audit that shares no code with the exporter."""

import dataclasses
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from bipdesk.domain.sync import canonical
from bipdesk.domain.sync.audit import confines
from bipdesk.domain.sync.bundle import (
    BundleContents,
    Item,
    Receipt,
    Returned,
    contents_from,
    sections_of,
    stream_of,
)
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.op import Cluster, Op, body_of
from bipdesk.domain.sync.scope import COUNTY_CASE, COUNTY_REPLY
from tests.domain.sync.samples import ORG, REGISTRY, an_op

A, B = "a" * 32, "b" * 32
COUNTY = UUID(int=50)
CONTENTS = BundleContents(
    stream=UUID(int=5),
    epoch=UUID(int=6),
    org=ORG,
    recipient=COUNTY,
    profile=COUNTY_CASE,
    base=3,
    top=5,
    chain_base=A,
    chain_top=B,
    items=(Item(4, A, "{}", B), Item(5, B, None, A)),
    receipts=(Receipt(UUID(int=7), UUID(int=8), 2, A, None, True, ((A, "why"),)),),
    returns=(Returned("{}", A),),
)


def test_what_is_written_is_read_back() -> None:
    assert contents_from(stream_of(CONTENTS), sections_of(CONTENTS)) == CONTENTS


def _changed(section: str, change: Callable[[Any], Any]) -> BundleContents:
    stream, sections = stream_of(CONTENTS), sections_of(CONTENTS)
    if section == "stream":
        return contents_from(change(dict(stream)), sections)
    value = change(json.loads(sections[section]))
    return contents_from(stream, sections | {section: canonical.dumps(value).encode()})


@pytest.mark.parametrize(
    ("section", "change"),
    [
        ("stream", lambda s: s | {"top": 6}),
        ("stream", lambda s: s | {"base": 4}),
        ("stream", lambda s: s | {"base": -1}),
        ("stream", lambda s: s | {"base": 9, "top": 5}),
        ("stream", lambda s: s | {"stream": "x"}),
        ("stream", lambda s: s | {"more": 1}),
        ("stream", lambda s: s | {"profile": "A B"}),
        ("items", lambda s: s[:1]),
        ("items", lambda s: s[0]),
        ("items", lambda s: [s[0], s[1] | {"pos": 1}]),
        ("items", lambda s: [s[0], s[1] | {"body": 1}]),
        ("receipts", lambda s: [s[0] | {"have": True}]),
        ("receipts", lambda s: [s[0] | {"forked_at": 0}]),
        ("receipts", lambda s: [s[0] | {"regress": 1}]),
        ("receipts", lambda s: [s[0] | {"quarantined": [[A]]}]),
        ("returns", lambda s: [s[0] | {"mac": "x"}]),
        ("returns", lambda s: s[0]),
    ],
)
def test_another_form_is_refused(section: str, change: Callable[[Any], Any]) -> None:
    with pytest.raises(InvalidSyncData):
        _changed(section, change)


def test_a_section_more_or_less_is_refused() -> None:
    sections = sections_of(CONTENTS)
    with pytest.raises(InvalidSyncData):
        contents_from(stream_of(CONTENTS), sections | {"more": b"[]"})
    sections.pop("returns")
    with pytest.raises(InvalidSyncData):
        contents_from(stream_of(CONTENTS), sections)


def _allowed(op: Op, profile: str = COUNTY_CASE, section: str = "items") -> bool:
    return confines(profile, ORG, COUNTY, REGISTRY)(section, json.loads(body_of(op)))


def test_the_audit_lets_the_profile_pass() -> None:
    assert _allowed(an_op())
    assert _allowed(an_op({"_life.court": Cluster({"state": "void", "reason": "x"}, ())}))
    share = an_op({"_share.county-case/1": Cluster({"state": "on"}, ())}, table="_subject")
    assert _allowed(share)
    assert _allowed(an_op(org=COUNTY), section="returns")


@pytest.mark.parametrize(
    "op",
    [
        an_op(org=UUID(int=9)),
        an_op(compartment="CORE"),
        an_op(compartment="SAFETY"),
        an_op(subject=None),
        an_op({"phone": Cluster({"phone": "1"}, ())}),
        an_op({"name": Cluster({"name": "x", "phone": "1"}, ())}),
        an_op({"name": Cluster({"shoe": "x"}, ())}),
        an_op(table="partner"),
        an_op({"_share.county-case/1": Cluster({"state": "on", "why": "x"}, ())}, table="_subject"),
        an_op({"_life.court": Cluster({"state": "void", "reason": "x", "phone": "1"}, ())}),
        an_op({"_life.court": Cluster({"state": "void", "reason": "Her sister rang"}, ())}),
        an_op({"_other": Cluster({"state": "void"}, ())}),
    ],
)
def test_the_audit_stops_everything_else(op: Op) -> None:
    assert not _allowed(op)
    assert not _allowed(dataclasses.replace(op, org=ORG), COUNTY_REPLY)


def test_the_audit_stops_what_stands_in_a_section_or_profile_nobody_knows() -> None:
    assert not _allowed(an_op(), section="notes")
    assert not _allowed(an_op(), section="receipts")
    assert not _allowed(an_op(), profile="anything/1")
