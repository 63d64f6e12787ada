"""The person record, addresses and risk, as values."""

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

import pytest

from bipdesk.domain.address import FOR_LETTERS, Address, AddressChange, AddressKind, current
from bipdesk.domain.equality import EQUALITY_QUESTIONS, EqualityData
from bipdesk.domain.harm import HarmAnswer, HarmAsked, HarmEnquiry
from bipdesk.domain.ids import UNSEEN, ParticipantId
from bipdesk.domain.pack_keys import FIELDS as PACK_FIELDS
from bipdesk.domain.participant import PersonDetails
from bipdesk.domain.person import (
    REQUIRED_WORDS,
    PersonFile,
    PersonRecord,
    Vehicle,
    VehicleDetails,
    record_keys,
)
from bipdesk.domain.person_fields import PERSON_FIELDS
from bipdesk.domain.risk import LEVEL_ORDER, AssessmentDetails, FlagKind, Provenance, Tool, Visibility

TODAY = date(2026, 11, 19)


def address(kind: AddressKind, lines: str, from_on: date, until_on: date | None = None) -> Address:
    number = UUID(int=from_on.toordinal())
    return Address(number, UNSEEN, AddressChange(kind, lines, from_on, "moved", "himself"), until_on)


OLD = address(AddressKind.HOME, "3 Mill Lane", date(2026, 1, 1), date(2026, 6, 1))
NEW = address(AddressKind.HOME, "9 Hill Road", date(2026, 6, 1))
BOX = address(AddressKind.POSTAL, "Box 12", date(2026, 9, 1), date(2026, 10, 1))


@pytest.mark.parametrize(
    ("on_date", "lines"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 5, 31), "3 Mill Lane"),
        (date(2026, 6, 1), "9 Hill Road"),
        (date(2026, 9, 1), "Box 12"),
        (date(2026, 10, 1), "9 Hill Road"),
    ],
)
def test_a_letter_goes_to_the_address_of_its_day(on_date: date, lines: str | None) -> None:
    found = current((OLD, NEW, BOX), on_date, FOR_LETTERS)
    assert (found and found.change.lines) == lines


def test_every_question_is_an_answer_of_the_record_and_the_other_way_round() -> None:
    assert sorted(each.key for each in PERSON_FIELDS) == sorted(record_keys())
    assert [each.key for each in EQUALITY_QUESTIONS] == [each.name for each in fields(EqualityData)]
    assert tuple(REQUIRED_WORDS) == PACK_FIELDS


def test_an_answer_that_is_no_option_is_named() -> None:
    assert PersonRecord(reading="well", transport="rocket").wrong_options() == ("transport",)


NOBODY = PersonFile(
    participant_id=ParticipantId(UUID(int=1)),
    details=PersonDetails("Aaron", "Pruett"),
    details_seen=UNSEEN,
    record=PersonRecord(),
    seen=UNSEEN,
    names=(),
    vehicles=(),
    addresses=(),
    enquiries=(),
    staff=(),
    required=frozenset(PACK_FIELDS),
)


def test_what_the_pack_demands_is_counted_until_it_is_answered() -> None:
    assert len(NOBODY.empty_required(TODAY)) == len(PACK_FIELDS) - 1  # his name is there
    assert replace(NOBODY, required=frozenset()).empty_required(TODAY) == ()
    asked = HarmEnquiry(UUID(int=2), UNSEEN, HarmAsked(TODAY, HarmAnswer.NONE, HarmAnswer.NONE), "C. Rivers")
    answers = PersonRecord(
        employer="Sawmill", id_kind="passport", substance="None", mental_health="Well", weapons_access="no",
        history_agency="Police report of May",
    )  # fmt: skip
    full = replace(
        NOBODY,
        details=PersonDetails("Aaron", "Pruett", date_of_birth=date(1990, 5, 2), phone="555-0101"),
        record=answers,
        vehicles=(Vehicle(UUID(int=3), UNSEEN, VehicleDetails("Ford")),),
        addresses=(NEW,),
        enquiries=(asked,),
    )
    assert full.empty_required(TODAY) == ()
    moved_out = replace(full, addresses=(OLD,))
    assert moved_out.empty_required(TODAY) == ("where he lives", "postal address")


def test_a_man_who_comes_by_bus_need_not_list_a_vehicle() -> None:
    needs = replace(NOBODY, required=frozenset({"vehicles"}))
    assert needs.empty_required(TODAY) == ("vehicles, or how he comes without one",)
    assert replace(needs, record=PersonRecord(transport="bus")).empty_required(TODAY) == ()


@pytest.mark.parametrize(
    ("suicidal", "homicidal", "urgent"),
    [("none", "past", False), ("now", "", True), ("past", "now", True), ("", "", False)],
)
def test_thoughts_that_are_there_now_are_urgent_until_something_was_done(
    suicidal: str, homicidal: str, urgent: bool
) -> None:
    asked = HarmAsked(TODAY, HarmAnswer(suicidal), HarmAnswer(homicidal))
    enquiry = HarmEnquiry(UUID(int=2), UNSEEN, asked, "C. Rivers")
    assert enquiry.is_urgent is urgent
    assert not replace(enquiry, done="Police called at 14:10").is_urgent


def test_every_level_has_its_place_in_the_order_of_protection() -> None:
    for tool in Tool:
        keys = [key for key, _ in tool.levels]
        assert sorted(keys, key=LEVEL_ORDER.index) == keys
        heights = [AssessmentDetails(tool, key, key, TODAY, "x").height for key in keys]
        assert (heights[0], heights[-1]) == (0.0, 1.0)
        assert tool.label and tool.remark


def test_neither_a_partner_nor_her_own_assessment_can_be_a_source() -> None:
    assert {each.value for each in Provenance} == {"his", "agency", "staff"}
    assert "danger" not in " ".join(tool.value for tool in Tool)
    assert all(kind.label for kind in FlagKind)


def test_only_a_coordinator_reads_what_is_for_coordinators() -> None:
    assert Visibility.read_by(False) == (Visibility.TEAM,)
    assert set(Visibility.read_by(True)) == set(Visibility)
