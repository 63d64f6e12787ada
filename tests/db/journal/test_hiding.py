"""Hiding and showing rows: what is named, what wins, and what a person must settle."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bipdesk.db.journal.capture import CaptureError, attach_seen, unvoid, void
from bipdesk.db.journal.seen import seen_for
from bipdesk.db.journal.tables import T
from bipdesk.domain.ids import Seen
from bipdesk.domain.sync.op import Kind, Op, parse
from tests.db.journal.office import Office, PersonRow, person


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "a")
    yield made
    made.close()


def _ops(session: Session) -> list[Op]:
    return [parse(body) for body in session.execute(sa.select(T.op.c.body).order_by(T.op.c.hlc)).scalars()]


def _added(office: Office, **values: object) -> tuple[UUID, Seen]:
    with office.session() as session:
        row = person(office.org, **values)
        session.add(row)
        session.flush()
        return row.id, seen_for(session, [row.id])[row.id]


def _change(office: Office, row_id: UUID, seen: Seen, **values: object) -> None:
    with office.session() as session:
        row = session.get_one(PersonRow, (office.org, row_id))
        attach_seen(row, seen)
        for name, value in values.items():
            setattr(row, name, value)


def test_hiding_a_row_names_in_each_compartment_only_what_lies_there(office: Office) -> None:
    row_id, seen = _added(office, given="Ann", phone="1")
    with office.session() as session:
        row = session.get_one(PersonRow, (office.org, row_id))
        attach_seen(row, seen)
        void(row, "entered-by-mistake")
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row_id)).is_void
        ops = {op.compartment: op for op in _ops(session) if op.kind == Kind.VOID}
        rows = session.execute(sa.select(T.op.c.op_id, T.op.c.compartment).where(T.op.c.kind == Kind.SET))
        written = {row.compartment: row.op_id for row in rows}
    assert {name: list(op.ctx) for name, op in ops.items()} == {name: [op] for name, op in written.items()}


def test_a_hidden_row_can_be_shown_again(office: Office) -> None:
    row_id, _ = _added(office, given="Ann")
    for act in (lambda row: void(row, "duplicate"), unvoid):
        with office.session() as session:
            row = session.get_one(PersonRow, (office.org, row_id))
            attach_seen(row, seen_for(session, [row_id])[row_id])
            act(row)
    with office.session() as session:
        assert not session.get_one(PersonRow, (office.org, row_id)).is_void


def test_a_change_nobody_saw_keeps_a_hidden_row_visible_and_in_conflict(office: Office) -> None:
    row_id, seen = _added(office, given="Ann")
    with office.session() as session:
        row = session.get_one(PersonRow, (office.org, row_id))
        attach_seen(row, seen)
        void(row, "duplicate")
    _change(office, row_id, seen, given="Eve")
    with office.session() as session:
        assert not session.get_one(PersonRow, (office.org, row_id)).is_void
        assert [conflict.cluster for conflict in office.journal.conflicts(session)] == ["_life"]


def test_is_void_is_not_set_by_hand(office: Office) -> None:
    row_id, seen = _added(office, given="Ann")
    with pytest.raises(CaptureError, match="void"):
        _change(office, row_id, seen, is_void=True)


def test_the_reason_of_hiding_is_never_free_text(office: Office) -> None:
    row = person(office.org)
    with pytest.raises(CaptureError):
        void(row, "Her sister rang")
