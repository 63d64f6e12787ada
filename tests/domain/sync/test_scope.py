"""Scope: own entries, of the county's compartment, of a subject whose waiver stands, and nothing else."""

from uuid import UUID

import pytest

from bipdesk.domain.sync import share
from bipdesk.domain.sync.op import Cluster, Kind, Op
from bipdesk.domain.sync.registry import Column, Compartment, Protective, Registry, Table
from bipdesk.domain.sync.scope import (
    COUNTY_CASE,
    COUNTY_REPLY,
    NO_GRANT,
    PROFILES,
    Grant,
    in_scope,
    may_arrive,
)
from bipdesk.domain.sync.share import SUBJECT_TABLE, ShareState
from tests.domain.sync.samples import ORG, REGISTRY, an_op

CASE = PROFILES[COUNTY_CASE]
ON = Grant("on", True)


def _share(profile: str = COUNTY_CASE) -> Op:
    cluster = {share.share_cluster(profile): Cluster({"state": "stopped"}, ())}
    return an_op(cluster, kind=Kind.SHARE, table=SUBJECT_TABLE)


def test_an_entry_of_a_shared_subject_goes_to_the_county() -> None:
    assert in_scope(an_op(), CASE, ORG, ON)


@pytest.mark.parametrize("compartment", sorted(set(Compartment) - {Compartment.COURT}))
def test_no_other_compartment_ever_goes_to_the_county(compartment: Compartment) -> None:
    assert not in_scope(an_op(compartment=compartment.value), CASE, ORG, ON)


@pytest.mark.parametrize(
    "grant", [NO_GRANT, Grant("stopped", True), Grant("withdrawn", True), Grant("new", True)]
)
def test_without_a_standing_grant_nothing_goes(grant: Grant) -> None:
    assert not in_scope(an_op(), CASE, ORG, grant)


def test_entries_of_another_office_or_about_nobody_stay() -> None:
    assert not in_scope(an_op(org=UUID(int=9)), CASE, ORG, ON)
    assert not in_scope(an_op(subject=None), CASE, ORG, ON)


def test_the_end_of_a_grant_follows_a_subject_that_was_ever_shared() -> None:
    assert in_scope(_share(), CASE, ORG, Grant("stopped", True))
    assert not in_scope(_share(), CASE, ORG, Grant("stopped", False))
    assert not in_scope(_share("other/1"), CASE, ORG, ON)


def test_nothing_goes_out_under_the_profile_of_answers() -> None:
    assert not in_scope(an_op(), PROFILES[COUNTY_REPLY], ORG, ON)


def test_a_receiver_takes_from_a_site_its_own_entries_of_the_profile_alone() -> None:
    assert may_arrive(an_op(), CASE, ORG) is None
    assert may_arrive(an_op(), CASE, UUID(int=9)) == "authority"
    assert may_arrive(an_op(compartment="CORE"), CASE, ORG) == "compartment"


def test_the_three_words_of_a_grant() -> None:
    assert [share.sends(state) for state in (None, *ShareState)] == [False, True, False, False]
    assert [share.purges(state) for state in (None, *ShareState)] == [False, False, False, True]


def test_a_new_grant_after_a_stop_queues_again_and_the_same_stop_only_once() -> None:
    stops = frozenset({"a" * 32})
    assert share.queues_again("on", stops, "")
    assert not share.queues_again("on", stops, share.cover(stops))
    assert not share.queues_again("stopped", stops, "")
    assert not share.queues_again("on", frozenset(), "")


def test_a_registry_finds_its_own_contradictions() -> None:
    court, core = Column(Compartment.COURT, "x"), Column(Compartment.CORE, "x")
    ranked = Column(Compartment.COURT, "x", Protective((1, 2)))
    local = Column(Compartment.LOCAL, "x")
    wrong = [
        (Table("t"), Table("t")),
        (Table("t", columns={"a": court, "b": core}),),
        (Table("t", columns={"a": ranked, "b": ranked}),),
        (Table("t", columns={"a": court, "b": local}),),
        (Table("t", columns={"a": Column(Compartment.COURT, "_life.court")}),),
        (Table("t", subject_column="who", columns={"a": court}),),
        (Table("t", columns={"is_void": court}),),
    ]
    for tables in wrong:
        with pytest.raises(ValueError, match="t"):
            Registry(tables)


def test_what_is_not_registered_has_no_compartment() -> None:
    assert REGISTRY.compartment("person", "name") is Compartment.COURT
    assert REGISTRY.compartment("person", "shoe") is None
    assert REGISTRY.compartment("shoe", "name") is None
    assert REGISTRY.clusters("shoe") == {}
