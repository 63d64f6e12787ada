"""Taking over forms that others wrote, and taking them out of use again."""

from dataclasses import replace
from pathlib import Path

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.answer_set import ImportedForm
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.form_read import FormRead
from bipdesk.domain.ids import ImportedFormId, Seen
from bipdesk.domain.instrument_writing import definition_of
from bipdesk.domain.intake_errors import FormAlreadyThere, FormTooLarge, FormUnusable
from bipdesk.domain.staff import Guard
from bipdesk.readers.xlsform import read_xlsform

CHANGED = frozenset({Topic.FORMS})
LONGEST_DEFINITION = 300_000
"""Characters: a definition has to fit into one entry of the journal."""


class ImportedFormService:
    """Forms from XLSForm workbooks."""

    def __init__(self, records: RecordsFile, clock: Clock, guard: Guard) -> None:
        self._guard = guard
        self._records = records
        self._clock = clock

    def read(self, path: Path) -> FormRead:
        """Return what is in a workbook; nothing is stored.

        Raises:
            SpreadsheetUnreadable, SpreadsheetTooLarge, SpreadsheetOfOtherKind.
        """
        return read_xlsform(path)

    def forms(self) -> tuple[ImportedForm, ...]:
        """Return every version of every imported form, oldest first."""
        with self._records.unit() as unit:
            return unit.instruments.forms()

    def take_over(self, read: FormRead) -> Changes:
        """Store a form as read; the same form under the same id becomes its next version.

        Raises:
            FormUnusable: when the workbook has problems.
            FormAlreadyThere: when nothing in it is new.
            FormTooLarge.
        """
        self._guard()
        if read.instrument is None:
            raise FormUnusable(number=len(read.problems))
        if len(definition_of(read.instrument)) > LONGEST_DEFINITION:
            raise FormTooLarge()
        with self._records.unit() as unit:
            before = [form for form in unit.instruments.forms() if form.instrument.id == read.instrument.id]
            instrument = read.instrument
            if before:
                newest = before[-1].instrument
                if definition_of(replace(instrument, version=newest.version)) == definition_of(newest):
                    raise FormAlreadyThere(title=instrument.title.text())
                instrument = replace(instrument, version=newest.version + 1)
            row_id = unit.instruments.add_form(instrument, self._clock.today(), self._records.actor)
        return Changes(CHANGED, row_id)

    def retire(self, form_id: ImportedFormId, seen: Seen) -> Changes:
        """Take a form out of use: it is offered no more, what was answered stays readable."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.instruments.retire_form(form_id, self._clock.today(), seen)
        return Changes(CHANGED, form_id, token)

    def bring_back(self, form_id: ImportedFormId, seen: Seen) -> Changes:
        """Put a form back into use."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.instruments.retire_form(form_id, None, seen)
        return Changes(CHANGED, form_id, token)
