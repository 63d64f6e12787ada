"""slots.json is written whole or not at all, for its owner's eyes."""

import os
import stat
from pathlib import Path

import pytest

from bipdesk.domain.errors import DiskFull
from bipdesk.domain.key_errors import KeyFileChanged, KeyFileDamaged, KeyFileNotWritten, KeyFileTampered
from bipdesk.keys.accounts import add_account
from bipdesk.keys.folder import SLOTS_FILE, load_slots, save_slots
from bipdesk.keys.own_passphrase import change_passphrase
from bipdesk.keys.unlocked import with_own
from tests.keys.vaults import COST, RUTH, TESS, new_site


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_for_its_owner_alone_and_nothing_else_is_left(tmp_path: Path) -> None:
    site = new_site(tmp_path / "a" / "b")
    save_slots(site.folder, site.slots())
    assert [entry.name for entry in site.folder.iterdir()] == [SLOTS_FILE]
    assert stat.S_IMODE((site.folder / SLOTS_FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(site.folder.stat().st_mode) == 0o700


def test_a_file_somebody_else_wrote_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    ruth = site.ruth()
    mine = add_account(ruth.slots, ruth.authority, "fred", {"facilitator"}, COST).slots
    other = change_passphrase(ruth, RUTH, TESS, COST).slots
    save_slots(tmp_path, other, replacing=ruth.slots)
    with pytest.raises(KeyFileChanged):
        save_slots(tmp_path, mine, replacing=ruth.slots)
    assert load_slots(tmp_path) == other


def test_slots_that_do_not_verify_are_never_written(tmp_path: Path) -> None:
    site, other = new_site(tmp_path / "one"), new_site(tmp_path / "other")
    before = site.slots()
    with pytest.raises(KeyFileTampered):
        save_slots(site.folder, with_own(before, other.slots().own[0]))
    assert load_slots(site.folder) == before


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    slots = site.slots()
    (tmp_path / SLOTS_FILE).unlink()
    (tmp_path / SLOTS_FILE / "in the way").mkdir(parents=True)
    with pytest.raises(KeyFileNotWritten):
        save_slots(tmp_path, slots)
    assert [entry.name for entry in tmp_path.iterdir()] == [SLOTS_FILE]


@pytest.mark.skipif(os.name == "nt", reason="no limit to a file can stand in for a full disk")
def test_no_room_is_a_sentence_and_the_old_file_stands(tmp_path: Path) -> None:
    import resource

    site = new_site(tmp_path)
    slots = site.slots()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(DiskFull):
            save_slots(tmp_path, slots)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert site.slots() == slots
    assert [entry.name for entry in tmp_path.iterdir()] == [SLOTS_FILE]


def test_a_key_file_that_is_a_folder_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / SLOTS_FILE).mkdir()
    with pytest.raises(KeyFileDamaged):
        load_slots(tmp_path)
