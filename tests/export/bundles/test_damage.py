"""A sealed file with any byte changed, cut or added is refused, and the sentence fits."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.errors import (
    BundleCutShort,
    BundleDamaged,
    BundleNotForUs,
    BundleNotOne,
    UserError,
)
from bipdesk.domain.sentences import sentence
from bipdesk.domain.sync.op import Cluster
from bipdesk.export.bundles import read_bundle, write_bundle
from tests.export.bundles.offices import COUNTY, SITE, allow_all, contents, item, operation, section, verify

SEALED = write_bundle(contents(), [COUNTY.recipient], SITE.sign, allow_all)
HEADER = SEALED.index(b"\n--- ") + 49
CHANGED = (BundleDamaged, BundleNotForUs, BundleNotOne, BundleCutShort)


def refused(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        read_bundle(data, COUNTY.identity, [SITE.pinned()], verify)
    assert sentence(caught.value)
    return caught.value


def flipped(place: int, mask: int) -> bytes:
    data = bytearray(SEALED)
    data[place] ^= mask
    return bytes(data)


def test_every_changed_byte_of_the_age_header_is_refused() -> None:
    assert HEADER < 1000
    for place in range(HEADER + 32):
        for mask in (0x01, 0x20, 0x80):
            assert isinstance(refused(flipped(place, mask)), CHANGED)


@given(place=st.integers(HEADER, len(SEALED) - 1), mask=st.integers(1, 255))
def test_any_changed_byte_of_the_rest_is_damage(place: int, mask: int) -> None:
    assert isinstance(refused(flipped(place, mask)), BundleDamaged)


def test_every_cut_within_the_age_header_is_called_cut_short() -> None:
    for length in range(HEADER + 32):
        assert isinstance(refused(SEALED[:length]), BundleCutShort)


@given(length=st.integers(0, len(SEALED) - 1))
def test_a_file_cut_at_any_length_is_called_cut_short(length: int) -> None:
    assert isinstance(refused(SEALED[:length]), BundleCutShort)


@given(more=st.binary(min_size=1, max_size=5000))
def test_anything_appended_is_refused(more: bytes) -> None:
    assert isinstance(refused(SEALED + more), BundleCutShort | BundleDamaged)


@given(place=st.integers(0, len(SEALED)), more=st.binary(min_size=1, max_size=100))
def test_anything_put_in_is_refused(place: int, more: bytes) -> None:
    changed = SEALED[:place] + more + SEALED[place:]
    if changed != SEALED:
        assert isinstance(refused(changed), CHANGED)


def test_chunks_of_a_large_bundle_cannot_change_places_or_go_missing() -> None:
    noise = hashlib.shake_256(b"noise").hexdigest(200_000)
    rows = section([item(operation(clusters={"note": Cluster({"note": noise}, ())}))])
    data = write_bundle(contents(sections={"items": rows}), [COUNTY.recipient], SITE.sign, allow_all)
    start = data.index(b"\n--- ") + 49 + 16
    chunks = [data[at : at + 65_552] for at in range(start, len(data), 65_552)]
    assert len(chunks) > 2
    head = data[:start]
    assert isinstance(refused(head + chunks[1] + chunks[0] + b"".join(chunks[2:])), BundleDamaged)
    assert isinstance(refused(head + b"".join(chunks[:-1])), BundleCutShort | BundleDamaged)
    assert isinstance(refused(data + chunks[-1]), BundleCutShort | BundleDamaged)
