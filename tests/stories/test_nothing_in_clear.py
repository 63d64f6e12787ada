"""Nothing that is typed lies on the disk in clear: unlocked, in mid-transaction, after a kill."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.db.safety.tables import SafetyTable
from tests import builders
from tests.stories.canaries import RECORDS_WORD, SAFETY_WORD, files, holding, plant

WRITER = textwrap.dedent(
    """
    import pytest  # the cheap passphrase cost is refused elsewhere
    import sys
    from pathlib import Path
    from tests import builders
    from tests.stories.canaries import RECORDS_WORD, SAFETY_WORD, plant
    from bipdesk.db.records.tables.records_table import RecordsTable
    from bipdesk.db.safety.tables import SafetyTable

    made = builders.programme(Path(sys.argv[1]))
    desk = made.desk(builders.OFFICER)
    records, safety = desk._vault.records, desk._safety_file
    print("planted", plant(records, RecordsTable, RECORDS_WORD), plant(safety, SafetyTable, SAFETY_WORD))
    with records.rows() as rows:
        for number in range(400):
            rows.session.connection().exec_driver_sql(
                "INSERT INTO own_secret VALUES (?, ?)",
                (f"{RECORDS_WORD}{number}", RECORDS_WORD.encode() * 50),
            )
        rows.session.connection().exec_driver_sql(
            "SELECT count(*) FROM (SELECT a.value FROM own_secret a, own_secret b ORDER BY a.value || b.name)"
        ).all()
        print("inside", flush=True)
        sys.stdin.read()
    """
)


def _open_files(pid: int) -> list[Path]:
    folder = Path(f"/proc/{pid}/fd")
    links = [(folder / name, os.readlink(folder / name)) for name in os.listdir(folder)]  # noqa: PTH115, PTH208
    return [path for path, target in links if target.startswith("/") and not target.startswith("/dev/")]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are listed under /proc on Linux")
def test_no_file_holds_a_word_in_clear_before_or_after_a_kill(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary), "HOME": str(tmp_path)},
    )
    assert writer.stdout is not None
    planted = writer.stdout.readline().split()
    assert int(planted[1]) > 40
    assert int(planted[2]) > 8
    assert writer.stdout.readline() == "inside\n"
    looked_at = files(tmp_path) + _open_files(writer.pid)
    assert {"records.db-wal", "safety.db", "slots.json"} <= {path.name for path in looked_at}
    for word in (RECORDS_WORD, SAFETY_WORD, "Harlow", "Rivers", "rivers", "otters"):
        assert holding(looked_at, word) == []
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    for word in (RECORDS_WORD, SAFETY_WORD):
        assert holding(files(tmp_path), word) == []


def test_the_search_finds_a_word_that_does_lie_in_clear(tmp_path: Path) -> None:
    for number, encoding in enumerate(("utf-8", "utf-16-le", "utf-16-be")):
        (tmp_path / f"{number}.txt").write_bytes(f"--{RECORDS_WORD}--".encode(encoding))
    assert len(holding(files(tmp_path), RECORDS_WORD)) == 3


def test_every_text_column_of_both_files_is_planted(tmp_path: Path) -> None:
    made = builders.programme(tmp_path)
    desk = made.desk(builders.OFFICER)
    assert desk._safety_file is not None
    for file, base, word in (
        (desk._vault.records, RecordsTable, RECORDS_WORD),
        (desk._safety_file, SafetyTable, SAFETY_WORD),
    ):
        texts = sum(
            column.type.python_type in (str, bytes)
            for mapper in base.registry.mappers
            for column in mapper.columns
        )
        assert plant(file, base, word) == texts
    desk.lock()
