"""Where the programme stands between the two approaches of Source 001, and what follows."""

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.approach import Approach, Chart, Position, RowPosition, derive
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.pack import Packs
from bipdesk.domain.staff import Guard

CHANGED = frozenset({Topic.READINESS})


class ApproachService:
    """The chart, the programme's position on each row, and the consequences under its pack."""

    def __init__(self, records: RecordsFile, chart: Chart, packs: Packs, guard: Guard) -> None:
        self._guard = guard
        self._records = records
        self._chart = chart
        self._packs = packs

    @property
    def chart(self) -> Chart:
        """Return the chart itself."""
        return self._chart

    def standing(self) -> Approach:
        """Return the position on each row and what follows from it."""
        with self._records.unit() as unit:
            pack = self._packs.of(unit.offices.site().details.pack)
            return derive(self._chart, unit.readiness.positions(), pack)

    def take_position(self, row_key: str, taken: RowPosition) -> Changes:
        """Write the position on one row over what `taken.seen` says was on screen.

        Raises:
            NothingEntered: a position needs the programme's own sentence.
        """
        self._guard()
        if taken.position is not Position.OPEN and not taken.sentence.strip():
            raise NothingEntered(field="In your own words")
        if all(row.key != row_key for row in self._chart.rows):
            raise ValueError(f"{row_key} is no row of the chart")
        with self._records.unit() as unit:
            seen = unit.readiness.take_position(row_key, taken)
        return Changes(CHANGED, None, seen)
