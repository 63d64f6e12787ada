"""A register survives the computer's sudden end: what was acknowledged is there, nothing half-written is."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import SessionId
from bipdesk.domain.sync import op
from tests import builders

KILLS = int(os.environ.get("BIPDESK_KILLS", "8"))
"""How often the writer is killed while it takes 200 registers; a longer soak: BIPDESK_KILLS=100."""
REGISTERS = 200
PEOPLE = 5

WRITER = textwrap.dedent(
    """
    import pytest  # the cheap passphrase cost is refused elsewhere
    import sys
    from pathlib import Path
    from bipdesk.domain.attendance import Mark
    from tests import builders

    folder, done = Path(sys.argv[1]), int(sys.argv[2])
    desk = builders.program(folder).unlock(folder / "site", *builders.COORDINATOR)
    sessions = [s for group in desk.groups.list() for s in desk.groups.file(group.group_id).sessions]
    sessions.sort(key=lambda session: session.session_id)
    print("ready", flush=True)
    for number in range(done, 200):
        session = sessions[number % len(sessions)]
        if session.state.value == "held" or desk.registers.open_register(session.session_id).closed:
            seen = desk.registers.open_register(session.session_id).seen
            desk.registers.reopen(session.session_id, seen, "Once more")
        register = desk.registers.open_register(session.session_id)
        for place, line in enumerate(register.lines):
            mark = list(Mark)[(number + place) % len(Mark)]
            desk.registers.mark(session.session_id, line.participant_id, mark, line.seen)
            print("mark", number, place, flush=True)
        desk.registers.close(session.session_id, desk.registers.open_register(session.session_id).seen)
        print("closed", number, flush=True)
    print("end", flush=True)
    """
)


def _prepare(folder: Path) -> list[SessionId]:
    made = builders.programme(folder)
    desk = made.desk()
    group_id = builders.group(desk)
    for number in range(PEOPLE):
        desk.members.join(
            group_id, builders.accepted(desk, f"G{number}", f"F{number}"), builders.THURSDAY.date()
        )
    sessions = sorted(session.session_id for session in desk.groups.file(group_id).sessions)
    desk.lock()
    return sessions


def _run_until_killed(folder: Path, done: int, after: float) -> list[str]:
    """Run the writer and kill it `after` seconds of work; return the lines it acknowledged."""
    command = [sys.executable, "-c", WRITER, str(folder), str(done)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        timer = threading.Timer(after, writer.send_signal, [signal.SIGKILL])
        timer.start()
        lines = writer.stdout.read().splitlines()
        timer.cancel()
        timer.join()
    return lines


def _check(folder: Path, sessions: list[SessionId], lines: list[str]) -> None:
    """Compare what was acknowledged with what stands, and the log with the tables."""
    desk = builders.unlocked(folder)
    last = [line.split() for line in lines if line.startswith("mark")][-PEOPLE:]
    registers = {
        int(words[1]): desk.registers.open_register(sessions[int(words[1]) % len(sessions)]) for words in last
    }
    for _, number, place in last:
        shown = registers[int(number)].lines[int(place)].mark
        assert shown is list(Mark)[(int(number) + int(place)) % len(Mark)]
    with desk._vault.records.rows() as rows:
        connection = rows.session.connection()
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
        assert connection.exec_driver_sql("PRAGMA quick_check").scalar() == "ok"
        bodies = (
            connection.exec_driver_sql("SELECT body FROM sync_op WHERE tbl = 'attendance'").scalars().all()
        )
        lines_stored = connection.exec_driver_sql("SELECT count(*) FROM attendance").scalar_one()
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_intent").scalar_one() == 0
    assert len({op.parse(body).row for body in bodies}) == lines_stored
    desk.lock()


def test_nothing_acknowledged_is_lost_and_nothing_half_written_is_seen(tmp_path: Path) -> None:
    sessions = _prepare(tmp_path)
    moments = random.Random(20261119)
    done, acknowledged = 0, 0
    for _ in range(KILLS):
        lines = _run_until_killed(tmp_path, done, after=moments.uniform(0.05, 2.0))
        acknowledged += len(lines)
        if lines:
            _check(tmp_path, sessions, lines)
        done = max([int(line.split()[1]) + 1 for line in lines if line.startswith("closed")], default=done)
    lines = _run_until_killed(tmp_path, done, after=600)
    assert lines[-1] == "end"
    assert acknowledged > KILLS
    _check(tmp_path, sessions, lines)
