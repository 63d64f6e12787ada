"""Words that stand for something: proposed where they can mean one thing alone, left open otherwise."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bipdesk.domain.attendance import Mark
from bipdesk.domain.importing.fields import Field, plain
from bipdesk.domain.referral import ReferralKind, Status

BY_CASE = "by-case"
"""Court-ordered where a court case or the end of an order is given, voluntary elsewhere."""

_STATUS: Mapping[Status, str] = MappingProxyType(
    {
        Status.REFERRED: "referred|new referral|remitido",
        Status.CONTACTED: "contacted",
        Status.ASSESSED: "assessed",
        Status.SUITABLE: "suitable",
        Status.UNSUITABLE: "unsuitable|not suitable",
        Status.ACCEPTED: "accepted|aceptado",
        Status.WAITING: "waiting|waiting list|wait list|on waiting list|waiting to start|en espera",
        Status.IN_PROGRAMME: "in programme|in program|attending|in group|started|en el programa",
        Status.COMPLETED: "completed|complete|graduated|finished|completado|terminado",
        Status.LEFT: "left|dropped out|drop out|dropout|withdrew|terminated|discharged|abandono",
    }
)
_KIND: Mapping[ReferralKind, str] = MappingProxyType(
    {
        ReferralKind.COURT_ORDERED: "court ordered|mandated|court|court order|court mandated|orden judicial",
        ReferralKind.VOLUNTARY: "voluntary|self|self referred|self referral|voluntario|volunteer",
    }
)
_MARK: Mapping[Mark, str] = MappingProxyType(
    {
        # A, E, X and a tick mean opposite things in different programmes: those are asked.
        Mark.PRESENT: "present|attended|presente|p",
        Mark.LATE: "late|tarde|came late",
        Mark.LEFT_EARLY: "left early",
        Mark.EXCUSED: "excused|excused absence|justificado",
        Mark.ABSENT: "absent|unexcused|no show|did not attend|dna|ausente",
        Mark.SENT_HOME: "sent home",
    }
)
_KNOWN: Mapping[Field, Mapping[str, str]] = MappingProxyType(
    {
        field: {word: code.value for code, words in table.items() for word in words.split("|")}
        for field, table in ((Field.STATUS, _STATUS), (Field.KIND, _KIND), (Field.MARK, _MARK))
    }
)


def proposed_codes(field: Field, words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return what the words of a column are proposed to stand for, those with one meaning alone."""
    known = _KNOWN.get(field, {})
    keys = dict.fromkeys(plain(word) or word.strip() for word in words)
    return tuple((key, known[key]) for key in keys if key in known)


def choices_of(field: Field) -> tuple[tuple[str, str], ...]:
    """Return the words and values among which a person chooses for one word of a column."""
    if field is Field.STATUS:
        return tuple((each.label, each.value) for each in Status)
    if field is Field.KIND:
        return (
            ("Court-ordered", ReferralKind.COURT_ORDERED.value),
            ("Voluntary", ReferralKind.VOLUNTARY.value),
        )
    return tuple((each.label, each.value) for each in Mark)
