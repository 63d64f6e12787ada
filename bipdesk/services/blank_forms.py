"""Blank forms on paper; nothing of them is kept on disk."""

from dataclasses import replace

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.blank_form import BlankForm
from bipdesk.export.reports.blank_form import render_blank_form


class BlankFormService:
    """Prints any form without anybody's answers."""

    def __init__(self, records: RecordsFile) -> None:
        self._records = records

    def render(self, form: BlankForm) -> bytes:
        """Return a blank form as PDF bytes, on the paper this programme has in its printer."""
        with self._records.unit() as unit:
            paper = unit.offices.site().details.paper
            unit.rows.note(Verb.PRINTED, "blank_form")
        return render_blank_form(replace(form, paper=paper))
