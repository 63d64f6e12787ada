"""Importing: set-based, in any order, each bad entry alone, and nothing unknown thrown away."""

import dataclasses
import random
import uuid
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bipdesk.db.journal import store
from bipdesk.db.journal.capture import attach_seen
from bipdesk.db.journal.journal import Journal
from bipdesk.db.journal.projection import Book, project
from bipdesk.db.journal.seen import seen_for
from bipdesk.db.journal.tables import T
from bipdesk.db.journal.validation import take
from bipdesk.domain.sync.bundle import BundleContents, Item, contents_from, sections_of, stream_of
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.op import body_of, op_id, parse
from bipdesk.domain.sync.registry import Column, Registry, Table
from bipdesk.domain.sync.scope import COUNTY_CASE, COUNTY_REPLY
from bipdesk.domain.sync.share import ShareState
from bipdesk.domain.sync.streams import CHAIN_START, run_chain
from tests.db.journal.office import COURT, REGISTRY, MarkRow, Office, PersonRow, TestTables, mark, person
from tests.db.journal.replica import Replica

# A county whose version does not know the register yet.
OLDER = Registry(tuple(table for table in REGISTRY.tables.values() if table.name != "mark"))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "site")
    yield made
    made.close()


@pytest.fixture
def county(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "county")
    yield made
    made.close()


def _shared(site: Office, marks: int = 3) -> UUID:
    """Take in a person, mark him a few times, change his name twice over an old form, and share him."""
    with site.session() as session:
        row = person(site.org, given="Ann", phone="1", risk="low")
        session.add(row)
        session.flush()
        session.add_all([mark(site.org, row.id, value="P", homework=True) for _ in range(marks)])
        session.flush()
        token = seen_for(session, [row.id])[row.id]
        site.journal.share(session, row.id, COUNTY_CASE, ShareState.ON, token)
    for given in ("Eve", "Una"):
        with site.session() as session:
            stored = session.get_one(PersonRow, (site.org, row.id))
            attach_seen(stored, token)
            stored.given = given
    return row.id


def _sent(site: Office, county: Office) -> BundleContents:
    with site.session() as session:
        made = site.journal.export(session, county.org, COUNTY_CASE)
    return contents_from(stream_of(made), sections_of(made))


def _with_items(contents: BundleContents, bodies: list[str]) -> BundleContents:
    items = tuple(Item(n, op_id(body), body, "0" * 32) for n, body in enumerate(bodies, 1))
    end = run_chain(CHAIN_START, items)
    return dataclasses.replace(contents, base=0, top=len(items), chain_top=end, items=items)


def test_entries_in_any_order_and_any_slices_show_the_same(site: Office, tmp_path: Path) -> None:
    _shared(site)
    with site.session() as session:
        bodies = list(session.execute(sa.select(T.op.c.body)).scalars())
    seen = []
    for seed in range(6):
        random.Random(seed).shuffle(bodies)
        copy = Office(tmp_path / f"copy{seed}", site.org)
        with copy.session() as session:
            _take_in_slices(session, bodies, site.org)
        seen.append(Replica("", copy).contents())
        copy.close()
    assert seen[1:] == seen[:-1]
    assert seen[0].rows == Replica("", site).contents().rows


def _take_in_slices(session: Session, bodies: list[str], org: UUID) -> None:
    book = Book(REGISTRY, TestTables.metadata)
    for at in range(0, len(bodies), 2):
        found = [take(body, "0" * 32, book) for body in bodies[at : at + 2]]
        store.store(session.connection(), found)
        project(session.connection(), book, org, {(s.op.table, s.op.row) for s in found})


def test_a_county_gets_the_court_columns_and_nothing_else(site: Office, county: Office) -> None:
    row_id = _shared(site)
    with county.session() as session:
        report = county.journal.import_bundle(session, _sent(site, county))
        row = session.get_one(PersonRow, (site.org, row_id))
        assert (row.given, row.risk, row.phone) == ("Una", "low", None)
    assert (report.new, report.known, report.quarantined) == (7, 0, ())
    assert {name[2] for name in report.conflicts} == {row_id}


def test_a_receipt_confirms_and_the_next_bundle_is_empty(site: Office, county: Office) -> None:
    _shared(site)
    sent = _sent(site, county)
    with county.session() as session:
        county.journal.import_bundle(session, sent)
        answer = county.journal.export(session, site.org, COUNTY_REPLY)
    with site.session() as session:
        assert site.journal.delivery(session, county.org, COUNTY_CASE).waiting == 7
        assert site.journal.import_bundle(session, answer).confirmed == 1
        assert site.journal.delivery(session, county.org, COUNTY_CASE).acked == sent.top
    assert _sent(site, county).items == ()


def test_one_bad_entry_is_set_aside_and_named_in_the_receipt(site: Office, county: Office) -> None:
    _shared(site)
    sent = _sent(site, county)
    bodies = [item.body or "" for item in sent.items]
    good = parse(bodies[0])
    foreign = body_of(dataclasses.replace(good, org=uuid.uuid4()))
    wrong_type = bodies[0].replace('"given":"Ann"', '"given":7')
    twice = bodies[0].replace('"ctx":[]', '"ctx":[],"ctx":[]')
    hostile = _with_items(sent, [*bodies, foreign, wrong_type, twice, "{", "[" * 100_000, "1e5"])
    with county.session() as session:
        report = county.journal.import_bundle(session, hostile)
        (receipt,) = county.journal.export(session, site.org, COUNTY_REPLY).receipts
    assert report.new == len(bodies)
    assert len(report.quarantined) == 6
    assert receipt.have == len(bodies) + 6
    assert set(receipt.quarantined) == set(report.quarantined)


def test_a_bundle_for_another_office_or_against_itself_is_refused_whole(site: Office, county: Office) -> None:
    _shared(site)
    sent = _sent(site, county)
    for wrong in (
        dataclasses.replace(sent, recipient=uuid.uuid4()),
        dataclasses.replace(sent, profile="everything/1"),
        dataclasses.replace(sent, chain_top="0" * 32),
        dataclasses.replace(sent, items=sent.items[1:]),
        dataclasses.replace(sent, base=1, items=sent.items[1:], chain_base="1" * 32),
    ):
        with pytest.raises(InvalidSyncData), county.session() as session:
            county.journal.import_bundle(session, wrong)
    assert Replica("", county).contents().ops == {}


def test_what_a_version_does_not_know_is_kept_and_understood_after_the_upgrade(
    site: Office, tmp_path: Path
) -> None:
    _shared(site)
    older = Office(tmp_path / "older", registry=OLDER)
    sent = _sent(site, older)
    with older.session() as session:
        report = older.journal.import_bundle(session, sent)
    assert (report.new, report.opaque, report.quarantined) == (7, 3, ())
    older.journal = Journal(REGISTRY, TestTables.metadata, older.clock, None)
    with older.session() as session:
        assert older.journal.open(session).adopted == 3
        marks = session.execute(sa.select(MarkRow.value)).scalars().all()
    assert marks == ["P", "P", "P"]
    older.close()


def test_a_column_of_two_compartments_is_never_registered() -> None:
    with pytest.raises(ValueError, match="one compartment"):
        Registry(
            (Table("t", columns={"a": Column(COURT, "x"), "b": Column(type(COURT).CORE, "x")}),),
        )
