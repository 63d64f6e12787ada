"""Secrets live in one bytearray and can be wiped."""

import copy
import pickle

import pytest

from bipdesk.keys.file_key import FileKey, Secret, new_file_key


def test_wiping_zeroes_the_bytes_that_everybody_shares() -> None:
    key = new_file_key()
    shared = key.key
    assert any(shared)
    key.wipe()
    assert shared == bytearray(32)
    with pytest.raises(RuntimeError):
        _ = key.key


def test_leaving_the_block_wipes() -> None:
    with new_file_key() as key:
        shared = key.key
    assert key.wiped and shared == bytearray(32)


def test_a_forgotten_secret_wipes_itself_unless_its_bytes_are_still_held() -> None:
    wiped: list[str] = []

    class Watched(Secret):
        def wipe(self) -> None:
            wiped.append("wiped")
            super().wipe()

    forgotten = Watched(b"canary")
    del forgotten
    assert wiped == ["wiped"]
    held = Watched(b"canary").key
    view = memoryview(Watched(b"canary").key)
    assert bytes(held) == bytes(view) == b"canary"
    assert wiped == ["wiped"]


def test_a_file_key_has_exactly_32_bytes() -> None:
    for length in (0, 31, 33, 64):
        with pytest.raises(ValueError, match="32 bytes"):
            FileKey(bytes(length))


def test_a_secret_is_neither_shown_nor_copied() -> None:
    secret = Secret(b"canary")
    assert repr(secret) == "<Secret>"
    for attempt in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError):
            attempt(secret)
