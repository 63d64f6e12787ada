"""The practice record, as stored."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from bipdesk.db.audit import Verb
from bipdesk.db.records.tables.practice import ChainRow, LogRow, OwnSkillRow, SkillPracticeRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.chain import ChainDetails
from bipdesk.domain.chain_writing import read_chain, written
from bipdesk.domain.control_log import ControlLogDetails, Denial
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, records_id
from bipdesk.domain.practice import FiledChain, FiledLog, FiledPractice
from bipdesk.domain.shown_text import shown
from bipdesk.domain.skill import Names, Setting, Skill, SkillPracticeDetails

MISTAKE = "entered-by-mistake"
Kind = type[ChainRow] | type[LogRow] | type[SkillPracticeRow]
Row = TypeVar("Row", ChainRow, LogRow, SkillPracticeRow)
Details = ChainDetails | ControlLogDetails | SkillPracticeDetails
KINDS: dict[str, Kind] = {"chain": ChainRow, "log": LogRow, "practice": SkillPracticeRow}


class PracticeStore:
    """Reads and writes chains, logs and practice, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def chains(self, participant_id: ParticipantId) -> tuple[FiledChain, ...]:
        """Return one participant's chains, newest first; two queries, and the reading is audited."""
        self._rows.note(Verb.READ, "practice", participant_id)
        row = ChainRow
        found = self._of(row, participant_id, row.brought_on)
        return tuple(FiledChain(each.id, _chain(each), seen, by) for each, seen, by in found)

    def logs(self, participant_id: ParticipantId) -> tuple[FiledLog, ...]:
        """Return one participant's control logs, newest first; two queries."""
        row = LogRow
        found = self._of(row, participant_id, row.brought_on)
        return tuple(FiledLog(each.id, _log(each), seen, by) for each, seen, by in found)

    def practices(self, participant_id: ParticipantId) -> tuple[FiledPractice, ...]:
        """Return what one participant practised, newest first; two queries."""
        row = SkillPracticeRow
        found = self._of(row, participant_id, row.practised_on)
        return tuple(FiledPractice(each.id, _practice(each), seen, by) for each, seen, by in found)

    def own_skills(self) -> tuple[Skill, ...]:
        """Return the skills the programme added, in the order of adding; one query."""
        row = OwnSkillRow
        query = sa.select(row).where(row.org_id == self._rows.org, row.is_void.is_(False), row.name_en != "")
        return tuple(
            Skill(str(each.id), Names(shown(each.name_en), shown(each.name_es)))
            for each in self._rows.session.scalars(query.order_by(row.id))
        )

    def _of(
        self, kind: type[Row], participant_id: ParticipantId, day: InstrumentedAttribute[date]
    ) -> Sequence[tuple[Row, Seen, str]]:
        query = (
            sa.select(kind, StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == kind.org_id, StaffRow.id == kind.by_id))
            .where(kind.org_id == self._rows.org, kind.participant_id == participant_id)
            # What has not come whole from another computer yet has no day.
            .where(kind.is_void.is_(False), day.is_not(None))
            .order_by(day.desc(), kind.id.desc())
        )
        found = list(self._rows.session.execute(query))
        seen = self._rows.seen_of(row.id for row, _ in found)
        return [(row, seen.get(row.id, UNSEEN), by or "") for row, by in found]

    # Writing

    def add(self, participant_id: ParticipantId, details: Details, by: StaffId) -> UUID:
        """Store a chain, a log or a practice."""
        kind, columns = _columns(details)
        row = kind(id=self._id(), participant_id=participant_id, by_id=by, **columns)
        return self._rows.add(row)[0]

    def change(self, row_id: UUID, details: Details, seen: Seen) -> Seen:
        """Write over what `seen` says was on screen."""
        kind, columns = _columns(details)
        return self._rows.change(kind, row_id, seen, **columns)

    def add_skill(self, name: Names) -> UUID:
        """Store a skill of the programme's own; its key is its id."""
        row = OwnSkillRow(id=self._id(), name_en=name.english, name_es=name.spanish)
        return self._rows.add(row)[0]

    def withdraw(self, what: str, row_id: UUID, seen: Seen) -> None:
        """Take away what was entered by mistake; `what` is a key of `KINDS`."""
        self._rows.hide(KINDS[what], row_id, seen, MISTAKE)

    def restore(self, what: str, row_id: UUID) -> None:
        """Put back what was taken away."""
        self._rows.restore(KINDS[what], row_id)

    def _id(self) -> UUID:
        return records_id(self._rows.clock.now())


def _columns(details: Details) -> tuple[Kind, dict[str, object]]:
    """Return the table of an entry and what stands in its columns."""
    if isinstance(details, ChainDetails):
        columns: dict[str, object] = {
            "brought_on": details.brought_on,
            "happened_on": details.happened_on,
            "step_code": details.step_code,
            "situation": details.situation,
            "drawing": written(details.chain),
            "effect_her": details.effect_her,
            "effect_children": details.effect_children,
            "staff_view": details.staff_view,
        }
        return ChainRow, columns
    if isinstance(details, ControlLogDetails):
        lists = {
            "thoughts": " ".join(details.thoughts),
            "feelings": " ".join(details.feelings),
            "denials": " ".join(each.value for each in Denial if each in details.denials),
        }
        return LogRow, asdict(details) | lists
    return SkillPracticeRow, asdict(details) | {"setting": details.setting.value}


def _chain(row: ChainRow) -> ChainDetails:
    return ChainDetails(
        brought_on=row.brought_on,
        situation=row.situation,
        chain=read_chain(row.drawing),
        happened_on=row.happened_on,
        effect_her=row.effect_her,
        effect_children=row.effect_children,
        staff_view=row.staff_view,
        step_code=row.step_code,
    )


def _log(row: LogRow) -> ControlLogDetails:
    names = (
        *("brought_on", "happened_on", "step_code", "situation", "action", "intent", "feeling", "denial"),
        *("effect_her", "effect_children", "effect_me", "past_violence", "differently", "skill"),
    )
    denials = row.denials.split()
    return ControlLogDetails(
        **{name: getattr(row, name) for name in names},
        thoughts=tuple(row.thoughts.split()),
        feelings=tuple(row.feelings.split()),
        denials=frozenset(each for each in Denial if each.value in denials),
    )


def _practice(row: SkillPracticeRow) -> SkillPracticeDetails:
    settings = [each for each in Setting if each.value == row.setting]
    return SkillPracticeDetails(
        skill=row.skill,
        setting=settings[0] if settings else Setting.ELSEWHERE,
        practised_on=row.practised_on,
        went=row.went,
        helped=row.helped,
        next_try=row.next_try,
        step_code=row.step_code,
    )
