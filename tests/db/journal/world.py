"""The world of the model: two sites and a county with real files, and the things people do."""

import datetime as dt
import random
import tempfile
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.capture import attach_seen, unvoid, void
from bipdesk.db.journal.seen import seen_for
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import UNSEEN, Seen
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.scope import COUNTY_CASE, COUNTY_REPLY
from bipdesk.domain.sync.share import ShareState
from bipdesk.export.bundles import OfficeKind
from tests.db.journal import checks, hostile
from tests.db.journal.office import MarkRow, Office, PersonRow, mark, person
from tests.db.journal.replica import Replica
from tests.db.journal.sticks import Keys, Stick

RAM = Path("/dev/shm")  # a disk in memory where there is one: hundreds of small files are opened and synced
SITES = ("A", "K")
FIELDS = ("given", "family", "risk", "phone", "remark", "born_on")
CANARY = "canary-of-the-core"


def folder() -> tempfile.TemporaryDirectory[str]:
    """Return a new folder, in memory if possible."""
    return tempfile.TemporaryDirectory(dir=RAM if RAM.is_dir() else None)


class World:
    """Two sites A and K, and the county C."""

    def __init__(self, base: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.replicas = {name: Replica(name, Office(base / name)) for name in "AKC"}
        self.keys = {
            name: Keys(replica.org, OfficeKind.COUNTY if name == "C" else OfficeKind.SITE)
            for name, replica in self.replicas.items()
        }
        self.sticks: list[Stick] = []
        self.subjects: dict[str, list[UUID]] = {name: [] for name in SITES}
        self.tokens: dict[UUID, list[Seen]] = {}
        self.log: list[str] = []
        self.truth = checks.Truth()
        for name in SITES:
            for _ in range(2):
                self.add_subject(name)

    # ---------------------------------------------------------------- edits
    def _committed(self, name: str, before: dict[str, Any], saw: Seen | None) -> None:
        checks.after_edit(self.truth, self.replicas[name], before, saw)

    def _subject(self, name: str) -> UUID:
        """Return a subject of a site: mostly the newest, so that troubles meet."""
        mine = self.subjects[name]
        return mine[-1] if self.random.random() < 0.8 else self.random.choice(mine)

    def _seen(self, name: str, row_id: UUID, fresh: bool) -> Seen:
        """Return the row's token of now, or one from a form that was left open."""
        with self.replicas[name].office.session() as session:
            now = seen_for(session, [row_id]).get(row_id, UNSEEN)
        kept = self.tokens.setdefault(row_id, [])
        kept.append(now)
        return now if fresh else self.random.choice(kept[-4:])

    def add_subject(self, name: str) -> None:
        """Take in a person."""
        replica = self.replicas[name]
        before = replica.contents().ops
        with replica.office.session() as session:
            row = person(replica.org, id=self.new_row_id(), given="Ann", phone=CANARY, risk="low")
            session.add(row)
        self.subjects[name].append(row.id)
        self._committed(name, dict(before), None)

    def edit(self, name: str, fresh: bool = True, fields: Sequence[str] = FIELDS) -> None:
        """Change two fields of a person, over a form that may be old."""
        replica, row_id = self.replicas[name], self._subject(name)
        before, saw = replica.contents().ops, self._seen(name, row_id, fresh)
        with replica.office.session() as session:
            row = session.get(PersonRow, (replica.org, row_id))
            if row is None:
                return
            attach_seen(row, saw)
            for field in self.random.sample(fields, 2):
                setattr(row, field, self._value(field))
        self._committed(name, dict(before), saw)

    def _value(self, field: str) -> object:
        number = self.random.randrange(3)
        if field == "risk":
            return ("low", "medium", "high")[number]
        if field == "born_on":
            return dt.date(1990, 1, 1 + number)
        return f"{CANARY}{number}" if field in ("phone", "remark") else f"name{number}"

    def register(self, name: str) -> None:
        """Mark somebody in a register."""
        replica, owner = self.replicas[name], self._subject(name)
        before = replica.contents().ops
        with replica.office.session() as session:
            value = self.random.choice("PA")
            now = replica.office.clock.now()
            session.add(mark(replica.org, owner, id=self.new_row_id(), value=value, homework=True, at=now))
        self._committed(name, dict(before), None)

    def hide(self, name: str, fresh: bool = True) -> None:
        """Hide a line of the register, or show it again, over a list that may be old."""
        replica = self.replicas[name]
        with replica.office.session() as session:
            ids = list(session.execute(sa.select(MarkRow.id).where(MarkRow.org_id == replica.org)).scalars())
        if not ids:
            return
        row_id = self.random.choice(sorted(ids)[:2])
        before, saw = replica.contents().ops, self._seen(name, row_id, fresh)
        with replica.office.session() as session:
            row = session.get_one(MarkRow, (replica.org, row_id))
            if saw == UNSEEN:
                return
            attach_seen(row, saw)
            if self.random.random() < (0.3 if fresh else 0.7):
                row.value = self.random.choice("PAX")
            elif row.is_void:
                unvoid(row)
            else:
                void(row, "entered-by-mistake")
        self._committed(name, dict(before), saw)

    def share(self, name: str, state: ShareState | None = None, fresh: bool = True) -> None:
        """Sign a waiver, revoke it, or take back a mistaken consent."""
        replica, subject = self.replicas[name], self._subject(name)
        state = state or self.random.choice([ShareState.ON, ShareState.ON, *ShareState])
        before, saw = replica.contents().ops, self._seen(name, subject, fresh)
        with replica.office.session() as session:
            replica.office.journal.share(session, subject, COUNTY_CASE, state, saw)
        self._committed(name, dict(before), saw)

    # ---------------------------------------------------------------- sticks
    def export(self, sender: str, recipient: str) -> Stick:
        """Write a stick."""
        replica = self.replicas[sender]
        profile = COUNTY_REPLY if sender == "C" else COUNTY_CASE
        with replica.office.session() as session:
            contents = replica.office.journal.export(session, self.replicas[recipient].org, profile)
        checks.before_sealing(replica.contents(), contents, self.truth)
        checks.counts_on(self.truth, contents)
        data = self.keys[sender].seal(contents, self.keys[recipient])
        stick = Stick(data, sender, recipient, contents)
        self.sticks.append(stick)
        return stick

    def deliver(self, stick: Stick) -> None:
        """Put a stick in at its office."""
        replica = self.replicas[stick.recipient]
        opened = self.keys[stick.recipient].open(stick.data, [self.keys[stick.sender]])
        expected = checks.expect(replica, opened)
        before = replica.contents()
        with replica.office.session() as session:
            report = replica.office.journal.import_bundle(session, opened)
        checks.after_import(self.truth, replica, before, opened, report)
        checks.as_expected(expected, report, replica)

    def round_trip(self, name: str) -> None:
        """Carry a stick to the county and its answer back."""
        self.deliver(self.export(name, "C"))
        self.deliver(self.export("C", name))

    def deliver_any(self) -> None:
        """Find a stick, however old, and put it in; now and then twice."""
        if self.sticks:
            stick = self.random.choice(self.sticks)
            self.deliver(stick)
            if self.random.random() < 0.3:
                receipts = self.export(stick.recipient, stick.sender).contents.receipts
                before = self.replicas[stick.recipient].contents()
                self.deliver(stick)
                assert self.replicas[stick.recipient].contents() == before, (
                    "importing twice changed something"
                )
                again = self.export(stick.recipient, stick.sender).contents.receipts
                assert again == receipts, "importing twice changed the receipt"

    def lose(self) -> None:
        """Lose a stick."""
        if self.sticks:
            self.sticks.remove(self.random.choice(self.sticks))

    def half_write(self) -> None:
        """Pull a stick out too early: what is on it is refused whole."""
        if not self.sticks:
            return
        stick = self.random.choice(self.sticks)
        replica = self.replicas[stick.recipient]
        before = replica.contents()
        try:
            cut = stick.data[: self.random.randrange(len(stick.data))]
            self.keys[stick.recipient].open(cut, [self.keys[stick.sender]])
        except (UserError, InvalidSyncData):
            assert replica.contents() == before
        else:
            raise AssertionError("half a bundle was accepted")

    def crash_in_import(self) -> None:
        """Cut the power in the middle of an import: all of it is gone, or none."""
        if self.sticks:
            stick = self.random.choice(self.sticks)
            opened = self.keys[stick.recipient].open(stick.data, [self.keys[stick.sender]])
            hostile.crash(self.replicas[stick.recipient], opened, self.random.randrange(1, 25))

    # ---------------------------------------------------------------- machines
    def back_up(self, name: str) -> None:
        """Copy an office's file aside."""
        self.replicas[name].back_up()

    def restore(self, name: str, anchor: str, last: bool = False) -> None:
        """Put a copy of an office's file back: the last, or any."""
        replica = self.replicas[name]
        if not replica.backups:
            return
        before = replica.state()
        found = replica.restore(replica.backups[-1] if last else self.random.choice(replica.backups), anchor)
        lost = replica.state() != before
        if anchor == "kept" and lost:
            assert found, "a file put back beside its mark was not noticed"
        self.truth.rolled_back(name)

    def jump(self, name: str) -> None:
        """Set an office's clock wrong, by up to years."""
        hours = self.random.choice([-50_000, -30, -1, 1, 30, 50_000])
        clock = self.replicas[name].office.clock
        clock.instant = max(clock.instant + dt.timedelta(hours=hours), dt.datetime(2000, 1, 1, tzinfo=dt.UTC))

    def forge(self) -> None:
        """Let a hostile county hand back what a site never wrote, and a hostile site speak for another."""
        hostile.forge_return(self, self.random.choice(SITES))
        hostile.forge_item(self)

    def new_row_id(self) -> UUID:
        """Return an id nobody uses."""
        return uuid.UUID(int=self.random.getrandbits(128))
