"""Tripwires: every way round the capture is refused, and the refusal leaves nothing behind."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bipdesk.db.journal.tables import T
from bipdesk.db.journal.tripwires import arm_tripwires, disarm_tripwires
from tests.db.journal.office import REGISTRY, Office, PersonRow, person

TABLE = PersonRow.__table__
WAYS = {
    "ORM bulk update": sa.update(PersonRow).values(given="x"),
    "ORM bulk delete": sa.delete(PersonRow),
    "Core update": TABLE.update().values(given="x"),  # type: ignore[attr-defined]
    "Core insert": TABLE.insert().values(org_id=uuid.uuid4(), id=uuid.uuid4()),  # type: ignore[attr-defined]
    "Core delete": TABLE.delete(),  # type: ignore[attr-defined]
    "raw update": sa.text("UPDATE person SET given = 'x'"),
    "raw delete": sa.text("DELETE FROM person"),
    "raw insert": sa.text("INSERT INTO person (org_id, id) VALUES ('a', 'b')"),
    "raw replace": sa.text("INSERT OR REPLACE INTO person (org_id, id) SELECT org_id, id FROM person"),
    "another key": sa.text("UPDATE person SET id = 'x'"),
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "a")
    with made.session() as session:
        session.add(person(made.org, given="Ann"))
    yield made
    made.close()


@pytest.mark.parametrize("way", WAYS)
def test_a_write_past_the_capture_is_refused(office: Office, way: str) -> None:
    with pytest.raises(sa.exc.DBAPIError, match="bypasses sync capture"), office.session() as session:
        session.execute(WAYS[way])
    with office.session() as session:
        assert session.execute(sa.select(PersonRow.given)).scalars().all() == ["Ann"]


@pytest.mark.parametrize("way", ["ORM bulk update", "raw update", "raw delete"])
def test_a_row_saved_in_the_same_transaction_is_no_open_door(office: Office, way: str) -> None:
    with pytest.raises(sa.exc.DBAPIError, match="bypasses sync capture"), office.session() as session:
        session.add(person(office.org, given="Eve"))
        session.flush()
        session.execute(WAYS[way])


def test_a_session_without_capture_cannot_save_a_row(office: Office) -> None:
    refused = pytest.raises(sa.exc.DBAPIError, match="write to person bypasses sync capture")
    with refused, office.file.transaction() as session:
        session.add(person(office.org, given="Eve"))


def test_no_announcement_outlives_a_flush_a_commit_or_a_rollback(office: Office) -> None:
    count = sa.select(sa.func.count()).select_from(T.intent)
    with office.session() as session:
        session.add(person(office.org, given="Eve"))
        session.flush()
        assert session.execute(count).scalar_one() == 0
    with office.session() as session:
        session.add(person(office.org, given="Una"))
        session.flush()
        session.rollback()
        assert session.execute(count).scalar_one() == 0
    with office.session() as session:
        session.add_all(
            [person(office.org), row := person(office.org), PersonRow(org_id=row.org_id, id=row.id)]
        )
        with pytest.raises(sa.exc.IntegrityError):
            session.flush()
        session.rollback()
        assert session.execute(count).scalar_one() == 0


def test_a_migration_takes_the_tripwires_off_and_opening_puts_them_back(office: Office) -> None:
    with office.session() as session:
        disarm_tripwires(session.connection())
        session.execute(sa.text("UPDATE person SET given = 'Eve'"))
    assert office.reopen() is False
    with pytest.raises(sa.exc.DBAPIError, match="bypasses"), office.session() as session:
        session.execute(sa.text("UPDATE person SET given = 'x'"))


def test_a_wrong_or_foreign_tripwire_is_replaced(office: Office) -> None:
    with office.session() as session:
        connection = session.connection()
        connection.exec_driver_sql("DROP TRIGGER tw_person_update")
        connection.exec_driver_sql(
            "CREATE TRIGGER tw_person_update BEFORE UPDATE ON person BEGIN SELECT 1; END"
        )
        connection.exec_driver_sql("CREATE TRIGGER tw_old_update BEFORE UPDATE ON diary BEGIN SELECT 1; END")
        arm_tripwires(connection, REGISTRY)
        names = (
            connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type='trigger'").scalars().all()
        )
    assert "tw_old_update" not in names
    assert len(names) == 9
    with pytest.raises(sa.exc.DBAPIError, match="bypasses"), office.session() as session:
        session.execute(sa.text("UPDATE person SET given = 'x'"))
