"""XLSForm workbooks: the format in which the humanitarian field writes its forms, as instruments.

Read: select_one, select_multiple, text, integer, decimal, date, range, note, calculate, groups, repeats, and
of the columns label, hint, required, relevant, constraint, choice_filter, calculation and default, in several
languages (https://xlsform.org). Everything else is refused with its row, all of it at once: a form that was
taken over by halves would ask something other than its authors meant.
"""

import re
from dataclasses import replace
from pathlib import Path

from bipdesk.domain.form_read import FormRead, RowNote
from bipdesk.domain.instrument import FOR_THE_FILE, Instrument, Words, words
from bipdesk.domain.instrument_checks import Fault, faults_of
from bipdesk.readers.spreadsheet import SpreadsheetFile, open_spreadsheet
from bipdesk.readers.xlsform_choices import read_lists, with_other
from bipdesk.readers.xlsform_columns import FormSheet, form_sheet
from bipdesk.readers.xlsform_question import Notes
from bipdesk.readers.xlsform_survey import OR_OTHER, SurveyRows, order_of

MOST_NOTES = 200
_COLUMN_OF = {"show_if": "relevant", "value": "calculation", "title": "label", "choices": "type"}
_KNOWN = frozenset(
    (
        *("type", "name", "label", "hint", "required", "required_message", "relevant", "constraint"),
        *("constraint_message", "choice_filter", "calculation", "default", "read_only", "appearance"),
        *(
            "disabled",
            "repeat_count",
            "trigger",
            "parameters",
            "save_to",
            "bind",
            "body",
            "instance",
            "query",
        ),
        *("intent", "image", "audio", "video", "media", "big_image", "autoplay"),
    )
)
_SETTINGS = frozenset({"form_title", "form_id", "version", "default_language", "title", "id_string"})


def read_xlsform(path: Path) -> FormRead:
    """Return the form in a workbook, or every problem that stands in its way.

    The version of the instrument is 1: who stores it says which version it is there.
    Raises:
        SpreadsheetUnreadable, SpreadsheetTooLarge, SpreadsheetOfOtherKind.
    """
    file = open_spreadsheet(path)
    sheets = {name.name.strip().lower(): name.name for name in file.sheets}
    if "survey" not in sheets:
        problem = RowNote("", 0, "", "the workbook has no sheet named 'survey', so it is no XLSForm")
        return FormRead(file.name, None, (problem,), ())
    survey, choices, settings = (
        _sheet(file, sheets.get(name, "")) for name in ("survey", "choices", "settings")
    )
    notes = Notes(settings.rows[0].text("default_language") if settings.rows else "")
    _remark_on_the_rest(survey, settings, frozenset(sheets), notes)
    rows = SurveyRows(survey, notes)
    instrument = _assembled(path, rows, choices, settings, notes)
    notes.problems.extend(_faults(instrument, rows, notes))
    problems = tuple(dict.fromkeys(sorted(notes.problems, key=order_of)))[:MOST_NOTES]
    return FormRead(file.name, None if problems else instrument, problems, tuple(notes.remarks[:MOST_NOTES]))


def _sheet(file: SpreadsheetFile, name: str) -> FormSheet:
    return form_sheet(file.sheet(name)) if name else FormSheet("", (), ())


def _assembled(
    path: Path, rows: SurveyRows, choices: FormSheet, settings: FormSheet, notes: Notes
) -> Instrument:
    sections = rows.sections()
    if not sections:
        notes.problems.append(RowNote("survey", 0, "", "there is not one question in it"))
    bare = Instrument("x", 1, Words(), "", FOR_THE_FILE, (), sections)
    used = frozenset(question.choices.removesuffix(OR_OTHER) for question in bare.questions)
    lists = with_other(read_lists(choices, used - {""}, notes), rows.lists_with_other)
    setting = settings.rows[0] if settings.rows else None
    title = (setting.text("form_title") or setting.text("title")) if setting else ""
    form_id = (setting.text("form_id") or setting.text("id_string")) if setting else ""
    version = setting.text("version") if setting else ""
    return replace(
        bare,
        id=_id(form_id or title or path.stem),
        title=words(title or form_id or path.stem),
        source=f"XLSForm {path.name}" + (f", version {version}" if version else ""),
        lists=lists,
    )


def _id(text: str) -> str:
    """Return the short name of an imported form: it begins with x-, so that no released one is ever meant."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return f"x-{plain[:36].strip('-') or 'form'}"


def _faults(instrument: Instrument, rows: SurveyRows, notes: Notes) -> list[RowNote]:
    """Return what is wrong with the form as a whole, at the rows where it is to be mended.

    What follows only from a row that was refused already is left out.
    """
    refused = {note.row for note in notes.problems}
    found = []
    for fault in faults_of(instrument):
        row = rows.rows.get(fault.name)
        number = row.number if row is not None else 0
        reason = _reason(fault, rows, number in refused)
        if reason:
            column = _COLUMN_OF.get(fault.key, fault.key)
            sheet = "choices" if fault.key == "lists" else "survey"
            found.append(RowNote(sheet, number, fault.name, f"'{column}' {reason}" if column else reason))
    return found


def _reason(fault: Fault, rows: SurveyRows, row_was_refused: bool) -> str:
    """Return why, in the words of the workbook; "" for what only follows from something refused already."""
    named = re.match(r"refers to '([^']+)'", fault.reason)
    if named is None:
        return "" if row_was_refused else fault.reason
    kept = rows.missing.get(named[1])
    if kept is None:
        return fault.reason
    return f"{named[0]}, which {kept}" if kept else ""


def _remark_on_the_rest(survey: FormSheet, settings: FormSheet, sheets: frozenset[str], notes: Notes) -> None:
    """Say what else the workbook holds that is not read."""
    unknown = [column.header for column in survey.columns if column.base not in _KNOWN]
    if unknown:
        notes.remarks.append(RowNote("survey", 0, "", f"these columns are not read: {', '.join(unknown)}"))
    if survey.has("appearance"):
        notes.remarks.append(RowNote("survey", 0, "", "how questions look (appearance) is not taken over"))
    unused = [column.header for column in settings.columns if column.base not in _SETTINGS]
    if unused:
        notes.remarks.append(RowNote("settings", 0, "", f"these are not used: {', '.join(unused)}"))
    others = sorted(sheets - {"survey", "choices", "settings"})
    if others:
        notes.remarks.append(RowNote("", 0, "", f"these sheets are not read: {', '.join(others)}"))
