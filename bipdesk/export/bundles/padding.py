"""How long a bundle's plaintext is made, so that its size tells next to nothing."""

FLOOR = 32 * 1024
"""No plaintext is shorter: an evening with one entry looks like an evening with a hundred."""


def padded_length(length: int) -> int:
    """Return the Padmé length for `length` bytes (Nikitin et al. 2019), not below FLOOR."""
    length = max(length, FLOOR)
    exponent = length.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << free_bits) - 1
    return (length + mask) & ~mask
