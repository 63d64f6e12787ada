"""The device secret against the real key store of a Linux desktop, and against its absence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRELUDE = """
import uuid
from bipdesk.keys.device_secret import KeyringStore, first_allowed
vault, store = uuid.UUID("6f1c1b7e-7a3e-4a57-9f0a-000000000001"), KeyringStore()
"""
UNLOCKED = """
print(type(first_allowed()).__module__)
print(store.read(vault).state)
made = store.create(vault)
print(made.state, made.secret == store.read(vault).secret)
import secretstorage
bus = secretstorage.dbus_init()
secretstorage.get_default_collection(bus).lock()
locked = store.read(vault)
print(locked.state, locked.secret, locked.detail)
"""
ABSENT = "print(store.read(vault).state, store.create(vault).detail)\n"


def _environment(home: Path) -> dict[str, str]:
    named = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return named | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}


def _run(command: list[str], home: Path) -> list[str]:
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(home), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs Debian's dbus and gnome-keyring",
)
def test_the_real_key_store_keeps_the_secret_and_gives_nothing_while_locked(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PRELUDE + UNLOCKED, encoding="utf-8")
    shell = (
        'printf words | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$0" "$1"'
    )
    command = ["dbus-run-session", "--", "sh", "-c", shell, sys.executable, str(program)]
    lines = _run(command, tmp_path)
    assert lines[:3] == ["keyring.backends.SecretService", "missing", "ready True"]
    state, secret, detail = lines[3].split()
    assert (state, secret) == ("unavailable", "None")
    assert detail


def test_without_any_key_store_the_answer_is_a_sentence(tmp_path: Path) -> None:
    assert _run([sys.executable, "-c", PRELUDE + ABSENT], tmp_path) == ["unavailable NoKeyStore"]


def test_settings_that_name_a_store_which_forgets_are_passed_by(tmp_path: Path) -> None:
    named = "import os\nos.environ['PYTHON_KEYRING_BACKEND'] = 'keyring.backends.null.Keyring'\n"
    assert _run([sys.executable, "-c", named + PRELUDE + ABSENT], tmp_path) == ["unavailable NoKeyStore"]
