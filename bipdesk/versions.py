"""Which pairs of Python and PySide6 the program refuses to run on, and the sentence that says so."""

from __future__ import annotations

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)

# Each signal emitted drops a reference of True, each call back into Python one of None; Python 3.11
# counts those references and aborts after some hundred of them. Python 3.12 and later do not count.
ABORTING_PYSIDE6 = "6.12.0"
FIRST_PYTHON_WITHOUT_COUNTS = (3, 12)


def refusal(python: tuple[int, int], pyside6: str | None = None) -> str | None:
    """Return why this pair cannot be used, as a sentence for the person, or None when it can.

    `python` is (major, minor); `pyside6` is its version, or None where it is not known yet.
    """
    running = f"{python[0]}.{python[1]}"
    if not OLDEST_PYTHON <= python <= NEWEST_PYTHON:
        return f"bipdesk needs Python 3.11, 3.12, 3.13 or 3.14; this is Python {running}."
    if pyside6 == ABORTING_PYSIDE6 and python < FIRST_PYTHON_WITHOUT_COUNTS:
        return (
            f"PySide6 {pyside6} aborts on Python {running}. "
            "Install PySide6 6.11.3, or use Python 3.12 or newer."
        )
    return None
