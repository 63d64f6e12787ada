"""What hostile offices and broken machines do in the model."""

import dataclasses
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa

from bipdesk.domain.sync.bundle import BundleContents, Item, Returned
from bipdesk.domain.sync.op import Cluster, Kind, Op, body_of, new_salt, op_id
from bipdesk.domain.sync.scope import COUNTY_CASE
from bipdesk.domain.sync.streams import run_chain
from tests.db.journal.replica import Replica

if TYPE_CHECKING:
    from tests.db.journal.world import World

NO_MARK = "00" * 16


class PowerCut(Exception):
    """The machine stopped."""


def crash(replica: Replica, contents: BundleContents, at: int) -> None:
    """Stop an import at its `at`-th statement and check that nothing of it is left."""
    before = (replica.contents(), replica.state(), replica.forks(), replica.out_streams())
    count = 0

    def cut(*_: Any) -> None:
        nonlocal count
        count += 1
        if count == at:
            raise PowerCut

    try:
        with replica.office.session() as session:
            sa.event.listen(session.connection(), "before_cursor_execute", cut)
            replica.office.journal.import_bundle(session, contents)
            session.rollback()
    except PowerCut:
        pass
    assert (replica.contents(), replica.state(), replica.forks(), replica.out_streams()) == before


def _forged(org: UUID, row: UUID, compartment: str = "COURT") -> str:
    cluster = {"name": Cluster({"given": "forged", "family": ""}, ())}
    if compartment == "CORE":
        cluster = {"phone": Cluster({"phone": "forged"}, ())}
    op = Op(Kind.SET, "person", row, row, compartment, org, row, row, 1, 1, cluster, (), new_salt())
    return body_of(op)


def forge_return(world: "World", site: str) -> None:
    """The county hands a site an entry that the site never wrote; it is not taken."""
    replica = world.replicas[site]
    honest = world.export("C", site)
    forged = Returned(_forged(replica.org, world.subjects[site][0]), NO_MARK)
    contents = dataclasses.replace(honest.contents, receipts=(), returns=(*honest.contents.returns, forged))
    _expect_refused(world, "C", site, contents, op_id(forged.body))


def forge_item(world: "World") -> None:
    """A site sends entries in the name of another, or outside its profile; they are set aside."""
    county, sender, victim = world.replicas["C"], world.replicas["K"], world.replicas["A"]
    for body in (
        _forged(victim.org, world.subjects["A"][0]),
        _forged(sender.org, world.subjects["K"][0], "CORE"),
        "[]",
    ):
        names = (op_id(body), op_id(_forged(sender.org, world.new_row_id())))
        items = (Item(1, names[0], body, NO_MARK), Item(2, names[1], None, NO_MARK))
        contents = BundleContents(
            stream=world.new_row_id(),
            epoch=world.new_row_id(),
            org=sender.org,
            recipient=county.org,
            profile=COUNTY_CASE,
            base=0,
            top=2,
            chain_base="0" * 32,
            chain_top=run_chain("0" * 32, items),
            items=items,
        )
        report = _expect_refused(world, "K", "C", contents, names[0])
        assert [name for name, _ in report.quarantined] == [names[0]]


def _expect_refused(world: "World", sender: str, recipient: str, contents: BundleContents, name: str) -> Any:
    data = world.keys[sender].seal(contents, world.keys[recipient], audited=False)
    replica = world.replicas[recipient]
    opened = world.keys[recipient].open(data, [world.keys[sender]])
    with replica.office.session() as session:
        report = replica.office.journal.import_bundle(session, opened)
    assert name not in replica.contents().ops, "a forged entry was taken"
    return report
