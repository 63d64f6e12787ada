"""How fast a bundle is written and read, beside the `age` command on the same bytes in the same run.

Run: python -m benchmarks.bundles [--operations 20000] [--runs 5]
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bipdesk.domain.ids import OrgId
from bipdesk.domain.sync import canonical
from bipdesk.domain.sync.op import Cluster, Op, body_of, new_salt, op_id
from bipdesk.export.bundles import (
    BundleContents,
    BundleKind,
    Json,
    OfficeKind,
    PinnedSender,
    age_identity,
    assemble,
    audit,
    read_bundle,
    seal,
    stick,
    write_bundle,
)
from bipdesk.export.bundles.sealing import unseal

SIGNING = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = SIGNING.public_key().public_bytes_raw()
ORG = OrgId(UUID(int=1))


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Check a signature as the keys package does."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def contents(operations: int) -> BundleContents:
    """Return a bundle of that many marks in a register."""
    bodies = [_body(number) for number in range(operations)]
    items = [{"op_id": op_id(body), "body": body, "mac": new_salt()} for body in bodies]
    sections = {"items": canonical.dumps(items).encode()}
    created = datetime(2026, 11, 21, tzinfo=UTC)
    stream: dict[str, Json] = {
        "stream": "01" * 16, "epoch": "02" * 16, "org": ORG.hex, "recipient": "03" * 16,
        "profile": "county-case/1", "base": 0, "top": operations,
        "chain_base": "00" * 16, "chain_top": "0f" * 16,
    }  # fmt: skip
    return BundleContents(BundleKind.RECORDS, ORG, PUBLIC, created, 1, stream, sections)


def _body(number: int) -> str:
    ids = (UUID(bytes=os.urandom(16)) for _ in range(2))
    clusters = {"mark": Cluster({"mark": "attended", "minutes": 150, "on": "2026-11-21"}, (new_salt(),))}
    operation = Op(
        kind=1,
        table="attendance",
        row=next(ids),
        subject=next(ids),
        compartment="COURT",
        org=ORG,
        epoch=UUID(int=2),
        user=UUID(int=3),
        hlc=number,
        schema=1,
        clusters=clusters,
        ctx=(),
        salt=new_salt(),
    )
    return body_of(operation)


def measured(name: str, runs: int, work: Callable[[], object]) -> tuple[str, float]:
    """Return the median seconds of `work`."""
    seconds = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begin)
    return name, statistics.median(seconds)


def main() -> int:
    """Print one line for each step: median seconds, MB/s of plaintext, ratio to the age command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--operations", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    age = shutil.which("age")
    if age is None:
        print("The command age is missing. Type: sudo apt-get install age")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        _compare(age, Path(folder), arguments.operations, arguments.runs)
    return 0


def _compare(age: str, folder: Path, operations: int, runs: int) -> None:
    identity, recipient = age_identity()
    sent = contents(operations)
    plain = assemble(sent, [recipient], SIGNING.sign)
    sealed = seal(plain, [recipient])
    key = folder / "key.txt"
    key.write_text(identity)
    (folder / "plain").write_bytes(plain)
    (folder / "sealed").write_bytes(sealed)
    payload = sum(map(len, sent.sections.values()))
    print(f"{operations} operations: {payload / 1e6:.1f} MB, in the bundle {len(sealed) / 1e6:.1f} MB")
    encrypt = [age, "-r", recipient, "-o", str(folder / "out"), str(folder / "plain")]
    decrypt = [age, "-d", "-i", str(key), "-o", str(folder / "out"), str(folder / "sealed")]
    sender = PinnedSender(ORG, OfficeKind.SITE, PUBLIC)
    _report(
        measured("age command, encrypt", runs, lambda: subprocess.run(encrypt, check=True)),
        [
            measured("seal", runs, lambda: seal(plain, [recipient])),
            measured("audit", runs, lambda: audit(plain, lambda *_: True)),
            measured(
                "write_bundle", runs, lambda: write_bundle(sent, [recipient], SIGNING.sign, lambda *_: True)
            ),
            measured("stick.put", runs, lambda: stick.put(folder, sealed)),
        ],
        len(plain),
    )
    _report(
        measured("age command, decrypt", runs, lambda: subprocess.run(decrypt, check=True)),
        [
            measured("unseal", runs, lambda: unseal(sealed, identity)),
            measured("read_bundle", runs, lambda: read_bundle(sealed, identity, [sender], verify)),
        ],
        len(plain),
    )


def _report(reference: tuple[str, float], steps: list[tuple[str, float]], length: int) -> None:
    for name, seconds in [reference, *steps]:
        ratio = seconds / reference[1]
        print(f"{name:22} {seconds:8.3f} s {length / seconds / 1e6:8.1f} MB/s   {ratio:6.2f} x age")


if __name__ == "__main__":
    sys.exit(main())
