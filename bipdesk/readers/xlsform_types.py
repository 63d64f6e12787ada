"""The types of questions that XLSForm has: which are read, passed over or refused, and why."""

import re
from dataclasses import dataclass

from bipdesk.domain.instrument import QuestionKind

KINDS = {
    "text": QuestionKind.TEXT,
    "string": QuestionKind.TEXT,
    "integer": QuestionKind.WHOLE,
    "int": QuestionKind.WHOLE,
    "decimal": QuestionKind.DECIMAL,
    "date": QuestionKind.DATE,
    "note": QuestionKind.NOTE,
    "calculate": QuestionKind.CALCULATED,
    "range": QuestionKind.SCALE,
}
PASSED_OVER = frozenset(
    (
        *("start", "end", "today", "deviceid", "device id", "subscriberid", "simserial", "phonenumber"),
        *("username", "email", "audit", "imei"),
    )
)
"""What a telephone notes down by itself; here nobody fills in a form on a telephone."""

_REFUSED = {
    "geopoint": "a place on a map",
    "geotrace": "a line on a map",
    "geoshape": "an area on a map",
    "start-geopoint": "a place on a map",
    "osm": "a map",
    "image": "a picture",
    "photo": "a picture",
    "audio": "a sound",
    "background-audio": "a sound",
    "video": "a film",
    "file": "a file",
    "barcode": "a bar code",
    "qrcode": "a bar code",
    "time": "a time of day",
    "datetime": "a time of day",
    "rank": "an order of choices",
    "acknowledge": "a single tick; ask a select_one instead",
    "trigger": "a single tick; ask a select_one instead",
    "hidden": "a hidden value; use calculate",
    "csv-external": "another file",
    "xml-external": "another file",
    "begin loop": "a loop; use begin repeat",
    "end loop": "a loop; use end repeat",
}
_ONE = re.compile(r"(?:select[_ ]one|select1|select one from)\s+(\S+)(\s+or[_ ]other)?")
_SEVERAL = re.compile(
    r"(?:select[_ ]multiple(?: from)?|select all that apply(?: from)?)\s+(\S+)(\s+or[_ ]other)?"
)
_OTHER_FILE = re.compile(r"select[_ ](one|multiple)[_ ](from[_ ]file|external)\b.*|.*\.(csv|xml|geojson)")
_BRACKET = re.compile(r"(begin|end)[ _](group|repeat)")


@dataclass(frozen=True, slots=True)
class RowType:
    """What one row of the survey is."""

    kind: QuestionKind | None = None
    list_name: str = ""
    or_other: bool = False
    bracket: str = ""
    """"begin group", "end repeat" and so on."""
    passed_over: bool = False
    refused: str = ""
    """Why it cannot be read, as the end of a sentence."""


def read_type(cell: str) -> RowType:
    """Return what the type cell of a row says."""
    words = " ".join(cell.split())
    plain = words.lower()
    bracket = _BRACKET.fullmatch(plain)
    if bracket:
        return RowType(bracket=f"{bracket[1]} {bracket[2]}")
    if plain in PASSED_OVER:
        return RowType(passed_over=True)
    if plain in KINDS:
        return RowType(KINDS[plain])
    return _select(words) or RowType(refused=_why(words))


def _select(words: str) -> RowType | None:
    if _OTHER_FILE.fullmatch(words.lower()):
        return RowType(refused=f"the type '{words}' takes its choices from another file, which is not read")
    for pattern, kind in ((_ONE, QuestionKind.ONE), (_SEVERAL, QuestionKind.SEVERAL)):
        found = re.fullmatch(pattern.pattern, words, re.IGNORECASE)
        if found:
            return RowType(kind, found[1], bool(found[2]))
    return None


def _why(words: str) -> str:
    known = _REFUSED.get(words.lower().replace("_", " "))
    if known:
        return f"the type '{words}' is not supported ({known})"
    return f"the type '{words}' is not one that this program has"
