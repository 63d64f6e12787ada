"""Query plans: neither a save, nor an export, nor an import reads a log from end to end."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bipdesk.db.journal.capture import attach_seen, void
from bipdesk.db.journal.seen import seen_for
from bipdesk.domain.sync.scope import COUNTY_CASE, COUNTY_REPLY
from bipdesk.domain.sync.share import ShareState
from tests.db.journal.office import MarkRow, Office, PersonRow, mark, person

LARGE = ("sync_op", "sync_cell", "sync_pred", "sync_conflict", "in_item", "out_item", "person", "mark")


@contextmanager
def _plans(session: Session) -> Iterator[list[str]]:
    """Collect the plan of every statement that runs inside."""
    found: list[str] = []

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, _: Any, many: bool) -> None:
        if statement.split()[0] in ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH"):
            values = parameters[0] if many else parameters
            rows = cursor.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", values)
            found.extend(f"{row[3]} <- {statement}" for row in rows)

    connection = session.connection()
    sa.event.listen(connection, "before_cursor_execute", explain)
    yield found
    sa.event.remove(connection, "before_cursor_execute", explain)


def _scans(plans: list[str]) -> list[str]:
    assert plans
    scans = [plan for plan in plans if plan.startswith("SCAN") and plan.split()[1] in LARGE]
    return scans + [plan for before, plan in pairwise(plans) if _walks_a_stream_for_each_row(before, plan)]


def _walks_a_stream_for_each_row(before: str, plan: str) -> bool:
    return before.startswith("CORRELATED") and "(org_id=? AND stream_id=?)" in plan


def _work(office: Office, session: Session) -> uuid.UUID:
    row = person(office.org, given="Ann", phone="1")
    session.add(row)
    session.flush()
    line = mark(office.org, row.id, value="P")
    session.add(line)
    session.flush()
    line.value = "A"
    session.flush()
    void(line, "duplicate")
    session.flush()
    stored = session.get_one(PersonRow, (office.org, row.id))
    attach_seen(stored, seen_for(session, [row.id])[row.id])
    stored.given = "Eve"
    session.flush()
    token = seen_for(session, [row.id])[row.id]
    office.journal.share(session, row.id, COUNTY_CASE, ShareState.ON, token)
    return row.id


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[tuple[Office, Office]]:
    made = (Office(tmp_path / "site"), Office(tmp_path / "county"))
    yield made
    for office in made:
        office.close()


def test_saving_reads_only_what_it_changes(offices: tuple[Office, Office]) -> None:
    site, _ = offices
    with site.session() as session, _plans(session) as plans:
        _work(site, session)
    assert _scans(plans) == []


def test_sending_and_receiving_use_an_index_everywhere(offices: tuple[Office, Office]) -> None:
    site, county = offices
    with site.session() as session:
        subject = _work(site, session)
    with site.session() as session, _plans(session) as plans:
        sent = site.journal.export(session, county.org, COUNTY_CASE)
    assert _scans(plans) == []
    with county.session() as session, _plans(session) as plans:
        county.journal.import_bundle(session, sent)
    assert _scans(plans) == []
    with county.session() as session, _plans(session) as plans:
        answer = county.journal.export(session, site.org, COUNTY_REPLY)
    assert _scans(plans) == []
    with site.session() as session, _plans(session) as plans:
        site.journal.import_bundle(session, answer)
        token = seen_for(session, [subject])[subject]
        site.journal.share(session, subject, COUNTY_CASE, ShareState.WITHDRAWN, token)
        site.journal.export(session, county.org, COUNTY_CASE)
        token = seen_for(session, [subject])[subject]
        site.journal.share(session, subject, COUNTY_CASE, ShareState.ON, token)
        site.journal.export(session, county.org, COUNTY_CASE)
    assert _scans(plans) == []


def test_a_withdrawal_is_carried_out_through_indexes(offices: tuple[Office, Office]) -> None:
    site, county = offices
    with site.session() as session:
        subject = _work(site, session)
        first = site.journal.export(session, county.org, COUNTY_CASE)
        token = seen_for(session, [subject])[subject]
        site.journal.share(session, subject, COUNTY_CASE, ShareState.WITHDRAWN, token)
        second = site.journal.export(session, county.org, COUNTY_CASE)
    with county.session() as session, _plans(session) as plans:
        county.journal.import_bundle(session, first)
        assert county.journal.import_bundle(session, second).purged == (subject,)
        assert session.get(MarkRow, (site.org, subject)) is None
        assert session.execute(sa.text("SELECT count(*) FROM mark WHERE org_id = ''")).scalar() == 0
        rows = session.connection().exec_driver_sql("SELECT count(*), count(body) FROM sync_op").one()
    assert tuple(rows) == (second.top, 2)
    assert [plan for plan in _scans(plans) if "count(" not in plan] == []
