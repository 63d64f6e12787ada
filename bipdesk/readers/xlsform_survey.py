"""The survey sheet of an XLSForm: its rows put into their groups and repeats."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bipdesk.domain.expressions import Expression, parse_expression
from bipdesk.domain.form_read import RowNote
from bipdesk.domain.instrument import Item, Part, Question, QuestionKind, words
from bipdesk.domain.instrument_checks import DEEPEST
from bipdesk.readers.xlsform_columns import FormRow, FormSheet
from bipdesk.readers.xlsform_question import Notes, check_columns, expression, read_question, row_name
from bipdesk.readers.xlsform_types import RowType, read_type

OTHER = "other"
OR_OTHER = "_or_other"
"""Ends the name of a list to which "Other" is added."""


@dataclass(slots=True)
class _Open:
    """A group or repeat whose end has not come yet."""

    row: FormRow | None
    part: Part
    items: list[Item] = field(default_factory=list)


class SurveyRows:
    """Reads the rows one after the other; afterwards `sections` and `rows` say what there is."""

    def __init__(self, sheet: FormSheet, notes: Notes) -> None:
        self.rows: dict[str, FormRow] = {}
        """The row in which each name stands."""
        self.missing: dict[str, str] = {}
        """Names that stand in the sheet but are not read, and why."""
        self.lists_with_other: set[str] = set()
        self._notes = notes
        self._open = [_Open(None, Part("", words(""), ()))]
        for row in sheet.rows:
            self._read(row)
        for left in self._open[1:]:
            if left.row is not None:
                notes.refuse(left.row, f"this {_kind(left.part)} is never ended")

    def sections(self) -> tuple[Part, ...]:
        """Return the form's parts: a group at the top is one, and so are the questions between groups."""
        found: list[Part] = []
        loose: list[Item] = []
        for item in self._open[0].items:
            if isinstance(item, Question):
                loose.append(item)
                continue
            found.extend(self._loose(loose, len(found)))
            loose = []
            found.append(item)
        found.extend(self._loose(loose, len(found)))
        return tuple(found)

    def _loose(self, items: list[Item], number: int) -> Iterator[Part]:
        if items:
            name = f"part_{number + 1}"
            while name in self.rows:
                name += "_"
            yield Part(name, words(""), tuple(items))

    def _read(self, row: FormRow) -> None:
        kind = read_type(row.text("type"))
        name = row.text("name")
        if row.text("disabled").lower() in ("yes", "true"):
            self._pass_over(row, "is switched off in the workbook")
        elif kind.passed_over:
            self._pass_over(row, "notes something down by itself, which has no place here")
        elif not row.text("type"):
            self._untyped(row)
        elif kind.refused:
            self._notes.refuse(row, kind.refused)
            self._notes.problems.extend(row.unreadable())
            self.missing[name] = ""
        elif kind.bracket.startswith("begin"):
            self._begin(row, kind.bracket.endswith("repeat"))
        elif kind.bracket:
            self._end(row, kind.bracket.endswith("repeat"))
        else:
            self._question(row, kind)

    def _untyped(self, row: FormRow) -> None:
        if any(row.text(base) for base in ("name", "label", "calculation")) or row.words("label"):
            self._notes.refuse(row, "the row has no type")

    def _pass_over(self, row: FormRow, why: str) -> None:
        self._notes.remarks.append(row.note(f"is passed over: it {why}"))
        self.missing[row.text("name")] = "is passed over"

    def _begin(self, row: FormRow, repeats: bool) -> None:
        check_columns(row, self._notes)
        name = row_name(row, self._notes, f"group_{row.number}")
        if len(self._open) >= DEEPEST:
            self._notes.refuse(row, f"is nested more than {DEEPEST - 1} deep")
        part = Part(
            name,
            row.words("label", self._notes.language),
            (),
            hint=row.words("hint", self._notes.language),
            show_if=expression(row, "relevant", self._notes),
            repeats=repeats,
        )
        self.rows.setdefault(name, row)
        self._open.append(_Open(row, part))

    def _end(self, row: FormRow, repeats: bool) -> None:
        if len(self._open) == 1 or self._open[-1].part.repeats != repeats:
            self._notes.refuse(row, f"ends a {'repeat' if repeats else 'group'} that was not the last begun")
            return
        done = self._open.pop()
        if not done.items:
            self._notes.remarks.append(row.note(f"the {_kind(done.part)} is empty", done.part.name))
            return
        self._open[-1].items.append(replace(done.part, items=tuple(done.items)))

    def _question(self, row: FormRow, kind: RowType) -> None:
        question = read_question(row, kind, self._notes)
        if question.name in self.rows:
            before = self.rows[question.name].number
            self._notes.refuse(row, f"the name '{question.name}' is used in row {before} already")
            return
        self.rows[question.name] = row
        if not kind.or_other:
            self._open[-1].items.append(question)
            return
        if question.choice_filter is not None:
            self._notes.refuse(row, "'or_other' cannot stand together with a choice_filter")
        self.lists_with_other.add(question.choices)
        self.rows.setdefault(f"{question.name}_{OTHER}", row)
        self._open[-1].items += [
            replace(question, choices=question.choices + OR_OTHER),
            Question(
                f"{question.name}_{OTHER}",
                QuestionKind.TEXT,
                words("Which other?"),
                show_if=_is_other(question.name),
            ),
        ]


def _is_other(name: str) -> Expression:
    return parse_expression(f"selected(${{{name}}}, '{OTHER}')")


def _kind(part: Part) -> str:
    return "repeat" if part.repeats else "group"


def order_of(note: RowNote) -> tuple[bool, str, int]:
    """Return what notes are sorted by: the order in which somebody mends a workbook."""
    return note.sheet != "survey", note.sheet, note.row
