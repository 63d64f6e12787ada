"""Opening the safety file: by a holder of its key, and by nobody else."""

from pathlib import Path
from typing import Protocol

from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.anchor import Anchor
from bipdesk.db.safety.file import SafetyFile
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import OrgId, StaffId
from bipdesk.domain.key_errors import SafetyKeyReplaced
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.file_key import FileKey
from bipdesk.keys.folder import SAFETY_FILE
from bipdesk.keys.pins import SafetyPins, check_safety, first_safety_pins
from bipdesk.keys.safety_grant import create_safety, follow_safety
from bipdesk.keys.unlocked import Unlocked

PINS = "pins"
HAND_OVER_PRIVATE = "hand-over-private"
UNFINISHED = f"{SAFETY_FILE}.new"
"""The safety file until the key file names its key."""


class OfficersVault(Protocol):
    """What is needed of the open vault: who is signed in, with which keys, in which folder."""

    folder: Path
    unlocked: Unlocked

    @property
    def org(self) -> OrgId:
        """Return the office."""
        ...

    @property
    def actor(self) -> StaffId:
        """Return who is signed in."""
        ...

    def anchor(self, file: str, key: FileKey) -> Anchor:
        """Return the note, kept outside the folder, of how far a file had come; only its key reads it."""
        ...

    def save(self, unlocked: Unlocked) -> None:
        """Write a changed key file."""
        ...


def open_safety(vault: OfficersVault, clock: Clock) -> SafetyFile | None:
    """Open the safety file for a holder of its key; None for everybody else.

    Raises:
        SafetyKeyReplaced: when the key file is not the one this file remembers; nothing is written then.
    """
    key = vault.unlocked.safety_key
    if vault.unlocked.safety_state != "open" or key is None:
        return None
    path = vault.folder / SAFETY_FILE
    if not path.exists():
        _end_set_up(vault.folder)
    safety = _file(vault, clock, path, key)
    try:
        safety.prepare()
        with safety.unit() as unit:
            kept = unit.partners.kept(PINS)
            assert kept is not None  # written when the file was made
            pins = check_safety(vault.unlocked.slots, SafetyPins.from_json(kept.decode()))
            unit.partners.keep(PINS, pins.to_json().encode())
    except BaseException:
        safety.lock()
        raise
    if vault.unlocked.safety_pin_behind:
        vault.save(follow_safety(vault.unlocked))
    return safety


def make_safety(vault: OfficersVault, clock: Clock, cost: PassphraseCost) -> tuple[SafetyFile, str]:
    """Make the safety file at the first officer's first unlock; return it and its recovery code.

    Raises:
        SafetyNotOpen: when it has been made already, or she is no safety officer.
        SafetyKeyReplaced: when a safety file lies there that the key file does not know.
    """
    made = create_safety(vault.unlocked, cost)
    if (vault.folder / SAFETY_FILE).exists():
        raise SafetyKeyReplaced
    _forget_unfinished(vault.folder)
    fresh = _file(vault, clock, vault.folder / UNFINISHED, made.key)
    try:
        fresh.prepare(new=True)
        with fresh.unit() as unit:
            unit.partners.keep(HAND_OVER_PRIVATE, made.hand_over.private)
            unit.partners.keep(PINS, first_safety_pins(made.slots).to_json().encode())
    finally:
        fresh.lock()
    vault.save(made.unlocked)
    safety = open_safety(vault, clock)
    assert safety is not None and made.recovery_code is not None  # both always follow from a new key
    return safety, made.recovery_code


def _end_set_up(folder: Path) -> None:
    """Give the safety file its name when the set-up ended between the key file and this."""
    for end in ("-wal", ""):
        if (folder / f"{UNFINISHED}{end}").exists():
            (folder / f"{UNFINISHED}{end}").rename(folder / f"{SAFETY_FILE}{end}")


def _forget_unfinished(folder: Path) -> None:
    """Remove what an interrupted set-up left: no key file ever named it, so nobody can have used it."""
    for path in folder.glob(f"{UNFINISHED}*"):
        path.unlink()


def _file(vault: OfficersVault, clock: Clock, path: Path, key: FileKey) -> SafetyFile:
    return SafetyFile(
        EncryptedFile(path, lambda: key.key), vault.org, vault.actor, clock, vault.anchor("safety", key)
    )
