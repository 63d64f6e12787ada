"""Brings what the programme added to curricula up to date with what is stored."""

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.curricula import Curricula


def renew_curricula(curricula: Curricula, records: RecordsFile) -> None:
    """Let `curricula` have every own version, and the programme's words and tags, as stored now."""
    with records.unit() as unit:
        curricula.renew(unit.curricula.releases(), unit.curricula.words())
