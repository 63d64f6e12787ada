"""Opening the safety file: by a holder of its key, and by nobody else."""

import secrets
from pathlib import Path
from typing import Protocol

from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.anchor import Anchor
from bipdesk.db.safety.file import SafetyFile
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import OrgId, StaffId
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.folder import SAFETY_FILE
from bipdesk.keys.pins import SafetyPins, check_safety, first_safety_pins
from bipdesk.keys.safety_grant import create_safety, follow_safety
from bipdesk.keys.unlocked import Unlocked

PINS = "pins"
HAND_OVER_PRIVATE = "hand-over-private"


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

    def anchor(self, file: str) -> Anchor:
        """Return the note, kept outside the folder, of how far a file had come."""
        ...

    def save(self, unlocked: Unlocked) -> None:
        """Write a changed key file."""
        ...


def open_safety(vault: OfficersVault, clock: Clock) -> SafetyFile | None:
    """Open the safety file for a holder of its key; None for everybody else.

    Raises:
        SafetyKeyReplaced: when the key file is not the one this file remembers; nothing is written then.
    """
    if vault.unlocked.safety_state != "open":
        return None
    safety = _file(vault, clock)
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
    """
    made = create_safety(vault.unlocked, cost)
    path = vault.folder / SAFETY_FILE
    if path.exists():  # left by an interrupted set-up; never deleted, in case it is something else
        path.rename(path.with_name(f"{SAFETY_FILE}.aside-{secrets.token_hex(4)}"))
    safety = SafetyFile(
        EncryptedFile(path, lambda: made.key.key), vault.org, vault.actor, clock, vault.anchor("safety")
    )
    safety.prepare(new=True)
    with safety.unit() as unit:
        unit.partners.keep(HAND_OVER_PRIVATE, made.hand_over.private)
        unit.partners.keep(PINS, first_safety_pins(made.slots).to_json().encode())
    vault.save(made.unlocked)
    assert made.recovery_code is not None  # always given with a new key
    return safety, made.recovery_code


def _file(vault: OfficersVault, clock: Clock) -> SafetyFile:
    unlocked = vault.unlocked

    def key() -> bytearray:
        if unlocked.safety_key is None:
            raise RuntimeError("the safety key is gone")
        return unlocked.safety_key.key

    file = EncryptedFile(vault.folder / SAFETY_FILE, key)
    return SafetyFile(file, vault.org, vault.actor, clock, vault.anchor("safety"))
