"""The invented programme of ten thousand participants that several benchmarks measure on.

It is made once and kept in the folder for temporary files, encrypted; all in it is invented. A change
of the schema or of the inventing makes a new one.
"""

import argparse
import hashlib
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bipdesk.desk import Desk
from bipdesk.domain.clock import SystemClock
from bipdesk.invented.acts import Who
from bipdesk.invented.programme import Invented, invent
from bipdesk.invented.staff import ACCOUNTS
from bipdesk.keys.cost import FLOOR
from bipdesk.program import Program
from bipdesk.services.vault import Surroundings

PARTICIPANTS = 10_000
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Large:
    """A programme that lies on disk, and how many participants it has."""

    folder: Path
    participants: int

    def program(self) -> Program:
        """Return the locked program beside it."""
        return Program(Surroundings(SystemClock(), FLOOR, self.folder / "anchors"))

    def copied_to(self, folder: Path) -> "Large":
        """Return a copy that may be written into."""
        shutil.copytree(self.folder, folder)
        return Large(folder, self.participants)

    def desk(self, who: Who = Who.COORDINATOR) -> Desk:
        """Unlock it."""
        account = ACCOUNTS[who]
        opened = self.program().unlock(self.folder / "programme", account.sign_in_name, account.passphrase)
        if not isinstance(opened, Desk):
            raise SystemExit("the invented programme asks for a new passphrase")
        return opened


def large_programme(description: str) -> Large:
    """Return the programme, made now if it is not there; `--participants` and `--fresh` are read."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--participants", type=int, default=PARTICIPANTS)
    parser.add_argument("--fresh", action="store_true", help="make the invented programme again")
    options = parser.parse_args()
    today = SystemClock().today()
    name = f"bipdesk-bench-{options.participants}-{today:%Y%m%d}-{_digest()}"
    folder = Path(tempfile.gettempdir(), name)
    if options.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    if not folder.exists():
        _make(folder, options.participants)
    return Large(folder, options.participants)


def _make(folder: Path, participants: int) -> None:
    print(f"Inventing {participants} participants; this takes minutes, and is done once.", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=folder.parent) as unfinished:
        made: Invented = invent(Path(unfinished, "made"), participants=participants)
        shutil.move(made.folder.parent, folder)
    size = sum(file.stat().st_size for file in (folder / "programme").iterdir()) / 1e6
    print(f"Invented in {time.monotonic() - began:.0f} s; {size:.0f} MB.")


def _digest() -> str:
    package = ROOT / "bipdesk"
    files = [*package.glob("db/*/migrations/versions/*.py"), *package.glob("invented/*.py")]
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(files))).hexdigest()[:8]
