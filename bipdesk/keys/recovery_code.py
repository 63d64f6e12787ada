"""Codes people read aloud and type: recovery codes, first codes and fingerprints, in groups of four."""

import secrets
from dataclasses import dataclass

from bipdesk.domain.key_errors import CodeMistyped
from bipdesk.keys import bech32

_GROUP = 4


@dataclass(frozen=True, slots=True)
class CodeKind:
    """One kind of code: its hidden prefix keeps one kind from passing for another."""

    name: str
    prefix: str
    symbols: int

    @property
    def length(self) -> int:
        """Return the number of characters, checksum included."""
        return self.symbols + bech32.CHECKSUM_LENGTH


RECOVERY = CodeKind("recovery code", "bip", 26)
"""128 random bits (26 characters carry 130; the last two bits are zero)."""

FIRST = CodeKind("first code", "first", 14)
"""70 random bits for a reserved account; used once, behind Argon2id."""

FINGERPRINT = CodeKind("fingerprint", "print", 18)
"""The first 90 bits of a SHA-256, compared in person when the safety key is granted."""


def in_groups(code: str) -> str:
    """Return `code` in groups of four with spaces between, as it is shown and printed."""
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def new_recovery_code() -> str:
    """Return a fresh recovery code, in groups."""
    return in_groups(bech32.with_checksum(RECOVERY.prefix, bech32.to_symbols(secrets.token_bytes(16), 26)))


def new_first_code() -> str:
    """Return a fresh one-time code for a reserved account, in groups."""
    symbols = [secrets.randbelow(32) for _ in range(FIRST.symbols)]
    return in_groups(bech32.with_checksum(FIRST.prefix, symbols))


def fingerprint(digest: bytes) -> str:
    """Return the first 90 bits of a 32-byte SHA-256 as a code in groups."""
    symbols = bech32.to_symbols(digest, FINGERPRINT.symbols)
    return in_groups(bech32.with_checksum(FINGERPRINT.prefix, symbols))


def read_recovery_code(text: str) -> str:
    """Return the 32 characters of a typed recovery code; raise CodeMistyped with the place to look."""
    return _read(RECOVERY, text)


def read_first_code(text: str) -> str:
    """Return the 20 characters of a typed first code; raise CodeMistyped with the place to look."""
    return _read(FIRST, text)


def first_code_or_nothing(text: str) -> str:
    """Return the 20 characters of a typed first code, or "" when it is none (no time goes into a hint)."""
    typed = _typed(text)
    symbols = [bech32.ALPHABET.find(c) for c in typed]
    sound = len(typed) == FIRST.length and min(symbols) >= 0 and bech32.is_sound(FIRST.prefix, symbols)
    return typed if sound else ""


def read_fingerprint(text: str) -> str:
    """Return the 24 characters of a typed fingerprint; raise CodeMistyped with the place to look."""
    return _read(FINGERPRINT, text)


def _typed(text: str) -> str:
    return "".join(c for c in text.lower() if not (c.isspace() or c in "-–—_.,"))


def _read(kind: CodeKind, text: str) -> str:
    typed = _typed(text)
    foreign = next((place for place, c in enumerate(typed) if c not in bech32.ALPHABET), None)
    if foreign is not None:
        reason = f"“{typed[foreign]}” is never used in it; look at group {foreign // _GROUP + 1}"
        raise CodeMistyped(code=kind.name, group=foreign // _GROUP + 1, reason=reason)
    if len(typed) != kind.length:
        reason = f"it has {kind.length} characters and you typed {len(typed)}"
        raise CodeMistyped(code=kind.name, group=None, reason=reason)
    symbols = [bech32.ALPHABET.index(c) for c in typed]
    if not bech32.is_sound(kind.prefix, symbols):
        raise _slip(kind, symbols)
    return typed


def _slip(kind: CodeKind, symbols: list[int]) -> CodeMistyped:
    place = bech32.place_of_slip(kind.prefix, symbols)
    if place is not None:
        group = place // _GROUP + 1
        return CodeMistyped(code=kind.name, group=group, reason=f"look at group {group}")
    for other in (RECOVERY, FIRST, FINGERPRINT):
        if other is not kind and bech32.is_sound(other.prefix, symbols):
            return CodeMistyped(code=kind.name, group=None, reason=f"what you typed is a {other.name}")
    return CodeMistyped(
        code=kind.name, group=None, reason="more than one character differs; compare every group"
    )
