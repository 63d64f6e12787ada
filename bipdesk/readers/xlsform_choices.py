"""The choices sheet of an XLSForm: its lists, with the columns that filters ask about."""

from bipdesk.domain.instrument import Choice, ChoiceList, words
from bipdesk.readers.xlsform_columns import MEDIA, FormRow, FormSheet
from bipdesk.readers.xlsform_question import Notes
from bipdesk.readers.xlsform_survey import OR_OTHER, OTHER

_NOT_ASKED = frozenset({"list_name", "name", "value", "label"}) | MEDIA


def read_lists(sheet: FormSheet, used: frozenset[str], notes: Notes) -> tuple[ChoiceList, ...]:
    """Return the lists that are `used`; what is wrong with the choices of others stands in nobody's way."""
    found: dict[str, list[Choice]] = {}
    for row in sheet.rows:
        name = row.text("list_name")
        if name in used:
            found.setdefault(name, []).append(_choice(row, notes))
    return tuple(ChoiceList(name, tuple(choices)) for name, choices in found.items())


def with_other(lists: tuple[ChoiceList, ...], names: set[str]) -> tuple[ChoiceList, ...]:
    """Return the lists, and beside each of `names` one that ends with "Other"."""
    more = []
    for found in lists:
        if found.name in names:
            has_other = any(choice.name == OTHER for choice in found.choices)
            added = () if has_other else (Choice(OTHER, words("Other")),)
            more.append(ChoiceList(found.name + OR_OTHER, found.choices + added))
    return lists + tuple(more)


def _choice(row: FormRow, notes: Notes) -> Choice:
    name = row.text("name") or row.text("value")
    notes.problems.extend(row.unreadable())
    if not name:
        notes.refuse(row, "the choice has no name")
    elif len(name.split()) != 1:
        notes.refuse(row, f"the choice '{name}' must be named by one word without spaces")
    for column, cell in row.cells.items():
        if column.base in MEDIA and cell.text.strip():
            notes.refuse(row, f"the column '{column.header}' asks for pictures, sounds and films")
    label = row.words("label", notes.language)
    if any("${" in text for _, text in label.by_language):
        notes.refuse(row, "the label of a choice names an answer (${ }), which is not supported")
    columns = tuple(
        (column.base, cell.text) for column, cell in row.cells.items() if column.base not in _NOT_ASKED
    )
    return Choice(name, label or words(name), columns)
