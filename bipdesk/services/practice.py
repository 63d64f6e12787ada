"""What is done with the practice record: draw chains, file control logs and practice, print worksheets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.chain import ChainDetails
from bipdesk.domain.chain_writing import written
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.control_log import ControlLogDetails
from bipdesk.domain.errors import DateInFuture, NothingEntered, RowMissing
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.intake_errors import AnswersTooLong
from bipdesk.domain.library import Library
from bipdesk.domain.practice import PracticeFile
from bipdesk.domain.practice_lists import PracticeLists
from bipdesk.domain.practice_sheet import ChainSheet, ControlLogSheet, SheetHead, SkillsSheet, Worksheet
from bipdesk.domain.practice_sheet import chain_sheet as his_chain
from bipdesk.domain.skill import Names, SkillPracticeDetails
from bipdesk.export.reports.chain_worksheet import render_chain
from bipdesk.export.reports.control_log import render_control_log
from bipdesk.export.reports.skills_sheet import render_skills

CHANGED = frozenset({Topic.PRACTICE})
MOST_CHARACTERS = 100_000
_COLUMN_WORDS = {
    "drawing": "the links of a chain",
    "effect_her": "the effect on his partner",
    "effect_children": "the effect on the children",
    "effect_me": "the effect on himself",
    "staff_view": "how the facilitators see the effects",
    "went": "how it went",
    "helped": "what helped",
    "next_try": "his next small step",
    "step_code": "the session",
}
"""What a person would call the columns; the others have the words already."""
Entry = ChainDetails | ControlLogDetails | SkillPracticeDetails
Details = TypeVar("Details")


class PracticeService:
    """Chains of events, control logs and skills practice; none of it ever leaves in a letter."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._library = library
        self._clock = clock

    def file(self, participant_id: ParticipantId) -> PracticeFile:
        """Return all that the tab shows of one participant; the reading is audited."""
        with self._records.unit() as unit:
            chains = unit.practice.chains(participant_id)
            logs, practices = unit.practice.logs(participant_id), unit.practice.practices(participant_id)
            rows = [each.row_id for filed in (chains, logs, practices) for each in filed]
            curriculum = self._library.curricula.of(unit.groups.curriculum_of(participant_id))
            return PracticeFile(
                participant_id=participant_id,
                case_number=unit.participants.person(participant_id)[0],
                chains=chains,
                logs=logs,
                practices=practices,
                lists=self._lists(unit),
                steps=tuple((step.code, step.title) for step in curriculum.steps),
                conflicts=tuple(_in_words(name) for name in unit.carriage.conflicts(rows)),
            )

    # Entries

    def add(self, participant_id: ParticipantId, entry: Entry) -> Changes:
        """Store a chain, a control log or a practice.

        Raises:
            NothingEntered: without the event, the act, or the skill and how it went; DateInFuture,
            AnswersTooLong.
        """
        self._check(entry)
        with self._records.unit() as unit:
            row_id = unit.practice.add(participant_id, entry, unit.rows.actor)
            return Changes(CHANGED, row_id, unit.rows.seen(row_id))

    def change(self, row_id: UUID, entry: Entry, seen: Seen) -> Changes:
        """Write an entry over what `seen` says was on screen; raises as `add` does."""
        self._check(entry)
        with self._records.unit() as unit:
            token = unit.practice.change(row_id, entry, seen)
        return Changes(CHANGED, row_id, token)

    def withdraw(self, what: str, row_id: UUID, seen: Seen) -> Changes:
        """Take away a "chain", a "log" or a "practice" entered by mistake; `restore` undoes it."""
        with self._records.unit() as unit:
            unit.practice.withdraw(what, row_id, seen)
        return Changes(CHANGED, row_id)

    def restore(self, what: str, row_id: UUID) -> Changes:
        """Put back what was taken away."""
        with self._records.unit() as unit:
            unit.practice.restore(what, row_id)
        return Changes(CHANGED, row_id)

    def add_skill(self, name: Names) -> Changes:
        """Add a skill of the programme's own to those that can be chosen; its key is the id as text.

        Raises:
            NothingEntered: without an English name.
        """
        kept = Names(name.english.strip(), name.spanish.strip())
        if not kept.english:
            raise NothingEntered(field="The skill")
        with self._records.unit() as unit:
            row_id = unit.practice.add_skill(kept)
        return Changes(CHANGED, row_id)

    # Paper

    def blank(self, sheet: Worksheet, language: str = "en") -> bytes:
        """Return an empty worksheet as PDF, on the paper of this programme; `language` is "en" or "es"."""
        with self._records.unit() as unit:
            head = self._head(unit, language)
            unit.rows.note(Verb.PRINTED, "worksheet")
        render: dict[Worksheet, Callable[[], bytes]] = {
            Worksheet.CHAIN: lambda: render_chain(ChainSheet(head)),
            Worksheet.CONTROL_LOG: lambda: render_control_log(ControlLogSheet(head)),
            Worksheet.SKILLS: lambda: render_skills(SkillsSheet(head)),
        }
        return render[sheet]()

    def filled(
        self,
        participant_id: ParticipantId,
        sheet: Worksheet,
        row_id: UUID | None = None,
        language: str = "en",
    ) -> bytes:
        """Return what he entered on its worksheet as PDF: his words alone, no name, no view of the staff.

        `row_id` is the chain or the control log; skills are printed all, oldest first. The printing is in
        the audit.

        Raises:
            RowMissing: when he has no such entry.
        """
        file = self.file(participant_id)
        with self._records.unit() as unit:
            head = replace(self._head(unit, language), case_number=file.case_number)
            unit.rows.note(Verb.PRINTED, "worksheet", participant_id)
        if sheet is Worksheet.SKILLS:
            return render_skills(SkillsSheet(head, tuple(each.details for each in reversed(file.practices))))
        if sheet is Worksheet.CHAIN:
            chain = _one([(each.row_id, each.details) for each in file.chains], row_id)
            return render_chain(his_chain(replace(head, session=file.step_title(chain.step_code)), chain))
        log = _one([(each.row_id, each.details) for each in file.logs], row_id)
        return render_control_log(ControlLogSheet(replace(head, session=file.step_title(log.step_code)), log))

    def _head(self, unit: Unit, language: str) -> SheetHead:
        return SheetHead(self._lists(unit), unit.offices.site().details.paper, language)

    def _lists(self, unit: Unit) -> PracticeLists:
        return self._library.practice.with_skills(unit.practice.own_skills())

    def _check(self, entry: Entry) -> None:
        if isinstance(entry, ChainDetails):
            _need(("The event in a line", entry.situation))
            texts = [entry.situation, written(entry.chain), entry.effect_her, entry.effect_children]
            self._past(("Drawn on", entry.brought_on), ("Day of the event", entry.happened_on))
            _bounded(*texts, entry.staff_view)
        elif isinstance(entry, ControlLogDetails):
            _need(("What he did", entry.action))
            self._past(("Brought on", entry.brought_on), ("Day it happened", entry.happened_on))
            _bounded(entry.situation, entry.action, entry.intent, entry.denial, entry.effect_her)
            _bounded(entry.effect_children, entry.effect_me, entry.past_violence, entry.differently)
        else:
            _need(("Skill", entry.skill), ("How it went", entry.went))
            self._past(("Practised on", entry.practised_on))
            _bounded(entry.went, entry.helped, entry.next_try)

    def _past(self, *days: tuple[str, date | None]) -> None:
        for field, day in days:
            if day is not None and day > self._clock.today():
                raise DateInFuture(field=field)


def _in_words(column: str) -> str:
    return _COLUMN_WORDS.get(column, column.replace("_", " "))


def _need(*answers: tuple[str, str]) -> None:
    for field, words in answers:
        if not words.strip():
            raise NothingEntered(field=field)


def _bounded(*texts: str) -> None:
    if sum(map(len, texts)) > MOST_CHARACTERS:
        raise AnswersTooLong(most=MOST_CHARACTERS)


def _one(filed: list[tuple[UUID, Details]], row_id: UUID | None) -> Details:
    found = next((details for each, details in filed if each == row_id), None)
    if found is None:
        raise RowMissing(what="The entry")
    return found
