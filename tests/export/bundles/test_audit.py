"""The second reader lets nothing out that it was not told about."""

from typing import Any

import pytest

from bipdesk.domain.errors import BundleNotConfined
from bipdesk.domain.sync.audit import confines
from bipdesk.domain.sync.op import Cluster
from bipdesk.domain.sync.registry import Column, Compartment, Registry, Table
from bipdesk.domain.sync.scope import COUNTY_CASE
from bipdesk.export.bundles import assemble, audit, write_bundle
from tests.export.bundles.hostile import body, lying_body, sha
from tests.export.bundles.offices import (
    COUNTY,
    SITE,
    allow_all,
    contents,
    item,
    operation,
    section,
    stream_from,
)

REGISTRY = Registry(
    (
        Table(
            "attendance",
            "participant",
            {
                "participant": Column(Compartment.COURT),
                "mark": Column(Compartment.COURT),
                "first": Column(Compartment.COURT, "name"),
                "last": Column(Compartment.COURT, "name"),
                "phone": Column(Compartment.CORE),
                "remark": Column(Compartment.NOTES, free_text=True),
            },
        ),
    )
)
allow = confines(COUNTY_CASE, SITE.org_id, COUNTY.org_id, REGISTRY)


def refused(plaintext: bytes) -> dict[str, object]:
    with pytest.raises(BundleNotConfined) as caught:
        audit(plaintext, allow)
    return caught.value.values


def with_items(*bodies: str | None) -> bytes:
    return body(section([item(each) for each in bodies]))


def test_what_is_shared_passes() -> None:
    audit(assemble(contents(), [COUNTY.recipient], SITE.sign), allow)


def test_switches_of_rows_and_of_sharing_pass() -> None:
    life = operation(kind=3, clusters={"_life.ab": Cluster({"state": "void", "reason": "mistake"}, ())})
    share = operation("_subject", kind=5, clusters={"_share.county-case/1": Cluster({"state": "on"}, ())})
    audit(with_items(life, share), allow)


@pytest.mark.parametrize(
    "foreign",
    [
        operation("note"),
        operation(org=COUNTY.org_id),
        operation(subject=None),
        operation(compartment="CORE"),
        operation(compartment="SAFETY"),
        operation("partner", compartment="SAFETY"),
        operation(clusters={"mark": Cluster({"mark": "attended", "remark": "rang her"}, ())}),
        operation(clusters={"mark": Cluster({"mark": "x"}, ()), "phone": Cluster({"phone": "1"}, ())}),
        operation(clusters={"_life.ab": Cluster({"state": "void", "reason": "x", "note": "her"}, ())}),
        operation("_subject", clusters={"_share.x": Cluster({"name": "her"}, ())}),
        operation("_subject", clusters={"name": Cluster({"name": "her"}, ())}),
        operation("note")[:-1] + ',"table":"attendance"}',
        operation()[:-1] + ',"zz":"her address"}',
        '{"table":"attendance"}',
        "{}",
        "not json",
    ],
)
def test_an_operation_outside_the_list_stops_the_bundle(foreign: str) -> None:
    audit(with_items(operation(), None), allow)
    assert refused(with_items(operation(), foreign))


def test_the_refusal_names_the_place_and_nothing_of_the_content() -> None:
    assert refused(with_items(operation(), operation("note"))) == {"section": "items", "position": 1}


def test_an_operation_handed_back_is_looked_at_too() -> None:
    def returned(**entry: str | None) -> bytes:
        data = section([entry])
        name = {"len": len(data), "name": "returns"}
        return body(data, sections=[name | {"sha256": sha(data)}])

    own, foreign = operation(org=COUNTY.org_id), operation()
    audit(returned(body=own, mac="ab" * 16), allow)
    assert refused(returned(body=foreign, mac="ab" * 16))
    assert refused(returned(body=None, mac="ab" * 16))
    assert refused(returned(body=own, mac="ab" * 16, more="her address"))


@pytest.mark.parametrize(
    "sections",
    [
        {"partners": []},
        {"items": {}},
        {"items": [["00" * 16, None, "ab" * 16]]},
        {"items": [{"op_id": "00" * 16, "body": None, "mac": "ab" * 16, "note": "her"}]},
        {"stream": []},
        {"receipts": [{"note": "her"}]},
        {"receipts": "her"},
    ],
)
def test_a_section_or_a_field_that_nobody_knows_stops_the_bundle(sections: dict[str, Any]) -> None:
    plain = assemble(
        contents(sections={name: section(value) for name, value in sections.items()}),
        [COUNTY.recipient],
        SITE.sign,
    )
    assert refused(plain)


def test_a_manifest_with_one_field_more_stops_the_bundle() -> None:
    assert refused(lying_body({"note": "her"}))
    assert refused(lying_body({"stream": stream_from(SITE, COUNTY) | {"note": "her"}}))


def test_bytes_behind_the_last_section_stop_the_bundle() -> None:
    items = section([item(operation())])
    listed = [{"len": len(items), "name": "items", "sha256": sha(items)}]
    audit(body(items, sections=listed), allow)
    assert refused(body(items + b"her address", sections=listed))["section"] == "payload"


def test_padding_that_is_not_empty_stops_the_bundle() -> None:
    plain = assemble(contents(), [COUNTY.recipient], SITE.sign)
    assert refused(plain[:-1] + b"x")
    assert refused(b"x" + plain[1:])
    assert refused(plain[:100])


def test_nothing_is_sealed_when_the_audit_says_no() -> None:
    signed: list[bytes] = []

    def sign(message: bytes) -> bytes:
        signed.append(message)
        return SITE.sign(message)

    foreign = contents(sections={"items": section([item(operation("note"))])})
    with pytest.raises(BundleNotConfined):
        write_bundle(foreign, [COUNTY.recipient], sign, allow)
    assert len(signed) == 1
    assert write_bundle(foreign, [COUNTY.recipient], sign, allow_all)


def test_only_a_clear_yes_lets_an_operation_out() -> None:
    with pytest.raises(BundleNotConfined):
        audit(with_items(operation()), lambda *_: "yes")  # type: ignore[arg-type]
