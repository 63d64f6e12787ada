"""Reads an instrument from its file: TOML as released with the program, or the same tables as stored JSON."""

import json
from collections.abc import Mapping

from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.expressions import ExpressionWrong, parse_expression
from bipdesk.domain.instrument import (
    FOR_THE_FILE,
    Band,
    Choice,
    ChoiceList,
    Finding,
    Instrument,
    Score,
)
from bipdesk.domain.instrument_checks import Fault, faults_of
from bipdesk.domain.instrument_fields import FieldsOf
from bipdesk.domain.question_reading import read_section
from bipdesk.domain.resource_table import ResourceTable, read_resource


def parse_instrument(text: str, file: str) -> Instrument:
    """Return the instrument written in `text` (TOML); `file` is the name to show in errors.

    Raises `ResourceInvalid` (file, where, reason) for the first thing that is wrong.
    """
    return _checked(read_resource(text, file), file)


def stored_instrument(definition: str) -> Instrument:
    """Return the instrument that `instrument_writing.definition_of` wrote.

    Raises `ResourceInvalid` when it is none.
    """
    file = "the stored form"
    try:
        values = json.loads(definition)
    except (ValueError, RecursionError) as error:
        raise ResourceInvalid(file=file, where="the whole", reason="cannot be read") from error
    if not isinstance(values, Mapping):
        raise ResourceInvalid(file=file, where="the whole", reason="is no table")
    return _checked(ResourceTable(values, file), file)


def _checked(table: ResourceTable, file: str) -> Instrument:
    instrument = _read(table)
    for fault in faults_of(instrument):
        raise ResourceInvalid(file=file, where=_where(fault), reason=fault.reason)
    return instrument


def _where(fault: Fault) -> str:
    return ", ".join(part for part in (fault.name, fault.key) if part) or "the whole form"


def _read(table: ResourceTable) -> Instrument:
    fields = FieldsOf(table)
    instrument = Instrument(
        id=table.key("id"),
        version=table.whole("version", 1, 999_999),
        title=fields.words("title", required=True),
        source=fields.line("source"),
        purpose=fields.line("for") or FOR_THE_FILE,
        lists=tuple(_list(inner) for inner in table.optional_tables("lists", "list")),
        sections=tuple(read_section(inner) for inner in table.tables("sections", "section")),
        scores=tuple(_score(inner) for inner in table.optional_tables("scores", "score")),
        findings=tuple(_finding(inner) for inner in table.optional_tables("findings", "finding")),
    )
    table.done()
    return instrument


def _list(table: ResourceTable) -> ChoiceList:
    name = FieldsOf(table).name("name")
    choices = tuple(_choice(inner) for inner in table.tables("choices", f"choice of {name}"))
    table.done()
    return ChoiceList(name, choices)


def _choice(table: ResourceTable) -> Choice:
    fields = FieldsOf(table)
    name = table.text("name", longest=100)
    if len(name.split()) != 1:
        table.refuse("name", f"'{name}' must be one word: several answers are told apart by spaces")
    label = fields.words("label", required=True)
    columns = tuple((key, fields.line(key)) for key in table.left())
    return Choice(name, label, columns)


def _score(table: ResourceTable) -> Score:
    fields = FieldsOf(table)
    name, label = fields.name("name"), fields.words("label", required=True)
    try:
        value = parse_expression(table.text("value", longest=2000))
    except ExpressionWrong as error:
        table.refuse("value", str(error))
    bands = tuple(_band(inner) for inner in table.optional_tables("bands", "band"))
    table.done()
    return Score(name, label, value, bands)


def _band(table: ResourceTable) -> Band:
    least = table.whole("least", -100_000, 100_000)
    label = FieldsOf(table).words("label", required=True)
    table.done()
    return Band(least, label)


def _finding(table: ResourceTable) -> Finding:
    fields = FieldsOf(table)
    name = fields.name("name")
    try:
        when = parse_expression(table.text("when", longest=2000))
    except ExpressionWrong as error:
        table.refuse("when", str(error))
    finding = Finding(name, when, fields.line("outcome"), fields.words("words", required=True))
    table.done()
    return finding
