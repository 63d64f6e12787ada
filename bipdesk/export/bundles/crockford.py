"""Letters and digits for people: Crockford's base 32, and a check character that finds slips of typing."""

import base64

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RFC_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_CROCKFORD = str.maketrans(_RFC_ALPHABET, ALPHABET)
_TO_RFC = str.maketrans(ALPHABET, _RFC_ALPHABET)
_LOOKS_LIKE = str.maketrans("OIL", "011")
_FIELD_POLYNOMIAL = 0b100101
"""x⁵ + x² + 1, primitive: the powers of x run through all 31 elements before they repeat."""


def encode(data: bytes) -> str:
    """Return `data` in base 32, without padding."""
    return base64.b32encode(data).decode("ascii").rstrip("=").translate(_TO_CROCKFORD)


def decode(text: str) -> bytes:
    """Return the bytes of normalised `text`; raises ValueError unless it is their one spelling."""
    if not is_text(text):
        raise ValueError("not base 32")
    padded = text.translate(_TO_RFC) + "=" * (-len(text) % 8)
    data = base64.b32decode(padded)
    if encode(data) != text:
        raise ValueError("not the canonical spelling")
    return data


def normalise(text: str) -> str:
    """Return what somebody typed in capitals, without spaces and hyphens; O is read as 0, I and L as 1."""
    return "".join(text.split()).replace("-", "").upper().translate(_LOOKS_LIKE)


def is_text(text: str) -> bool:
    """Tell whether `text` holds nothing but the 32 characters."""
    return all(character in ALPHABET for character in text)


def characters(number: int, count: int) -> str:
    """Return the lowest 5 × `count` bits of `number` as `count` characters, highest first."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))


def check_character(text: str) -> str:
    """Return the check character of up to 30 characters: Σ xⁱ·cᵢ in the field of 32 elements.

    Any one wrong character and any two exchanged ones change it: all weights differ and none is nought.
    """
    total = 0
    for character in text:
        total = _times_x(total ^ ALPHABET.index(character))
    return ALPHABET[total]


def _times_x(element: int) -> int:
    doubled = element << 1
    return doubled ^ _FIELD_POLYNOMIAL if doubled & 32 else doubled
