"""A query takes as many statements in a large programme as in a small one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.ids import OrgId
from bipdesk.domain.office import Peer
from tests import builders
from tests.services.asked import HERS, RECORDS
from tests.services.grown import grown, statements

Desks = tuple[Desk, Desk]
"""The same desk in a small programme and in one three times as large."""


def _both(factory: pytest.TempPathFactory, who: tuple[str, str]) -> Iterator[Desks]:
    small, large = (grown(factory.mktemp("grown"), times).desk(who) for times in (1, 3))
    yield small, large
    for desk in (small, large):
        desk.lock()


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    yield from _both(tmp_path_factory, builders.COORDINATOR)


@pytest.fixture(scope="module")
def hers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    yield from _both(tmp_path_factory, builders.OFFICER)


@pytest.mark.parametrize("name", RECORDS)
def test_the_records_answer_a_large_programme_in_as_many_statements(records: Desks, name: str) -> None:
    small, large = (len(statements(desk, RECORDS[name](desk))) for desk in records)
    assert large == small > 1


@pytest.mark.parametrize("name", HERS)
def test_the_safety_side_answers_in_as_many_statements(hers: Desks, name: str) -> None:
    small, large = (len(statements(desk, HERS[name](desk))) for desk in hers)
    assert large == small > 1


def test_the_county_lists_many_sites_in_as_many_statements(tmp_path: Path) -> None:
    office = builders.county(tmp_path)
    few = len(statements(office, office.county.sites))
    with office._vault.records.unit() as unit:
        for number in range(5):
            org = OrgId(UUID(int=number))
            unit.offices.enrol(Peer(org, "site", f"Site {number}", "age1", bytes(32), date(2026, 11, 1)))
    sites: list[object] = []
    many = len(statements(office, lambda: sites.extend(office.county.sites())))
    office.lock()
    assert (many, len(sites)) == (few, 5)


def test_a_run_of_24_evenings_is_planned_in_as_many_statements_as_one_of_them(desk: Desk) -> None:
    builders.ready(desk)
    sent = [text for text, _ in statements(desk, lambda: builders.group(desk))]
    # Once for the group and once for all its sessions together.
    for table in ("audit", "sync_op", "sync_cell"):
        assert sum(f"INSERT INTO {table} " in text for text in sent) == 2
