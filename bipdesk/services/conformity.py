"""What a person asks before a programme begins somewhere: does our sequence satisfy the rules there?"""

from collections.abc import Mapping, Sequence
from datetime import date, time

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.clock import Clock
from bipdesk.domain.conformity import Conformity, conformity
from bipdesk.domain.conformity_lines import HowRun
from bipdesk.domain.conformity_question import (
    ConformityOffer,
    ConformityPaper,
    CurriculumOffer,
    GroupOffer,
    Question,
    minutes_between,
    weeks_between,
)
from bipdesk.domain.group import SessionState, StoredGroup
from bipdesk.domain.ids import GroupId, StaffId
from bipdesk.domain.library import Library
from bipdesk.domain.staff import Sex
from bipdesk.export.reports.conformity import render_conformity

DUTIES = frozenset(
    {
        "rejection-notice",
        "enrolment-notice",
        "status-report",
        "non-compliance-notice",
        "violation-notice",
        "threat-notice",
        "level-change-notice",
        "interim-summary-from",
        "termination-notice",
        "completion-notice",
        "exit-summary",
        "exit-summary-sent",
        "monthly-return",
        "quarterly-statistics",
    }
)
"""The notices and reports of packs that the duty engine derives."""


class ConformityService:
    """Asks packs about curricula."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._curricula = library.curricula
        self._packs = library.packs
        self._clock = clock

    def offer(self) -> ConformityOffer:
        """Return what can be asked about; the number of queries does not grow with the groups."""
        with self._records.unit() as unit:
            own = unit.offices.site().details.pack
            groups = unit.groups.groups()
            sexes = {member.staff_id: member.sex for member in unit.offices.staff()}
            dates: dict[GroupId, list[date]] = {group.group_id: [] for group in groups}
            for session in unit.groups.calendar():
                if session.state is not SessionState.CANCELLED:
                    dates[session.group_id].append(session.on_date)
        curricula = (
            CurriculumOffer(one.id, one.name, one.session_minutes) for one in self._curricula.offered()
        )
        offered = tuple(
            GroupOffer(
                group.group_id, group.name, group.curriculum_id, _run_of(group, dates[group.group_id], sexes)
            )
            for group in groups
        )
        packs = tuple((pack.name, pack.id) for pack in self._packs)
        return ConformityOffer(packs, own, tuple(curricula), offered)

    def answer(self, question: Question) -> Conformity:
        """Return the answer of the rules in force today."""
        asked = question.run
        run = HowRun(
            asked.minutes,
            asked.every_weeks,
            asked.dates,
            asked.people,
            asked.facilitators,
            asked.mixed_pair,
            DUTIES,
        )
        curriculum = self._curricula.of(question.curriculum_id)
        return conformity(curriculum, run, self._packs.of(question.pack_id), self._clock.today())

    def render(self, question: Question) -> bytes:
        """Return the answer as PDF bytes for the paper of the site."""
        with self._records.unit() as unit:
            site = unit.offices.site().details
            unit.rows.note(Verb.PRINTED, "conformity")
        return render_conformity(
            ConformityPaper(
                site.name,
                site.paper,
                self._curricula.of(question.curriculum_id).name,
                question.group,
                self._clock.today(),
                self.answer(question),
            )
        )


def _run_of(group: StoredGroup, dates: Sequence[date], sexes: Mapping[StaffId, Sex]) -> HowRun:
    return HowRun(
        minutes_between(_minute(group.starts_at), _minute(group.ends_at)),
        weeks_between(dates),
        tuple(sorted(dates)),
        group.members or group.places,  # before anybody is in it, how many it is planned for
        len(group.facilitators),
        _is_mixed([sexes.get(one, Sex.UNSAID) for one in group.facilitators]),
    )


def _is_mixed(leaders: Sequence[Sex]) -> bool | None:
    """Say whether a woman and a man lead; None while that is not known of everybody."""
    if Sex.WOMAN in leaders and Sex.MAN in leaders:
        return True
    return None if Sex.UNSAID in leaders else False


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
