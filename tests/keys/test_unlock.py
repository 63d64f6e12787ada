"""Unlocking gives the keys to the right person, and the same answer to everybody else."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from bipdesk.domain.errors import NotAllowed
from bipdesk.domain.key_errors import (
    CodeMistyped,
    CodeWrong,
    KeyFileExists,
    KeyFileMissing,
    KeysWrong,
    PassphraseTooWeak,
    WrongPassphrase,
)
from bipdesk.keys.creation import create_county, create_site
from bipdesk.keys.folder import save_slots
from bipdesk.keys.recovery_code import new_recovery_code
from bipdesk.keys.slots import RECOVERY
from bipdesk.keys.unlock import unlock, unlock_with_recovery_code
from tests.keys.vaults import COST, FRED, OLGA, RUTH, full_site, new_site, with_wrap_of


def test_the_coordinator_gets_the_key_she_made(tmp_path: Path) -> None:
    made = create_site(tmp_path / "new", "Ruth", RUTH, COST)
    again = unlock(tmp_path / "new", "  RUTH ", RUTH)
    assert again.records_key.key == made.unlocked.records_key.key
    assert again.roles == {"coordinator"}
    assert not again.must_choose_passphrase
    assert again.safety_state == "closed" and again.safety_key is None


def test_everybody_at_a_site_has_the_same_records_key(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    keys = {
        bytes(unlock(tmp_path, name, words).records_key.key)
        for name, words in (("ruth", RUTH), ("fred", FRED), ("olga", OLGA))
    }
    assert len(keys) == 1
    assert keys == {bytes(unlock_with_recovery_code(tmp_path, site.recovery_code).records_key.key)}


@pytest.mark.parametrize(
    ("name", "words"),
    [("ruth", FRED), ("nobody", RUTH), ("fred", RUTH), ("ruth", ""), ("", ""), ("ruth", RUTH + "x" * 5000)],
)
def test_a_wrong_passphrase_and_an_unknown_name_are_told_alike(tmp_path: Path, name: str, words: str) -> None:
    full_site(tmp_path)
    with pytest.raises(WrongPassphrase) as caught:
        unlock(tmp_path, name, words)
    assert caught.value.values == {}
    assert caught.value.__cause__ is None


def test_a_right_passphrase_under_an_unknown_name_opens_nothing(tmp_path: Path) -> None:
    new_site(tmp_path)
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, "nobody", RUTH)


def test_a_passphrase_is_the_same_however_its_accents_are_typed(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "élan über señor façade")
    apart = unicodedata.normalize("NFD", composed)
    create_site(tmp_path, "ruth", composed, COST)
    assert composed != apart
    assert unlock(tmp_path, "ruth", apart).account


def test_a_weak_passphrase_makes_no_vault(tmp_path: Path) -> None:
    with pytest.raises(PassphraseTooWeak):
        create_site(tmp_path / "new", "ruth", "password1", COST)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["slots.json", "records.db", "safety.db"])
def test_a_folder_with_a_programme_in_it_is_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"kept")
    with pytest.raises(KeyFileExists):
        create_site(tmp_path, "ruth", RUTH, COST)
    assert (tmp_path / name).read_bytes() == b"kept"


def test_an_empty_folder_says_that_the_key_file_is_missing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "no such folder"):
        with pytest.raises(KeyFileMissing):
            unlock(folder, "ruth", RUTH)


def test_the_recovery_code_opens_the_records_and_another_does_not(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    recovered = unlock_with_recovery_code(tmp_path, site.recovery_code.upper().replace(" ", "-"))
    assert recovered.records_key.key == site.ruth().records_key.key
    assert recovered.authority.by == RECOVERY
    with pytest.raises(CodeWrong):
        unlock_with_recovery_code(tmp_path, new_recovery_code())
    with pytest.raises(CodeMistyped):
        unlock_with_recovery_code(tmp_path, "qqqq")


def test_a_wrap_missing_or_of_another_account_gives_no_key(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    slots, ruth = site.slots(), str(site.ruth().account)
    fred = str(unlock(tmp_path, "fred", FRED).account)
    without = replace(slots, wraps=tuple(wrap for wrap in slots.wraps if wrap.account != fred))
    for changed in (with_wrap_of(slots, "records", ruth, fred), without):
        save_slots(tmp_path, changed)
        with pytest.raises(KeysWrong) as caught:
            unlock(tmp_path, "fred", FRED)
        assert caught.value.values["file"] == "the records"
        assert site.ruth().records_key


def test_wiping_a_session_wipes_every_key(tmp_path: Path) -> None:
    full_site(tmp_path).make_safety()
    olga = unlock(tmp_path, "olga", OLGA)
    assert olga.safety_key is not None
    secrets = [olga.records_key, olga.safety_key, olga.opened.key, olga.opened.bundle.secret]
    raw = [secret.key for secret in secrets]
    olga.wipe()
    assert all(secret.wiped for secret in secrets)
    assert not any(any(held) for held in raw)
    site = unlock_with_recovery_code(tmp_path, _recode(tmp_path))
    held = site.records_key.key
    site.wipe()
    assert not any(held)


def _recode(folder: Path) -> str:
    other = folder / "other"
    code = new_site(other).recovery_code
    (folder / "slots.json").write_bytes((other / "slots.json").read_bytes())
    return code


def test_a_county_office_has_one_role_and_signs_for_itself(tmp_path: Path) -> None:
    made = create_county(tmp_path, "clerk", RUTH, COST)
    clerk = unlock(tmp_path, "clerk", RUTH)
    assert clerk.roles == {"county"}
    assert clerk.slots.general.kind == "county"
    assert clerk.authority.by == str(made.unlocked.account)
    assert clerk.safety_state == "closed"


def test_a_session_shows_no_secret_of_itself(tmp_path: Path) -> None:
    made = create_site(tmp_path, "ruth", RUTH, COST)
    shown = repr(made) + repr(made.unlocked) + repr(made.unlocked.opened)
    seed = made.unlocked.signing_seed
    for secret in (made.recovery_code, made.unlocked.records_key.key.hex(), seed.hex(), repr(seed)):
        assert secret not in shown


def test_a_facilitator_has_no_authority_over_accounts(tmp_path: Path) -> None:
    full_site(tmp_path)
    for name, words in (("fred", FRED), ("olga", OLGA)):
        with pytest.raises(NotAllowed):
            _ = unlock(tmp_path, name, words).authority
