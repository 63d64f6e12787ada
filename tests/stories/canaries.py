"""Plants a word in every text field of a file, whatever fields there are, and looks for it anywhere."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.opened import OpenedFile

RECORDS_WORD = "Kanarienvogel7Qz"
SAFETY_WORD = "Zaunkoenig4Xw"
NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


def plant(file: OpenedFile, base: type[DeclarativeBase], word: str) -> int:
    """Add a row to every table of `base` with `word` in each text or blob column; return how many columns."""
    planted = 0
    with file.rows() as rows:
        for mapper in base.registry.mappers:
            row = mapper.class_()
            for column in mapper.columns:
                planted += _fill(row, column, word)
            if isinstance(row, CapturedRow):
                row.id = uuid4()
                rows.add(row)
            else:
                rows.session.add(row)
                rows.session.flush()
    return planted


def _fill(row: object, column: "sa.Column[object]", word: str) -> int:
    kind = column.type
    if isinstance(kind, sa.String):
        setattr(row, str(column.key), f"{word} {column.key}")
        return 1
    if isinstance(kind, sa.LargeBinary):
        setattr(row, str(column.key), f"{word} {column.key}".encode())
        return 1
    plain: dict[type, object] = {sa.Integer: 1, sa.DateTime: NOON, sa.Date: NOON.date(), sa.Uuid: uuid4()}
    if not column.nullable and column.server_default is None:
        value = next((value for type_, value in plain.items() if isinstance(kind, type_)), None)
        if value is not None:
            setattr(row, str(column.key), value)
    return 0


def holding(paths: Iterable[Path], word: str) -> list[Path]:
    """Return the files that hold `word` in clear, in any of the encodings a program may leave it in."""
    forms = (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode().hex().encode())
    return [path for path in paths if any(form in path.read_bytes() for form in forms)]


def files(folder: Path) -> list[Path]:
    """Return every file under `folder`."""
    return [path for path in folder.rglob("*") if path.is_file()]


def everything(session: Session) -> Iterator[str]:
    """Yield every value of every table that this session can read, as text."""
    connection = session.connection()
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type='table'").scalars().all()
    for name in names:
        for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):
            for value in row:
                yield value.decode("latin-1") if isinstance(value, bytes) else str(value)
