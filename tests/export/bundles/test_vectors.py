"""The committed vectors open for our reader, for a stranger's and for the public `age` command."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bipdesk.export.bundles import (
    BundleKind,
    OfficeKind,
    PinnedSender,
    card,
    read_bundle,
    recipient_of,
    write_bundle,
)
from bipdesk.export.bundles.sealing import unseal
from tests.export.bundles import little_reader
from tests.export.bundles.offices import COUNTY, OTHER_COUNTY, SITE, allow_all, contents, verify

VECTORS = Path(__file__).parent / "vectors"
KNOWN: dict[str, Any] = json.loads((VECTORS / "vectors.json").read_text())
NAMES = ["records.bin", "answer.bin"]


def sender_of(known: dict[str, Any]) -> PinnedSender:
    found = card.read_card(known["card"])
    return found.pinned()


@pytest.fixture(scope="module")
def age() -> str:
    """Return the `age` command; it is required, because a bundle must open without bipdesk."""
    found = shutil.which("age")
    if found is None:
        pytest.fail("The command age is missing. Type: sudo apt-get install age")
    return found


def test_the_vectors_are_all_there() -> None:
    assert sorted(path.name for path in VECTORS.glob("*.bin")) == sorted(NAMES) == sorted(KNOWN["bundles"])


@pytest.mark.parametrize("name", NAMES)
def test_our_reader_opens_a_committed_bundle(name: str) -> None:
    known = KNOWN["bundles"][name]
    data = (VECTORS / name).read_bytes()
    opened = read_bundle(data, known["identity"], [sender_of(known)], verify)
    assert opened.kind is BundleKind(known["manifest"]["kind"])
    assert opened.bundle_id == known["manifest"]["bundle"]
    assert {key: value.decode() for key, value in opened.sections.items()} == known["sections"]


@pytest.mark.parametrize("name", NAMES)
def test_a_strangers_reader_opens_a_committed_bundle(name: str) -> None:
    known = KNOWN["bundles"][name]
    plain = little_reader.age_decrypt((VECTORS / name).read_bytes(), known["identity"])
    key, manifest, sections = little_reader.read_inside(plain, known["recipient"])
    assert key.hex() == known["sign_key"] and manifest == known["manifest"]
    assert {name: value.decode() for name, value in sections.items()} == known["sections"]


@pytest.mark.parametrize("name", NAMES)
def test_a_strangers_reader_reads_a_committed_card(name: str) -> None:
    known = KNOWN["bundles"][name]
    fields, code = little_reader.read_card(known["card"])
    assert fields["sign"] == known["sign_key"] and code == known["code"]
    ours = card.read_card(known["card"])
    assert (str(ours.org_id), ours.name, ours.kind) == (fields["org"], fields["name"], fields["kind"])
    assert card.write_card(ours) == known["card"] and card.fingerprint(ours) == known["code"]


def test_a_strangers_reader_opens_a_fresh_bundle_for_two_offices() -> None:
    offices = [COUNTY, OTHER_COUNTY]
    data = write_bundle(contents(), [office.recipient for office in offices], SITE.sign, allow_all)
    for office in offices:
        plain = little_reader.age_decrypt(data, office.identity)
        _, _, sections = little_reader.read_inside(plain, office.recipient)
        assert sections == contents().sections


@pytest.mark.parametrize("name", NAMES)
def test_the_age_command_opens_a_committed_bundle(age: str, tmp_path: Path, name: str) -> None:
    known = KNOWN["bundles"][name]
    key = tmp_path / "key.txt"
    key.write_text(known["identity"] + "\n")
    done = subprocess.run([age, "--decrypt", "-i", key, VECTORS / name], capture_output=True, check=True)
    _, manifest, _ = little_reader.read_inside(done.stdout, known["recipient"])
    assert manifest == known["manifest"]


def test_the_age_command_opens_a_fresh_bundle_with_either_key(age: str, tmp_path: Path) -> None:
    offices = [COUNTY, OTHER_COUNTY]
    data = write_bundle(contents(), [office.recipient for office in offices], SITE.sign, allow_all)
    for number, office in enumerate(offices):
        key = tmp_path / f"{number}.txt"
        key.write_text(office.identity + "\n")
        done = subprocess.run([age, "-d", "-i", key], input=data, capture_output=True, check=True)
        assert done.stdout == unseal(data, office.identity)


def test_the_age_command_refuses_what_our_reader_refuses(age: str, tmp_path: Path) -> None:
    data = write_bundle(contents(), [COUNTY.recipient], SITE.sign, allow_all)
    key = tmp_path / "key.txt"
    key.write_text(COUNTY.identity + "\n")
    for spoilt in (data[:-1], data + b"\0", data[:5000] + b"\xff\0" + data[5002:]):
        done = subprocess.run([age, "-d", "-i", key], input=spoilt, capture_output=True, check=False)
        assert done.returncode != 0


def test_a_bundle_sealed_by_the_age_command_opens_here(age: str) -> None:
    plain = unseal(write_bundle(contents(), [COUNTY.recipient], SITE.sign, allow_all), COUNTY.identity)
    done = subprocess.run([age, "-r", COUNTY.recipient], input=plain, capture_output=True, check=True)
    opened = read_bundle(done.stdout, COUNTY.identity, [SITE.pinned()], verify)
    assert opened.sections == contents().sections


def test_keys_made_here_are_keys_of_the_age_command(age: str) -> None:
    keygen = shutil.which("age-keygen")
    assert keygen, "age-keygen comes with age: sudo apt-get install age"
    done = subprocess.run(
        [keygen, "-y"], input=SITE.identity, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert done.stdout.strip() == SITE.recipient == recipient_of(SITE.identity)


def test_the_vectors_name_the_offices_they_come_from() -> None:
    kinds = {name: sender_of(KNOWN["bundles"][name]).kind for name in NAMES}
    assert kinds == {"records.bin": OfficeKind.SITE, "answer.bin": OfficeKind.COUNTY}
