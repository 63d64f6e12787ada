"""The programme's own words and topics for the sessions of a curriculum that came with the program."""

from collections.abc import Callable

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.delivery_errors import CurriculumNotOurs, WordsUnfit
from bipdesk.domain.draft_faults import aims_fault, title_fault
from bipdesk.domain.own_curriculum import SessionWords

CHANGED = frozenset({Topic.CURRICULA, Topic.GROUPS, Topic.REGISTER})
Guard = Callable[[], None]


class SessionWordsService:
    """A released file is never edited: what the programme adds stands in the records."""

    def __init__(
        self, records: RecordsFile, curricula: Curricula, topics: ContentTopics, guard: Guard
    ) -> None:
        self._records = records
        self._curricula = curricula
        self._topics = topics
        self._guard = guard

    def word(self, curriculum_id: str, step_code: str, words: SessionWords) -> Changes:
        """Store title, aims and topics of one session; empty ones bring back what its source says.

        Raises:
            CurriculumNotOurs: an own version never changes: its words stand in the next one.
            WordsUnfit: too long, or not printable.
        """
        self._guard()
        curriculum = self._curricula.of(curriculum_id)
        if not self._curricula.came_with_the_program(curriculum_id) or not curriculum.has(step_code):
            raise CurriculumNotOurs()
        title, aims = words.title.strip(), tuple(aim.strip() for aim in words.aims if aim.strip())
        for field, reason in (("Title", title_fault(title)), ("Aims", aims_fault(aims))):
            if reason:
                raise WordsUnfit(field=field, reason=reason)
        clean = SessionWords(title, aims, self._topics.known(words.topics), words.seen)
        with self._records.unit() as unit:
            row_id, token = unit.curricula.word(curriculum_id, step_code, clean)
        self._renew()
        return Changes(CHANGED, row_id, token)

    def _renew(self) -> None:
        with self._records.unit() as unit:
            unit.curricula.bring_up_to_date(self._curricula)
