"""A malicious office that is enrolled, and a co-recipient who opens a bundle and passes it on."""

import tracemalloc

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bipdesk.domain.errors import (
    BundleDamaged,
    BundleForged,
    BundleMalformed,
    BundleNotForUs,
    BundleNotOne,
    BundleSenderUnknown,
    BundleTooNew,
    UserError,
)
from bipdesk.export.bundles import assemble, read_bundle, seal, write_bundle
from bipdesk.export.bundles.body import LAYOUT, MAGIC, START
from bipdesk.export.bundles.frame import FrameBroken, compress_frame, expand_frame
from bipdesk.export.bundles.limits import MAX_PAYLOAD
from bipdesk.export.bundles.sealing import unseal
from tests.export.bundles.hostile import body, fields, frame_of, lying_body, opened, sha, signed_body
from tests.export.bundles.offices import (
    COUNTY,
    ITEMS,
    OTHER_COUNTY,
    SITE,
    allow_all,
    contents,
    section,
    stream_from,
    verify,
)

HONEST = assemble(contents(), [COUNTY.recipient], SITE.sign)
USED = len(HONEST.rstrip(b"\0"))


def test_the_honest_body_opens() -> None:
    assert opened(body()).sections["items"] == section(ITEMS)
    assert opened(HONEST).sections["items"] == section(ITEMS)


def test_every_changed_byte_of_the_inside_is_refused() -> None:
    for place in range(USED + 8):
        for mask in (0x01, 0x80):
            changed = bytearray(HONEST)
            changed[place] ^= mask
            with pytest.raises(UserError):
                opened(bytes(changed))


@given(place=st.integers(0, len(HONEST) - 1), mask=st.integers(1, 255))
def test_any_changed_byte_of_the_padding_is_refused(place: int, mask: int) -> None:
    changed = bytearray(HONEST)
    changed[place] ^= mask
    with pytest.raises(UserError):
        opened(bytes(changed))


@given(length=st.integers(0, len(HONEST) - 1))
def test_an_inside_cut_at_any_length_is_refused(length: int) -> None:
    with pytest.raises(UserError):
        opened(HONEST[:length])


@given(more=st.binary(min_size=1, max_size=40_000) | st.integers(1, 40_000).map(bytes))
def test_nothing_can_be_appended_to_the_inside(more: bytes) -> None:
    with pytest.raises(BundleDamaged):
        opened(HONEST + more)


@given(st.binary(max_size=3000))
@settings(max_examples=300)
def test_a_signed_manifest_of_any_bytes_gives_one_clear_error(manifest: bytes) -> None:
    with pytest.raises((BundleMalformed, BundleDamaged)):
        opened(signed_body(manifest, b""))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(key=st.sampled_from(sorted(set(fields(b"", b"")) - {"schema", "stream", "bundle"})), value=JSON)
@settings(max_examples=400)
def test_any_other_value_in_the_manifest_gives_one_clear_error(key: str, value: object) -> None:
    assume(value != fields(b"", b"")[key])
    try:
        plaintext = lying_body({key: value})
    except ValueError:
        return  # not canonical JSON at all; the bytes above cover that
    with pytest.raises((BundleMalformed, BundleDamaged, BundleNotForUs, BundleTooNew)):
        opened(plaintext)


@pytest.mark.parametrize(
    "manifest",
    [
        b'{"a":1,"a":1}',
        b'{"v":1.0}',
        b'{"v":NaN}',
        b'{"v": 1}',
        b"[" * 30_000 + b"]" * 30_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b'{"v":' + b"9" * 5000 + b"}",
        b'{"v":"\\ud800"}',
        b"\xff\xfe",
        b"null",
    ],
)
def test_json_in_any_other_spelling_is_refused(manifest: bytes) -> None:
    with pytest.raises(BundleMalformed):
        opened(signed_body(manifest, b""))


@pytest.mark.parametrize(
    "payload",
    [
        b'[{"a":1,"a":2}]',
        b'[{"a": 1}]',
        b"",
        b"[",
        b'[{"a":1.5}]',
        b'[{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}]",
    ],
)
def test_a_section_that_is_no_canonical_json_is_refused(payload: bytes) -> None:
    with pytest.raises(BundleMalformed):
        opened(body(payload))


@pytest.mark.parametrize(
    "lie",
    [
        {"len": 2**40},
        {"len": -1},
        {"len": True},
        {"zlen": MAX_PAYLOAD + 1},
        {"zlen": 0},
        {"schema": -1},
        {"created": "2026-11-21T20:15:00+00:00"},
        {"sections": []},
        {"sections": [{"len": 1, "name": "items"}]},
        {"sender": str(SITE.org_id).upper() + " "},
        {"sender": str(COUNTY.org_id)},
        {"kind": "answer"},
        {"stream": stream_from(SITE, COUNTY) | {"note": "x" * 5000}},
        {"stream": stream_from(OTHER_COUNTY, COUNTY)},
        {"stream": {}},
        {"recipients": [COUNTY.recipient, COUNTY.recipient]},
        {"extra": 1},
    ],
)
def test_a_lie_in_the_manifest_is_refused(lie: dict[str, object]) -> None:
    with pytest.raises((BundleMalformed, BundleDamaged)):
        opened(lying_body(lie))


def test_a_bomb_expands_no_further_than_the_signed_length() -> None:
    frame = frame_of(b"\0" * 200_000_000)
    small = [{"len": 1000, "name": "items", "sha256": sha(b"")}]
    plaintext = body(b"", frame, len=1000, sections=small)
    tracemalloc.start()
    with pytest.raises(BundleMalformed):
        opened(plaintext)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize("extra", [b"\0", b"\x50\x2a\x4d\x18\x00\x00\x00\x00", frame_of(b"more")])
def test_nothing_may_follow_the_frame_inside_its_length(extra: bytes) -> None:
    payload = section(ITEMS)
    with pytest.raises(BundleMalformed):
        opened(body(payload, frame_of(payload) + extra))


def test_a_frame_without_its_last_bytes_is_refused() -> None:
    payload = section(ITEMS)
    with_checksum = compress_frame(payload)
    for missing in (1, 4, 5, len(with_checksum) // 2):
        with pytest.raises(BundleMalformed):
            opened(body(payload, with_checksum[:-missing]))


def test_a_frame_is_opened_only_at_its_own_length() -> None:
    frame = compress_frame(b"ten bytes.")
    assert expand_frame(frame, 10) == b"ten bytes."
    for length in (0, 9, 11, 10_000):
        with pytest.raises(FrameBroken):
            expand_frame(frame, length)


def test_bytes_that_belong_to_no_section_are_refused() -> None:
    first = section([])
    payload = first + b"her address"
    with pytest.raises(BundleMalformed):
        opened(body(payload, sections=[{"len": len(first), "name": "items", "sha256": sha(first)}]))


def test_a_frame_that_wants_a_huge_window_is_refused() -> None:
    payload = section([{"text": "x" * 100_000_000}])
    frame = frame_of(payload, window_log=27)
    with pytest.raises(BundleMalformed):
        opened(body(payload, frame))


def test_sections_cannot_exchange_their_bytes() -> None:
    a, b = section([{"a": 1}]), section([{"b": 2}])
    wrong = [{"len": len(a), "name": name, "sha256": sha(data)} for name, data in (("x", b), ("y", a))]
    with pytest.raises(BundleMalformed):
        opened(body(a + b, sections=wrong))


def test_a_co_recipient_cannot_pass_a_bundle_on_to_a_third_office() -> None:
    data = write_bundle(contents(), [COUNTY.recipient], SITE.sign, allow_all)
    plaintext = unseal(data, COUNTY.identity)
    passed_on = seal(plaintext, [OTHER_COUNTY.recipient])
    with pytest.raises(BundleNotForUs):
        read_bundle(passed_on, OTHER_COUNTY.identity, [SITE.pinned()], verify)


def test_a_signature_by_somebody_else_under_the_name_of_the_site_is_a_forgery() -> None:
    plaintext = assemble(contents(), [COUNTY.recipient], OTHER_COUNTY.sign)
    with pytest.raises(BundleForged):
        opened(plaintext)
    own_key = assemble(contents(sender_key=OTHER_COUNTY.sign_key), [COUNTY.recipient], OTHER_COUNTY.sign)
    with pytest.raises(BundleSenderUnknown):
        opened(own_key)


def test_a_signature_made_for_something_else_is_none_of_a_bundle() -> None:
    def without_domain(message: bytes) -> bytes:
        return SITE.sign(message.split(b"\0", 1)[1])

    with pytest.raises(BundleForged):
        opened(assemble(contents(), [COUNTY.recipient], without_domain))


def test_a_manifest_of_a_later_version_asks_for_a_newer_program() -> None:
    with pytest.raises(BundleTooNew):
        opened(body(v=2, something="new"))


def test_a_later_layout_asks_for_a_newer_program() -> None:
    with pytest.raises(BundleTooNew):
        opened(MAGIC + bytes([LAYOUT + 1]) + HONEST[len(MAGIC) + 1 :])


def test_an_inside_with_other_magic_is_no_bundle() -> None:
    with pytest.raises(BundleNotOne):
        opened(b"x" + HONEST[1:])


@pytest.mark.parametrize("length", [0, 32, 33, 2**16 + 33, 2**32 - 1])
def test_a_length_that_does_not_fit_is_refused(length: int) -> None:
    spoilt = HONEST[: START - 4] + length.to_bytes(4, "big") + HONEST[START:]
    with pytest.raises((BundleDamaged, BundleForged)):
        opened(spoilt)


def test_nothing_is_parsed_before_the_signature_is_good() -> None:
    with pytest.raises(BundleForged):
        opened(HONEST.replace(b'"schema":1', b'"schema":]'))
