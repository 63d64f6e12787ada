"""How incidents and notices are named on the tab."""

from datetime import date

from bipdesk.domain.duties.owed import Owed
from bipdesk.domain.duties.words import ends_with
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.incident import PROVENANCE_WORDS, AtOnce, Incident, IncidentDetails
from bipdesk.domain.notice import Notice
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.widgets.pill import State

_TITLES = {
    DutyKind.WRITE_INCIDENT: "Write down the threat",
    DutyKind.EXIT_SUMMARY: "Prepare the exit summary",
}


def owed_title(owed: Owed) -> str:
    """Return what is owed to whom."""
    if owed.duty in _TITLES:
        return _TITLES[owed.duty]
    return f"{owed.what[:1].upper()}{owed.what[1:]}: tell {owed.to}"


def owed_detail(owed: Owed) -> str:
    """Return the fact, the rule with where it stands, and what ends it."""
    return f"{owed.why}. {owed.rule.words} {owed.rule.citation}. Ends with: {_small(ends_with(owed))}."


def incident_state(incident: Incident) -> State:
    """Return the colour of the pill."""
    if not incident.stands:
        return State.NEUTRAL
    return State.BAD if incident.details.kind.is_violent else State.WARN


def incident_title(details: IncidentDetails, today: date) -> str:
    """Return what kind of incident it was, and when."""
    return f"{details.kind.label}, {short_date(details.happened_on, today)}"


def incident_detail(incident: Incident, today: date) -> str:
    """Return what was said or done, how it is known, and what was done."""
    details = incident.details
    heard = f"heard {short_date(details.heard_on, today)}"
    if details.heard_at is not None:
        heard += f" at {details.heard_at:%H:%M}"
    known = f"{PROVENANCE_WORDS[details.provenance]}{f': {details.source}' if details.source else ''}"
    done = "; ".join(each.label for each in AtOnce if each in details.at_once)
    text = joined(details.words, f"{known}, {heard}", done, details.at_once_words, f"By {incident.by}")
    if incident.struck is not None:
        struck = incident.struck
        day = short_date(struck.at.date(), today)
        text = joined(f"Struck out {day} by {struck.by}: {struck.reason}", text)
    return text


def notice_title(notice: Notice) -> str:
    """Return which notice went to whom."""
    details = notice.details
    return f"{details.kind.label} to {details.recipient}"


def notice_detail(notice: Notice, today: date) -> str:
    """Return when, how, by whom, with which reference and by what right."""
    details = notice.details
    when = short_date(details.told_on, today)
    if details.told_at is not None:
        when += f" at {details.told_at:%H:%M}"
    right = f"by right of: {details.authority}" if details.authority else ""
    text = joined(when, details.way.label, f"by {notice.by}", details.reference, details.remark, right)
    if notice.struck is not None:
        struck = notice.struck
        day = short_date(struck.at.date(), today)
        text = joined(f"Struck out {day} by {struck.by}: {struck.reason}", text)
    return text


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
