"""The report of a bug: versions and places, no people."""

import platform
import traceback
from pathlib import Path

import PySide6

import bipdesk


def crash_report(error: BaseException) -> str:
    """Return versions, and for `error` and what caused it the type with files, functions and lines.

    The text of an exception and the values of variables are left out: they may hold personal data.
    """
    lines = [
        f"bipdesk {bipdesk.__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()}",
        "",
    ]
    for cause in _chain(error):
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        for frame in traceback.extract_tb(cause.__traceback__):
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return chain


def _short(filename: str) -> str:
    parts = Path(filename).parts
    for root in ("bipdesk", "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return Path(filename).name
