"""Brings the schema of an encrypted file up to date; one history per file."""

from pathlib import Path

import sqlalchemy as sa

from bipdesk.db.engine import EncryptedFile, explained
from bipdesk.domain.errors import FileTooNew


def revision(file: EncryptedFile) -> str | None:
    """Return the schema revision of the file; None for a new one."""
    with file.engine.begin() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def newest(folder: Path) -> str:
    """Return the newest revision in a folder of migrations, by the number its file name begins with."""
    return max(path.name for path in (folder / "versions").glob("[0-9]*.py"))[:4]


def upgrade(file: EncryptedFile, folder: Path) -> None:
    """Run the migrations in `folder` that the file has not seen, all of them or none.

    Raises:
        FileTooNew: when a newer program wrote the file.
    """
    stands, wanted = revision(file), newest(folder)
    if stands == wanted:
        return
    if stands is not None and stands > wanted:
        raise FileTooNew(file=file.path.name)
    try:
        _run(file, folder)
    except sa.exc.DBAPIError as error:
        raise explained(error) from error


def _run(file: EncryptedFile, folder: Path) -> None:
    from alembic import command  # the dearest import of all: only when the schema is old
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with file.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        # Batch mode copies a table and drops the old one; with foreign keys on that deletes the children.
        # The setting is ignored inside a transaction, so it comes first.
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                    raise RuntimeError("a migration left rows without their parent")
        finally:
            raw.execute("PRAGMA foreign_keys=ON")
