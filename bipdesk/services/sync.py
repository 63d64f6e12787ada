"""Bundles on a stick: a site's side and the county's side of the same exchange."""

from collections.abc import Callable
from pathlib import Path

from bipdesk.db.journal.arrival import ImportReport as Imported
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.db.records.offices import NewBundle
from bipdesk.db.records.own_keys import own_keys
from bipdesk.db.records.registry import RECORDS
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import (
    BundleMalformed,
    CardAlreadyEntered,
    CardOfWrongKind,
    CountyNotEnrolled,
    NothingToAnswer,
)
from bipdesk.domain.ids import OrgId
from bipdesk.domain.office import (
    CountyParticipant,
    ImportReport,
    OwnCard,
    Peer,
    SiteLine,
    SyncStatus,
    WrittenBundle,
)
from bipdesk.domain.sync.arrival_words import what_arrived
from bipdesk.domain.sync.audit import confines
from bipdesk.domain.sync.bundle import BundleContents, contents_from, sections_of, stream_of
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.in_words import in_words
from bipdesk.domain.sync.scope import COUNTY_CASE, COUNTY_REPLY
from bipdesk.export import bundles
from bipdesk.export.bundles import BundleKind, OfficeKind, PinnedSender, stick
from bipdesk.export.bundles.card import EnrolmentCard, compare, fingerprint, read_card, write_card
from bipdesk.keys.signing import sign, verify

SCHEMA = 1
CHANGED = frozenset({Topic.COUNTY})
ARRIVES = {OfficeKind.SITE: COUNTY_REPLY, OfficeKind.COUNTY: COUNTY_CASE}
"""What each office takes in: nothing but receipts comes to a site, nothing but its cases from one."""
NEVER = (
    "nothing about partners or other people",
    "no notes",
    "no phone numbers, languages or remarks",
    "nobody whose waiver is not signed or has run out",
)


class Exchange:
    """One office at its end of the stick."""

    def __init__(self, records: RecordsFile, clock: Clock, kind: OfficeKind) -> None:
        self._records = records
        self._clock = clock
        self._kind = kind

    def own_card(self) -> OwnCard:
        """Return this office's card for the other side, and the code to read aloud with it."""
        with self._records.unit() as unit:
            keys, name = own_keys(unit), unit.offices.site().details.name
        recipient = bundles.recipient_of(keys.identity)
        card = EnrolmentCard(self._records.org, self._kind, recipient, keys.signing_public, name)
        return OwnCard(write_card(card), fingerprint(card))

    def enrol(self, card_text: str, typed_fingerprint: str) -> Changes:
        """Get to know the other side: its card, and the code heard from its own mouth.

        Raises:
            CardUnreadable, CardCodeMistyped, CardCodeDiffers, CardOfWrongKind.
            CardAlreadyEntered: when the number is that of an office with other keys; its entries would become
            those of whoever made this card.
        """
        card = read_card(card_text)
        compare(card, typed_fingerprint)
        peer = Peer(
            card.org_id, card.kind.value, card.name, card.recipient, card.sign_key, self._clock.today()
        )
        with self._records.unit() as unit:
            self._check_new(unit, card)
            unit.offices.enrol(peer)
        return Changes(CHANGED, peer.org_id)

    def _check_new(self, unit: Unit, card: EnrolmentCard) -> None:
        known = next((peer for peer in unit.offices.peers() if peer.org_id == card.org_id), None)
        if card.org_id == self._records.org:
            raise CardAlreadyEntered(name=unit.offices.site().details.name)
        if card.kind is self._kind:
            raise CardOfWrongKind
        if known and (known.recipient, known.sign_public) != (card.recipient, card.sign_key):
            raise CardAlreadyEntered(name=known.name)

    def send(self, peer: Peer, kind: BundleKind, profile: str, folder: Path) -> WrittenBundle:
        """Write everything the other side has not confirmed yet to the stick, read back and compared.

        Raises:
            Stick*: the sentence says what is wrong; the stick holds no half bundle.
        """
        with (
            self._records.unit() as unit
        ):  # kept before the stick is written: a position is never given twice
            contents = unit.carriage.export(peer.org_id, profile)
            keys = own_keys(unit)
        bundle = bundles.BundleContents(
            kind=kind,
            sender=self._records.org,
            sender_key=keys.signing_public,
            created=self._clock.now(),
            schema=SCHEMA,
            stream=stream_of(contents),
            sections=sections_of(contents),
        )
        allow = confines(profile, self._records.org, peer.org_id, RECORDS)
        sealed = bundles.write_bundle(
            bundle, [peer.recipient], lambda message: sign(keys.signing_seed, message), allow
        )
        written = stick.put(folder, sealed)
        self._remember(bundle.bundle_id, peer.org_id, "out", contents, written)
        return WrittenBundle(bundle.bundle_id, written.name, len(contents.items), in_words(contents))

    def find(self, folder: Path) -> tuple[Path, ...]:
        """Return the files on the stick that look like bundles; none is opened."""
        return tuple(stick.find(folder))

    def receive(self, path: Path) -> tuple[Peer, BundleContents, Imported]:
        """Read a bundle from the stick and store all of it, or nothing.

        Raises:
            Bundle*: the sentence says what is wrong; the records are as they were.
        """
        data = stick.read(path)
        with self._records.unit() as unit:
            peers, keys = unit.offices.peers(), own_keys(unit)
        senders = [PinnedSender(peer.org_id, OfficeKind(peer.kind), peer.sign_public) for peer in peers]
        opened = bundles.read_bundle(data, keys.identity, senders, verify)
        try:
            contents = contents_from(opened.stream, opened.sections)
            if contents.profile != ARRIVES[self._kind]:
                raise BundleMalformed
            with self._records.unit() as unit:
                if not unit.offices.is_free(opened.bundle_id, opened.sender.org_id, "in"):
                    raise BundleMalformed
                imported = unit.carriage.import_bundle(contents)
        except InvalidSyncData as error:
            raise BundleMalformed from error
        written = stick.WrittenFile(path.name, opened.sealed_sha256)
        self._remember(opened.bundle_id, opened.sender.org_id, "in", contents, written)
        return next(p for p in peers if p.org_id == opened.sender.org_id), contents, imported

    def _remember(
        self, bundle_id: str, peer: OrgId, way: str, contents: BundleContents, file: stick.WrittenFile
    ) -> None:
        with self._records.unit() as unit:
            unit.offices.remember(
                NewBundle(
                    bundle_id=bundle_id,
                    peer=peer,
                    direction=way,
                    file_name=file.name,
                    sha256=file.sha256,
                    items=len(contents.items),
                    top=contents.top,
                    stream=contents.stream.hex,
                )
            )


class SiteSyncService(Exchange):
    """The site's side: what leaves for the county, and whether it has arrived."""

    def __init__(self, records: RecordsFile, clock: Clock, arrived: Callable[[], None]) -> None:
        """`arrived` is called when a bundle was taken in: curricula may have come with it."""
        super().__init__(records, clock, OfficeKind.SITE)
        self._arrived = arrived

    def status(self) -> SyncStatus:
        """Return what the county screen shows."""
        with self._records.unit() as unit:
            county = _county(unit)
            if county is None:
                return SyncStatus("", (), NEVER, None, ())
            waiting = in_words(unit.carriage.export(county.org_id, COUNTY_CASE))
            history = unit.offices.bundles(county.org_id, "out")
        confirmed = max((b.delivered_on for b in history if b.delivered_on), default=None)
        return SyncStatus(county.name, waiting, NEVER, confirmed, history)

    def make_bundle(self, folder: Path) -> WrittenBundle:
        """Write the bundle for the county; nothing is in it of whoever's waiver has run out.

        Raises:
            CountyNotEnrolled: before the county's card was typed and compared.
        """
        with self._records.unit() as unit:
            unit.carriage.stop_all(unit.waivers.run_out(self._clock.today()))
        return self.send(self._enrolled(), BundleKind.RECORDS, COUNTY_CASE, folder)

    def verify_again(self, bundle_id: str, folder: Path) -> None:
        """Read a bundle once more after the stick was taken out and put in again.

        Raises:
            StickReadBackDiffers, StickGone: make the bundle again on another stick.
        """
        with self._records.unit() as unit:
            sent = unit.offices.bundles(self._enrolled().org_id, "out")
        bundle = next(b for b in sent if b.bundle_id == bundle_id)
        stick.verify(folder / bundle.file_name, bundle.sha256)

    def import_answer(self, path: Path) -> ImportReport:
        """Read the county's answer; bundles it confirms are delivered from now on."""
        county, contents, imported = self.receive(path)
        self._arrived()
        with self._records.unit() as unit:
            for receipt in contents.receipts:
                if not imported.new_epoch:
                    unit.offices.confirm(county.org_id, receipt.stream.hex, receipt.have)
        lines = ["The county confirms everything written up to its last bundle."] if contents.receipts else []
        if imported.returned:
            lines.append(f"{imported.returned} entries came back that this computer had lost.")
        if imported.new_epoch:
            lines = [
                "These records are an older copy put back. The next bundle carries everything again.",
                *lines,
            ]
        return ImportReport(county.name, tuple(lines or ["Nothing new."]), imported.new)

    def _enrolled(self) -> Peer:
        with self._records.unit() as unit:
            county = _county(unit)
        if county is None:
            raise CountyNotEnrolled
        return county


class CountySyncService(Exchange):
    """The county's side: what arrived from the sites, and the answers to them."""

    def __init__(self, records: RecordsFile, clock: Clock) -> None:
        super().__init__(records, clock, OfficeKind.COUNTY)

    def sites(self) -> tuple[SiteLine, ...]:
        """Return the enrolled sites in order of name."""
        with self._records.unit() as unit:
            arrived, answered = unit.offices.last_bundles("in"), unit.offices.last_bundles("out")
            known, conflicts = unit.county.counts(), unit.county.conflicts()
            peers = unit.offices.peers()
        lines = []
        for peer in peers:
            last, answer = arrived.get(peer.org_id), answered.get(peer.org_id)
            lines.append(
                SiteLine(
                    org_id=peer.org_id,
                    name=peer.name,
                    last_bundle_on=last.date() if last else None,
                    participants=known[peer.org_id],
                    conflicts=conflicts[peer.org_id],
                    answer_waiting=last is not None and (answer is None or answer < last),
                )
            )
        return tuple(lines)

    def participants(self, site: OrgId) -> tuple[CountyParticipant, ...]:
        """Return the participants of a site as the bundles tell of them."""
        with self._records.unit() as unit:
            return unit.county.participants(site)

    def import_bundle(self, path: Path) -> ImportReport:
        """Read a site's bundle: all of it is stored, or nothing."""
        site, contents, imported = self.receive(path)
        lines = what_arrived(contents, imported)
        return ImportReport(site.name, tuple(lines or ["Nothing new."]), imported.new)

    def write_answer(self, site: OrgId, folder: Path) -> WrittenBundle:
        """Write the signed receipt for a site to the stick.

        Raises:
            NothingToAnswer: when no bundle of the site has arrived yet.
        """
        with self._records.unit() as unit:
            peer = next(p for p in unit.offices.peers() if p.org_id == site)
            if not unit.offices.bundles(site, "in", limit=1):
                raise NothingToAnswer(site=peer.name)
        return self.send(peer, BundleKind.ANSWER, COUNTY_REPLY, folder)


def _county(unit: Unit) -> Peer | None:
    return next((peer for peer in unit.offices.peers() if peer.kind == OfficeKind.COUNTY.value), None)
