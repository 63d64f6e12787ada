"""A recovery code that nobody has on paper: the records would be lost with a forgotten passphrase."""

from collections.abc import Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.db.records.offices import RECOVERY_ON_PAPER
from bipdesk.domain.duty import Duty, DutyKind


def recovery_code_duties(unit: Unit, today: date) -> Iterator[Duty]:
    """Yield one duty until two groups of the code in force were typed back from paper."""
    if not unit.offices.kept(RECOVERY_ON_PAPER):
        yield Duty(
            DutyKind.RECOVERY_CODE,
            unit.rows.org,
            "Nobody has the recovery code on paper",
            "The set-up was broken off before it was written down. Make a new one and seal it",
            today,
        )
