"""Reads one table of a hand-written TOML file, key by key, and says exactly what is wrong with it."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import NoReturn

from bipdesk.domain.errors import ResourceInvalid

_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class ResourceTable:
    """A TOML table in which every key must be asked for: what nobody asked for is reported as unknown."""

    def __init__(self, values: Mapping[str, object], file: str, inside: str = "") -> None:
        self._values = dict(values)
        self._file = file
        self._inside = inside

    def refuse(self, key: str, reason: str) -> NoReturn:
        """Raise `ResourceInvalid` that names the file, the key (with the table it is in) and the reason."""
        where = f"{self._inside}, {key}" if self._inside and key else self._inside or key
        raise ResourceInvalid(file=self._file, where=where, reason=reason)

    def text(self, key: str, longest: int = 200) -> str:
        """Take a required single line of text of at most `longest` characters, not blank."""
        return self._line(key, self._required(key), longest)

    def key(self, key: str) -> str:
        """Take a required short name for the program: small letters, digits and hyphens, at most 40."""
        value = self.text(key, longest=40)
        if not _KEY.fullmatch(value):
            self.refuse(key, f"'{value}' must be small letters and digits, joined by hyphens")
        return value

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        """Take a required text that is one of `allowed`."""
        value = self.text(key)
        if value not in allowed:
            self.refuse(key, f"'{value}' is not one of {', '.join(allowed)}")
        return value

    def whole(self, key: str, least: int, most: int) -> int:
        """Take a required whole number from `least` to `most`, both included."""
        value = self._required(key)
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(key, f"must be a whole number, not {_kind(value)}")
        if not least <= value <= most:
            self.refuse(key, f"must be from {least} to {most}, not {_short(value)}")
        return value

    def flag(self, key: str) -> bool:
        """Take an optional true or false; false when it is not there."""
        value = self._values.pop(key, False)
        if not isinstance(value, bool):
            self.refuse(key, f"must be true or false, not {_kind(value)}")
        return value

    def day(self, key: str) -> date:
        """Take a required date, written as 2026-11-21."""
        value = self._required(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(key, f"must be a date such as 2026-11-21, not {_kind(value)}")
        return value

    def has(self, key: str) -> bool:
        """Say whether the key is there and was not taken yet."""
        return key in self._values

    def lines(self, key: str, most: int) -> tuple[str, ...]:
        """Take an optional list of at most `most` texts, each one line; an empty text means "none given"."""
        return tuple(self._entry(f"{key} {n}", v) for n, v in enumerate(self._list(key, most), 1))

    def lists_of_lines(self, key: str, most: int) -> tuple[tuple[str, ...], ...]:
        """Take an optional list of at most `most` lists of texts, none of them blank."""
        found = []
        for number, inner in enumerate(self._list(key, most), 1):
            if not isinstance(inner, list):
                self.refuse(f"{key} {number}", f"must be a list of texts, not {_kind(inner)}")
            found.append(tuple(self._line(f"{key} {number}", value, 400) for value in inner))
        return tuple(found)

    def take(self, key: str) -> object:
        """Take the value of an optional key as it stands, or None; the caller says what it must be."""
        return self._values.pop(key, None)

    def left(self) -> tuple[str, ...]:
        """Return the keys that nobody asked for yet, in the order of the file."""
        return tuple(self._values)

    def optional_tables(self, key: str, singular: str) -> tuple["ResourceTable", ...]:
        """Take an optional list of tables; errors inside name it "`singular` 3"."""
        return self.tables(key, singular) if key in self._values else ()

    def tables(self, key: str, singular: str) -> tuple["ResourceTable", ...]:
        """Take a required list of at least one table; errors inside name it "`singular` 3"."""
        value = self._required(key)
        if not isinstance(value, list):
            self.refuse(key, f"must be a list of tables ([[{key}]]), not {_kind(value)}")
        if not value:
            self.refuse(key, "is empty: at least one is needed")
        return tuple(self._inner(f"{singular} {number}", entry) for number, entry in enumerate(value, 1))

    def done(self) -> None:
        """Refuse the first key that nobody asked for: a mistyped key must not be passed over."""
        for key in self._values:
            self.refuse(key, "is not a key this file can have")

    def _required(self, key: str) -> object:
        if key not in self._values:
            self.refuse(key, "is missing")
        return self._values.pop(key)

    def _list(self, key: str, most: int) -> list[object]:
        value = self._values.pop(key, [])
        if not isinstance(value, list):
            self.refuse(key, f"must be a list, not {_kind(value)}")
        if len(value) > most:
            self.refuse(key, f"has {len(value)} entries where at most {most} fit")
        return value

    def _entry(self, where: str, value: object) -> str:
        return "" if value == "" else self._line(where, value, 200)

    def _line(self, where: str, value: object, longest: int) -> str:
        if not isinstance(value, str):
            self.refuse(where, f"must be text in quotes, not {_kind(value)}")
        if not value.strip():
            self.refuse(where, "is empty")
        if len(value) > longest:
            self.refuse(where, f"is {len(value)} characters long where at most {longest} fit")
        if not value.isprintable():
            self.refuse(where, "must be one line of ordinary characters")
        return value.strip()

    def _inner(self, inside: str, value: object) -> "ResourceTable":
        if not isinstance(value, dict):
            self.refuse(inside, f"must be a table, not {_kind(value)}")
        return ResourceTable(value, self._file, inside)


def read_resource(text: str, file: str) -> ResourceTable:
    """Return the outermost table of a TOML text; `file` is its name for errors.

    Raises `ResourceInvalid` when the text is not TOML at all.
    """
    try:
        # A text editor on Windows may have put a byte order mark first; TOML allows none.
        return ResourceTable(tomllib.loads(text.removeprefix("\ufeff")), file)
    except tomllib.TOMLDecodeError as error:
        raise ResourceInvalid(file=file, where="the file", reason=f"is not TOML ({error})") from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits; brackets without end
        raise ResourceInvalid(file=file, where="the file", reason="cannot be read as TOML") from error


def _kind(value: object) -> str:
    """Name a TOML type in plain words."""
    names = {bool: "true or false", int: "a number", float: "a number with a point", str: "text"}
    return names.get(type(value), "a list" if isinstance(value, list) else "something else")


def _short(number: int) -> str:
    """Return `number` short enough for a sentence: Python refuses to print one of 5,000 digits."""
    return str(number) if abs(number) < 10**12 else "so large a number"
