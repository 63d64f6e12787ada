"""Files for a session: which kinds are taken, told by what is in them, and what they are called."""

from pathlib import PureWindowsPath

from bipdesk.domain.paper import kind_of

TEXT = "text"
LONGEST_NAME = 80
MOST_TEXT_BYTES = 512 * 1024
"""Some three hundred printed pages."""
_CUT_OFF = b"%PDF-"
"""A PDF whose end is missing could be read as text; it is none."""


def kind_of_file(content: bytes) -> str:
    """Return "pdf", "png", "jpeg" or "text", or "" for anything else: nothing that could be run is kept."""
    return kind_of(content) or (TEXT if _is_text(content) else "")


def _is_text(content: bytes) -> bool:
    if not content.strip() or len(content) > MOST_TEXT_BYTES or content.startswith(_CUT_OFF):
        return False
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign in "\n\r\t\f" for sign in text)


def plain_name(name: str) -> str:
    """Return what a file is called, without folders and signs that cannot be shown, at most 80 characters."""
    last = PureWindowsPath(name).name  # knows both strokes
    shown = "".join(sign for sign in last if sign.isprintable()).strip()
    return shown[:LONGEST_NAME].strip() or "Without a name"
