"""Writes the test vectors anew (`python -m tests.keys.make_vectors`), when the format's version changes."""

import json
import tempfile
from pathlib import Path

from bipdesk.keys.accounts import add_account
from bipdesk.keys.cost import FLOOR
from bipdesk.keys.creation import create_site
from bipdesk.keys.device_secret import DeviceResult
from bipdesk.keys.folder import SLOTS_FILE, save_slots
from bipdesk.keys.own_passphrase import choose_passphrase
from bipdesk.keys.safety_grant import (
    accept_safety,
    create_safety,
    grant_safety,
    holder_fingerprint,
    safety_fingerprint,
)
from bipdesk.keys.sealing import seal_hand_over
from bipdesk.keys.slots import VaultId
from bipdesk.keys.unlock import unlock
from bipdesk.keys.unlocked import Unlocked
from tests.keys.second_reader import open_slot, slot_context

VECTORS = Path(__file__).parent / "vectors"
DEVICE_SECRET = bytes(range(32))
WORDS = {
    "Ruth Ödegård": "river lantern copper seventeen",
    "olga": "sieben otter malen den mönd",
    "tess": "mustard bicycle over cathedral",
}


class FixedStore:
    """A key store that holds the one device secret of the vectors."""

    def read(self, vault: VaultId) -> DeviceResult:  # noqa: ARG002  # one vault only
        """Return the secret."""
        return DeviceResult("ready", DEVICE_SECRET, "")

    def create(self, vault: VaultId) -> DeviceResult:  # noqa: ARG002  # one vault only
        """Return the secret."""
        return DeviceResult("ready", DEVICE_SECRET, "")


def _officer(folder: Path, coordinator: Unlocked, name: str, *, device: bool) -> Unlocked:
    slots = coordinator.slots
    reserved = add_account(slots, coordinator.authority, name, {"safety-officer"}, FLOOR)
    save_slots(folder, reserved.slots)
    first = unlock(folder, name, reserved.first_code, FixedStore())
    chosen = choose_passphrase(first, WORDS[name], FLOOR, FixedStore() if device else None)
    save_slots(folder, chosen.slots)
    return chosen


def _person(session: Unlocked, name: str) -> dict[str, object]:
    own = session.opened.own
    file = json.loads((VECTORS / SLOTS_FILE).read_bytes())
    part = next(known for known in file["own"] if known["account"] == str(own.account))
    vault = file["general"]["vault"]
    context = slot_context(vault, part["account"], part["epoch"], part, part["slot"])
    secret = DEVICE_SECRET if part["slot"]["device"] else None
    steps = open_slot(context, part["slot"], WORDS[name].encode(), secret)
    return {
        "sign_in_name": name,
        "passphrase": WORDS[name],
        "account": part["account"],
        "device_secret": secret.hex() if secret else None,
        "slot_context": context.decode(),
        **{step: value.hex() for step, value in steps.items()},
    }


def main() -> None:
    """Make a site with a coordinator and two holders, and write down every step."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        ruth = create_site(folder, "Ruth Ödegård", WORDS["Ruth Ödegård"], FLOOR)
        made = create_safety(_officer(folder, ruth.unlocked, "olga", device=True), FLOOR)
        tess = _officer(folder, ruth.unlocked.with_slots(made.slots), "tess", device=False)
        olga = made.unlocked.with_slots(tess.slots)
        fingerprint = holder_fingerprint(olga.slots, tess.account)
        granted = grant_safety(olga, tess.account, fingerprint)
        save_slots(folder, granted.slots)
        offered = unlock(folder, "tess", WORDS["tess"], FixedStore())
        accepted = accept_safety(offered, safety_fingerprint(offered.slots))
        save_slots(folder, accepted.slots)
        (VECTORS / SLOTS_FILE).write_bytes((folder / SLOTS_FILE).read_bytes())
    sealed = seal_hand_over(made.hand_over.public, b"Bitte nur vormittags anrufen.", b"envelope")
    (VECTORS / "hand_over.bin").write_bytes(sealed)
    values = {
        "people": [
            _person(session, name)
            for session, name in ((ruth.unlocked, "Ruth Ödegård"), (granted, "olga"), (accepted, "tess"))
        ],
        "records_key": ruth.unlocked.records_key.key.hex(),
        "safety_key": made.key.key.hex(),
        "records_recovery_code": ruth.recovery_code,
        "safety_recovery_code": made.recovery_code,
        "holder_fingerprint": fingerprint,
        "safety_fingerprint": safety_fingerprint(accepted.slots),
        "hand_over_private": made.hand_over.private.hex(),
        "hand_over_info": "envelope",
        "hand_over_payload": "Bitte nur vormittags anrufen.",
    }
    text = json.dumps(values, indent=1, ensure_ascii=False, sort_keys=True)
    (VECTORS / "values.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
