"""Looking at curricula: which there are, what is in them, and which topics they cover when."""

from dataclasses import replace
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.clock import Clock
from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.coverage import Coverage, coverage_of
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.curriculum_page import (
    CurriculumFile,
    CurriculumLine,
    CurriculumList,
    DraftLine,
    SessionPage,
)
from bipdesk.domain.curriculum_paper import CurriculumPaper
from bipdesk.domain.draft_faults import draft_faults
from bipdesk.domain.errors import RowMissing
from bipdesk.domain.group import SessionState
from bipdesk.domain.ids import GroupId, SessionId
from bipdesk.domain.own_curriculum import AttachedFile, OwnRelease, SessionWords, StoredDraft
from bipdesk.export.reports.curriculum import render_curriculum


class CurriculumViewService:
    """Queries for the pages about curricula; everybody at the site may look."""

    def __init__(
        self, records: RecordsFile, curricula: Curricula, topics: ContentTopics, clock: Clock
    ) -> None:
        self._records = records
        self._clock = clock
        self._curricula = curricula
        self._topics = topics

    @property
    def topics(self) -> ContentTopics:
        """Return the eight topics of Source 003."""
        return self._topics

    def list(self) -> CurriculumList:
        """Return every curriculum, drafts too, and what groups run that is not known here."""
        with self._records.unit() as unit:
            running = _running(unit)
            drafts = unit.curricula.drafts()
        offered = {curriculum.id for curriculum in self._curricula.offered()}
        releases = {release.curriculum.id: release for release in self._curricula.own}
        unknown = [key for key in running if key and not self._curricula.knows(key)]
        lines = [
            self._line(curriculum, running, releases.get(curriculum.id), curriculum.id in offered)
            for curriculum in self._curricula
        ]
        return CurriculumList(
            own=tuple(line for line in reversed(lines) if line.release is not None),
            drafts=tuple(self._draft(stored) for stored in drafts),
            released=tuple(line for line in lines if line.release is None),
            unknown=tuple(self._line(self._curricula.of(key), running, None, False) for key in unknown),
            topics=len(self._topics.topics),
        )

    def _line(
        self,
        curriculum: Curriculum,
        running: dict[str, tuple[tuple[GroupId, str], ...]],
        release: OwnRelease | None,
        offered: bool,
    ) -> CurriculumLine:
        tagged = {key for step in curriculum.steps for key in step.topics}
        names = tuple(name for _, name in running.get(curriculum.id, ()))
        return CurriculumLine(curriculum, names, len(self._topics.known(tuple(tagged))), release, offered)

    def _draft(self, stored: StoredDraft) -> DraftLine:
        name = self._curricula.of(stored.based_on).name if stored.based_on else ""
        return DraftLine(stored, name, 0 if stored.draft is None else len(draft_faults(stored.draft)))

    def one(self, curriculum_id: str) -> CurriculumFile:
        """Return one curriculum with what is attached to it and which groups run it."""
        with self._records.unit() as unit:
            groups = _running(unit).get(curriculum_id, ())
            files = unit.session_files.of(curriculum_id)
            drafts = unit.curricula.drafts()
        curriculum = self._curricula.of(curriculum_id)
        release = next((one for one in self._curricula.own if one.curriculum.id == curriculum_id), None)
        family = None if release is None else release.family_id
        versions = tuple(one for one in reversed(self._curricula.own) if one.family_id == family)
        draft = next((one for one in drafts if family is not None and one.family_id == family), None)
        return CurriculumFile(
            curriculum,
            self._topics,
            _by_step(files),
            groups,
            release,
            versions,
            None if draft is None else draft.draft_id,
            any(one.id == curriculum_id for one in self._curricula.offered()),
        )

    def coverage(self, curriculum_id: str, group_id: GroupId | None = None) -> Coverage:
        """Return which of the eight topics are covered where; with the dates of a group that runs it."""
        with self._records.unit() as unit:
            name, dates = _dates(unit, group_id)
        return coverage_of(self._curricula.of(curriculum_id), self._topics, dates, name)

    def render(self, curriculum_id: str, group_id: GroupId | None = None) -> bytes:
        """Return the curriculum as PDF bytes for the paper of the site, with the dates of a group."""
        with self._records.unit() as unit:
            name, dates = _dates(unit, group_id)
            site = unit.offices.site().details
            unit.rows.note(Verb.PRINTED, "curriculum")
        coverage = coverage_of(self._curricula.of(curriculum_id), self._topics, dates, name)
        today = self._clock.today()
        return render_curriculum(CurriculumPaper(site.name, site.paper, coverage, dates, today))

    def session(self, curriculum_id: str, step_code: str) -> SessionPage:
        """Return one session of a curriculum.

        Raises:
            RowMissing: when the curriculum has no such session.
        """
        with self._records.unit() as unit:
            return self._session(unit, curriculum_id, step_code)

    def of_group_session(self, session_id: SessionId) -> SessionPage:
        """Return the session of its curriculum that a group meets for on that evening.

        Raises:
            RowMissing.
        """
        with self._records.unit() as unit:
            found = unit.groups.session(session_id)
            group = unit.groups.group(found.group_id)
            return self._session(unit, group.curriculum_id, found.step_code)

    def _session(self, unit: Unit, curriculum_id: str, step_code: str) -> SessionPage:
        curriculum = self._curricula.of(curriculum_id)
        if curriculum.is_known and not curriculum.has(step_code):
            raise RowMissing(what="This session of the curriculum")
        step = curriculum.step(step_code)
        words = unit.curricula.words([curriculum.id]).get(curriculum.id, {})
        own = words.get(step_code, SessionWords())
        return SessionPage(
            curriculum,
            step,
            replace(own, topics=self._topics.known(own.topics)),
            self._topics,
            unit.session_files.of(curriculum.id, step_code),
            self._curricula.came_with_the_program(curriculum.id),
            not step.is_untitled and not own.title,
        )


def _dates(unit: Unit, group_id: GroupId | None) -> tuple[str, dict[str, date]]:
    """Return the name of a group and on which date it meets for each step; of no group, nothing."""
    if group_id is None:
        return "", {}
    sessions = unit.groups.sessions(group_id)
    planned = [session for session in sessions if session.state is not SessionState.CANCELLED]
    return unit.groups.group(group_id).name, {session.step_code: session.on_date for session in planned}


def _running(unit: Unit) -> dict[str, tuple[tuple[GroupId, str], ...]]:
    """Return the groups by the curriculum they run."""
    found: dict[str, tuple[tuple[GroupId, str], ...]] = {}
    for curriculum_id, group_id, name in unit.curricula.runs():
        found[curriculum_id] = (*found.get(curriculum_id, ()), (group_id, name))
    return found


def _by_step(files: tuple[AttachedFile, ...]) -> dict[str, tuple[AttachedFile, ...]]:
    found: dict[str, tuple[AttachedFile, ...]] = {}
    for file in files:
        found[file.step_code] = (*found.get(file.step_code, ()), file)
    return found
