"""Files of the programme's own for the sessions of a curriculum: attached, opened, taken away."""

from collections.abc import Callable
from uuid import UUID

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.delivery_errors import FileElsewhere, FileOfOtherKind, SessionUnknown
from bipdesk.domain.ids import Seen
from bipdesk.domain.intake_errors import PaperTooLarge
from bipdesk.domain.paper import MOST_BYTES
from bipdesk.domain.session_file import kind_of_file, plain_name

CHANGED = frozenset({Topic.CURRICULA})
Guard = Callable[[], None]


class SessionFileService:
    """Content of the programme, kept encrypted with the records, on the computer it was attached on."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock, guard: Guard) -> None:
        self._records = records
        self._curricula = curricula
        self._clock = clock
        self._guard = guard

    def attach(self, curriculum_id: str, step_code: str, name: str, content: bytes) -> Changes:
        """Keep a file for a session; its kind is told by its content, `name` is only what it is called.

        Raises:
            FileOfOtherKind, PaperTooLarge, SessionUnknown.
        """
        self._guard()
        if not self._curricula.knows(curriculum_id) or not self._curricula.of(curriculum_id).has(step_code):
            raise SessionUnknown()
        if len(content) > MOST_BYTES:
            raise PaperTooLarge(most=MOST_BYTES // (1024 * 1024))
        kind = kind_of_file(content)
        if not kind:
            raise FileOfOtherKind()
        today = self._clock.today()
        with self._records.unit() as unit:
            place = (curriculum_id, step_code)
            row_id, token = unit.session_files.add(place, plain_name(name), kind, len(content), today)
            unit.papers.keep(row_id, kind, content)
        return Changes(CHANGED, row_id, token)

    def remove(self, file_id: UUID, seen: Seen) -> Changes:
        """Take a file away; `restore` undoes it."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.session_files.remove(file_id, seen)
        return Changes(CHANGED, file_id, token)

    def restore(self, file_id: UUID) -> Changes:
        """Put a file back that was taken away."""
        self._guard()
        with self._records.unit() as unit:
            token = unit.session_files.restore(file_id)
        return Changes(CHANGED, file_id, token)

    def content(self, file_id: UUID) -> tuple[str, bytes]:
        """Return kind and bytes; the reading is audited.

        Raises:
            FileElsewhere: only the computer it was attached on has it.
            RowMissing: it was taken away.
        """
        with self._records.unit() as unit:
            paper_id = unit.papers.newest(unit.session_files.kept_under(file_id))
            if paper_id is None:
                raise FileElsewhere()
            return unit.papers.content(paper_id)
