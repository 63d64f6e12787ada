"""The programme itself, its staff, the offices it exchanges bundles with, and this computer's own keys."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.records.tables.carriage import BundleRow, PeerRow, SecretRow
from bipdesk.db.records.tables.programme import SiteRow, StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import OrgId, Seen, StaffId
from bipdesk.domain.office import Peer, SentBundle
from bipdesk.domain.site import DangerPanel, Paper, Site, SiteDetails
from bipdesk.domain.staff import Role, Sex, StaffMember


@dataclass(frozen=True, slots=True)
class NewBundle:
    """A bundle to be remembered until its receipt is back."""

    bundle_id: str
    peer: OrgId
    direction: str
    file_name: str
    sha256: str
    items: int
    top: int
    stream: str


RECOVERY_ON_PAPER = "recovery-code-on-paper"
"""The name under which it is kept that somebody typed the recovery code back from paper."""


class OfficeStore:
    """Reads and writes what belongs to the office as a whole, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # The programme

    def create_site(self, details: SiteDetails, case_prefix: str) -> None:
        """Store the programme's own record; its id is the office's."""
        self._rows.add(SiteRow(id=self._rows.org, case_prefix=case_prefix, **_site_columns(details)))

    def site(self) -> Site:
        """Return the programme's own record."""
        row = self._rows.get(SiteRow, self._rows.org)
        danger = DangerPanel(
            row.danger_emergency,
            row.danger_police,
            row.danger_on_call,
            row.danger_victim_service,
            row.danger_sealed_code,
        )
        details = SiteDetails(
            row.name, row.country, row.region, Paper(row.paper), danger, row.pack, row.eligibility
        )
        return Site(self._rows.org, self._rows.seen(row.id), details, row.case_prefix)

    def update_site(self, details: SiteDetails, seen: Seen) -> Seen:
        """Write the programme's own record."""
        return self._rows.change(SiteRow, self._rows.org, seen, **_site_columns(details))

    # Staff

    def add_staff(self, member: StaffMember) -> None:
        """Store a person with an account."""
        roles = ",".join(sorted(role.value for role in member.roles))
        self._rows.add(StaffRow(id=member.staff_id, name=member.name, roles=roles))

    def staff(self) -> tuple[StaffMember, ...]:
        """Return everybody with an account, in order of name."""
        rows = self._rows.session.scalars(
            sa.select(StaffRow)
            .where(StaffRow.org_id == self._rows.org, StaffRow.is_void.is_(False))
            .order_by(StaffRow.name)
        )
        return tuple(
            StaffMember(
                StaffId(r.id),
                r.name,
                frozenset(Role(part) for part in r.roles.split(",") if part),
                Sex(r.sex) if r.sex in set(Sex) else Sex.OTHER,
            )
            for r in rows
        )

    def set_sex(self, staff_id: StaffId, sex: Sex) -> Seen:
        """Write what somebody on the staff wants recorded."""
        return self._rows.change(StaffRow, staff_id, self._rows.seen(staff_id), sex=sex.value)

    # This computer's own secrets

    def keep(self, name: str, value: bytes) -> None:
        """Store a secret of this computer: a key, or what it last knew of the key file."""
        self._rows.session.merge(SecretRow(name=name, value=value))
        self._rows.session.flush()

    def kept(self, name: str) -> bytes | None:
        """Return a secret of this computer."""
        row = self._rows.session.get(SecretRow, name)
        return None if row is None else row.value

    # The other offices

    def enrol(self, peer: Peer) -> None:
        """Store an office whose card was typed and compared."""
        self._rows.session.merge(
            PeerRow(
                org_id=peer.org_id,
                kind=peer.kind,
                name=peer.name,
                recipient=peer.recipient,
                sign_public=peer.sign_public,
                enrolled_on=peer.enrolled_on,
            )
        )
        self._rows.session.flush()
        self._rows.note(Verb.ADDED, "peer", peer.org_id)

    def peers(self) -> tuple[Peer, ...]:
        """Return the enrolled offices, in order of name."""
        rows = self._rows.session.scalars(sa.select(PeerRow).order_by(PeerRow.name))
        return tuple(
            Peer(OrgId(r.org_id), r.kind, r.name, r.recipient, r.sign_public, r.enrolled_on) for r in rows
        )

    # Bundles

    def remember(self, bundle: NewBundle) -> None:
        """Store that a bundle was written or read."""
        self._rows.session.merge(
            BundleRow(
                bundle_id=bundle.bundle_id,
                peer_id=bundle.peer,
                direction=bundle.direction,
                at=self._rows.clock.now(),
                file_name=bundle.file_name,
                sha256=bundle.sha256,
                items=bundle.items,
                top=bundle.top,
                stream=bundle.stream,
            )
        )
        self._rows.session.flush()
        verb = Verb.SENT if bundle.direction == "out" else Verb.RECEIVED
        self._rows.note(verb, "bundle", bundle.peer, bundle.bundle_id)

    def confirm(self, peer: OrgId, stream: str, acked: int) -> None:
        """Store that the other side has everything of `stream` up to position `acked`."""
        waiting = self._rows.session.scalars(
            sa.select(BundleRow).where(
                BundleRow.peer_id == peer,
                BundleRow.direction == "out",
                BundleRow.stream == stream,
                BundleRow.top <= acked,
                BundleRow.delivered_at.is_(None),
            )
        )
        for row in waiting:
            row.delivered_at = self._rows.clock.now()
        self._rows.session.flush()

    def bundles(self, peer: UUID, direction: str, limit: int = 50) -> tuple[SentBundle, ...]:
        """Return the newest bundles first."""
        rows = self._rows.session.scalars(
            sa.select(BundleRow)
            .where(BundleRow.peer_id == peer, BundleRow.direction == direction)
            .order_by(BundleRow.at.desc())
            .limit(limit)
        )
        return tuple(_bundle(row) for row in rows)

    def is_free(self, bundle_id: str, peer: UUID, direction: str) -> bool:
        """Say whether this number is new here, or that of the same bundle of the same office."""
        known = self._rows.session.get(BundleRow, bundle_id)
        return known is None or (known.peer_id, known.direction) == (peer, direction)

    def last_bundles(self, direction: str) -> dict[OrgId, datetime]:
        """Return when the newest bundle of each other office was written or read; one query."""
        rows = self._rows.session.execute(
            sa.select(BundleRow.peer_id, sa.func.max(BundleRow.at))
            .where(BundleRow.direction == direction)
            .group_by(BundleRow.peer_id)
        )
        return {OrgId(peer): at for peer, at in rows}


def _bundle(row: BundleRow) -> SentBundle:
    delivered: date | None = None if row.delivered_at is None else row.delivered_at.date()
    return SentBundle(row.bundle_id, row.at, row.file_name, row.sha256, row.items, delivered)


def _site_columns(details: SiteDetails) -> dict[str, str]:
    danger = details.danger
    return {
        "name": details.name,
        "country": details.country,
        "region": details.region,
        "paper": details.paper.value,
        "pack": details.pack,
        "eligibility": details.eligibility,
        "danger_emergency": danger.emergency,
        "danger_police": danger.police,
        "danger_on_call": danger.on_call_officer,
        "danger_victim_service": danger.victim_service,
        "danger_sealed_code": danger.sealed_code,
    }
