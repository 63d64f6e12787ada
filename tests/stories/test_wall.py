"""The wall: what a coordinator and a facilitator hold opens nothing of hers, and nothing of hers crosses."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bipdesk.db.engine import open_raw
from bipdesk.db.safety.tables import SafetyTable
from bipdesk.desk import Desk
from bipdesk.domain.errors import FileDamaged, UserError
from bipdesk.domain.handover import HandOverForm, ProtectedPerson, seal_info
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.safety.partner import PartnerDetails, SafeContactRule
from bipdesk.keys.folder import SAFETY_FILE
from bipdesk.keys.sealing import open_hand_over
from bipdesk.keys.slots import RECOVERY
from tests import builders
from tests.stories.canaries import SAFETY_WORD, everything, files, holding, plant

HERS = HandOverForm(
    builders.NOBODY,
    (ProtectedPerson(f"{SAFETY_WORD} Jane", f"{SAFETY_WORD} wife", f"{SAFETY_WORD} 555"),),
    f"{SAFETY_WORD} police report",
    f"{SAFETY_WORD} remarks",
)


@pytest.fixture
def with_hand_over(programme: builders.Programme) -> builders.Programme:
    desk = programme.desk()
    made = desk.referrals.refer(builders.person(), builders.referral(), HERS)
    assert made.row_id is not None
    desk.participants.sign_waiver(ParticipantId(made.row_id), date(2026, 7, 9))
    desk.lock()
    return programme


def _keys_of(desk: Desk) -> Iterator[bytes]:
    """Yield every 32 bytes that the session of a person on the records side holds or can reach."""
    unlocked = desk._vault.unlocked
    secret = bytes(unlocked.opened.bundle.secret.key)
    yield bytes(unlocked.records_key.key)
    yield bytes(unlocked.opened.bundle.sign_seed)
    yield from (secret[start : start + 32] for start in range(0, len(secret) - 31))
    with desk._vault.records.unit() as unit:
        for name in ("signing-seed", "signing-public", "age-identity", "pins"):
            value = unit.offices.kept(name) or b""
            yield from (value[start : start + 32] for start in range(0, min(len(value), 96) - 31, 32))


@pytest.mark.parametrize("who", [builders.COORDINATOR, builders.FACILITATOR])
def test_no_key_of_the_records_side_opens_the_safety_file_or_a_hand_over(
    with_hand_over: builders.Programme, who: tuple[str, str]
) -> None:
    desk = with_hand_over.desk(who)
    assert desk.safety is None
    assert desk._vault.unlocked.safety_key is None
    with pytest.raises(UserError):
        desk.make_safety()
    with desk._vault.records.unit() as unit:
        envelope = unit.hand_overs.all()[0].envelope_id
        sealed = unit.hand_overs.sealed(envelope)
    keys = {key for key in _keys_of(desk) if len(key) == 32}
    assert len(keys) > 3
    for key in keys:
        with pytest.raises(FileDamaged):
            open_raw(with_hand_over.folder / SAFETY_FILE, key)
        with pytest.raises(UserError):
            open_hand_over(key, sealed, seal_info(desk._vault.org, envelope))
    wraps = [wrap for wrap in desk._vault.unlocked.slots.wraps if wrap.file == "safety"]
    assert str(desk._vault.unlocked.account) not in {wrap.account for wrap in wraps} - {RECOVERY}
    desk.lock()


def test_the_officer_opens_both(with_hand_over: builders.Programme) -> None:
    desk = with_hand_over.desk(builders.OFFICER)
    assert desk.safety is not None
    waiting = desk.safety.envelopes()
    assert desk.safety.open_envelope(waiting[0].envelope_id).people == HERS.people
    assert desk.safety.envelopes() == ()
    desk.lock()


def test_nothing_of_hers_is_in_the_records_a_sheet_or_a_bundle(
    with_hand_over: builders.Programme, tmp_path: Path
) -> None:
    officer = with_hand_over.desk(builders.OFFICER)
    assert officer._safety_file is not None
    assert officer.safety is not None
    plant(officer._safety_file, SafetyTable, SAFETY_WORD)
    officer.safety.open_envelope(officer.safety.envelopes()[0].envelope_id)
    officer.lock()
    desk = with_hand_over.desk()
    session_id = builders.evening(desk, people=2)
    with desk._vault.records.rows() as rows:
        assert [value for value in everything(rows.session) if SAFETY_WORD in value] == []
    assert SAFETY_WORD.encode() not in desk.sheets.render(session_id)
    assert desk.participants.page(SAFETY_WORD) == ()
    county = builders.enrolled(tmp_path, desk)
    stick = tmp_path / "stick"
    stick.mkdir()
    county.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    with county._vault.records.rows() as rows:
        told = list(everything(rows.session))
    assert any("Pruett" in value for value in told)
    assert [value for value in told if SAFETY_WORD in value] == []
    desk.lock()
    county.lock()
    assert holding(files(tmp_path), SAFETY_WORD) == []


def test_the_records_are_the_same_whether_an_officer_ever_opened_a_hand_over(
    with_hand_over: builders.Programme,
) -> None:
    def shape(programme: builders.Programme) -> list[int]:
        desk = programme.desk()
        with desk._vault.records.rows() as rows:
            names = ("sync_op", "sync_cell", "hand_over", "participant")
            found = [
                rows.session.connection().exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()
                for name in names
            ]
        desk.lock()
        return found

    before = shape(with_hand_over)
    officer = with_hand_over.desk(builders.OFFICER)
    assert officer.safety is not None
    officer.safety.open_envelope(officer.safety.envelopes()[0].envelope_id)
    officer.lock()
    assert shape(with_hand_over) == before


def test_what_lies_outside_the_folder_does_not_tell_how_much_an_officer_wrote(
    with_hand_over: builders.Programme,
) -> None:
    outside = with_hand_over.folder.parent / "outside"
    officer = with_hand_over.desk(builders.OFFICER)
    before = {path.name: len(path.read_bytes()) for path in outside.iterdir()}
    assert officer.safety is not None
    for _ in range(12):
        officer.safety.add(PartnerDetails("P1"), SafeContactRule(allowed=False))
    officer.lock()
    notes = [path.read_bytes() for path in outside.iterdir()]
    assert {path.name: len(path.read_bytes()) for path in outside.iterdir()} == before
    assert len(notes) == 2
    assert not any(b"lsn" in note or b"epoch" in note for note in notes)


def test_the_records_work_whole_after_the_safety_file_is_deleted(with_hand_over: builders.Programme) -> None:
    for path in with_hand_over.folder.glob(f"{SAFETY_FILE}*"):
        path.unlink()
    desk = with_hand_over.desk()
    assert len(desk.participants.page()) == 1
    builders.accepted(desk, "Kyle", "Boyd")
    desk.lock()
