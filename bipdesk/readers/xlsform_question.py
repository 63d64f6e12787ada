"""One row of a survey sheet as a question; what it cannot be is said of the row, all of it at once."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bipdesk.domain.expressions import ALWAYS, NAME, Expression, ExpressionWrong, parse_expression
from bipdesk.domain.form_read import RowNote
from bipdesk.domain.instrument import Question, QuestionKind
from bipdesk.domain.question_reading import WIDEST_SCALE
from bipdesk.readers.xlsform_columns import MEDIA, FormRow
from bipdesk.readers.xlsform_types import RowType

REFUSED_COLUMNS = {
    "repeat_count": "a number of repetitions set beforehand",
    "trigger": "a calculation that waits for another question",
    "parameters": "parameters",
    "save_to": "entities",
    "bind": "settings of its own for the form's machinery",
    "body": "settings of its own for the form's machinery",
    "instance": "settings of its own for the form's machinery",
    "query": "choices from elsewhere",
    "intent": "another program",
} | dict.fromkeys(MEDIA, "pictures, sounds and films")
_YES = frozenset({"yes", "true", "true()", "1", "y"})
_NO = frozenset({"no", "false", "false()", "0", "n", ""})


@dataclass(slots=True)
class Notes:
    """What was found wrong, and what was passed over, while reading."""

    language: str = ""
    """The language that comes first."""
    problems: list[RowNote] = field(default_factory=list)
    remarks: list[RowNote] = field(default_factory=list)

    def refuse(self, row: FormRow, words: str) -> None:
        """Add something that has to be changed in the workbook."""
        self.problems.append(row.note(words))


def check_columns(row: FormRow, notes: Notes, allowed: str = "") -> None:
    """Refuse what stands in columns whose meaning this program has not."""
    notes.problems.extend(row.unreadable())
    for column, cell in row.cells.items():
        if column.base in REFUSED_COLUMNS and column.base != allowed and cell.text.strip():
            notes.refuse(row, f"the column '{column.header}' asks for {REFUSED_COLUMNS[column.base]}")
    if "search(" in row.text("appearance").replace(" ", ""):
        notes.refuse(row, "the appearance search() takes its choices from another file, which is not read")


def row_name(row: FormRow, notes: Notes, default: str = "") -> str:
    """Return the name of a row that expressions can use; a wrong one is noted."""
    name = row.text("name")
    if not name and default:
        return default
    if not NAME.fullmatch(name):
        what = f"the name '{name}' must begin with a letter; then letters, digits and _ - ." if name else ""
        notes.refuse(row, what or "the row has no name")
        return default or f"row_{row.number}"
    return name


def read_question(row: FormRow, kind: RowType, notes: Notes) -> Question:
    """Return the question of a row; when `notes` got a problem it is only a stand-in."""
    asked = kind.kind or QuestionKind.NOTE
    check_columns(row, notes, "parameters" if asked is QuestionKind.SCALE else "")
    label = row.words("label", notes.language) or row.words("hint", notes.language)
    asked = _calculated(row, asked, notes)
    if not label and asked is not QuestionKind.CALCULATED:
        notes.refuse(row, "the row has no label, so there is nothing to ask")
    if kind.kind is QuestionKind.CALCULATED:
        label = type(label)()  # XLSForm works these out unseen, whatever label they carry
    least, most = _scale(row, notes) if asked is QuestionKind.SCALE else (0, 0)
    has_label = bool(row.words("label", notes.language))
    return Question(
        name=row_name(row, notes, f"note_{row.number}" if asked is QuestionKind.NOTE else ""),
        kind=asked,
        label=label,
        hint=row.words("hint", notes.language) if has_label else type(label)(),
        show_if=expression(row, "relevant", notes),
        required=_required(row, notes) if asked.is_asked else None,
        required_message=row.words("required_message", notes.language),
        constraint=expression(row, "constraint", notes, own=True) if asked.is_asked else None,
        constraint_message=row.words("constraint_message", notes.language),
        choices=kind.list_name,
        choice_filter=expression(row, "choice_filter", notes, columns=True) if kind.list_name else None,
        value=expression(row, "calculation", notes) if asked is QuestionKind.CALCULATED else None,
        default=_default(row, asked, notes),
        least=least,
        most=most,
    )


def expression(
    row: FormRow, base: str, notes: Notes, *, own: bool = False, columns: bool = False
) -> Expression | None:
    """Return the expression in a column, or None; one that cannot be read is noted."""
    text = row.code(base)
    if not text:
        return None
    # A cell that holds TRUE or FALSE itself comes as yes or no.
    text = {"yes": "true()", "no": "false()"}.get(text, text)
    try:
        return parse_expression(text, own=own, columns=columns)
    except ExpressionWrong as error:
        notes.refuse(row, f"'{base}' {error}")
        return None


def _calculated(row: FormRow, kind: QuestionKind, notes: Notes) -> QuestionKind:
    """Return the kind of a row that may work something out: read-only with a calculation is a calculation."""
    works_out = bool(row.text("calculation"))
    if kind is QuestionKind.CALCULATED:
        if not works_out:
            notes.refuse(row, "the row calculates nothing: 'calculation' is empty")
        return kind
    read_only = row.text("read_only").lower() in _YES
    if works_out and read_only:
        return QuestionKind.CALCULATED
    if works_out:
        notes.refuse(row, "'calculation' fills in what can also be typed; make it a row of type calculate")
    elif read_only and kind.is_asked:
        notes.refuse(row, "'read_only' leaves nothing to answer; make it a note")
    return kind


def _required(row: FormRow, notes: Notes) -> Expression | None:
    word = row.text("required").lower()
    if word in _NO:
        return None
    return ALWAYS if word in _YES else expression(row, "required", notes)


def _default(row: FormRow, kind: QuestionKind, notes: Notes) -> str:
    text = row.text("default")
    if not text or not kind.is_asked:
        return ""
    if "${" in text or ("(" in text and text.endswith(")")):
        if kind is QuestionKind.DATE and text.replace(" ", "") == "today()":
            return "today()"
        if "${" in text or _CALLED.search(text):
            notes.refuse(
                row, f"'default' works something out ({text}); only a fixed answer or today() is read"
            )
            return ""
    return text


_CALLED = re.compile(r"^[a-z][a-z-]*\(")
_PARAMETER: Callable[[str], list[str]] = re.compile(r"[a-z]+\s*=\s*[-0-9.]+").findall


def _scale(row: FormRow, notes: Notes) -> tuple[int, int]:
    """Return the ends of a range; steps other than 1 have no place on a scale."""
    given = {"start": "0", "end": "10", "step": "1"}
    for pair in _PARAMETER(row.text("parameters").lower()):
        key, _, value = pair.partition("=")
        given[key.strip()] = value.strip()
    whole = {key: value for key, value in given.items() if re.fullmatch(r"[0-9]{1,3}", value)}
    if set(whole) == {"start", "end", "step"} and whole["step"] == "1":
        least, most = int(whole["start"]), int(whole["end"])
        if 1 <= most - least <= WIDEST_SCALE:
            return least, most
    notes.refuse(row, f"the range is not one of whole numbers in steps of 1, {WIDEST_SCALE} steps at most")
    return 0, 1
