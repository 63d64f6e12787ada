"""Redating a run: sessions and dates are two lists in order; an act changes one, never the order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.delivery_errors import CancelledTooLate, EveningTaken
from bipdesk.domain.errors import WrongDate
from bipdesk.domain.ids import SessionId

NEW_DATE = "The new date"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When it is the group's turn: every so many weeks from the first date, but not on the free days."""

    first_on: date
    every_weeks: int
    free: frozenset[date] = frozenset()

    def turns(self, first: date, last: date) -> tuple[date, ...]:
        """Return the group's turns from `first` to `last`, free days among them."""
        step = timedelta(weeks=max(1, self.every_weeks))
        turn = self.first_on + max(0, -(-(first - self.first_on) // step)) * step
        found = []
        while turn <= last:
            found.append(turn)
            turn += step
        return tuple(found)

    def next_turn(self, after: date, taken: Iterable[date] = ()) -> date:
        """Return the first turn after a day that is neither free nor taken."""
        step = timedelta(weeks=max(1, self.every_weeks))
        turn = self.first_on + max(0, (after - self.first_on) // step + 1) * step
        left_out = self.free | frozenset(taken)
        while turn in left_out:
            turn += step
        return turn


@dataclass(frozen=True, slots=True)
class Slot:
    """A session and its date."""

    session_id: SessionId
    number: int
    """Its place among the group sessions of the curriculum."""
    on_date: date


@dataclass(frozen=True, slots=True)
class Run:
    """A run as far as its dates go: what stays, what can move, and the evenings that are taken."""

    rhythm: Rhythm
    fixed: tuple[Slot, ...]
    """Held, or somebody is marked: these never move."""
    coming: tuple[Slot, ...]
    blocked: frozenset[date] = frozenset()
    """Cancelled evenings: the group does not come back to them."""

    @property
    def dates(self) -> tuple[date, ...]:
        """Return the dates of what can move, in order."""
        return tuple(sorted(slot.on_date for slot in self.coming))

    def slot(self, session_id: SessionId) -> Slot:
        """Return what can move by its id.

        Raises:
            CancelledTooLate: when it was held, or somebody is marked.
        """
        for slot in self.coming:
            if slot.session_id == session_id:
                return slot
        raise CancelledTooLate


def shifted(run: Run, session_id: SessionId) -> Run:
    """Return the run without the evening of this session: it and all later ones go to the next turns.

    Raises:
        CancelledTooLate: when it, or a later one, was held.
    """
    day = run.slot(session_id).on_date
    if any(slot.on_date > day for slot in run.fixed):
        raise CancelledTooLate
    blocked = run.blocked | {day}
    last = run.rhythm.next_turn(run.dates[-1], blocked)
    kept = [other for other in run.dates if other != day]
    return _dated(replace(run, blocked=blocked), [*kept, last])


def made_up(run: Run, session_id: SessionId, extra: date) -> Run:
    """Return the run with this session alone on an extra date.

    Raises:
        CancelledTooLate, EveningTaken, WrongDate: when the order of the sessions would change.
    """
    day = run.slot(session_id).on_date
    _check_free(run, extra)
    return _alone(run, session_id, day, extra, run.blocked | {day})


def not_held(run: Run, session_id: SessionId) -> Run:
    """Return the run without this session; the others stay where they are.

    Raises:
        CancelledTooLate.
    """
    gone = run.slot(session_id)
    coming = tuple(slot for slot in run.coming if slot is not gone)
    return replace(run, coming=coming, blocked=run.blocked | {gone.on_date})


def moved(run: Run, session_id: SessionId, to: date) -> Run:
    """Return the run with one session on another date; its old evening is free again.

    Raises:
        CancelledTooLate, EveningTaken, WrongDate.
    """
    day = run.slot(session_id).on_date
    if to == day:
        return run
    _check_free(run, to)
    return _alone(run, session_id, day, to, run.blocked)


def with_evening(run: Run, extra: date) -> Run:
    """Return the run with one evening more: the next session is held then, all later ones come forward.

    Raises:
        EveningTaken, WrongDate: when no session would come after it, or one after it was held.
    """
    _check_free(run, extra)
    if not run.coming or extra > run.dates[-1]:
        raise WrongDate(field=NEW_DATE, reason="no session comes after it")
    return _checked(run, _dated(run, [*run.dates[:-1], extra]))


def shift_taken_back(run: Run, day: date) -> Run:
    """Return the run with the cancelled evening of `day` again, all later sessions one turn earlier.

    Raises:
        WrongDate: when a session after it has been held already.
    """
    return with_evening(replace(run, blocked=run.blocked - {day}), day)


def made_up_taken_back(run: Run, session_id: SessionId, day: date) -> Run:
    """Return the run with this session on its first evening again.

    Raises:
        CancelledTooLate, EveningTaken, WrongDate.
    """
    return moved(replace(run, blocked=run.blocked - {day}), session_id, day)


def held_after_all(run: Run, gone: Slot) -> Run:
    """Return the run with a session again that was not to be held.

    Raises:
        EveningTaken, WrongDate.
    """
    free = replace(run, blocked=run.blocked - {gone.on_date})
    _check_free(free, gone.on_date)
    again = replace(free, coming=(*free.coming, gone))
    return _checked(run, _dated(again, [*free.dates, gone.on_date]))


def replanned(run: Run, after: date, from_number: int = 0) -> Run:
    """Return the run with all that can move, from a number on, on the group's next turns after a day."""
    kept = [slot.on_date for slot in run.coming if slot.number < from_number]
    last = max([after, *kept, *(slot.on_date for slot in run.fixed)])
    dates = kept
    for _ in range(len(run.coming) - len(kept)):
        last = run.rhythm.next_turn(last, run.blocked)
        dates.append(last)
    return _dated(run, dates)


def changes(before: Run, after: Run) -> dict[SessionId, date]:
    """Return the new date of every session whose date is another one."""
    old = {slot.session_id: slot.on_date for slot in before.coming}
    return {s.session_id: s.on_date for s in after.coming if old.get(s.session_id) != s.on_date}


def out_of_order(slots: Sequence[Slot], blocked: frozenset[date]) -> bool:
    """Say whether two sessions share a date, stand on a cancelled evening, or have changed their order."""
    dates = [slot.on_date for slot in sorted(slots, key=lambda slot: slot.number)]
    return dates != sorted(set(dates)) or bool(blocked & set(dates))


def _dated(run: Run, dates: Iterable[date]) -> Run:
    """Give what can move these dates, in order."""
    in_turn = sorted(run.coming, key=lambda slot: slot.number)
    pairs = zip(in_turn, sorted(dates), strict=True)
    return replace(run, coming=tuple(replace(slot, on_date=day) for slot, day in pairs))


def _alone(run: Run, session_id: SessionId, day: date, to: date, blocked: frozenset[date]) -> Run:
    after = _dated(replace(run, blocked=blocked), [*(other for other in run.dates if other != day), to])
    if set(changes(run, after)) - {session_id}:
        raise WrongDate(field=NEW_DATE, reason="the sessions would change their order")
    return _checked(run, after)


def _check_free(run: Run, day: date) -> None:
    if day in run.blocked or any(slot.on_date == day for slot in (*run.fixed, *run.coming)):
        raise EveningTaken(day=day_in_words(day))


def _checked(before: Run, after: Run) -> Run:
    """Refuse dates that would put a session on the wrong side of one that was held."""
    new = changes(before, after)
    for slot in after.coming:
        if slot.session_id in new and any(
            (slot.number - held.number) * (slot.on_date - held.on_date).days <= 0 for held in after.fixed
        ):
            raise WrongDate(field=NEW_DATE, reason="the sessions would change their order")
    return after
