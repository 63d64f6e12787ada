"""Opens an encrypted SQLite file; the only place that knows how."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from bipdesk.domain.errors import DiskFull, FileDamaged, FileLocked

PRAGMAS = (
    ("synchronous", "FULL", 2),  # NORMAL loses acknowledged commits at power loss
    ("foreign_keys", "ON", 1),
    ("temp_store", "MEMORY", 2),  # FILE would put a sorter's rows on disk in clear
    ("secure_delete", "ON", 1),
    ("cache_size", "-65536", -65536),
)
LOOK_EVERY = 50_000
"""Steps of a query, about a millisecond, after which it looks whether the file was locked meanwhile."""
KEY_BYTES = 32  # a shorter or longer raw key silently becomes a passphrase


class EncryptedFile:
    """One SQLCipher file, open until it is locked; after `lock` nothing reads it any more.

    `read_key` returns the 32 key bytes, or raises once the keys are gone.
    """

    def __init__(self, path: Path, read_key: Callable[[], bytes | bytearray]) -> None:
        self._path = path
        self._read_key = read_key
        self._locked = False
        self._guard = threading.Lock()
        self._connections: set[sqlcipher.Connection] = set()
        self.engine = sa.create_engine(
            f"sqlite:///{path}",
            module=sqlcipher,
            creator=self._connect,
            hide_parameters=True,  # an exception must not carry what was being written
        )
        self.sessions = sessionmaker(self.engine, expire_on_commit=False)
        event.listen(self.engine, "begin", _begin_immediate)
        event.listen(self.engine, "close", self._forget)

    @property
    def path(self) -> Path:
        """Return where the file lies."""
        return self._path

    def holds_anything(self) -> bool:
        """Say whether a file lies there that is not empty: opening would make a new one without a word."""
        return self._path.is_file() and self._path.stat().st_size > 0

    def _connect(self) -> sqlcipher.Connection:
        if self._locked:
            raise FileLocked
        connection = open_raw(self._path, self._read_key())
        connection.set_progress_handler(self._is_over, LOOK_EVERY)
        with self._guard:
            self._connections.add(connection)
        if self._locked:  # while this connection was made
            self._connections.discard(connection)
            connection.close()
            raise FileLocked
        return connection

    def _is_over(self) -> bool:
        """End a query that began between the interruption and the closing: nothing else could."""
        return self._locked

    def _forget(self, connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        with self._guard:
            self._connections.discard(cast(sqlcipher.Connection, connection))

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session whose changes are kept together at the end, or not at all.

        Raises:
            DiskFull: when there is no room; nothing was written.
            FileLocked: when the file was locked meanwhile.
        """
        if self._locked:
            raise FileLocked
        with self.sessions() as session:
            try:
                yield session
                session.commit()
            except sa.exc.DBAPIError as error:
                session.rollback()
                raise explained(error, self._locked) from error

    def lock(self) -> None:
        """Close every connection ever made, also one that is in the middle of a query."""
        self._locked = True
        self.engine.dispose()  # closes those at rest; it would leave open what somebody still holds
        with self._guard:
            held = list(self._connections)
            self._connections.clear()
        for connection in held:
            connection.interrupt()
            connection.close()


def open_raw(path: Path, key: bytes | bytearray) -> sqlcipher.Connection:
    """Open the file at `path` with the 32 raw key bytes and return the driver's connection.

    Raises:
        ValueError: when the key is not 32 bytes.
        FileDamaged: when the file does not open with this key.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a file key has 32 bytes")
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False, timeout=5.0)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        _give_key(connection, key)
        _prove(connection)
    except sqlcipher.DatabaseError as error:
        connection.close()
        raise FileDamaged(file=path.name) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _give_key(connection: sqlcipher.Connection, key: bytes | bytearray) -> None:
    """Hand the raw key over in one buffer that is wiped: a PRAGMA's text would outlive the lock in memory."""
    spec = bytearray(b"x'" + b"0" * (2 * KEY_BYTES) + b"'")
    digits = b"0123456789abcdef"
    for place, value in enumerate(key):
        spec[2 + 2 * place], spec[3 + 2 * place] = digits[value >> 4], digits[value & 15]
    try:
        connection.set_key(spec)
    finally:
        spec[:] = bytes(len(spec))


def _prove(connection: sqlcipher.Connection) -> None:
    """Assert that the file is encrypted and that every setting took: a silent failure would cost data."""
    if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise RuntimeError("the connection is not encrypted")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        raise RuntimeError("no write-ahead log")
    for name, value, reads_back in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != reads_back:
            raise RuntimeError(f"{name} was not taken")


def _begin_immediate(connection: sa.Connection) -> None:
    # The driver opens no transactions of its own. IMMEDIATE: a reader never has to become a writer and fail.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def explained(error: sa.exc.DBAPIError, locked: bool = False) -> Exception:
    """Return what a person can act on, where the error is such a thing; otherwise the error itself."""
    if locked:
        return FileLocked()
    if getattr(error.orig, "sqlite_errorcode", None) == sqlcipher.SQLITE_FULL:
        return DiskFull()
    return error
