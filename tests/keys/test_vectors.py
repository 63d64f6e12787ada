"""The committed vectors: read by the program and by a second reader written from FORMAT.md."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature

from bipdesk.keys.folder import SLOTS_FILE, load_slots
from bipdesk.keys.recovery_code import read_recovery_code
from bipdesk.keys.safety_grant import holder_fingerprint, restore_safety, safety_fingerprint
from bipdesk.keys.sealing import open_hand_over
from bipdesk.keys.unlock import unlock, unlock_with_recovery_code
from tests.keys import second_reader
from tests.keys.make_vectors import VECTORS, FixedStore

FILE: dict[str, Any] = json.loads((VECTORS / SLOTS_FILE).read_bytes())
VALUES: dict[str, Any] = json.loads((VECTORS / "values.json").read_text(encoding="utf-8"))
PEOPLE: list[dict[str, Any]] = VALUES["people"]
VAULT: str = FILE["general"]["vault"]


def _is_holder(person: dict[str, Any]) -> bool:
    return bool(person["pin"].strip("0"))


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: str(person["account"]))
def test_the_program_opens_the_vectors(person: dict[str, Any], tmp_path: Path) -> None:
    shutil.copy(VECTORS / SLOTS_FILE, tmp_path)
    session = unlock(tmp_path, person["sign_in_name"], person["passphrase"], FixedStore())
    assert str(session.account) == person["account"]
    assert session.opened.bundle.secret.key.hex() == person["bundle"]
    assert session.opened.key.key.hex() == person["slot_key"]
    assert session.records_key.key.hex() == VALUES["records_key"]
    safety = session.safety_key.key.hex() if session.safety_key else None
    assert safety == (VALUES["safety_key"] if _is_holder(person) else None)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: str(person["account"]))
def test_the_second_reader_opens_the_vectors_step_by_step(person: dict[str, Any]) -> None:
    tag = second_reader.tag(VAULT, "  " + person["sign_in_name"].upper())
    account = next(known for known in FILE["general"]["accounts"] if known["tag"] == tag)
    own = next(part for part in FILE["own"] if part["account"] == account["id"])
    context = second_reader.slot_context(VAULT, own["account"], own["epoch"], own, own["slot"])
    assert context.decode() == person["slot_context"]
    device = bytes.fromhex(person["device_secret"]) if person["device_secret"] else None
    steps = second_reader.open_slot(context, own["slot"], person["passphrase"].encode(), device)
    assert {name: value.hex() for name, value in steps.items()} == {name: person[name] for name in steps}
    assert second_reader.file_key(FILE, "records", own["account"], steps).hex() == VALUES["records_key"]
    if _is_holder(person):
        assert second_reader.file_key(FILE, "safety", own["account"], steps).hex() == VALUES["safety_key"]
        hashes = [second_reader.safety_hash(VAULT, link["part"]) for link in FILE["safety"]]
        assert steps["pin"].hex() == hashes[-1]


def test_the_second_reader_opens_both_recovery_codes() -> None:
    parts = {"records": FILE["general"]["recovery"], "safety": FILE["safety"][-1]["part"]["recovery"]}
    for name, part in parts.items():
        code = VALUES[f"{name}_recovery_code"].replace(" ", "").encode()
        context = second_reader.slot_context(VAULT, f"recovery-{name}", 1, part, part["slot"])
        keys = second_reader.open_slot(context, part["slot"], code, None)
        assert second_reader.file_key(FILE, name, "recovery", keys).hex() == VALUES[f"{name}_key"]


def test_the_second_reader_finds_every_signature_good_and_a_changed_one_bad() -> None:
    second_reader.check_signatures(FILE)
    for change in ("general", "own", "safety"):
        changed = json.loads((VECTORS / SLOTS_FILE).read_bytes())
        if change == "general":
            changed["general"]["generation"] += 1
        elif change == "own":
            changed["own"][0]["serial"] += 1
        else:
            changed["safety"][-1]["part"]["key_generation"] += 1
        with pytest.raises(InvalidSignature):
            second_reader.check_signatures(changed)


def test_the_file_is_canonical_for_the_second_reader_too() -> None:
    assert second_reader.canonical(FILE) == (VECTORS / SLOTS_FILE).read_bytes()


def test_the_program_opens_the_codes_and_fingerprints_of_the_vectors(tmp_path: Path) -> None:
    shutil.copy(VECTORS / SLOTS_FILE, tmp_path)
    recovered = unlock_with_recovery_code(tmp_path, VALUES["records_recovery_code"])
    assert recovered.records_key.key.hex() == VALUES["records_key"]
    assert read_recovery_code(VALUES["safety_recovery_code"])
    slots = load_slots(tmp_path)
    tess = next(person for person in PEOPLE if person["sign_in_name"] == "tess")
    session = unlock(tmp_path, "tess", tess["passphrase"], FixedStore())
    assert holder_fingerprint(slots, session.account) == VALUES["holder_fingerprint"]
    assert safety_fingerprint(slots) == VALUES["safety_fingerprint"]
    restored = restore_safety(session, VALUES["safety_recovery_code"])
    assert restored.safety_key is not None and restored.safety_key.key.hex() == VALUES["safety_key"]


def test_the_hand_over_of_the_vectors_opens_for_both() -> None:
    private = bytes.fromhex(VALUES["hand_over_private"])
    sealed, info = (VECTORS / "hand_over.bin").read_bytes(), VALUES["hand_over_info"].encode()
    expected = VALUES["hand_over_payload"].encode()
    assert open_hand_over(private, sealed, info) == expected
    padded = second_reader.hpke_open(private, sealed, b"bipdesk-hand-over/1\n" + info)
    length = int.from_bytes(padded[:4], "big")
    assert (len(padded), padded[4 : 4 + length]) == (8192, expected)
