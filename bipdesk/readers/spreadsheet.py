"""Reads a spreadsheet that somebody else made: CSV and XLSX, within limits; the rest is refused by name."""

import hashlib
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from bipdesk.domain.intake_errors import (
    SpreadsheetOfOtherKind,
    SpreadsheetTooLarge,
    SpreadsheetUnreadable,
)
from bipdesk.domain.spreadsheet import Sheet, SheetName, TextForm
from bipdesk.readers import limits
from bipdesk.readers.text_table import read_text, settle
from bipdesk.readers.xlsx import read_xlsx, xlsx_names

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOKS = (b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main", b"spreadsheetml.template.main")
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml")


@dataclass(frozen=True, slots=True)
class SpreadsheetFile:
    """A file taken into memory once, so that it cannot change while one works with it."""

    name: str
    """Its name in the folder, with its ending."""
    content: bytes
    sheets: tuple[SheetName, ...]
    text_form: TextForm | None = None
    """How plain text was read, for a person to check; None for a workbook."""

    @property
    def digest(self) -> str:
        """Return by what the very same contents are known again."""
        return hashlib.blake2b(self.content, digest_size=16).hexdigest()

    def sheet(self, name: str) -> Sheet:
        """Return one sheet with all its rows.

        Raises:
            SpreadsheetTooLarge, SpreadsheetUnreadable.
        """
        if self.text_form is not None:
            return read_text(self.content, name, self.text_form)
        return read_xlsx(self.content, name)


def open_spreadsheet(path: Path, form: TextForm | None = None) -> SpreadsheetFile:
    """Take a file into memory and say which sheets it has; `form` overrides how plain text is read.

    Raises:
        SpreadsheetUnreadable: when it cannot be opened, or is damaged.
        SpreadsheetTooLarge: beyond what `limits` allows.
        SpreadsheetOfOtherKind: for every other kind of file, with how to save it as one that is read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise SpreadsheetUnreadable(reason=error.strerror or "the system gave no reason") from error
    if len(content) > limits.FILE_BYTES:
        raise SpreadsheetTooLarge(what="file", most=f"{limits.FILE_BYTES // 1_000_000} MB")
    _refuse_other_kinds(content)
    if zipfile.is_zipfile(BytesIO(content)):
        return SpreadsheetFile(path.name, content, xlsx_names(content))
    settled = settle(content, form or TextForm())
    return SpreadsheetFile(path.name, content, (SheetName(path.stem),), settled)


def _refuse_other_kinds(content: bytes) -> None:
    if not content.strip():
        raise SpreadsheetUnreadable(reason="it is empty")
    if content.startswith(_OLE):
        raise SpreadsheetOfOtherKind(
            kind="an old Excel workbook (.xls), or one that is locked with a password"
        )
    if content.lstrip()[:40].lower().startswith(_MARKUP):
        raise SpreadsheetOfOtherKind(kind="a web page or XML with the name of a spreadsheet")
    if content.startswith(b"%PDF"):
        raise SpreadsheetOfOtherKind(kind="a PDF")
    if content.startswith(b"PK") and (kind := _kind_of_archive(content)):
        raise SpreadsheetOfOtherKind(kind=kind)


def _kind_of_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            types, mime = (_small_part(archive, name) for name in ("[Content_Types].xml", "mimetype"))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise SpreadsheetUnreadable(reason="it is damaged, or was not copied whole") from error
    if any(kind in types for kind in _WORKBOOKS):
        return ""
    if b"opendocument" in mime:
        return "an OpenDocument file (.ods)"
    if b"sheet.binary" in types:
        return "a binary Excel workbook (.xlsb)"
    return "a text document" if b"wordprocessingml" in types else "no spreadsheet"


def _small_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of an archive; nothing when it is not there, or larger than it ever is."""
    if name not in archive.namelist() or archive.getinfo(name).file_size > 1_000_000:
        return b""
    return archive.read(name)
