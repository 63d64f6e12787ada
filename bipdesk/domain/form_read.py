"""What came of reading somebody else's form: the instrument, or everything that stands in its way."""

from dataclasses import dataclass

from bipdesk.domain.instrument import Instrument


@dataclass(frozen=True, slots=True)
class RowNote:
    """Something about one row of a workbook: where it stands, the name in that row, and a sentence."""

    sheet: str
    row: int
    """As the spreadsheet program counts; 0 for the whole sheet."""
    name: str
    words: str

    @property
    def place(self) -> str:
        """Return "survey, row 7, photo"."""
        row = f"row {self.row}" if self.row else ""
        return ", ".join(part for part in (self.sheet, row, self.name) if part)


@dataclass(frozen=True, slots=True)
class FormRead:
    """A form as read: with any problem there is no instrument, for nothing is taken over by halves."""

    file_name: str
    instrument: Instrument | None
    problems: tuple[RowNote, ...]
    """What has to be changed in the workbook, in its order."""
    remarks: tuple[RowNote, ...]
    """What was passed over without harm."""
