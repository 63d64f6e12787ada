"""Evenings that were held, as checks take them: how many came, how long it took, who led."""

from collections.abc import Iterable, Mapping

from bipdesk.db.records.held_sessions import HeldStore
from bipdesk.db.records.offices import OfficeStore
from bipdesk.db.rows import Rows
from bipdesk.domain.group import DatedSession, SessionState, StoredGroup
from bipdesk.domain.group_evenings import HeldEvening
from bipdesk.domain.ids import GroupId, StaffId
from bipdesk.domain.lateness import minutes_between
from bipdesk.domain.staff import Sex


class HeldEveningStore:
    """Reads evenings of groups, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(
        self, groups: Mapping[GroupId, StoredGroup], calendar: Iterable[DatedSession]
    ) -> dict[GroupId, tuple[HeldEvening, ...]]:
        """Return those of `calendar` that these groups held, by date; three queries for all."""
        sessions = [s for s in calendar if s.state is SessionState.HELD and s.group_id in groups]
        ids = [session.session_id for session in sessions]
        store = HeldStore(self._rows)
        recorded, present, sexes = store.of(ids), store.present(ids), self.sexes()
        found: dict[GroupId, list[HeldEvening]] = {}
        for session in sessions:
            group = groups[session.group_id]
            held = recorded.get(session.session_id)
            leaders = held.facilitators if held else group.facilitators
            evening = HeldEvening(
                on_date=session.on_date,
                present=present.get(session.session_id, 0),
                minutes=held.minutes if held else minutes_between(group.starts_at, group.ends_at),
                leaders=tuple((one, sexes.get(one, Sex.UNSAID)) for one in leaders),
                recorded=held is not None,
            )
            found.setdefault(session.group_id, []).append(evening)
        return {group_id: tuple(evenings) for group_id, evenings in found.items()}

    def sexes(self) -> dict[StaffId, Sex]:
        """Return what each of the staff wants recorded; one query."""
        return {member.staff_id: member.sex for member in OfficeStore(self._rows).staff()}
