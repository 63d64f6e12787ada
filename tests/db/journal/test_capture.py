"""Capture: what a save writes into the log, and what it leaves alone."""

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bipdesk.db.journal.capture import CaptureError, attach_seen, confirm
from bipdesk.db.journal.seen import seen_for
from bipdesk.db.journal.tables import T
from bipdesk.domain.ids import UNSEEN, Seen
from bipdesk.domain.sync.op import Op, parse
from tests.db.journal.office import DiaryRow, MarkRow, Office, PersonRow, RoomRow, mark, person


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


def _token(office: Office, row_id: UUID) -> Seen:
    with office.session() as session:
        return seen_for(session, [row_id])[row_id]


def test_a_new_row_is_split_into_one_operation_for_each_compartment(office: Office) -> None:
    _added(office, given="Ann", family="Low", phone="1")
    with office.session() as session:
        found = {op.compartment: set(op.clusters) for op in _ops(session)}
    assert found == {"COURT": {"name"}, "CORE": {"phone"}}


def test_columns_of_one_cluster_are_written_together(office: Office) -> None:
    row_id, seen = _added(office, given="Ann", family="Low")
    _change(office, row_id, seen, family="High")
    with office.session() as session:
        last = _ops(session)[-1]
    assert dict(last.clusters["name"].value) == {"given": "Ann", "family": "High"}
    assert ".".join(last.clusters["name"].preds) == seen


def test_a_save_that_changes_nothing_writes_no_operation(office: Office) -> None:
    row_id, seen = _added(office, given="Ann", phone="1")
    _change(office, row_id, seen, given="Ann", phone="1", remark="")
    with office.session() as session:
        assert len(_ops(session)) == 2


def test_a_change_without_a_token_is_refused(office: Office) -> None:
    row_id, _ = _added(office, given="Ann")
    with pytest.raises(CaptureError, match="token"), office.session() as session:
        session.get_one(PersonRow, (office.org, row_id)).given = "Eve"
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row_id)).given == "Ann"


def test_a_form_left_open_over_another_change_makes_a_conflict(office: Office) -> None:
    row_id, seen = _added(office, given="Ann")
    _change(office, row_id, seen, given="Eve")
    _change(office, row_id, seen, given="Una")
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row_id)).given == "Una"
        (conflict,) = office.journal.conflicts(session)
    assert (conflict.row, conflict.cluster) == (row_id, "name")
    assert [side.value["given"] for side in conflict.sides] == ["Eve", "Una"]


def test_an_untouched_field_of_an_old_form_does_not_bring_its_old_value_back(office: Office) -> None:
    row_id, seen = _added(office, given="Ann", phone="1")
    _change(office, row_id, seen, phone="2")
    _change(office, row_id, seen, given="Eve", phone="1")
    with office.session() as session:
        row = session.get_one(PersonRow, (office.org, row_id))
        assert (row.given, row.phone) == ("Eve", "2")
        assert office.journal.conflicts(session) == ()


def test_in_a_conflict_the_more_protective_value_is_shown_though_it_is_older(office: Office) -> None:
    row_id, seen = _added(office, risk="low")
    _change(office, row_id, seen, risk="high")
    _change(office, row_id, seen, risk="medium")
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row_id)).risk == "high"
        assert len(office.journal.conflicts(session)) == 1


def test_a_protective_value_goes_back_to_where_it_began(office: Office) -> None:
    # The first operation wrote the name too, so every later token names it.
    row_id, _ = _added(office, given="Ann", risk="high")
    for risk in ("low", "high", "medium", "high", "low"):
        _change(office, row_id, _token(office, row_id), risk=risk)
        with office.session() as session:
            assert session.get_one(PersonRow, (office.org, row_id)).risk == risk
            assert office.journal.conflicts(session) == ()


def test_a_save_that_saw_both_values_settles_a_conflict(office: Office) -> None:
    row_id, seen = _added(office, risk="low")
    _change(office, row_id, seen, risk="high")
    _change(office, row_id, seen, risk="medium")
    _change(office, row_id, _token(office, row_id), risk="medium")
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row_id)).risk == "medium"
        assert office.journal.conflicts(session) == ()


def test_a_conflict_is_settled_in_favour_of_what_is_shown(office: Office) -> None:
    row_id, seen = _added(office, risk="low")
    _change(office, row_id, seen, risk="high")
    _change(office, row_id, seen, risk="medium")
    with office.session() as session:
        row = session.get_one(PersonRow, (office.org, row_id))
        attach_seen(row, seen_for(session, [row_id])[row_id])
        confirm(row, "risk")
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row_id)).risk == "high"
        assert office.journal.conflicts(session) == ()


def test_a_row_stays_with_the_participant_it_was_made_for(office: Office) -> None:
    row_id, _ = _added(office, given="Ann")
    with office.session() as session:
        line = mark(office.org, row_id, value="P")
        session.add(line)
        session.flush()
        with pytest.raises(CaptureError, match="participant"):
            line.person_id = uuid.uuid4()
            session.flush()
        session.rollback()


def test_captured_rows_are_never_deleted(office: Office) -> None:
    row_id, _ = _added(office, given="Ann")
    with pytest.raises(CaptureError, match="hidden"), office.session() as session:
        session.delete(session.get_one(PersonRow, (office.org, row_id)))


def test_a_row_of_another_office_is_not_written(office: Office) -> None:
    with pytest.raises(CaptureError, match="another office"), office.session() as session:
        session.add(person(uuid.uuid4(), given="Ann"))


def test_nobody_writes_anonymously(office: Office) -> None:
    with pytest.raises(CaptureError, match="author"), office.file.transaction() as session:
        office.journal.capture(session)
        session.add(person(office.org, given="Ann"))


def test_a_rolled_back_save_leaves_its_token_usable(office: Office) -> None:
    row_id, seen = _added(office, given="Ann")
    with office.session() as session:
        row = session.get_one(PersonRow, (office.org, row_id))
        attach_seen(row, seen)
        row.given = "Eve"
        session.flush()
        session.rollback()
        row.given = "Una"
        session.flush()
        session.commit()
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row_id)).given == "Una"
        assert office.journal.conflicts(session) == ()


def test_a_row_can_be_changed_twice_in_one_session(office: Office) -> None:
    with office.session() as session:
        row = person(office.org, given="Ann")
        session.add(row)
        session.flush()
        row.given = "Eve"
        session.flush()
        row.given = "Una"
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row.id)).given == "Una"
        assert office.journal.conflicts(session) == ()


def test_a_local_column_is_stored_and_not_logged(office: Office) -> None:
    row_id, seen = _added(office, given="Ann", looked_at=1)
    _change(office, row_id, seen, looked_at=2)
    with office.session() as session:
        assert session.get_one(PersonRow, (office.org, row_id)).looked_at == 2
        assert [set(op.clusters) for op in _ops(session)] == [{"name"}]


def test_local_tables_are_not_logged(office: Office) -> None:
    with office.session() as session:
        session.add(DiaryRow(id=1, text="x"))
    with office.session() as session:
        assert _ops(session) == []
        session.execute(sa.update(DiaryRow).values(text="y"))


def test_a_row_without_a_subject_is_logged_without_one(office: Office) -> None:
    with office.session() as session:
        session.add(RoomRow(org_id=office.org, id=uuid.uuid4(), name="Hall"))
    with office.session() as session:
        assert [(op.subject, op.compartment) for op in _ops(session)] == [(None, "CONFIG")]


def test_values_of_every_kind_come_back_as_they_were(office: Office) -> None:
    at = dt.datetime(2026, 11, 3, 18, 5, 7, 250000, tzinfo=dt.UTC)
    row_id, _ = _added(office, given="Zoe\u0301 \0", born_on=dt.date(1990, 2, 28))
    with office.session() as session:
        line = mark(office.org, row_id, value="P", at=at, homework=False)
        session.add(line)
    with office.session() as session:
        stored = session.get_one(MarkRow, (office.org, line.id))
        assert (stored.value, stored.homework) == ("P", False)
        assert stored.at is not None and stored.at.replace(tzinfo=dt.UTC) == at
        attach_seen(stored, UNSEEN)
        stored.value = "A"
        session.flush()
        owner = session.get_one(PersonRow, (office.org, row_id))
        assert (owner.given, owner.born_on) == ("Zo\u00e9 ", dt.date(1990, 2, 28))


def test_tokens_of_many_rows_are_read_in_one_query(office: Office) -> None:
    with office.session() as session:
        rows = [person(office.org, given=str(n)) for n in range(50)]
        session.add_all(rows)
        session.flush()
        asked: list[str] = []
        sa.event.listen(session.connection(), "before_cursor_execute", lambda *a: asked.append(a[2]))
        found = seen_for(session, [row.id for row in rows])
    assert len(found) == 50
    assert len(asked) == 1


def test_saving_many_rows_takes_a_fixed_number_of_queries(office: Office) -> None:
    def statements(count: int) -> int:
        with office.session() as session:
            asked: list[str] = []
            sa.event.listen(session.connection(), "before_cursor_execute", lambda *a: asked.append(a[2]))
            session.add_all([person(office.org, given=str(n)) for n in range(count)])
            session.flush()
            return len(asked)

    assert statements(40) == statements(2)
