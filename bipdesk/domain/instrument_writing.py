"""Writes an instrument as canonical JSON, the same tables as its file: what is stored, and what is hashed."""

import hashlib
import json

from bipdesk.domain.expressions import ALWAYS, Expression
from bipdesk.domain.instrument import Choice, EvidenceRule, Instrument, Item, Part, Question, Words

Table = dict[str, object]


def definition_of(instrument: Instrument) -> str:
    """Return the whole definition: the same instrument gives the same text, whatever it was read from.

    Nothing is sorted: the order of questions, choices and languages is part of the form.
    """
    return json.dumps(_instrument(instrument), ensure_ascii=False, separators=(",", ":"))


def digest_of(instrument: Instrument) -> str:
    """Return the SHA-256 of the definition in hexadecimal: answers keep it, and tell a changed form by it."""
    return hashlib.sha256(definition_of(instrument).encode()).hexdigest()


def _instrument(instrument: Instrument) -> Table:
    return _without_blanks(
        {
            "id": instrument.id,
            "version": instrument.version,
            "title": _words(instrument.title),
            "source": instrument.source,
            "for": instrument.purpose,
            "lists": [
                {"name": found.name, "choices": [_choice(choice) for choice in found.choices]}
                for found in instrument.lists
            ],
            "sections": [_item(section) for section in instrument.sections],
            "scores": [
                _without_blanks(
                    {
                        "name": score.name,
                        "label": _words(score.label),
                        "value": score.value.text,
                        "bands": [{"least": band.least, "label": _words(band.label)} for band in score.bands],
                    }
                )
                for score in instrument.scores
            ],
            "findings": [
                _without_blanks(
                    {
                        "name": finding.name,
                        "when": finding.when.text,
                        "outcome": finding.outcome,
                        "words": _words(finding.words),
                    }
                )
                for finding in instrument.findings
            ],
        }
    )


def _choice(choice: Choice) -> Table:
    return {**dict(choice.columns), "name": choice.name, "label": _words(choice.label)}


def _item(item: Item) -> Table:
    return _question(item) if isinstance(item, Question) else _part(item)


def _part(part: Part) -> Table:
    return _without_blanks(
        {
            "type": "repeat" if part.repeats else "group",
            "name": part.name,
            "title": _words(part.title),
            "hint": _words(part.hint),
            "show_if": _text(part.show_if),
            "most": part.most if part.repeats else None,
            "questions": [_item(item) for item in part.items],
        }
    )


def _question(question: Question) -> Table:
    scale = question.most > question.least
    return _without_blanks(
        {
            "type": question.kind.value,
            "name": question.name,
            "label": _words(question.label),
            "hint": _words(question.hint),
            "show_if": _text(question.show_if),
            "required": True if question.required == ALWAYS else _text(question.required),
            "required_message": _words(question.required_message),
            "constraint": _text(question.constraint),
            "constraint_message": _words(question.constraint_message),
            "choices": question.choices,
            "choice_filter": _text(question.choice_filter),
            "value": _text(question.value),
            "default": question.default,
            "least": question.least if scale else None,
            "most": question.most if scale else None,
            "least_label": _words(question.least_label),
            "most_label": _words(question.most_label),
            "evidence": None if question.evidence is EvidenceRule.NEVER else question.evidence.value,
            "sources": list(question.sources),
        }
    )


def _words(shown: Words) -> object:
    if len(shown.by_language) == 1 and shown.by_language[0][0] == "":
        return shown.by_language[0][1]
    return dict(shown.by_language)


def _text(expression: Expression | None) -> str | None:
    return None if expression is None else expression.text


def _without_blanks(table: Table) -> Table:
    return {key: value for key, value in table.items() if value not in (None, "", [], {})}
