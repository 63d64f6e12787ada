"""Hand-over envelopes: one size, one reader, bound to their place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bipdesk.domain.key_errors import HandOverTooLarge, HandOverUnreadable
from bipdesk.keys.sealing import (
    MOST_PAYLOAD_BYTES,
    SEALED_HAND_OVER_BYTES,
    new_hand_over_pair,
    open_hand_over,
    seal,
    seal_hand_over,
)
from bipdesk.keys.signing import new_signing_key, public_of, sign, verify

PAIR = new_hand_over_pair()
SEALED = seal_hand_over(PAIR.public, b"words", b"envelope 1")


@settings(max_examples=30)
@given(st.binary(max_size=500) | st.just(bytes(MOST_PAYLOAD_BYTES)))
def test_every_envelope_has_one_size_and_gives_its_payload_back(payload: bytes) -> None:
    sealed = seal_hand_over(PAIR.public, payload, b"info")
    assert len(sealed) == SEALED_HAND_OVER_BYTES
    assert open_hand_over(PAIR.private, sealed, b"info") == payload


@settings(max_examples=60)
@given(st.integers(0, SEALED_HAND_OVER_BYTES - 1), st.integers(1, 255))
def test_one_changed_byte_closes_an_envelope(place: int, change: int) -> None:
    changed = bytearray(SEALED)
    changed[place] ^= change
    with pytest.raises(HandOverUnreadable):
        open_hand_over(PAIR.private, bytes(changed), b"envelope 1")


def test_an_envelope_opens_neither_elsewhere_nor_for_another_key_nor_cut() -> None:
    for private, sealed, info in (
        (PAIR.private, SEALED, b"envelope 2"),
        (new_hand_over_pair().private, SEALED, b"envelope 1"),
        (PAIR.private, SEALED[:-1], b"envelope 1"),
        (PAIR.private, b"", b"envelope 1"),
    ):
        with pytest.raises(HandOverUnreadable):
            open_hand_over(private, sealed, info)


@pytest.mark.parametrize("padded", [b"\xff" * 8192, b"\0\0\0\1aa" + bytes(8186)])
def test_wrong_padding_is_refused(padded: bytes) -> None:
    sealed = seal(PAIR.public, padded, b"bipdesk-hand-over/1\ninfo")
    with pytest.raises(HandOverUnreadable):
        open_hand_over(PAIR.private, sealed, b"info")


def test_a_payload_that_does_not_fit_is_refused_and_the_private_half_is_not_shown() -> None:
    with pytest.raises(HandOverTooLarge):
        seal_hand_over(PAIR.public, bytes(MOST_PAYLOAD_BYTES + 1), b"")
    assert PAIR.private.hex() not in repr(PAIR) and str(PAIR.private) not in repr(PAIR)


def test_a_signature_verifies_for_its_key_and_message_alone() -> None:
    seed, public = new_signing_key()
    signature = sign(seed, b"message")
    assert public == public_of(seed)
    assert verify(public, b"message", signature)
    assert not verify(public, b"messagf", signature)
    assert not verify(new_signing_key()[1], b"message", signature)
    assert not verify(public, b"message", signature[:-1])
    assert not verify(b"short", b"message", signature)
