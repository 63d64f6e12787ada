"""The gate: nothing leaves about a participant without the authority to tell it to that recipient."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.document import FACTS as FACTS
from bipdesk.domain.document import Document as Document
from bipdesk.domain.document import Fact as Fact
from bipdesk.domain.document import Provenance as Provenance
from bipdesk.domain.document import topics_in as topics_in
from bipdesk.domain.document import topics_of as topics_of
from bipdesk.domain.waiver import DisclosureTopic, RecipientClass, Waiver


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is to be told, and where the letter goes."""

    name: str
    recipient_class: RecipientClass
    agency_id: UUID | None = None
    lines: tuple[str, ...] = ()
    """The postal address in lines, without the name."""
    is_referrer: bool = False
    language: str = "en"
    wishes: str = ""
    """How it wants its letters, for whoever sends them; on no letter."""


class AuthorityKind(StrEnum):
    """By what right something is told."""

    WAIVER = "waiver"
    DUTY = "duty"
    COURT_ORDER = "court-order"


@dataclass(frozen=True, slots=True)
class Authority:
    """The right by which something is told, in words that can stand on the letter."""

    kind: AuthorityKind
    words: str
    on: date
    """The day the waiver was signed, the order was made, or the duty began."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something that must be told whatever the waiver says: a rule of the place, or an order of a court."""

    kind: AuthorityKind
    words: str
    begins_on: date
    ends_on: date | None = None
    documents: frozenset[Document] = frozenset()
    """The documents it demands; for an order of a court the topics decide."""
    topics: frozenset[DisclosureTopic] = frozenset()
    recipient_class: RecipientClass | None = None
    """None: to whoever referred him."""

    def demands(self, document: Document, recipient: Recipient, on_date: date) -> bool:
        """Say whether it is this document that it demands, for this recipient, on this day."""
        runs = self.begins_on <= on_date and (self.ends_on is None or on_date <= self.ends_on)
        if self.recipient_class is None:
            return runs and recipient.is_referrer and document in self.documents
        if self.recipient_class is RecipientClass.OTHER:
            return False  # nobody as a kind: such a recipient is told by name or not at all
        wanted = topics_of(document)
        told = document in self.documents or (bool(wanted) and wanted <= self.topics)
        return runs and told and recipient.recipient_class is self.recipient_class


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a participant decides whether something may be told."""

    waiver: Waiver | None
    """The newest that was signed."""
    discharged_on: date | None = None
    obligations: tuple[Obligation, ...] = ()
    facts: tuple[Fact, ...] = field(default=())
    """What the document is about to tell."""
    is_of_earlier: bool = False
    """The waiver was signed for a referral before the one that documents now tell of."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Leave to render one document for one recipient; a report takes nothing else."""

    document: Document
    recipient: Recipient
    authority: Authority
    facts: tuple[Fact, ...]
    on_date: date

    @property
    def purpose(self) -> str:
        """Return why it is told."""
        return self.document.purpose


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is rendered: what is missing and how it is obtained, in one sentence."""

    reason: str


def authorise(
    document: Document, recipient: Recipient, standing: Standing, on_date: date
) -> Disclosure | Refusal:
    """Say by what right this document may go to this recipient on this day, or what is missing.

    A waiver comes first; where it does not cover, a duty or an order of a court does (design: the safety
    wall, "Authority before paper").
    """
    refusal = _never(recipient, standing)
    if refusal is not None:
        return refusal
    found: Authority | Refusal = _by_waiver(document, recipient, standing, on_date)
    if isinstance(found, Refusal):
        demanded = next((o for o in standing.obligations if o.demands(document, recipient, on_date)), None)
        if demanded is None:
            return found
        found = Authority(demanded.kind, demanded.words, demanded.begins_on)
    return Disclosure(document, recipient, found, standing.facts, on_date)


def _never(recipient: Recipient, standing: Standing) -> Refusal | None:
    if recipient.recipient_class is RecipientClass.SURVIVORS:
        return Refusal(
            "Nothing goes to a survivor from here: what his waiver lets her know is told by the safety "
            "officer "
            "alone, from her own side."
        )
    if any(fact.confidential for fact in standing.facts):
        return Refusal(
            "A class note never leaves the programme: write what concerns risk as a risk note of its own."
        )
    return None


def _by_waiver(
    document: Document, recipient: Recipient, standing: Standing, on_date: date
) -> Authority | Refusal:
    waiver = standing.waiver
    if document is Document.REVOCATION_NOTICE:
        return Refusal(
            "This notice goes to whoever referred him, and only after he has revoked his waiver: record the "
            "revocation under Papers first, and choose his referrer."
        )
    if waiver is None or waiver.signed_on is None:
        return Refusal(
            "He has signed no waiver: make one under Papers, print it, let him sign it and record the day, "
            "then "
            "this letter can be printed."
        )
    if standing.is_of_earlier:
        return Refusal(
            f"His waiver of {day_in_words(waiver.signed_on)} was signed for an earlier referral: let him "
            "sign one for this referral under Papers, then this letter can be printed."
        )
    if not waiver.stands_on(on_date, standing.discharged_on):
        return Refusal(_not_standing(waiver, standing.discharged_on))
    if not waiver.covers(recipient.recipient_class, recipient.name, recipient.agency_id):
        return Refusal(
            f"His waiver of {day_in_words(waiver.signed_on)} covers neither {recipient.name} nor "
            f"{recipient.recipient_class.label.lower()}: let him sign one under Papers that does."
        )
    missing = topics_in(standing.facts) - waiver.terms.topics
    if missing:
        names = ", ".join(topic.label.lower() for topic in DisclosureTopic if topic in missing)
        return Refusal(
            f"His waiver of {day_in_words(waiver.signed_on)} does not cover this topic: {names}; let him "
            f"sign one under "
            "Papers that does."
        )
    return Authority(
        AuthorityKind.WAIVER, f"Waiver signed on {day_in_words(waiver.signed_on)}", waiver.signed_on
    )


def _not_standing(waiver: Waiver, discharged_on: date | None) -> str:
    if waiver.revoked_on is not None:
        return (
            f"He revoked his waiver on {day_in_words(waiver.revoked_on)}: only the notice of that may go, "
            f"to his "
            "referrer; for anything else let him sign a new one under Papers."
        )
    last = waiver.terms.last_day(discharged_on)
    if last is not None and last < waiver.terms.begins_on:
        last = None
    ended = f"ran out on {day_in_words(last)}" if last is not None else "has not begun yet"
    return f"His waiver {ended}: let him sign a new one under Papers, then this letter can be printed."


_UNFIT = re.compile(
    r"\b(safe|cured|low[\s-]+risk|non-?violent now|a\s+salvo|segur[oa]|curad[oa]|(?:de )?bajo riesgo)\b",
    re.IGNORECASE,
)


def unfit_word(text: str) -> str:
    """Return the first word in `text` that stands in no letter: it would promise what nobody knows.

    OAR 137-087-0070(2)(a): a letter never lets it be thought that he is non-violent from now on.
    """
    found = _UNFIT.search(text)
    return found.group(0) if found else ""
