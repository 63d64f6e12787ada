"""Bech32m checksums (BIP 350): text that is read aloud and typed, with the place of a slip found."""

ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
CHECKSUM_LENGTH = 6
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32M = 0x2BC830A3


def _polymod(symbols: list[int]) -> int:
    checksum = 1
    for symbol in symbols:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ symbol
        for bit, term in enumerate(_GENERATOR):
            if top >> bit & 1:
                checksum ^= term
    return checksum


def _prefix_symbols(prefix: str) -> list[int]:
    return [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]


def with_checksum(prefix: str, data: list[int]) -> str:
    """Return the characters of `data` (5-bit numbers) and six of checksum; the prefix is not shown."""
    value = _polymod(_prefix_symbols(prefix) + data + [0] * CHECKSUM_LENGTH) ^ _BECH32M
    checksum = [value >> 5 * (CHECKSUM_LENGTH - 1 - place) & 31 for place in range(CHECKSUM_LENGTH)]
    return "".join(ALPHABET[symbol] for symbol in data + checksum)


def is_sound(prefix: str, symbols: list[int]) -> bool:
    """Say whether `symbols` (data and checksum, 5-bit numbers) belong together under `prefix`."""
    return _polymod(_prefix_symbols(prefix) + symbols) == _BECH32M


def place_of_slip(prefix: str, symbols: list[int]) -> int | None:
    """Return the only place where ONE other character would make `symbols` sound, or None.

    It is for telling a person where to look; the character itself is never corrected for her.
    """
    head = _prefix_symbols(prefix)
    places = {
        place
        for place in range(len(symbols))
        for other in range(32)
        if _polymod([*head, *symbols[:place], other, *symbols[place + 1 :]]) == _BECH32M
    }
    return places.pop() if len(places) == 1 else None


def to_symbols(raw: bytes, count: int) -> list[int]:
    """Return the first `count` 5-bit numbers of `raw`, filled up with zero bits on the right."""
    bits = int.from_bytes(raw, "big") << 5
    length = len(raw) * 8 + 5
    return [bits >> length - 5 * (place + 1) & 31 for place in range(count)]
