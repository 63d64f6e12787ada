"""Whoever may be in the records already is found while he is typed in, by indexes alone."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.person_keys import PersonKeyRow
from bipdesk.desk import Desk
from bipdesk.domain.duplicates import PersonTyped
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.referral import ReferralDetails, ReferralKind
from tests import builders
from tests.services.grown import engines, statements
from tests.services.test_query_plans import plan

BORN = date(1984, 3, 7)


def refer(
    desk: Desk, given: str, family: str, born: date | None = BORN, court_case: str = ""
) -> ParticipantId:
    referral = ReferralDetails(ReferralKind.COURT_ORDERED, "Court", date(2026, 7, 2), court_case)
    made = desk.referrals.refer(builders.person(given, family, date_of_birth=born), referral, builders.form())
    assert made.row_id is not None
    return ParticipantId(made.row_id)


@pytest.mark.parametrize(
    ("stored", "typed", "reason"),
    [
        (("John", "Smith"), PersonTyped("Jon", "Smyth"), "similar name"),
        (("Jon", "Smyth"), PersonTyped("John", "Smith"), "similar name"),
        (("José", "Muñoz"), PersonTyped("Jose", "Munoz"), "same name"),
        (("Jose", "Munoz"), PersonTyped("José", "Muñoz"), "same name"),
        (("Gabriel", "Núñez"), PersonTyped("Gabe", "Nunez"), "similar name"),
        (("Aaron", "Pruett"), PersonTyped("Pruett", "Aaron"), "same name with given and family name swapped"),
        (
            ("Aaron", "Pruett"),
            PersonTyped("Arron", "Pruit", date(1984, 7, 3)),
            "day and month of birth swapped",
        ),
        (("Luis", "García Márquez"), PersonTyped("Luis", "Marquez"), "similar name"),
        (("Kyle", "Smith-Jones"), PersonTyped("Kyle", "Jones"), "similar name"),
    ],
)
def test_the_usual_slips_do_not_hide_anybody(
    desk: Desk, stored: tuple[str, str], typed: PersonTyped, reason: str
) -> None:
    his = refer(desk, *stored)
    refer(desk, "Wendell", "Quigley", date(1970, 12, 30))
    ((found, reasons),) = [(who.participant_id, who.reasons) for who in desk.participants.similar(typed)]
    assert found == his
    assert reason in reasons


def test_a_changed_name_and_a_former_one_are_both_found(desk: Desk) -> None:
    his = refer(desk, "Aaron", "Pruett")
    file = desk.participants.file(his)
    desk.participants.update_person(his, builders.person("Aaron", "Reyes", date_of_birth=BORN), file.seen)
    assert desk.participants.similar(PersonTyped("Aaron", "Pruett")) == ()
    with desk._vault.records.unit() as unit:
        name_id = unit.persons.add_name(his, "former", "Aaron", "Pruett")
        token = unit.rows.seen(name_id)
    (found,) = desk.participants.similar(PersonTyped("Aaron", "Pruett"))
    assert (found.participant_id, found.family_name, found.reasons) == (his, "Reyes", ("same other name",))
    assert [row.participant_id for row in desk.participants.page("pruett")] == [his]
    with desk._vault.records.unit() as unit:
        unit.persons.remove_name(name_id, token)
    assert desk.participants.similar(PersonTyped("Aaron", "Pruett")) == ()


def test_a_case_number_finds_him_however_it_is_written(desk: Desk) -> None:
    his = refer(desk, "Aaron", "Pruett", court_case="2026-DV-118")
    (found,) = desk.participants.similar(PersonTyped("", "", None, "2026 dv 118"))
    assert (found.participant_id, found.reasons) == (his, ("same case number",))
    assert desk.participants.similar(PersonTyped("", "", None, found.case_number.lower()))
    file = desk.participants.file(his)
    desk.referrals.update_referral(file.referral_id, builders.referral(), file.referral_seen)
    assert desk.participants.similar(PersonTyped("", "", None, "2026-DV-118")) == ()


def test_whoever_shares_no_more_than_a_birthday_is_not_shown(desk: Desk) -> None:
    refer(desk, "Wendell", "Quigley")
    assert desk.participants.similar(PersonTyped("Aaron", "Pruett", BORN)) == ()
    assert desk.participants.similar(PersonTyped("A", "", BORN)) == ()


def test_no_table_is_read_through(desk: Desk) -> None:
    refer(desk, "Aaron", "Pruett", court_case="2026-DV-118")
    typed = PersonTyped("Arron", "Pruitt", BORN, "2026-DV-118", (("Aaron", "Boyd"),))
    sent = [
        each for each in statements(desk, lambda: desk.participants.similar(typed)) if "person_key" in each[0]
    ]
    steps = [step for each in sent for step in plan(engines(desk)[0], each)]
    looked_up = [step for step in steps if "person_key" in step]
    assert looked_up
    assert all("USING PRIMARY KEY (org_id=? AND key=?)" in step for step in looked_up)


def test_keys_are_filled_for_people_who_come_from_another_computer(desk: Desk, tmp_path: Path) -> None:
    office = builders.enrolled(tmp_path, desk)
    his = builders.accepted(desk, "Jon", "Smyth")
    stick = tmp_path / "stick"
    stick.mkdir()
    written = desk.sync.make_bundle(stick)
    office.county.import_bundle(stick / written.file_name)
    with office._vault.records.unit() as unit:
        keys = (
            unit.rows.session.execute(
                sa.select(PersonKeyRow.key)
                .where(PersonKeyRow.participant_id == his)
                .order_by(PersonKeyRow.key)
            )
            .scalars()
            .all()
        )
        search = unit.rows.session.execute(
            sa.select(ParticipantRow.search).where(ParticipantRow.id == his)
        ).scalar()
    assert "n:jon smyth" in keys
    assert any(key.startswith("p:") for key in keys)
    assert search is not None
    assert search.startswith("smyth jon")
    office.lock()
