"""What incidents make due: threats and violence at once, the others by the rule of the place."""

from collections.abc import Iterator
from datetime import date

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duties.facts import CaseFacts, IncidentFact
from bipdesk.domain.duties.owed import POLICE, Owed, Rule
from bipdesk.domain.duties.rules import (
    THREAT_AT_ONCE,
    THREAT_WRITTEN,
    VIOLENCE_AT_ONCE,
    rule_for,
)
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.incident import IncidentKind
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.pack import Pack
from bipdesk.domain.waiver import RecipientClass

_WHAT = {
    IncidentKind.THREAT: "threat",
    IncidentKind.VIOLENCE: "violence",
    IncidentKind.ORDER_VIOLATION: "violation of an order",
    IncidentKind.NEW_CHARGE: "new charge",
}
_TOLD = frozenset(_WHAT)


def of_incidents(case: CaseFacts, pack: Pack, free: frozenset[date]) -> Iterator[Owed]:
    """Yield all that the incidents of one participant make due, whether given or not."""
    for incident in case.incidents:
        if incident.kind is IncidentKind.THREAT or incident.danger_now:
            yield _to_authorities(incident, pack, free)
        if incident.kind in _TOLD:
            found = _to_referrer(case, incident, pack, free)
        elif incident.kind is IncidentKind.LEVEL_CHANGE:
            found = _level_change(case, incident, pack, free)
        elif incident.kind is IncidentKind.NON_COMPLIANCE:
            found = _broken_rule(case, incident, pack, free)
        else:
            found = None
        if found is not None:
            yield found
    yield from _to_be_written(case)


def _to_authorities(incident: IncidentFact, pack: Pack, free: frozenset[date]) -> Owed:
    """Return the call that cannot wait: always due, whatever pack is chosen (design: the safety wall)."""
    start = incident.heard_on
    rule = rule_for(pack, "threat-notice", start, start, free)
    words = "Whoever keeps people from harm is told at once."
    return Owed(
        DutyKind.TELL_NOW,
        NoticeKind.INCIDENT,
        incident.fact_id,
        incident.happened_on,
        start,
        rule or Rule(words, THREAT_AT_ONCE, start),
        "the police",
        _named(incident),
        _heard(incident),
        classes=POLICE,
        withdrawn=incident.withdrawn,
    )


def _to_referrer(case: CaseFacts, incident: IncidentFact, pack: Pack, free: frozenset[date]) -> Owed | None:
    start = incident.heard_on
    rule = rule_for(pack, "violation-notice", start, start, free)
    if rule is None and incident.kind.is_violent:
        rule = rule_for(pack, "threat-notice", start, start, free)
        rule = rule or Rule("Threats and violence are told at once.", VIOLENCE_AT_ONCE, start)
    rule = rule or rule_for(pack, "non-compliance-notice", start, start, free)
    if rule is None:
        return None
    return Owed(
        DutyKind.TELL_NOW if incident.kind.is_violent else DutyKind.NOTICE_INCIDENT,
        NoticeKind.INCIDENT,
        incident.fact_id,
        incident.happened_on,
        start,
        rule,
        case.referrer_words,
        _named(incident),
        _heard(incident),
        classes=frozenset(RecipientClass) - POLICE,
        withdrawn=incident.withdrawn,
    )


def _level_change(case: CaseFacts, incident: IncidentFact, pack: Pack, free: frozenset[date]) -> Owed | None:
    start = incident.happened_on
    rule = rule_for(pack, "level-change-notice", start, incident.heard_on, free)
    if rule is None:
        return None
    return Owed(
        DutyKind.NOTICE_LEVEL,
        NoticeKind.LEVEL_CHANGE,
        incident.fact_id,
        start,
        incident.heard_on,
        rule,
        f"him and {case.referrer_words}",
        "change of level",
        f"Changed on {day_in_words(start)}",
        withdrawn=incident.withdrawn,
    )


def _broken_rule(case: CaseFacts, incident: IncidentFact, pack: Pack, free: frozenset[date]) -> Owed | None:
    start = incident.heard_on
    rule = rule_for(pack, "non-compliance-notice", start, start, free)
    if rule is None:
        return None
    return Owed(
        DutyKind.NOTICE_NON_COMPLIANCE,
        NoticeKind.NON_COMPLIANCE,
        incident.fact_id,
        incident.happened_on,
        start,
        rule,
        case.referrer_words,
        "non-compliance",
        f"Broke the agreement or the rules on {day_in_words(incident.happened_on)}",
        withdrawn=incident.withdrawn,
    )


def _to_be_written(case: CaseFacts) -> Iterator[Owed]:
    """Yield each night on which he was sent home for a threat that nobody has written down."""
    written = {each.happened_on for each in case.incidents if each.kind.is_violent and each.withdrawn is None}
    for night in case.threat_nights:
        if night not in written:
            yield Owed(
                DutyKind.WRITE_INCIDENT,
                NoticeKind.INCIDENT,
                case.referral_id,
                night,
                night,
                Rule("What he was sent home for is written down.", THREAT_WRITTEN, night),
                "",
                "threat",
                f"Sent home for a threat on {day_in_words(night)}; no incident is written down",
                period=night,
            )


def _named(incident: IncidentFact) -> str:
    return _WHAT.get(incident.kind, "danger to somebody")


def _heard(incident: IncidentFact) -> str:
    if incident.happened_on == incident.heard_on:
        return f"Heard of on {day_in_words(incident.heard_on)}"
    return f"Of {day_in_words(incident.happened_on)}, heard of on {day_in_words(incident.heard_on)}"
