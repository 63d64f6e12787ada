"""Codes put into their fields, right and with a slip."""

from itertools import zip_longest

from PySide6.QtTest import QTest

from bipdesk.keys.bech32 import ALPHABET
from bipdesk.ui.forms.code_edit import GROUPS, CodeEdit


def fill_in_code(edit: CodeEdit, code: str) -> None:
    """Type a code in groups, each into its own field."""
    for field, group in zip_longest(edit.fields, code.split()[:GROUPS], fillvalue=""):
        assert not isinstance(field, str)
        field.selectAll()
        QTest.keyClicks(field, group) if group else field.clear()


def changed_in_group(code: str, number: int) -> str:
    """Return `code` with one character of that group exchanged."""
    groups = code.split()
    first = groups[number - 1][0]
    other = ALPHABET[(ALPHABET.index(first) + 1) % len(ALPHABET)]
    groups[number - 1] = other + groups[number - 1][1:]
    return " ".join(groups)
