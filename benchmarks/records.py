"""How long people wait for the records of ten thousand participants, beside peers in the same run.

For a query the peer is Python's own `sqlite3` doing the very same SELECTs on a copy without encryption, with
nothing made of the rows. For a mark it is one forced write (fsync) of 4 KiB to the same disk; for a bundle
the `age` command on the same bytes.

Run: python -m benchmarks.records [--participants 10000] [--fresh]
"""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from benchmarks._large import large_programme
from bipdesk.db.journal import outgoing
from bipdesk.db.journal.state import read_state
from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import OrgId, SessionId
from bipdesk.domain.office import Peer
from bipdesk.domain.referral import Status
from bipdesk.domain.sync.scope import COUNTY_CASE
from bipdesk.export.bundles import age_identity

RUNS = 9
Statement = tuple[str, Any]


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median seconds of `work`, after one run that warms up."""
    work()
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def line(name: str, own: float, peer: str, theirs: float) -> None:
    """Print one line of the table."""
    print(f"{name:34} {own * 1000:9.1f} ms   {theirs * 1000:9.2f} ms {peer:20} {own / theirs:7.1f}")


def engine_of(desk: Desk) -> sa.Engine:
    """Return the engine of the records."""
    return desk._vault.records._file.engine


def selects(desk: Desk, work: Callable[[], object]) -> Sequence[Statement]:
    """Return the SELECTs that `work` sends."""
    sent: list[Statement] = []

    def note(_connection: object, _cursor: object, text: str, values: object, *_rest: object) -> None:
        if text.startswith("SELECT"):
            sent.append((text, values))

    sa.event.listen(engine_of(desk), "before_cursor_execute", note)
    work()
    sa.event.remove(engine_of(desk), "before_cursor_execute", note)
    return sent


@contextmanager
def plain_copy(desk: Desk, file: Path) -> Iterator[sqlite3.Connection]:
    """Give the records as an ordinary SQLite file with the same tables and indexes, opened by `sqlite3`."""
    borrowed = engine_of(desk).raw_connection()
    own: Any = borrowed.driver_connection
    schema = own.execute("SELECT type, name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT NULL")
    tables = schema.fetchall()
    own.execute("ATTACH DATABASE ? AS plain KEY ''", (str(file),))
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("PRAGMA cache_size = -65536")
        for _, _, statement in tables:
            plain.execute(statement)
        for _, name, _ in tables:
            own.execute(f'INSERT INTO plain."{name}" SELECT * FROM main."{name}"')
        own.execute("DETACH DATABASE plain")
        indexes = own.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL"
        ).fetchall()
        borrowed.close()
        for (statement,) in indexes:
            plain.execute(statement)
        plain.commit()
        yield plain


def replay(plain: sqlite3.Connection, sent: Sequence[Statement]) -> None:
    """Send the same statements and fetch every row."""
    for text, values in sent:
        plain.execute(text, values).fetchall()


def queries(desk: Desk) -> dict[str, Callable[[], object]]:
    """Return what a person waits for, by name."""
    people, session_id = desk.participants, tonight(desk)
    last = people.count() - 200
    one = people.page(limit=1)[0].participant_id
    return {
        "first page of the list (200)": people.page,
        "last page of the list (200)": lambda: people.page(offset=last),
        "number of all": people.count,
        "a search, two letters": lambda: (people.page("al"), people.count("al")),
        "a search that finds nobody": lambda: (people.page("zzq"), people.count("zzq")),
        "page of one status": lambda: people.page(status=Status.COMPLETED),
        "a participant's file": lambda: (people.file(one), people.journey(one)),
        "open a register": lambda: desk.registers.open_register(session_id),
        "groups": desk.groups.list,
        "start screen": desk.today.today,
    }


def tonight(desk: Desk) -> SessionId:
    """Return a session that meets today, or the next of any group."""
    for group in desk.today.today().tonight:
        return SessionId(group.session_id)
    return next(group.next_session.session_id for group in desk.groups.list() if group.next_session)


def mark_one(desk: Desk) -> float:
    """Return the median seconds of one key press in the register: its whole transaction."""
    session_id, taken = tonight(desk), []
    for turn in range(4 * RUNS):
        found = desk.registers.open_register(session_id).lines[0]
        mark = (Mark.PRESENT, Mark.ABSENT)[turn % 2]
        began = time.perf_counter()
        desk.registers.mark(session_id, found.participant_id, mark, found.seen)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def force_one(folder: Path) -> float:
    """Return the median seconds of appending 4 KiB to a file and forcing it to the disk."""
    with (folder / "forced").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(os.urandom(4096))
            os.fsync(file.fileno())

        return seconds(write, 4 * RUNS)


def bundle(desk: Desk, folder: Path) -> None:
    """Print how long the first bundle takes, and one of an evening's marks after it was confirmed."""
    _, recipient = age_identity()
    county = OrgId(UUID(int=7))
    with desk._vault.records.unit() as unit:
        unit.offices.enrol(Peer(county, "county", "County", recipient, bytes(32), date(2026, 1, 1)))
    age = shutil.which("age")
    for name in ("first bundle", "bundle of one evening"):
        began = time.perf_counter()
        written = desk.sync.make_bundle(folder)
        own = time.perf_counter() - began
        if age is None:
            print(f"{name:34} {own * 1000:9.1f} ms   (the command age is missing)")
        else:
            command = [age, "-r", recipient, "-o", str(folder / "out"), str(folder / written.file_name)]
            theirs = seconds(partial(subprocess.run, command, check=True), 3)
            line(f"{name}, {written.items} entries", own, "age command", theirs)
        confirm(desk, county)
        mark_one(desk)


def confirm(desk: Desk, county: OrgId) -> None:
    """Take everything sent so far as confirmed, as the county's answer does."""
    with desk._vault.records.unit() as unit:
        connection = unit.rows.session.connection()
        stream = outgoing.find_stream(connection, read_state(connection), county, COUNTY_CASE)
        assert stream is not None
        outgoing.set_acked(connection, desk._vault.org, stream.stream, stream.top)


def main() -> int:
    """Print one line for each thing a person waits for."""
    large = large_programme("How long people wait for the records of a large programme.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # A copy: what is marked and sent here is not there the next time.
        desk = large.copied_to(folder / "copy").desk()
        print(f"{desk.participants.count()} participants; medians of {RUNS}, ratio to the peer:")
        with plain_copy(desk, folder / "plain.db") as plain:
            for what, work in queries(desk).items():
                sent = selects(desk, work)
                line(what, seconds(work), "plain sqlite3", seconds(partial(replay, plain, sent)))
        line("one mark, kept", mark_one(desk), "4 KiB forced", force_one(folder))
        bundle(desk, folder)
        desk.lock()
    return 0


if __name__ == "__main__":
    sys.exit(main())
