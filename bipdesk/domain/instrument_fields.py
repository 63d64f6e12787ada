"""Takes the keys of an instrument's tables: shown texts in several languages, names, expressions."""

from collections.abc import Mapping

from bipdesk.domain.expressions import ALWAYS, NAME, Expression, ExpressionWrong, parse_expression
from bipdesk.domain.instrument import Words, words
from bipdesk.domain.resource_table import ResourceTable

LONGEST_SHOWN = 4000


class FieldsOf:
    """The keys of one table, as instruments write them."""

    def __init__(self, table: ResourceTable) -> None:
        self._table = table

    def name(self, key: str) -> str:
        """Take a required name that expressions can use."""
        value = self._table.text(key, longest=64)
        if not NAME.fullmatch(value):
            self._table.refuse(key, f"'{value}' must begin with a letter; then letters, digits and _ - .")
        return value

    def words(self, key: str, *, required: bool = False) -> Words:
        """Take a shown text: one text, or a table of texts by language."""
        value = self._table.take(key)
        if isinstance(value, Mapping):
            found = Words(tuple((str(tag), self._shown(key, text)) for tag, text in value.items()))
        else:
            found = words("" if value is None else self._shown(key, value))
        if required and not found:
            self._table.refuse(key, "is missing" if value is None else "is empty")
        return found

    def line(self, key: str) -> str:
        """Take an optional text."""
        value = self._table.take(key)
        return "" if value is None else self._shown(key, value)

    def truth(self, key: str) -> bool:
        """Take an optional true or false; false when it is not there."""
        value = self._table.take(key)
        if value is not None and not isinstance(value, bool):
            self._table.refuse(key, "must be true or false")
        return bool(value)

    def number(self, key: str, default: int, least: int, most: int) -> int:
        """Take an optional whole number from `least` to `most`."""
        value = self._table.take(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self._table.refuse(key, f"must be a whole number from {least} to {most}")
        return value

    def condition(self, key: str) -> Expression | None:
        """Take an optional expression; true is always, false or nothing is never."""
        value = self._table.take(key)
        if isinstance(value, bool):
            return ALWAYS if value else None
        return None if value is None else self._parsed(key, value)

    def expression(self, key: str, *, own: bool = False, columns: bool = False) -> Expression | None:
        """Take an optional expression; what it may use is as in `parse_expression`."""
        value = self._table.take(key)
        return None if value is None else self._parsed(key, value, own=own, columns=columns)

    def _parsed(self, key: str, value: object, *, own: bool = False, columns: bool = False) -> Expression:
        try:
            return parse_expression(self._shown(key, value), own=own, columns=columns)
        except ExpressionWrong as error:
            self._table.refuse(key, f"the expression {error}")

    def _shown(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            self._table.refuse(key, "must be text in quotes")
        if len(value) > LONGEST_SHOWN:
            self._table.refuse(key, f"is longer than {LONGEST_SHOWN} characters")
        if not all(letter.isprintable() or letter == "\n" for letter in value):
            self._table.refuse(key, "has characters that cannot be shown")
        return value.strip()
