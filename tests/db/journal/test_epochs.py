"""Epochs and the mark outside: a file put back is noticed at opening, and a crash is not mistaken for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bipdesk.db.journal.anchor import FileAnchor
from bipdesk.db.journal.capture import attach_seen
from bipdesk.db.journal.journal import Journal
from bipdesk.db.journal.state import NotInitialised
from bipdesk.domain.ids import UNSEEN
from bipdesk.domain.sync.scope import COUNTY_CASE
from tests.db.journal.office import REGISTRY, Office, PersonRow, TestTables, person
from tests.db.journal.replica import Replica


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    made = Replica("A", Office(tmp_path / "a"))
    yield made
    made.office.close()


def _save(replica: Replica, count: int = 1) -> None:
    for number in range(count):
        with replica.office.session() as session:
            session.add(person(replica.org, given=str(number)))


def test_the_mark_follows_every_commit(replica: Replica) -> None:
    _save(replica)
    state, mark = replica.state(), FileAnchor(replica.office.anchor_path).read()
    assert mark is not None
    assert (mark.epoch.hex, str(mark.lsn)) == (state["epoch"], state["lsn"])


def test_a_rolled_back_change_moves_no_mark(replica: Replica) -> None:
    before = replica.office.anchor_path.read_bytes()
    with replica.office.session() as session:
        session.add(person(replica.org, given="x"))
        session.flush()
        session.rollback()
    assert replica.office.anchor_path.read_bytes() == before


def test_a_savepoint_given_up_moves_the_mark_no_further_than_the_file(replica: Replica) -> None:
    with replica.office.session() as session:
        with session.begin_nested():
            session.add(person(replica.org, given="x"))
        session.rollback()
    mark = FileAnchor(replica.office.anchor_path).read()
    assert mark is not None
    assert str(mark.lsn) == replica.state()["lsn"]


@pytest.mark.parametrize("anchor", ["kept", "lost"])
def test_a_file_put_back_begins_a_new_epoch_once(replica: Replica, anchor: str) -> None:
    replica.back_up()
    epoch = replica.state()["epoch"]
    _save(replica)
    assert replica.restore(replica.backups[-1], anchor) is True
    assert replica.state()["epoch"] != epoch
    replica.office.close()
    assert replica.office.reopen() is False


def test_a_crash_between_commit_and_mark_is_no_rollback(replica: Replica) -> None:
    mark = replica.office.anchor_path.read_bytes()
    _save(replica, 3)
    replica.office.close()
    replica.office.anchor_path.write_bytes(mark)
    assert replica.office.reopen() is False


@pytest.mark.parametrize("damage", [b"", b"{", b'{"epoch":"x","lsn":1}', b"\xff"])
def test_a_damaged_mark_counts_as_none(replica: Replica, damage: bytes) -> None:
    replica.office.close()
    replica.office.anchor_path.write_bytes(damage)
    assert replica.office.reopen() is True


def test_a_mark_that_cannot_be_written_does_not_stop_the_work(replica: Replica) -> None:
    replica.office.anchor_path.unlink()
    replica.office.anchor_path.mkdir()
    _save(replica)
    assert len(replica.contents().rows) == 1


def test_a_new_epoch_forgets_its_streams(replica: Replica) -> None:
    with replica.office.session() as session:
        replica.office.journal.export(session, replica.org, COUNTY_CASE)
    assert len(replica.out_streams()) == 1
    with replica.office.session() as session:
        replica.office.journal.start_new_epoch(session)
    assert replica.out_streams() == {}


def test_a_file_without_a_log_says_so(replica: Replica) -> None:
    with replica.office.session() as session:
        for table in ("sync_state",):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
        with pytest.raises(NotInitialised):
            replica.office.journal.open(session)
        session.rollback()


def test_without_a_mark_a_file_is_taken_as_it_is(replica: Replica) -> None:
    unmarked = Journal(REGISTRY, TestTables.metadata, replica.office.clock, None)
    replica.office.anchor_path.unlink()
    with replica.office.session() as session:
        assert unmarked.open(session).new_epoch is False


def test_a_row_that_did_not_exist_when_the_form_was_opened_is_never_overwritten(replica: Replica) -> None:
    _save(replica)
    (key,) = replica.contents().rows
    with replica.office.session() as session:
        row = session.get_one(PersonRow, (key[0], key[2]))
        attach_seen(row, UNSEEN)
        row.given = "later"
    assert len(replica.contents().conflicts) == 1
