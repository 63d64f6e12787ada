"""What is due now, and what was due and is no longer: both derived from the same facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from bipdesk.domain.duties.facts import CaseFacts, NoticeFact, ProgrammeFacts, Withdrawn
from bipdesk.domain.duties.of_cases import of_absences, of_time, of_turns
from bipdesk.domain.duties.of_incidents import of_incidents
from bipdesk.domain.duties.of_programme import of_programme
from bipdesk.domain.duties.owed import Owed, OwedBy
from bipdesk.domain.duties.words import duty_of
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.no_longer_due import NoLongerDue
from bipdesk.domain.pack import Pack


def owed_about(case: CaseFacts, pack: Pack, free: frozenset[date]) -> Iterator[Owed]:
    """Yield all that the facts about one participant ever made due, given or not, taken back or not."""
    found = chain(
        of_incidents(case, pack, free),
        of_absences(case, pack, free),
        of_turns(case, pack, free),
        of_time(case, pack, free),
    )
    # Of a volunteer nobody outside is told: only police in danger, and what stays in the house.
    return (owed for owed in found if not owed.to_court) if case.voluntary else found


def open_about(case: CaseFacts, pack: Pack, today: date, free: frozenset[date]) -> tuple[Owed, ...]:
    """Return what is due about one participant today, the soonest first."""
    found = [owed for owed in owed_about(case, pack, free) if _is_open(owed, case.notices, today)]
    return tuple(sorted(found, key=_by_day))


@dataclass(frozen=True, slots=True)
class Derivation:
    """What follows from the facts today."""

    duties: tuple[Duty, ...]
    no_longer_due: tuple[NoLongerDue, ...]


def derive(facts: ProgrammeFacts, pack: Pack, today: date, free: frozenset[date]) -> Derivation:
    """Return what is due today and what is no longer due, each fact looked at once.

    One duty for each participant, notice and recipient: three absences are one notice. `free` are the public
    holidays of all years that deadlines reach into. Each rule is taken as it was in force on the day of its
    fact; a rule that nobody verified makes no duty. What was given before its fact was taken back was never
    open, so it is not among what is no longer due.
    """
    due: list[Duty] = []
    gone: list[NoLongerDue] = []
    for case in facts.cases:
        standing = []
        for owed in owed_about(case, pack, free):
            if owed.withdrawn is None:
                if _is_open(owed, case.notices, today):
                    standing.append(owed)
            elif _was_due(owed, owed.withdrawn, case.notices, today):
                gone.append(_entry(case, owed, owed.withdrawn))
        due += [duty_of(several, case.participant_id, case.name) for several in _together(standing)]
    for owed in of_programme(facts, pack, today, free):
        if not _given(owed, facts.returns):
            due.append(duty_of((owed,), facts.programme_id, ""))
    return Derivation(
        tuple(sorted(due, key=lambda duty: (duty.due_on or today, duty.title))),
        tuple(sorted(gone, key=lambda each: each.withdrawn.on, reverse=True)),
    )


def duties(facts: ProgrammeFacts, pack: Pack, today: date, free: frozenset[date]) -> tuple[Duty, ...]:
    """Return what is due today: to whom, by when, why, and what ends it; the soonest first."""
    return derive(facts, pack, today, free).duties


def no_longer_due(
    facts: ProgrammeFacts, pack: Pack, today: date, free: frozenset[date]
) -> tuple[NoLongerDue, ...]:
    """Return what was due and disappeared because its fact was taken back, the newest first."""
    return derive(facts, pack, today, free).no_longer_due


def returns_due(facts: ProgrammeFacts, pack: Pack, today: date, free: frozenset[date]) -> tuple[OwedBy, ...]:
    """Return the returns of the programme that are owed, the oldest first."""
    found = of_programme(facts, pack, today, free)
    return tuple(OwedBy(owed, None, "") for owed in found if not _given(owed, facts.returns))


def _by_day(owed: Owed) -> date:
    return owed.rule.due_on


def _is_open(owed: Owed, notices: Sequence[NoticeFact], today: date) -> bool:
    stands = owed.withdrawn is None and owed.begins_on <= today
    return stands and not _given(owed, notices)


def _given(owed: Owed, notices: Sequence[NoticeFact]) -> bool:
    return owed.done or any(owed.met_by(notice) for notice in notices)


def _was_due(owed: Owed, gone: Withdrawn, notices: Sequence[NoticeFact], today: date) -> bool:
    """Say whether it stood open when its fact was taken back."""
    if owed.done or not owed.begins_on <= gone.on <= today:
        return False
    return not any(owed.met_by(notice) and notice.told_on <= gone.on for notice in notices)


def _entry(case: CaseFacts, owed: Owed, gone: Withdrawn) -> NoLongerDue:
    return NoLongerDue(case.participant_id, case.name, owed.what, owed.to, owed.why, gone, owed.rule.citation)


def _together(found: Sequence[Owed]) -> Iterator[tuple[Owed, ...]]:
    """Yield what one letter or call can do, as one: several absences are one notice."""
    alike: dict[tuple[DutyKind, str], list[Owed]] = {}
    for owed in sorted(found, key=_by_day):
        alike.setdefault((owed.duty, owed.to), []).append(owed)
    for several in alike.values():
        yield tuple(several)
