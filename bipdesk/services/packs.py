"""What a person does with packs: read the rules of a place, each with where it stands."""

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.clock import Clock
from bipdesk.domain.pack import Packs
from bipdesk.domain.pack_words import PackView, view_of


class PackService:
    """The rules that the program carries, and which of them this programme keeps."""

    def __init__(self, records: RecordsFile, packs: Packs, clock: Clock) -> None:
        self._records = records
        self._packs = packs
        self._clock = clock

    def view(self, pack_id: str | None = None) -> PackView:
        """Return a pack as it stands today; without an id the one the programme keeps."""
        with self._records.unit() as unit:
            own = unit.offices.site().details.pack
        return view_of(self._packs.of(own if pack_id is None else pack_id), own, self._clock.today())

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return name and id of every pack."""
        return tuple((pack.name, pack.id) for pack in self._packs)
