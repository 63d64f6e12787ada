"""What a column of a foreign table can become, and what it can never become."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Purpose(StrEnum):
    """What a table holds."""

    PARTICIPANTS = "participants"
    ATTENDANCE_LINES = "attendance-lines"
    """One row for each attendance: who, when, and the mark."""
    ATTENDANCE_TABLE = "attendance-table"
    """One row for each person, one column for each session, marks where they cross."""

    @property
    def label(self) -> str:
        """Return the words for the choice."""
        return {
            Purpose.PARTICIPANTS: "Participants, one in each row",
            Purpose.ATTENDANCE_LINES: "Past attendance, a row for each person at each session",
            Purpose.ATTENDANCE_TABLE: "Past attendance, a row for each person and a column for each session",
        }[self]


class Field(StrEnum):
    """What is taken from a row."""

    NAME = "name"
    FAMILY_NAME = "family-name"
    GIVEN_NAME = "given-name"
    NAMES_USED = "names-used"
    DATE_OF_BIRTH = "date-of-birth"
    PHONE = "phone"
    LANGUAGE = "language"
    THEIR_NUMBER = "their-number"
    KIND = "kind"
    REFERRER = "referrer"
    REFERRED_ON = "referred-on"
    COURT_CASE = "court-case"
    ORDER_ENDS_ON = "order-ends-on"
    WAIVER_SIGNED_ON = "waiver-signed-on"
    STATUS = "status"
    STATUS_SINCE = "status-since"
    GROUP = "group"
    JOINED_ON = "joined-on"
    SESSION = "session"
    MARK = "mark"

    @property
    def label(self) -> str:
        """Return the words for the field."""
        return LABELS[self]


LABELS: Mapping[Field, str] = MappingProxyType(
    {
        Field.NAME: "Whole name",
        Field.FAMILY_NAME: "Family name",
        Field.GIVEN_NAME: "Given name",
        Field.NAMES_USED: "Names used",
        Field.DATE_OF_BIRTH: "Date of birth",
        Field.PHONE: "Phone",
        Field.LANGUAGE: "Language",
        Field.THEIR_NUMBER: "Your own file number",
        Field.KIND: "Court-ordered or voluntary",
        Field.REFERRER: "Referred by",
        Field.REFERRED_ON: "Date of the referral",
        Field.COURT_CASE: "Court case",
        Field.ORDER_ENDS_ON: "Order ends",
        Field.WAIVER_SIGNED_ON: "Waiver signed on",
        Field.STATUS: "Status",
        Field.STATUS_SINCE: "Status since",
        Field.GROUP: "Group",
        Field.JOINED_ON: "Joined the group on",
        Field.SESSION: "Date or number of the session",
        Field.MARK: "Mark",
    }
)
WHO = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.DATE_OF_BIRTH, Field.THEIR_NUMBER)
FIELDS_OF: Mapping[Purpose, tuple[Field, ...]] = MappingProxyType(
    {
        Purpose.PARTICIPANTS: tuple(one for one in Field if one not in (Field.SESSION, Field.MARK)),
        Purpose.ATTENDANCE_LINES: (*WHO, Field.SESSION, Field.MARK),
        Purpose.ATTENDANCE_TABLE: WHO,
    }
)
DATES = frozenset(
    {
        Field.DATE_OF_BIRTH,
        Field.REFERRED_ON,
        Field.ORDER_ENDS_ON,
        Field.WAIVER_SIGNED_ON,
        Field.STATUS_SINCE,
        Field.JOINED_ON,
    }
)
PAST = DATES - {Field.ORDER_ENDS_ON}
"""Dates that cannot lie in the future."""
CODED = frozenset({Field.STATUS, Field.KIND, Field.GROUP, Field.MARK})
"""Fields whose words stand for something that the person chooses once for the whole column."""

_HEADINGS: Mapping[Field, str] = MappingProxyType(
    {
        Field.NAME: "name|full name|participant|participant name|client|client name|man|nombre"
        "|nombre completo|participante|name of participant|surname first name|last first",
        Field.FAMILY_NAME: "family name|surname|last name|last|apellido|apellidos|lastname",
        Field.GIVEN_NAME: "given name|first name|first|forename|nombres|firstname|given names|nombre de pila",
        Field.NAMES_USED: "alias|aliases|aka|also known as|other names|names used|nickname|apodo",
        Field.DATE_OF_BIRTH: "date of birth|dob|d o b|birth date|birthdate|born|birthday"
        "|fecha de nacimiento|nacimiento",
        Field.PHONE: "phone|telephone|tel|mobile|cell|phone number|tel no|contact number|telefono"
        "|celular|phone no",
        Field.LANGUAGE: "language|first language|idioma|lengua|preferred language",
        Field.THEIR_NUMBER: "case number|case no|case|file number|file no|file|id|client id|no|number|case id"
        "|participant no|participant number|expediente|numero|client no|ref|ref no",
        Field.KIND: "type|referral type|court ordered|mandated|voluntary|kind|tipo",
        Field.REFERRER: "referrer|referred by|referral source|source|referring agency|agency"
        "|probation officer|po|referido por|remitido por|referral|referrer name|from",
        Field.REFERRED_ON: "referral date|date referred|referred|date of referral|referred on"
        "|intake date|intake|fecha de referencia|fecha de remision|date received",
        Field.COURT_CASE: "court case|court case number|court case no|cause number|docket|docket number"
        "|court no|court number|causa|cause no|docket no|court ref",
        Field.ORDER_ENDS_ON: "order ends|order end|order expires|end of order|expiry|probation ends"
        "|licence ends|probation end date|order end date|order until|fin de la orden|order expiry",
        Field.WAIVER_SIGNED_ON: "waiver|waiver signed|waiver date|release signed|consent signed|roi signed"
        "|date waiver signed|roi|renuncia",
        Field.STATUS: "status|state|estado|situacion|outcome|result|current status",
        Field.STATUS_SINCE: "status since|status date|since|completion date|completed on|end date|exit date"
        "|date completed|date ended|discharge date|date of discharge|ended on|fecha de salida|date of status",
        Field.GROUP: "group|class|grupo|group name|night|group night",
        Field.JOINED_ON: "start date|started|date started|joined|joined on|start|date joined"
        "|fecha de inicio|began",
        Field.SESSION: "session|date|session date|session number|class date|week|sesion|fecha|date of session"
        "|session no|date attended",
        Field.MARK: "mark|attendance|attended|present|attendance mark|asistencia|att|presence",
    }
)
_BY_HEADING = {heading: field for field, text in _HEADINGS.items() for heading in text.split("|")}
_PROTECTED = re.compile(
    r"\b(partner|partners|wife|husband|girlfriend|boyfriend|gf|bf|ex|fiance|petitioner|petitioners|plaintiff"
    r"|esposo|marido|novio|protegida|protegido|peticionaria|peticionario"
    r"|spouse|fiancee|victim|victims|survivor|survivors|complainant"
    r"|child|children|kid|kids|son|sons|daughter|daughters|stepchild|stepchildren|minor|minors|baby"
    r"|mother|mom|mum|her|hers|she|protected|pareja|esposa|novia|conyuge|victima|victimas|sobreviviente"
    r"|hijo|hijos|hija|hijas|nino|ninos|nina|ninas|madre|concubina)\b"
)
PROTECTED_WORDS = (
    "tells of a partner, a child or a victim. It is not read here and nothing of it is shown: what you know "
    "of those to be protected goes into the sealed hand-over form of each referral."
)


def plain(text: str) -> str:
    """Return `text` in small letters without accents and signs, words separated by one space."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(each if each.isalnum() else " " for each in decomposed if not unicodedata.combining(each))
    return " ".join(kept.split())


def is_protected(heading: str) -> bool:
    """Say whether a heading speaks of people to be protected: then nothing of its column is taken."""
    return _PROTECTED.search(plain(heading)) is not None


def field_of(heading: str, purpose: Purpose) -> Field | None:
    """Return what a heading proposes; None where it says nothing that is known, or something protected."""
    if is_protected(heading):
        return None
    words = plain(heading)
    if purpose is Purpose.ATTENDANCE_LINES and words in ("date", "fecha"):
        return Field.SESSION
    found = _BY_HEADING.get(words)
    return found if found in FIELDS_OF[purpose] else None


def is_known_heading(text: str) -> bool:
    """Say whether a cell reads like a heading of any kind."""
    return plain(text) in _BY_HEADING or (is_protected(text) and len(text) < 40)
