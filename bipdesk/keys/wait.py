"""How long the unlock window waits after wrong tries."""

_LONGEST_SECONDS = 300


def wait_seconds(failures: int) -> int:
    """Return the seconds to wait after `failures` wrong tries in a row: none up to two, then doubling.

    It hinders somebody at the keyboard; a copied file is protected by the cost of each guess alone.
    """
    if failures < 3:
        return 0
    return int(min(_LONGEST_SECONDS, 5 * 2 ** min(failures - 3, 10)))
