"""Duties to tell something that stand beside a waiver: a threat on file, and the law of the place."""

from collections.abc import Iterator

from bipdesk.db.records.file import Unit
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import AuthorityKind, Document, Obligation
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import Incident, IncidentKind
from bipdesk.domain.pack import Pack
from bipdesk.domain.waiver import RecipientClass

_RULES = {
    Document.NON_COMPLIANCE_NOTICE: "non-compliance-notice",
    Document.INCIDENT_NOTICE: "violation-notice",
    Document.LEVEL_NOTICE: "level-change-notice",
    Document.TERMINATION_LETTER: "termination-notice",
    Document.COMPLETION_LETTER: "completion-notice",
    Document.EXIT_SUMMARY: "exit-summary-sent",
    Document.INTERIM_SUMMARY: "interim-summary-from",
    Document.ENROLMENT_NOTICE: "enrolment-notice",
}
BY_RULE = frozenset(_RULES)
"""Documents that a rule of the place can demand."""
_WARNED = (RecipientClass.POLICE, None)
"""A threat is told to the police and to whoever referred him."""


def notice_obligations(
    unit: Unit, participant_id: ParticipantId, document: Document, pack: Pack
) -> Iterator[Obligation]:
    """Yield by what duty the document may go although no waiver covers it.

    A rule that the house only took over from another place is no authority: it makes a duty to ask for a
    waiver, not a right to tell. Somebody's danger is one everywhere (design: the safety wall).
    """
    state = unit.referrals.latest(participant_id)
    rule = pack.value(_RULES[document], state.since)
    if rule is not None and rule.binding and not rule.adopted:
        yield Obligation(AuthorityKind.DUTY, rule.citation, state.since, documents=frozenset({document}))
    if document is not Document.INCIDENT_NOTICE:
        return
    for incident in unit.incidents.standing([participant_id]).get(participant_id, ()):
        if incident.details.kind is IncidentKind.THREAT or incident.details.danger_now:
            yield from _to_warn(incident)


def _to_warn(incident: Incident) -> Iterator[Obligation]:
    heard = incident.details.heard_on
    words = f"Duty to warn: threat or danger written down on {day_in_words(heard)}"
    for told in _WARNED:
        yield Obligation(
            AuthorityKind.DUTY,
            words,
            heard,
            documents=frozenset({Document.INCIDENT_NOTICE}),
            recipient_class=told,
        )
