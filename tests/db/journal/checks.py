"""The invariants of the model (sync.md section 15), against the oracle and what really happened."""

import random
from dataclasses import dataclass, field
from uuid import UUID

from bipdesk.db.journal import seen as tokens
from bipdesk.db.journal.arrival import ImportReport
from bipdesk.domain.ids import Seen
from bipdesk.domain.sync.bundle import BundleContents
from bipdesk.domain.sync.op import Op
from bipdesk.domain.sync.op import parse as parse_op
from bipdesk.domain.sync.scope import COUNTY_CASE
from bipdesk.domain.sync.share import SUBJECT_TABLE
from tests.db.journal import oracle
from tests.db.journal.replica import DEFAULTS, Contents, Replica

COLUMNS = {
    "person": ("given", "family", "risk", "born_on", "phone", "remark"),
    "mark": ("person_id", "value", "at", "homework"),
    "room": ("name",),
}


@dataclass
class Truth:
    """What really happened, as nobody in the world knows it."""

    authored: dict[str, Op] = field(default_factory=dict)
    confirmed: dict[UUID, int] = field(default_factory=dict)
    positions: dict[tuple[UUID, int], set[str]] = field(default_factory=dict)

    def rolled_back(self, name: str) -> None:
        """Note that an office's file was put back: a county no longer knows what it saw."""
        if name == "C":
            self.positions.clear()


def shows_its_set(contents: Contents) -> None:
    """I3, I5, I6, I14: tables and conflicts are what the oracle makes of the set, in any order."""
    mixed = list(contents.ops.items())
    random.Random(len(mixed)).shuffle(mixed)
    shown = oracle.shown(dict(mixed))
    rows = {}
    for key, row in shown.items():
        if key[1] == SUBJECT_TABLE:
            continue
        rows[key] = {name: row.values.get(name, DEFAULTS.get(name)) for name in COLUMNS[key[1]]}
        rows[key]["is_void"] = row.hidden
    assert contents.rows == rows
    conflicts = {(key, cluster): ids for key, row in shown.items() for cluster, ids in row.conflicts.items()}
    assert contents.conflicts == conflicts


def after_edit(truth: Truth, replica: Replica, before: dict[str, Op], saw: Seen | None) -> None:
    """I5: what a save names as overwritten was on its author's screen, all of it and nothing else."""
    contents = replica.contents()
    assert before.keys() <= contents.ops.keys()
    on_screen = tokens.decode(saw) if saw is not None else frozenset()
    for name in contents.ops.keys() - before.keys():
        op = contents.ops[name]
        truth.authored[name] = op
        for cluster, written in op.clusters.items():
            same = {
                seen
                for seen in on_screen & before.keys()
                if before[seen].row == op.row
                and before[seen].table == op.table
                and cluster in before[seen].clusters
            }
            assert set(written.preds) == same, "overwrites what was not on the screen"
    shows_its_set(contents)


def before_sealing(sender: Contents, bundle: BundleContents, truth: Truth) -> None:
    """I1, I9: what leaves is in the profile, of subjects whose waiver stands; nothing hints at the rest."""
    states = oracle.states(sender.ops, bundle.org, COUNTY_CASE)
    ever = oracle.ever_on(sender.ops, bundle.org, COUNTY_CASE)
    text = ""
    for item in bundle.items:
        assert truth.authored[item.op_id].compartment == "COURT"
        if item.body is None:
            continue
        op = parse_op(item.body)
        text += item.body
        assert op.org == bundle.org
        assert op.compartment == "COURT"
        assert op.subject in ever if op.table == SUBJECT_TABLE else states[op.subject or bundle.org] == "on"
    for returned in bundle.returns:
        assert parse_op(returned.body).org == bundle.recipient, "an entry went to another office than its own"
    hidden = [name for name, op in sender.ops.items() if op.compartment != "COURT" and op.org == bundle.org]
    assert not any(name in text for name in hidden), "the id of a hidden entry left"
    assert "canary" not in text


def counts_on(truth: Truth, bundle: BundleContents) -> None:
    """I7: a bundle counts on nothing that no receipt has confirmed."""
    assert bundle.base <= truth.confirmed.get(bundle.stream, 0), (
        "it was taken for granted that a stick arrived"
    )


@dataclass(frozen=True)
class Expected:
    """What an import must conclude."""

    new_epoch: bool


def expect(replica: Replica, bundle: BundleContents) -> Expected:
    """Return what a bundle must tell the office it is for (sync.md section 6.4)."""
    epoch, streams = replica.state()["epoch"], replica.out_streams()
    lost = any(
        (receipt.stream not in streams and receipt.sender_epoch.hex == epoch)
        or (
            receipt.stream in streams
            and (receipt.forked_at is not None or receipt.have > streams[receipt.stream][1])
        )
        for receipt in bundle.receipts
    )
    return Expected(lost)


def as_expected(expected: Expected, report: ImportReport, replica: Replica) -> None:
    """I11: an office that learns it was put back begins a new epoch, without its old streams."""
    if expected.new_epoch:
        assert report.new_epoch, "evidence of a rollback was passed over"
    if report.new_epoch:
        assert not replica.out_streams(), "a new epoch kept an old stream"


def after_import(
    truth: Truth, replica: Replica, before: Contents, bundle: BundleContents, report: ImportReport
) -> None:
    """I1, I2, I5, I9, I10: nothing is lost, nothing forged, nothing more than the profile covers."""
    assert not report.quarantined, "an honest entry was set aside"
    after = replica.contents()
    shows_its_set(after)
    assert after.ops.keys() <= truth.authored.keys(), "an entry nobody wrote"
    foreign = {name: op for name, op in after.ops.items() if op.org != replica.org}
    assert all(op.compartment == "COURT" for op in foreign.values())
    carried = {item.op_id: truth.authored[item.op_id] for item in bundle.items if item.body is not None}
    union = {**before.ops, **carried}
    withdrawn = {
        s for s, state in oracle.states(union, bundle.org, COUNTY_CASE).items() if state == "withdrawn"
    }
    kept = {n for n, op in union.items() if op.org == replica.org or _stays(op, bundle.org, withdrawn)}
    returned = after.ops.keys() - union.keys()
    assert all(truth.authored[name].org == replica.org for name in returned)
    assert after.ops.keys() - returned == kept, "what a subject's waiver says was not followed"
    _check_forks(truth, replica, bundle)
    for receipt in bundle.receipts:
        truth.confirmed[receipt.stream] = max(truth.confirmed.get(receipt.stream, 0), receipt.have)


def _stays(op: Op, org: UUID, withdrawn: set[UUID]) -> bool:
    return op.org != org or op.table == SUBJECT_TABLE or op.subject not in withdrawn


def _check_forks(truth: Truth, replica: Replica, bundle: BundleContents) -> None:
    """I10: two different entries at one position are noticed as soon as both were seen."""
    if not bundle.items:
        return
    forked = False
    for item in bundle.items:
        names = truth.positions.setdefault((bundle.stream, item.pos), set())
        names.add(item.op_id)
        forked |= len(names) > 1
    if forked:
        assert replica.forks()[bundle.stream] is not None, "a fork was not noticed"
