"""Opening encrypted files: every setting proved, every wrong key told, nothing readable after locking."""

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from bipdesk.db.engine import PRAGMAS, EncryptedFile, open_raw
from bipdesk.domain.errors import DiskFull, FileDamaged, FileLocked

KEY = bytes(range(32))
OTHER = bytes(range(1, 33))


def _file(folder: Path, key: bytes = KEY) -> EncryptedFile:
    return EncryptedFile(folder / "records.db", lambda: key)


def _filled(folder: Path) -> EncryptedFile:
    file = _file(folder)
    with file.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE thing (id INTEGER PRIMARY KEY, text TEXT)")
        connection.exec_driver_sql("INSERT INTO thing VALUES (1, 'here')")
    return file


@pytest.mark.parametrize("length", [0, 16, 31, 33, 48, 64])
def test_a_key_of_another_length_is_refused_and_never_becomes_a_passphrase(
    tmp_path: Path, length: int
) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_raw(tmp_path / "records.db", bytes(length))
    assert not (tmp_path / "records.db").exists()


def test_a_raw_key_of_31_bytes_would_have_become_a_passphrase(tmp_path: Path) -> None:
    """The trap itself: without the check the driver takes it without an error."""
    connection = sqlcipher.connect(str(tmp_path / "trap.db"))
    connection.execute(f"PRAGMA key = \"x'{bytes(31).hex()}'\"")
    connection.execute("CREATE TABLE thing (id)")
    connection.close()


def test_every_setting_is_in_force_on_every_connection(tmp_path: Path) -> None:
    file = _filled(tmp_path)
    for _ in range(2):
        with file.engine.connect() as connection:
            for name, _value, reads_back in PRAGMAS:
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == reads_back
            assert connection.exec_driver_sql("PRAGMA cipher_status").scalar() == "1"
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        file.engine.dispose()
    file.lock()


def test_a_wrong_key_and_a_damaged_file_are_told_and_change_nothing(tmp_path: Path) -> None:
    _filled(tmp_path).lock()
    before = (tmp_path / "records.db").read_bytes()
    with pytest.raises(FileDamaged):
        open_raw(tmp_path / "records.db", OTHER)
    assert (tmp_path / "records.db").read_bytes() == before
    (tmp_path / "records.db").write_bytes(b"\0" * 100 + before[100:])
    with pytest.raises(FileDamaged):
        open_raw(tmp_path / "records.db", KEY)


def test_what_fails_in_the_middle_is_not_kept(tmp_path: Path) -> None:
    file = _filled(tmp_path)
    with pytest.raises(RuntimeError, match="stop"), file.transaction() as session:
        session.connection().exec_driver_sql("INSERT INTO thing VALUES (2, 'half')")
        raise RuntimeError("stop")
    with file.transaction() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM thing").scalar() == 1
    file.lock()


def test_a_full_disk_is_a_sentence_and_what_was_there_stays(tmp_path: Path) -> None:
    file = _filled(tmp_path)
    with pytest.raises(DiskFull), file.transaction() as session:
        connection = session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for _ in range(100):
            connection.exec_driver_sql("INSERT INTO thing (text) VALUES (?)", ("x" * 4000,))
    file.engine.dispose()
    with file.transaction() as session:
        assert session.connection().exec_driver_sql("SELECT text FROM thing").scalars().all() == ["here"]
    file.lock()


@pytest.mark.parametrize("again", range(5))  # the query may begin before, in or after the interruption
def test_locking_ends_a_query_that_is_running_and_every_open_session(tmp_path: Path, again: int) -> None:
    file = _filled(tmp_path)
    running, ended = threading.Event(), threading.Event()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def query() -> None:
        with pytest.raises((FileLocked, sa.exc.DBAPIError)), file.transaction() as session:
            connection = session.connection()
            running.set()
            connection.exec_driver_sql(endless)
        ended.set()

    thread = threading.Thread(target=query, name=f"query {again}", daemon=True)
    thread.start()
    assert running.wait(10)
    file.lock()
    assert ended.wait(10)
    thread.join()
    with pytest.raises(FileLocked), file.transaction():
        pass
    with pytest.raises(FileLocked), file.engine.connect():
        pass


def test_an_error_does_not_carry_what_was_being_written(tmp_path: Path) -> None:
    file = _filled(tmp_path)
    with pytest.raises(sa.exc.IntegrityError) as error, file.transaction() as session:
        session.connection().exec_driver_sql("INSERT INTO thing VALUES (1, ?)", ("her address",))
    assert "her address" not in str(error.value)
    file.lock()
