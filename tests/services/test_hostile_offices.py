"""Enrolled offices with a changed program, and strangers with a card: what they can do to the other side."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.errors import BundleMalformed, CardAlreadyEntered, CardOfWrongKind
from bipdesk.domain.ids import OrgId
from bipdesk.domain.office import CountyParticipant
from bipdesk.domain.sync.bundle import Receipt
from bipdesk.domain.sync.scope import COUNTY_REPLY
from bipdesk.export.bundles import BundleKind, OfficeKind, age_identity
from bipdesk.export.bundles.card import EnrolmentCard, fingerprint, write_card
from tests import builders
from tests.services import hostile
from tests.services.hostile import Malice

UNEXPECTED = ("site", "staff", "hand_over", "note", "group_run", "group_session", "group_member")
ANSWER = Malice(kind=BundleKind.ANSWER, profile=COUNTY_REPLY)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def county(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    office = builders.enrolled(tmp_path, desk)
    yield office
    office.lock()


def _rows(desk: Desk, table: str) -> int:
    with desk._vault.records.rows() as rows:
        found = rows.session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}")
        return int(found.scalar_one())


def _told(county: Desk, site: Desk) -> tuple[CountyParticipant, ...]:
    return county.county.participants(site._vault.org)


def test_words_this_program_does_not_know_do_not_close_a_sites_page(
    desk: Desk, county: Desk, stick: Path
) -> None:
    row = uuid4()
    his = {"participant_id": {"participant_id": row.hex}}
    bodies = [
        hostile.participant(desk, row=row),
        hostile.operation(
            desk, "referral", uuid4(), row, his | {"status": {"status": "martian", "status_since": None}}
        ),
        hostile.operation(desk, "attendance", uuid4(), row, his | {"mark": {"mark": "martian"}}),
        hostile.operation(desk, "attendance", uuid4(), row, his | {"mark": {"mark": Mark.PRESENT.value}}),
    ]
    county.county.import_bundle(hostile.put(desk, county, bodies, stick))
    (told,) = _told(county, desk)
    assert (told.status, told.attended, told.missed, told.last_on) == ("martian", 1, 0, None)


def test_names_are_shown_in_one_line_of_a_bearable_length(desk: Desk, county: Desk, stick: Path) -> None:
    names = ["Boyd\n\x1b[31m\u202edyoB", "x" * 300_000, "<img src=file:///etc/passwd>"]
    bodies = [hostile.participant(desk, name) for name in names]
    county.county.import_bundle(hostile.put(desk, county, bodies, stick))
    shown = {one.family_name for one in _told(county, desk)}
    assert "<img src=file:///etc/passwd>" in shown
    assert all(name.isprintable() and len(name) <= 200 for name in shown)
    assert len(shown) == 3


def test_an_entry_set_aside_neither_stops_the_report_nor_counts_as_new(
    desk: Desk, county: Desk, stick: Path
) -> None:
    foreign = hostile.participant(county)
    path = hostile.put(desk, county, [hostile.participant(desk), "[]", foreign], stick)
    assert county.county.import_bundle(path).sentences == (
        "New: 1 participant",
        "2 entries were set aside because they contradict themselves.",
    )


def test_no_row_comes_into_a_table_outside_the_profile(desk: Desk, county: Desk, stick: Path) -> None:
    before = [_rows(county, table) for table in UNEXPECTED]
    bodies = [hostile.hiding(desk, table) for table in UNEXPECTED]
    bodies += [hostile.operation(desk, table, uuid4(), uuid4(), {}) for table in UNEXPECTED]
    report = county.county.import_bundle(hostile.put(desk, county, bodies, stick))
    assert [_rows(county, table) for table in UNEXPECTED] == before
    assert not any(table in line for line in report.sentences for table in UNEXPECTED)


def test_a_county_writes_nothing_into_the_records_of_a_site(desk: Desk, county: Desk, stick: Path) -> None:
    path = hostile.put(county, desk, [hostile.participant(county)], stick, Malice(kind=BundleKind.ANSWER))
    with pytest.raises(BundleMalformed):
        desk.sync.import_answer(path)
    assert _rows(desk, "participant") == 0


def test_an_answer_does_not_take_the_place_of_a_bundle_that_was_sent(
    desk: Desk, county: Desk, stick: Path
) -> None:
    builders.accepted(desk)
    sent = desk.sync.make_bundle(stick)
    stolen = Malice(kind=BundleKind.ANSWER, profile=COUNTY_REPLY, bundle_id=sent.bundle_id)
    with pytest.raises(BundleMalformed):
        desk.sync.import_answer(hostile.put(county, desk, [], stick, stolen))
    assert [bundle.bundle_id for bundle in desk.sync.status().history] == [sent.bundle_id]


def test_a_receipt_of_one_stream_confirms_nothing_of_another(desk: Desk, county: Desk, stick: Path) -> None:
    builders.accepted(desk)
    lost = desk.sync.make_bundle(stick)
    with desk._vault.records.unit() as unit:  # the computer was changed: everything is sent anew
        unit.carriage._journal.start_new_epoch(unit.rows.session)
        old = unit.rows.session.connection().exec_driver_sql("SELECT stream FROM bundle").scalar_one()
    arrived = desk.sync.make_bundle(stick)
    county.county.import_bundle(stick / arrived.file_name)
    honest = county.county.write_answer(desk._vault.org, stick)
    desk.sync.import_answer(stick / honest.file_name)
    nothing = Receipt(UUID(str(old)), uuid4(), 0, "00" * 16, None, False)
    malice = Malice(kind=BundleKind.ANSWER, profile=COUNTY_REPLY, receipts=(nothing,))
    desk.sync.import_answer(hostile.put(county, desk, [], stick, malice))
    delivered = {bundle.bundle_id: bundle.delivered_on for bundle in desk.sync.status().history}
    assert delivered[arrived.bundle_id] is not None
    assert delivered[lost.bundle_id] is None


def _card(org: OrgId, kind: OfficeKind, name: str = "North site") -> EnrolmentCard:
    return EnrolmentCard(org, kind, age_identity()[1], b"\x07" * 32, name)


def test_a_card_with_the_number_of_another_office_does_not_take_its_place(desk: Desk, county: Desk) -> None:
    for org in (desk._vault.org, county._vault.org):
        card = _card(org, OfficeKind.SITE)
        with pytest.raises(CardAlreadyEntered):
            county.county.enrol(write_card(card), fingerprint(card))
    assert [site.name for site in county.county.sites()] == ["Harlow Valley programme"]


def test_the_same_card_can_be_entered_again(desk: Desk, county: Desk) -> None:
    card = desk.sync.own_card()
    county.county.enrol(card.line, card.fingerprint)
    assert len(county.county.sites()) == 1


def test_a_site_enrols_no_site_and_a_county_no_county(desk: Desk, county: Desk) -> None:
    site, other = _card(OrgId(uuid4()), OfficeKind.SITE), _card(OrgId(uuid4()), OfficeKind.COUNTY)
    with pytest.raises(CardOfWrongKind):
        desk.sync.enrol(write_card(site), fingerprint(site))
    with pytest.raises(CardOfWrongKind):
        county.county.enrol(write_card(other), fingerprint(other))
