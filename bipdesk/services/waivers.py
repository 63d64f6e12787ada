"""What a person does with a waiver: make it, print it, record its signature, attach the scan, revoke it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, WaiverMissing, WrongDate
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen, WaiverId
from bipdesk.domain.intake_errors import PaperOfOtherKind, PaperTooLarge, WaiverEmpty, WaiverSigned
from bipdesk.domain.letter import Letterhead
from bipdesk.domain.pack import Packs
from bipdesk.domain.paper import MOST_BYTES, ScannedPaper, kind_of
from bipdesk.domain.waiver import UNTIL_CITATION, NamedRecipient, Waiver, WaiverTerms, default_terms
from bipdesk.domain.waiver_form import WaiverForm
from bipdesk.export.reports.waiver import render_waiver

CHANGED = frozenset({Topic.PARTICIPANTS, Topic.PAPERS})


@dataclass(frozen=True, slots=True)
class WaiverLine:
    """One waiver with how it stands today and what is on file of it."""

    waiver: Waiver
    stands: bool
    last_day: date | None
    scans: tuple[ScannedPaper, ...]


@dataclass(frozen=True, slots=True)
class WaiverView:
    """All that is shown of a participant's waivers, the newest first."""

    lines: tuple[WaiverLine, ...]
    usual: WaiverTerms
    """What a first one begins with."""
    citation: str
    """Where the rule about its end stands."""
    referral_id: ReferralId
    """The referral that a new one is for."""

    def anew(self, line: WaiverLine) -> WaiverTerms:
        """Return what the next one begins with: the terms of this one, from today on."""
        days = self.usual.days_after_discharge
        return replace(
            line.waiver.terms, begins_on=self.usual.begins_on, ends_on=None, days_after_discharge=days
        )

    @property
    def current(self) -> WaiverLine | None:
        """Return the newest signed one: it alone counts."""
        return next((line for line in self.lines if line.waiver.signed_on is not None), None)

    @property
    def unsigned(self) -> WaiverLine | None:
        """Return one that was made after that and waits for its signature."""
        newest = self.lines[0] if self.lines else None
        if newest is None or newest.waiver.signed_on is not None:
            return None
        return newest if newest.waiver.referral_id == self.referral_id else None


class WaiverService:
    """Waivers of confidentiality (Source 000)."""

    def __init__(self, records: RecordsFile, packs: Packs, clock: Clock) -> None:
        self._records = records
        self._packs = packs
        self._clock = clock

    def of(self, participant_id: ParticipantId) -> WaiverView:
        """Return a participant's waivers."""
        today = self._clock.today()
        with self._records.unit() as unit:
            found = unit.waivers.of([participant_id]).get(participant_id, ())
            scans = unit.papers.of(waiver.waiver_id for waiver, _ in found)
            language = unit.participants.person(participant_id)[1].language
            usual = self._usual(unit, language)
            citation = self._head(unit)[1]
            referral_id = unit.referrals.latest(participant_id).referral_id
        lines = tuple(
            WaiverLine(
                waiver,
                waiver.stands_on(today, ended),
                waiver.terms.last_day(ended),
                tuple(scan for scan in scans if scan.owner_id == waiver.waiver_id),
            )
            for waiver, ended in found
        )
        return WaiverView(lines, usual, citation, referral_id)

    def _usual(self, unit: Unit, language: str) -> WaiverTerms:
        rule = self._packs.of(unit.offices.site().details.pack).days("waiver-after-discharge")
        spoken = "es" if language.strip().lower() in ("es", "spanish", "español") else "en"
        terms = default_terms(self._clock.today(), spoken)
        if rule is None:
            return terms
        return replace(terms, days_after_discharge=rule.number)

    # Making, signing, revoking

    def prepare(
        self, participant_id: ParticipantId, terms: WaiverTerms, open_one: WaiverLine | None = None
    ) -> Changes:
        """Store a waiver that is to be printed and signed; `open_one` is the unsigned one it replaces.

        Raises:
            WaiverEmpty, WaiverSigned, WrongDate.
        """
        _check_terms(terms)
        with self._records.unit() as unit:
            terms = replace(terms, named=tuple(_known(unit, each) for each in terms.named))
            if open_one is not None:
                waiver = unit.waivers.waiver(open_one.waiver.waiver_id)
                if waiver.signed_on is not None:
                    raise WaiverSigned
                seen = unit.waivers.change_terms(waiver.waiver_id, terms, open_one.waiver.seen)
                return Changes(CHANGED, waiver.waiver_id, seen)
            referral_id = unit.referrals.latest(participant_id).referral_id
            waiver_id, token = unit.waivers.add(participant_id, referral_id, terms)
        return Changes(CHANGED, waiver_id, token)

    def sign(self, waiver_id: WaiverId, signed_on: date, witnessed_by: str, seen: Seen) -> Changes:
        """Record that it was signed: from then on it takes the place of every earlier one.

        The county may be told of him only when no compulsory recipient was struck out.
        """
        if signed_on > self._clock.today():
            raise DateInFuture(field="The date of signing")
        with self._records.unit() as unit:
            waiver = unit.waivers.waiver(waiver_id)
            if waiver.signed_on is not None:
                raise WaiverSigned
            token = unit.waivers.sign(waiver_id, signed_on, witnessed_by.strip(), seen)
            if waiver.terms.missing_classes:
                unit.carriage.stop_sharing(waiver.participant_id)
            else:
                unit.carriage.share(waiver.participant_id)
        return Changes(CHANGED | {Topic.COUNTY}, waiver_id, token)

    def revoke(self, waiver_id: WaiverId, revoked_on: date, seen: Seen) -> Changes:
        """End it: nothing more is sent, what was lawfully told stays, and his referrer is to be told.

        Raises:
            WaiverMissing: when it was never signed, or is revoked already.
        """
        if revoked_on > self._clock.today():
            raise DateInFuture(field="The date of the revocation")
        with self._records.unit() as unit:
            waiver = unit.waivers.waiver(waiver_id)
            if waiver.signed_on is None or waiver.revoked_on is not None:
                raise WaiverMissing
            if revoked_on < waiver.signed_on:
                raise WrongDate(field="The date of the revocation", reason="the waiver was not signed then")
            token = unit.waivers.revoke(waiver_id, revoked_on, seen)
            unit.carriage.stop_sharing(waiver.participant_id)
        return Changes(CHANGED | {Topic.COUNTY}, waiver_id, token)

    def take_back_revocation(self, waiver_id: WaiverId, seen: Seen) -> Changes:
        """Undo a revocation that was recorded by mistake, before anything followed from it."""
        with self._records.unit() as unit:
            waiver = unit.waivers.waiver(waiver_id)
            if waiver.signed_on is None or waiver.revoked_on is None:
                raise WaiverMissing
            token = unit.waivers.revoke(waiver_id, None, seen)
            newest = unit.waivers.signed(waiver.participant_id)
            counts = newest is not None and newest[0].waiver_id == waiver_id
            if counts and not waiver.terms.missing_classes:
                unit.carriage.share(waiver.participant_id)
        return Changes(CHANGED | {Topic.COUNTY}, waiver_id, token)

    # Paper

    def print_form(self, waiver_id: WaiverId) -> bytes:
        """Return the paper to be signed, as PDF from memory."""
        with self._records.unit() as unit:
            waiver = unit.waivers.waiver(waiver_id)
            number, person, _ = unit.participants.person(waiver.participant_id)
            unit.rows.note(Verb.PRINTED, "waiver", waiver_id)
            head, citation = self._head(unit)
        return render_waiver(
            WaiverForm(
                head=head,
                terms=waiver.terms,
                name=f"{person.given_name} {person.family_name}",
                date_of_birth=person.date_of_birth,
                case_number=number,
                until_citation=citation,
                language=waiver.terms.language,
            )
        )

    def print_blank(self, language: str) -> bytes:
        """Return the paper without a name and without a cross: for a power cut."""
        with self._records.unit() as unit:
            head, citation = self._head(unit)
            terms = self._usual(unit, language)
            unit.rows.note(Verb.PRINTED, "blank waiver")
        return render_waiver(
            WaiverForm(head, terms, until_citation=citation, language=terms.language, blank=True)
        )

    def _head(self, unit: Unit) -> tuple[Letterhead, str]:
        site = unit.offices.site().details
        rule = self._packs.of(site.pack).days("waiver-after-discharge")
        head = Letterhead(site.name, unit.agreements.sender_lines(), site.paper)
        return head, UNTIL_CITATION if rule is None else rule.citation

    def attach(self, owner_id: UUID, content: bytes) -> Changes:
        """Keep the scan of a signed paper, encrypted with the records; its kind is told by its content.

        Raises:
            PaperTooLarge, PaperOfOtherKind.
        """
        if len(content) > MOST_BYTES:
            raise PaperTooLarge(most=MOST_BYTES // (1024 * 1024))
        kind = kind_of(content)
        if not kind:
            raise PaperOfOtherKind
        with self._records.unit() as unit:
            paper_id = unit.papers.keep(owner_id, kind, content)
        return Changes(CHANGED, paper_id)

    def scan(self, paper_id: UUID) -> tuple[str, bytes]:
        """Return kind and bytes of a scan; the reading is audited."""
        with self._records.unit() as unit:
            return unit.papers.content(paper_id)

    def detach(self, paper_id: UUID) -> Changes:
        """Take away a scan that was attached by mistake."""
        with self._records.unit() as unit:
            unit.papers.remove(paper_id)
        return Changes(CHANGED, paper_id)


def _known(unit: Unit, named: NamedRecipient) -> NamedRecipient:
    """Return a name with its agency, where the register of agencies has it."""
    return replace(named, agency_id=unit.agencies.named(named.name))


def _check_terms(terms: WaiverTerms) -> None:
    if not terms.recipients and not terms.named:
        raise WaiverEmpty(what="recipient")
    if not terms.topics:
        raise WaiverEmpty(what="topic")
    if terms.ends_on is not None and terms.ends_on < terms.begins_on:
        raise WrongDate(field="The last day", reason="it lies before the first day")
