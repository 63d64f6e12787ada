"""Reads the questions and parts of an instrument from their tables."""

from bipdesk.domain.instrument import EvidenceRule, Item, Part, Question, QuestionKind
from bipdesk.domain.instrument_checks import DEEPEST
from bipdesk.domain.instrument_fields import FieldsOf
from bipdesk.domain.resource_table import ResourceTable

GROUP, REPEAT = "group", "repeat"
MOST_ROWS = 200
WIDEST_SCALE = 20
"""The most steps of a scale: more do not fit beside each other."""


def read_section(table: ResourceTable) -> Part:
    """Return one section; a stored definition says of each what it is."""
    kind = table.take("type")
    if kind not in (None, GROUP, REPEAT):
        table.refuse("type", "a section can be a group or a repeat")
    return read_part(table, 1, str(kind))


def read_part(table: ResourceTable, depth: int, kind: str = GROUP) -> Part:
    """Return one section, group or repeat with all that is in it; `depth` is 1 for a section."""
    if depth > DEEPEST:
        table.refuse("questions", f"is nested more than {DEEPEST} deep")
    fields = FieldsOf(table)
    part = Part(
        name=fields.name("name"),
        title=fields.words("title"),
        hint=fields.words("hint"),
        show_if=fields.expression("show_if"),
        repeats=fields.truth("repeat") or kind == REPEAT,
        most=fields.number("most", 20, 1, MOST_ROWS),
        items=tuple(_item(inner, depth + 1) for inner in table.tables("questions", "question")),
    )
    table.done()
    return part


def _item(table: ResourceTable, depth: int) -> Item:
    kind = table.one_of("type", (*QuestionKind, GROUP, REPEAT))
    if kind in (GROUP, REPEAT):
        return read_part(table, depth, kind)
    return _question(table, QuestionKind(kind))


def _question(table: ResourceTable, kind: QuestionKind) -> Question:
    fields = FieldsOf(table)
    name = fields.name("name")
    needs_label = kind is not QuestionKind.CALCULATED
    found = Question(
        name=name,
        kind=kind,
        label=fields.words("label", required=needs_label),
        hint=fields.words("hint"),
        show_if=fields.expression("show_if"),
        required=fields.condition("required") if kind.is_asked else None,
        required_message=fields.words("required_message"),
        constraint=fields.expression("constraint", own=True) if kind.is_asked else None,
        constraint_message=fields.words("constraint_message"),
        choices=fields.name("choices") if kind.has_choices else "",
        choice_filter=fields.expression("choice_filter", columns=True) if kind.has_choices else None,
        value=fields.expression("value") if kind is QuestionKind.CALCULATED else None,
        default=_default(fields, kind),
        least=fields.number("least", 0, 0, 1000) if kind is QuestionKind.SCALE else 0,
        most=fields.number("most", 0, 1, 1000) if kind is QuestionKind.SCALE else 0,
        least_label=fields.words("least_label"),
        most_label=fields.words("most_label"),
        evidence=_evidence(table, kind),
        sources=table.lines("sources", 30) if kind is QuestionKind.CRITERION else (),
    )
    table.done()
    _check(table, found)
    return found


def _default(fields: FieldsOf, kind: QuestionKind) -> str:
    return fields.line("default") if kind.is_asked and kind is not QuestionKind.CRITERION else ""


def _evidence(table: ResourceTable, kind: QuestionKind) -> EvidenceRule:
    value = table.take("evidence") if kind is QuestionKind.CRITERION else None
    if value is None:
        return EvidenceRule.NEVER
    if value not in tuple(EvidenceRule):
        table.refuse("evidence", f"must be one of {', '.join(EvidenceRule)}")
    return EvidenceRule(str(value))


def _check(table: ResourceTable, question: Question) -> None:
    """Refuse a calculation of nothing, and a scale that is none or too wide."""
    if question.kind is QuestionKind.CALCULATED and question.value is None:
        table.refuse("value", "is missing")
    if question.kind is QuestionKind.SCALE and not 1 <= question.most - question.least <= WIDEST_SCALE:
        table.refuse("most", f"must be above least, by {WIDEST_SCALE} at most")
