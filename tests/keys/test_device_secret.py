"""The second factor: asked of real key stores only, and never trusted before it was read back."""

import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bipdesk.domain.key_errors import DeviceSecretMissing, WrongPassphrase
from bipdesk.keys.creation import create_site
from bipdesk.keys.device_secret import ALLOWED, SERVICE, DeviceState, KeyringStore, KeyStoreBackend, user_name
from bipdesk.keys.folder import save_slots
from bipdesk.keys.own_passphrase import change_passphrase
from bipdesk.keys.slots import VaultId
from bipdesk.keys.unlock import unlock, unlock_with_recovery_code
from tests.keys.vaults import COST, RUTH, TESS

VAULT = VaultId(uuid.UUID("6f1c1b7e-7a3e-4a57-9f0a-000000000001"))


@dataclass
class Memory:
    """A key store that keeps, forgets or garbles, as a platform's may."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    forgets: bool = False
    garbles: bool = False
    error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.error:
            raise self.error
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.garbles:
            password = "00" * 32
        if not self.forgets:
            self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[(service, username)]


def _store(memory: KeyStoreBackend) -> KeyringStore:
    return KeyringStore(lambda: memory)


def test_a_secret_is_made_once_read_back_and_forgotten() -> None:
    memory = Memory()
    store = _store(memory)
    assert store.read(VAULT).state == "missing"
    made = store.create(VAULT)
    assert made.state == "ready" and made.secret is not None and len(made.secret) == 32
    assert store.create(VAULT) == made == store.read(VAULT)
    assert made.secret.hex() not in repr(made) and repr(made.secret) not in repr(made)
    assert store.forget(VAULT).state == "missing"
    assert store.forget(VAULT).state == "missing"
    assert memory.kept == {}


def test_the_key_store_shows_nothing_about_the_subject() -> None:
    shown = SERVICE + user_name(VAULT)
    assert "bip" not in shown and str(VAULT) not in shown


@pytest.mark.parametrize(
    ("memory", "state"),
    [
        (Memory(forgets=True), "unavailable"),
        (Memory(garbles=True), "unavailable"),
        (Memory(error=RuntimeError("locked")), "unavailable"),
        (Memory(error=ModuleNotFoundError("gone")), "unavailable"),
        (Memory({(SERVICE, user_name(VAULT)): "not hex"}), "unavailable"),
    ],
)
def test_a_key_store_that_fails_says_so_and_gives_nothing(memory: Memory, state: DeviceState) -> None:
    result = _store(memory).create(VAULT)
    assert (result.state, result.secret) == (state, None)
    assert "not available" in result.sentence and result.detail


def test_an_entry_of_the_wrong_length_is_replaced() -> None:
    assert _store(Memory({(SERVICE, user_name(VAULT)): "abcd"})).create(VAULT).state == "ready"


def test_only_key_stores_that_encrypt_are_allowed() -> None:
    names = {name for module, _ in ALLOWED for name in module.split(".")}
    assert not names & {"null", "fail", "chainer", "file", "alt"}


def test_a_copied_folder_needs_the_device_secret(tmp_path: Path) -> None:
    store = _store(Memory())
    made = create_site(tmp_path, "ruth", RUTH, COST, store)
    assert made.device is not None and made.device.state == "ready"
    ruth = unlock(tmp_path, "ruth", RUTH, store)
    assert ruth.uses_device and ruth.records_key.key == made.unlocked.records_key.key
    for elsewhere in (None, _store(Memory())):
        for name, words in (("ruth", RUTH), ("ruth", TESS), ("nobody", RUTH)):
            with pytest.raises(DeviceSecretMissing):
                unlock(tmp_path, name, words, elsewhere)
    other = _store(Memory())
    other.create(made.slots.vault)
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, "ruth", RUTH, other)
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, "ruth", TESS, store)
    assert unlock_with_recovery_code(tmp_path, made.recovery_code).records_key.key == ruth.records_key.key


def test_the_second_factor_is_dropped_and_taken_up_with_the_passphrase(tmp_path: Path) -> None:
    store = _store(Memory())
    create_site(tmp_path, "ruth", RUTH, COST, store)
    ruth = unlock(tmp_path, "ruth", RUTH, store)
    with pytest.raises(DeviceSecretMissing):
        change_passphrase(ruth, RUTH, TESS, COST)
    broken = Memory()
    changed = change_passphrase(ruth, RUTH, TESS, COST, store)
    assert changed.uses_device
    save_slots(tmp_path, changed.slots)
    assert unlock(tmp_path, "ruth", TESS, store).uses_device
    plain = create_site(tmp_path / "plain", "ruth", RUTH, COST, _store(Memory(forgets=True)))
    assert plain.device is not None and plain.device.state == "unavailable"
    assert not plain.unlocked.uses_device
    assert change_passphrase(plain.unlocked, RUTH, TESS, COST, _store(broken)).uses_device


def test_the_key_store_library_and_the_word_lists_are_loaded_only_when_used() -> None:
    code = (
        "import sys\n"
        "import bipdesk.keys.unlock, bipdesk.keys.creation, bipdesk.keys.device_secret\n"
        "print(sorted({'keyring', 'zxcvbn', 'secretstorage'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
