"""The recovery code of the records: whether somebody has it on paper, and a new one when not."""

from bipdesk.db.records.file import RecordsFile
from bipdesk.db.records.offices import RECOVERY_ON_PAPER
from bipdesk.domain.changes import Changes, Topic
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.recovery_renewal import renew_recovery_code
from bipdesk.keys.unlocked import KeyKeeper

CHANGED = frozenset({Topic.STAFF})


class RecoveryCodeService:
    """A code counts as kept only when two of its groups were typed back from the paper."""

    def __init__(self, records: RecordsFile, keeper: KeyKeeper, cost: PassphraseCost) -> None:
        self._records = records
        self._keeper = keeper
        self._cost = cost

    def is_on_paper(self) -> bool:
        """Say whether the code in force was typed back from paper; not so after a set-up broken off."""
        with self._records.unit() as unit:
            return bool(unit.offices.kept(RECOVERY_ON_PAPER))

    def renew(self) -> str:
        """Return a new code, in groups, to be shown once; the old one opens this folder no more.

        Raises:
            NotAllowed: for anybody but a coordinator.
        """
        unlocked = self._keeper.unlocked
        renewed = renew_recovery_code(unlocked.slots, unlocked.authority, self._cost)
        with self._records.unit() as unit:
            unit.offices.keep(RECOVERY_ON_PAPER, b"")
        self._keeper.save(unlocked.with_slots(renewed.slots))
        return renewed.recovery_code

    def confirm(self) -> Changes:
        """Remember that somebody has the code on paper."""
        with self._records.unit() as unit:
            unit.offices.keep(RECOVERY_ON_PAPER, b"1")
        return Changes(CHANGED)
