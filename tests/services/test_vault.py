"""Making, unlocking and recovering a vault; old and foreign key files are refused."""

import shutil
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.errors import FileLocked
from bipdesk.domain.key_errors import (
    AccountUnknown,
    CodeMistyped,
    CodeWrong,
    KeyFileExists,
    KeyFileOlder,
    SafetyKeyReplaced,
    WrongPassphrase,
)
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.keys.folder import SLOTS_FILE
from bipdesk.program import FirstSignIn
from bipdesk.services.safety.values import PartnerDetails, SafeContactRule
from bipdesk.services.vault import Person
from tests import builders


@pytest.mark.parametrize("who", [("rivers", "wrong words"), ("nobody", builders.COORDINATOR[1])])
def test_a_wrong_name_and_a_wrong_passphrase_look_alike(
    programme: builders.Programme, who: tuple[str, str]
) -> None:
    with pytest.raises(WrongPassphrase):
        programme.desk(who)


def test_locking_ends_every_service(programme: builders.Programme) -> None:
    desk = programme.desk()
    desk.lock()
    with pytest.raises(FileLocked):
        desk.participants.page()
    with pytest.raises(FileLocked):
        desk.site.get()


def test_a_folder_that_holds_a_programme_is_never_overwritten(programme: builders.Programme) -> None:
    before = {path.name: path.read_bytes() for path in programme.folder.iterdir()}
    with pytest.raises(KeyFileExists):
        programme.program.create_site(
            programme.folder, SiteDetails("Another"), Person("X", "x", "eleven grey herons in the reeds")
        )
    assert {path.name: path.read_bytes() for path in programme.folder.iterdir()} == before


def test_an_older_key_file_put_back_is_refused(programme: builders.Programme, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    shutil.copy(programme.folder / SLOTS_FILE, old)
    desk = programme.desk()
    desk.staff.add("N. Birch", "birch", frozenset({Role.FACILITATOR}))
    desk.lock()
    shutil.copy(old, programme.folder / SLOTS_FILE)
    with pytest.raises(KeyFileOlder):
        programme.desk()


def test_a_first_code_opens_nothing_but_the_choice_of_a_passphrase(programme: builders.Programme) -> None:
    desk = programme.desk()
    account = desk.staff.add("N. Birch", "birch", frozenset({Role.FACILITATOR}))
    desk.lock()
    first = programme.program.unlock(programme.folder, "birch", account.first_code)
    assert isinstance(first, FirstSignIn)
    first.give_up()
    again = builders.first_sign_in(
        programme.program, programme.folder, ("birch", "four velvet trains pass"), account.first_code
    )
    again.lock()
    with pytest.raises(WrongPassphrase):
        programme.program.unlock(programme.folder, "birch", account.first_code)


def test_the_recovery_code_gives_a_forgotten_passphrase_a_new_first_code(
    programme: builders.Programme,
) -> None:
    code = programme.program.recover(programme.folder, programme.recovery_code.lower(), "rivers")
    chosen = ("rivers", "purple anvils drift northwards")
    desk = builders.first_sign_in(programme.program, programme.folder, chosen, code)
    assert desk.me.name == "C. Rivers"
    desk.staff.add("N. Birch", "birch", frozenset({Role.FACILITATOR}))
    desk.lock()
    with pytest.raises(WrongPassphrase):
        programme.desk()


def test_the_recovery_code_of_the_records_never_opens_the_safety_side(
    programme: builders.Programme,
) -> None:
    code = programme.program.recover(programme.folder, programme.recovery_code, "avery")
    desk = builders.first_sign_in(
        programme.program, programme.folder, ("avery", "ten amber gates stand open"), code
    )
    assert desk.safety is None
    assert desk.safety_is_closed
    desk.lock()


def test_the_officer_opens_her_side_again_by_its_own_code(programme: builders.Programme) -> None:
    chosen = ("avery", "ten amber gates stand open")
    code = programme.program.recover(programme.folder, programme.recovery_code, "avery")
    desk = builders.first_sign_in(programme.program, programme.folder, chosen, code)
    with pytest.raises(CodeWrong):
        desk.restore_safety(programme.recovery_code)
    desk.restore_safety(programme.safety_code)
    assert desk.safety is not None
    assert desk.safety.partners() == ()
    desk.lock()
    again = programme.desk(chosen)
    assert again.safety is not None
    again.lock()


@pytest.mark.parametrize(
    ("code", "name", "error"),
    [("", "rivers", CodeMistyped), ("right", "nobody", AccountUnknown), ("safety", "rivers", CodeWrong)],
)
def test_a_wrong_code_or_name_recovers_nothing(
    programme: builders.Programme, code: str, name: str, error: type[Exception]
) -> None:
    typed = {"right": programme.recovery_code, "safety": programme.safety_code}.get(code, code)
    before = (programme.folder / SLOTS_FILE).read_bytes()
    with pytest.raises(error):
        programme.program.recover(programme.folder, typed, name)
    assert (programme.folder / SLOTS_FILE).read_bytes() == before


def test_the_records_put_back_from_an_old_copy_are_noticed(
    programme: builders.Programme, tmp_path: Path
) -> None:
    shutil.copytree(programme.folder, tmp_path / "copy")
    desk = programme.desk()
    builders.accepted(desk)
    desk.lock()
    for path in programme.folder.glob("records.db*"):
        path.unlink()
    shutil.copy(tmp_path / "copy" / "records.db", programme.folder / "records.db")
    desk = programme.desk()
    assert desk.restored
    desk.lock()
    desk = programme.desk()
    assert not desk.restored
    desk.lock()


def _officer_before_her_side(tmp_path: Path) -> Desk:
    program = builders.program(tmp_path)
    made = program.create_site(
        tmp_path / "site", SiteDetails("Harlow Valley"), Person("C. Rivers", *builders.COORDINATOR)
    )
    account = made.desk.staff.add("D. Avery", "avery", frozenset({Role.SAFETY_OFFICER}))
    made.desk.lock()
    return builders.first_sign_in(program, tmp_path / "site", builders.OFFICER, account.first_code)


def test_a_safety_file_that_the_key_file_does_not_know_is_not_written_over(tmp_path: Path) -> None:
    desk = _officer_before_her_side(tmp_path)
    stray = tmp_path / "site" / "safety.db"
    stray.write_bytes(b"somebody put this here")
    with pytest.raises(SafetyKeyReplaced):
        desk.make_safety()
    assert stray.read_bytes() == b"somebody put this here"
    desk.lock()


def test_an_interrupted_set_up_of_her_side_is_made_good(tmp_path: Path) -> None:
    desk = _officer_before_her_side(tmp_path)
    (tmp_path / "site" / "safety.db.new").write_bytes(b"left by a power cut before the key file was written")
    desk.make_safety()
    desk.lock()
    site = tmp_path / "site"
    (site / "safety.db").rename(site / "safety.db.new")  # a power cut just after the key file was written
    again = builders.unlocked(tmp_path, builders.OFFICER)
    assert again.safety is not None
    assert again.safety.partners() == ()
    again.lock()


def test_a_vault_that_could_not_be_made_leaves_the_folder_free_for_a_second_try(tmp_path: Path) -> None:
    program = builders.program(tmp_path)
    coordinator = Person("C. Rivers", *builders.COORDINATOR)
    (tmp_path / "outside").write_text("a file stands where the folder of notes should be")
    with pytest.raises(OSError, match="outside"):
        program.create_site(tmp_path / "site", SiteDetails("Harlow Valley"), coordinator)
    assert list((tmp_path / "site").iterdir()) == []
    (tmp_path / "outside").unlink()
    program.create_site(tmp_path / "site", SiteDetails("Harlow Valley"), coordinator).desk.lock()


def test_an_older_safety_file_put_back_is_noticed(programme: builders.Programme, tmp_path: Path) -> None:
    programme.desk(builders.OFFICER).lock()
    shutil.copy(programme.folder / "safety.db", tmp_path / "safety.db")
    desk = programme.desk(builders.OFFICER)
    assert desk.safety is not None
    desk.safety.add(PartnerDetails("P-1"), SafeContactRule())
    desk.lock()
    for path in programme.folder.glob("safety.db*"):
        path.unlink()
    shutil.copy(tmp_path / "safety.db", programme.folder / "safety.db")
    desk = programme.desk(builders.OFFICER)
    assert desk.restored
    desk.lock()
