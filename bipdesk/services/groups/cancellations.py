"""What a person does with the evenings of a group: cancel one, take it back, move it, add one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.cancellation import CancelDetails, Cancellation, CancelSide, Outcome, check_cancel
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.delivery_errors import CancelledAgain, CancelledTooLate, DatesChanged
from bipdesk.domain.group import SessionState, StoredSession
from bipdesk.domain.ids import CancellationId, GroupId, Seen, SessionId, cancellation_id
from bipdesk.domain.redating import (
    Run,
    Slot,
    changes,
    held_after_all,
    made_up,
    made_up_taken_back,
    moved,
    not_held,
    replanned,
    shift_taken_back,
    shifted,
    with_evening,
)
from bipdesk.services.groups.dates import GroupDates, clash_sentences, group_dates, holiday_sentences

CHANGED = frozenset({Topic.GROUPS, Topic.REGISTER, Topic.PARTICIPANTS})


@dataclass(frozen=True, slots=True)
class DatesAhead:
    """What an act would bring about, said before it is done."""

    moves: tuple[tuple[str, date, date], ...]
    """Title, the date it has now and the date it would have, in order."""
    warnings: tuple[str, ...]
    """Clashes with other groups, and holidays."""


class CancellationService:
    """Evenings of groups that are cancelled, made up, moved or added."""

    def __init__(self, records: RecordsFile, curricula: Curricula) -> None:
        self._records = records
        self._curricula = curricula

    # Before it is done

    def preview(self, session_id: SessionId, details: CancelDetails) -> DatesAhead:
        """Return what a cancellation would bring about; the same errors as `cancel`, but for words."""
        return self._ahead(session_id, lambda run, _: _cancelled(run, session_id, details))

    def preview_move(self, session_id: SessionId, to: date) -> DatesAhead:
        """Return what moving one session would bring about; the same errors as `move`."""
        return self._ahead(session_id, lambda run, _: moved(run, session_id, to))

    def preview_evening(self, group_id: GroupId, extra: date) -> DatesAhead:
        """Return what one evening more would bring about; the same errors as `add_evening`."""
        with self._records.unit() as unit:
            dates = group_dates(unit, group_id)
            return self._said(unit, dates, with_evening(dates.run, extra))

    def _ahead(self, session_id: SessionId, act: Callable[[Run, GroupDates], Run]) -> DatesAhead:
        with self._records.unit() as unit:
            dates = group_dates(unit, unit.groups.dated(session_id).group_id)
            return self._said(unit, dates, act(dates.run, dates))

    def _said(self, unit: Unit, dates: GroupDates, after: Run) -> DatesAhead:
        new = changes(dates.run, after)
        curriculum = self._curricula.of(dates.group.curriculum_id)
        moves = tuple(
            (curriculum.step(session.step_code).title, session.on_date, new[session.session_id])
            for session in sorted(dates.sessions, key=lambda each: each.number)
            if session.session_id in new
        )
        warnings = clash_sentences(unit, dates.group, new.values())
        return DatesAhead(moves, warnings + holiday_sentences(dates.free, new.values()))

    # Doing it

    def cancel(self, session_id: SessionId, on_date: date, details: CancelDetails, seen: Seen) -> Changes:
        """Cancel the evening on which a session stood on screen; `row_id` of the answer is that evening.

        Where somebody else has cancelled that evening meanwhile, both decisions stand side by side until
        one of them is chosen (`settle`); the dates stay as that other one made them.

        Raises:
            NothingEntered: without an extra date, or without words where the reason is another.
            DatesChanged: when the session is not on that date any more.
            CancelledTooLate: when it was held or somebody is marked, or with a shift one after it was.
            EveningTaken, WrongDate: when the extra date cannot be.
        """
        check_cancel(details)
        row_id = cancellation_id(session_id, on_date)
        with self._records.unit() as unit:
            session = unit.groups.session(session_id)
            if unit.cancellations.stands(row_id):
                token = unit.cancellations.write_apart(row_id, details, details.extra_date)
                return Changes(CHANGED, row_id, token)
            if session.on_date != on_date or session.state is SessionState.CANCELLED:
                raise DatesChanged
            dates = group_dates(unit, session.group_id)
            new = changes(dates.run, _cancelled(dates.run, session_id, details))
            unit.cancellations.add(session, details, new.get(session_id))
            if details.outcome is Outcome.OWED:
                token = unit.groups.set_state(session_id, SessionState.CANCELLED, seen)
            else:
                token = unit.groups.move(session_id, new.pop(session_id), seen)
            unit.groups.redate(new)
        return Changes(CHANGED, row_id, token)

    def take_back(self, row_id: CancellationId, seen: Seen) -> Changes:
        """Hold a cancelled evening after all: its session, and all that moved with it, come back.

        Raises:
            RowMissing: when it was taken back already.
            CancelledAgain: when its session was cancelled again on its new date.
            DatesChanged: when it was decided otherwise since.
            CancelledTooLate, EveningTaken, WrongDate: when what came after it was held meanwhile.
        """
        with self._records.unit() as unit:
            cancelled = unit.cancellations.one(row_id)
            dates = group_dates(unit, cancelled.group_id)
            session = unit.groups.session(cancelled.session_id)
            _check_newest(unit, cancelled, session)
            after = _taken_back(dates.run, cancelled, session)
            unit.cancellations.take_back(row_id, seen)
            if session.state is SessionState.CANCELLED:
                unit.groups.set_state(session.session_id, SessionState.PLANNED, session.seen)
            unit.groups.redate(changes(dates.run, after))
        return Changes(CHANGED, row_id)

    def take_back_now(self, row_id: CancellationId) -> Changes:
        """Take back a cancellation as it stands now: the undo of `cancel`. Raises as `take_back` does."""
        with self._records.unit() as unit:
            seen = unit.cancellations.one(row_id).seen
        return self.take_back(row_id, seen)

    def settle(self, row_id: CancellationId, side: CancelSide, seen: Seen) -> Changes:
        """Say which of two decisions about one evening stands; what is left to come gets its dates anew.

        Raises:
            RowMissing, CancelledTooLate, EveningTaken, WrongDate.
        """
        details = CancelDetails(side.reason, side.words, side.outcome, side.moved_to)
        with self._records.unit() as unit:
            cancelled = unit.cancellations.one(row_id)
            session = unit.groups.session(cancelled.session_id)
            if session.state is SessionState.HELD or session.marked:
                raise CancelledTooLate
            gone = details.outcome is Outcome.OWED
            state = SessionState.CANCELLED if gone else SessionState.PLANNED
            unit.groups.set_state(session.session_id, state, session.seen)
            if session.on_date != cancelled.on_date and gone:
                unit.groups.redate({session.session_id: cancelled.on_date})
            run = group_dates(unit, cancelled.group_id).run
            after = _settled(run, cancelled, session, details)
            unit.groups.redate(changes(run, after))
            moved_to = None if gone else after.slot(session.session_id).on_date
            token = unit.cancellations.settle(row_id, details, moved_to, seen)
        return Changes(CHANGED, row_id, token)

    def move(self, session_id: SessionId, on_date: date, seen: Seen) -> Changes:
        """Put one session on another date; the others stay.

        Raises:
            CancelledTooLate: when it was held or somebody is marked.
            EveningTaken, WrongDate: when the date is not between its neighbours.
        """
        with self._records.unit() as unit:
            dates = group_dates(unit, unit.groups.dated(session_id).group_id)
            moved(dates.run, session_id, on_date)
            token = unit.groups.move(session_id, on_date, seen)
        return Changes(CHANGED, session_id, token)

    def add_evening(self, group_id: GroupId, extra: date) -> Changes:
        """Let the group meet on one evening more: the next session is held then, later ones come forward.

        Raises:
            EveningTaken, WrongDate.
        """
        with self._records.unit() as unit:
            dates = group_dates(unit, group_id)
            unit.groups.redate(changes(dates.run, with_evening(dates.run, extra)))
        return Changes(CHANGED, group_id)

    def take_evening_out(self, group_id: GroupId, extra: date) -> Changes:
        """Take an added evening out again: its session and all later ones go one turn on."""
        with self._records.unit() as unit:
            dates = group_dates(unit, group_id)
            slot = next((slot for slot in dates.run.coming if slot.on_date == extra), None)
            if slot is None:
                raise DatesChanged
            unit.groups.redate(changes(dates.run, shifted(dates.run, slot.session_id)))
        return Changes(CHANGED, group_id)

    def put_in_order(self, group_id: GroupId) -> Changes:
        """Give all that is to come the group's next turns, in the order of the curriculum."""
        with self._records.unit() as unit:
            dates = group_dates(unit, group_id)
            first = min(dates.run.dates, default=None)
            if first is not None:
                unit.groups.redate(changes(dates.run, replanned(dates.run, _day_before(first))))
        return Changes(CHANGED, group_id)


def _cancelled(run: Run, session_id: SessionId, details: CancelDetails) -> Run:
    if details.outcome is Outcome.SHIFT:
        return shifted(run, session_id)
    if details.outcome is Outcome.MADE_UP and details.extra_date is not None:
        return made_up(run, session_id, details.extra_date)
    return not_held(run, session_id)


def _taken_back(run: Run, cancelled: Cancellation, session: StoredSession) -> Run:
    if session.state is SessionState.CANCELLED:
        return held_after_all(run, Slot(session.session_id, session.number, cancelled.on_date))
    if cancelled.outcome is Outcome.SHIFT:
        return shift_taken_back(run, cancelled.on_date)
    return made_up_taken_back(run, session.session_id, cancelled.on_date)


def _check_newest(unit: Unit, cancelled: Cancellation, session: StoredSession) -> None:
    """Refuse to take back one whose session was cancelled again, or one that was decided otherwise since."""
    others = unit.cancellations.of([cancelled.group_id]).get(cancelled.group_id, ())
    newest = [one for one in others if one.session_id == cancelled.session_id][-1]
    if newest.cancellation_id != cancelled.cancellation_id:
        raise CancelledAgain(day=day_in_words(newest.on_date))
    if (session.state is SessionState.CANCELLED) != (cancelled.outcome is Outcome.OWED):
        raise DatesChanged


def _settled(run: Run, cancelled: Cancellation, session: StoredSession, details: CancelDetails) -> Run:
    """Return the run that follows from the decision that stands: from the cancelled evening on, in turn."""
    free = replace(run, blocked=run.blocked | {cancelled.on_date})
    extra = details.extra_date
    if details.outcome is not Outcome.MADE_UP or extra is None:
        return replanned(free, cancelled.on_date, session.number)
    others = tuple(slot for slot in free.coming if slot.session_id != session.session_id)
    rest = replanned(replace(free, coming=others), cancelled.on_date, session.number)
    return held_after_all(rest, Slot(session.session_id, session.number, extra))


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
