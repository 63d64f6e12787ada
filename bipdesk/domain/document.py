"""Documents that can leave, and what each tells: by topic, and by whose word it is."""

from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.waiver import DisclosureTopic


class Document(StrEnum):
    """What can be sent to somebody outside."""

    ACCEPTANCE_LETTER = "acceptance-letter"
    REJECTION_NOTICE = "rejection-notice"
    STATUS_LETTER = "status-letter"
    REVOCATION_NOTICE = "revocation-notice"
    ENROLMENT_NOTICE = "enrolment-notice"
    NON_COMPLIANCE_NOTICE = "non-compliance-notice"
    INCIDENT_NOTICE = "incident-notice"
    LEVEL_NOTICE = "level-notice"
    INTERIM_SUMMARY = "interim-summary"
    TERMINATION_LETTER = "termination-letter"
    COMPLETION_LETTER = "completion-letter"
    EXIT_SUMMARY = "exit-summary"

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        if self is Document.LEVEL_NOTICE:
            return "Notice of a change of level"
        return self.value.replace("-", " ").capitalize().replace("Non compliance", "Non-compliance")

    @property
    def purpose(self) -> str:
        """Return why it is sent, for the record of disclosures."""
        return _PURPOSES[self]


_PURPOSES = {
    Document.ACCEPTANCE_LETTER: "To confirm that he was accepted",
    Document.REJECTION_NOTICE: "To say that he was not accepted, and why",
    Document.STATUS_LETTER: "To report attendance and taking part up to today",
    Document.REVOCATION_NOTICE: "To say that he revoked his waiver",
    Document.ENROLMENT_NOTICE: "To confirm that he is enrolled",
    Document.NON_COMPLIANCE_NOTICE: "To report that he did not comply",
    Document.INCIDENT_NOTICE: "To report an incident",
    Document.LEVEL_NOTICE: "To report a change of his level of treatment",
    Document.INTERIM_SUMMARY: "To report how far he is, and what the programme recommends",
    Document.TERMINATION_LETTER: "To say that he ended before completion",
    Document.COMPLETION_LETTER: "To say that he completed the programme",
    Document.EXIT_SUMMARY: "To sum up his time in the programme after its end",
}


class Provenance(StrEnum):
    """Whose word a fact is. There is no word of hers on this side, so there is no name for it."""

    HIS = "his"
    AGENCY = "agency"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Fact:
    """One kind of thing that a document tells."""

    name: str
    topic: DisclosureTopic | None
    """None for who he is, which every document about him must say."""
    provenance: Provenance
    confidential: bool = False
    """From a class note: it never leaves (Source 001)."""


WHO_HE_IS = Fact("Name, and case number or date of birth", None, Provenance.HIS)
FACTS: dict[Document, tuple[Fact, ...]] = {
    Document.ACCEPTANCE_LETTER: (
        WHO_HE_IS,
        Fact("Day of acceptance", DisclosureTopic.DECISION, Provenance.STAFF),
        Fact("Length and number of sessions", DisclosureTopic.DECISION, Provenance.STAFF),
    ),
    Document.REJECTION_NOTICE: (
        WHO_HE_IS,
        Fact("Day of the decision", DisclosureTopic.DECISION, Provenance.STAFF),
        Fact("Reason in one sentence", DisclosureTopic.DECISION, Provenance.STAFF),
    ),
    Document.STATUS_LETTER: (
        WHO_HE_IS,
        Fact("Sessions attended, excused and missed", DisclosureTopic.ATTENDANCE, Provenance.STAFF),
        Fact("Sessions owed", DisclosureTopic.ATTENDANCE, Provenance.STAFF),
        Fact("How he takes part, as marked", DisclosureTopic.PARTICIPATION, Provenance.STAFF),
    ),
    Document.REVOCATION_NOTICE: (WHO_HE_IS, Fact("Day of the revocation", None, Provenance.HIS)),
    Document.ENROLMENT_NOTICE: (
        WHO_HE_IS,
        Fact("Day of enrolment, and the length of the programme", DisclosureTopic.DECISION, Provenance.STAFF),
    ),
    Document.NON_COMPLIANCE_NOTICE: (
        WHO_HE_IS,
        Fact("Sessions missed without excuse, with their days", DisclosureTopic.ATTENDANCE, Provenance.STAFF),
        Fact("Rules or conditions broken, with their days", DisclosureTopic.NON_COMPLIANCE, Provenance.STAFF),
    ),
    Document.INCIDENT_NOTICE: (
        WHO_HE_IS,
        Fact("Kind and day of the incident", DisclosureTopic.NON_COMPLIANCE, Provenance.STAFF),
        Fact("What was said or done, from risk notes", DisclosureTopic.RISK_NOTES, Provenance.STAFF),
        Fact("What was done at once", DisclosureTopic.RISK_NOTES, Provenance.STAFF),
    ),
    Document.LEVEL_NOTICE: (
        WHO_HE_IS,
        Fact("Day and kind of the change", DisclosureTopic.PLAN_CHANGES, Provenance.STAFF),
    ),
    Document.INTERIM_SUMMARY: (
        WHO_HE_IS,
        Fact("Sessions attended, excused and missed", DisclosureTopic.ATTENDANCE, Provenance.STAFF),
        Fact("How he takes part, as marked", DisclosureTopic.PARTICIPATION, Provenance.STAFF),
        Fact("What the programme recommends", DisclosureTopic.PLAN_CHANGES, Provenance.STAFF),
    ),
    Document.TERMINATION_LETTER: (
        WHO_HE_IS,
        Fact("Day and kind of the end, and why", DisclosureTopic.COMPLETION, Provenance.STAFF),
        Fact("Sessions attended", DisclosureTopic.ATTENDANCE, Provenance.STAFF),
    ),
    Document.COMPLETION_LETTER: (
        WHO_HE_IS,
        Fact("Day of completion", DisclosureTopic.COMPLETION, Provenance.STAFF),
        Fact("Sessions attended", DisclosureTopic.ATTENDANCE, Provenance.STAFF),
    ),
    Document.EXIT_SUMMARY: (
        WHO_HE_IS,
        Fact("Day and kind of the end", DisclosureTopic.COMPLETION, Provenance.STAFF),
        Fact("Sessions attended, excused and missed", DisclosureTopic.ATTENDANCE, Provenance.STAFF),
        Fact("How he took part, as marked", DisclosureTopic.PARTICIPATION, Provenance.STAFF),
        Fact("Goals and recommendations, as summed up", DisclosureTopic.COMPLETION, Provenance.STAFF),
    ),
}
"""What each document tells; a report draws nothing beside it."""


def topics_of(document: Document) -> frozenset[DisclosureTopic]:
    """Return the topics a document tells of."""
    return topics_in(FACTS[document])


def topics_in(facts: tuple[Fact, ...]) -> frozenset[DisclosureTopic]:
    """Return the topics of these facts."""
    return frozenset(fact.topic for fact in facts if fact.topic is not None)
