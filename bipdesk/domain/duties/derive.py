"""What is due now, and what was due and is no longer: both derived from the same facts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bipdesk.domain.duties.facts import CaseFacts, NoticeFact, ProgrammeFacts
from bipdesk.domain.duties.gone import NoLongerDue
from bipdesk.domain.duties.of_cases import of_absences, of_time, of_turns
from bipdesk.domain.duties.of_incidents import of_incidents
from bipdesk.domain.duties.of_programme import of_programme
from bipdesk.domain.duties.owed import Owed, OwedBy
from bipdesk.domain.duties.words import duty_of
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.pack import Pack


def owed_about(case: CaseFacts, pack: Pack, free: frozenset[date]) -> Iterator[Owed]:
    """Yield all that the facts about one participant ever made due, given or not, taken back or not."""
    yield from of_incidents(case, pack, free)
    yield from of_absences(case, pack, free)
    yield from of_turns(case, pack, free)
    yield from of_time(case, pack, free)


def open_about(case: CaseFacts, pack: Pack, today: date, free: frozenset[date]) -> tuple[Owed, ...]:
    """Return what is due about one participant today, the soonest first."""
    found = (
        owed for owed in owed_about(case, pack, free) if owed.withdrawn is None and owed.begins_on <= today
    )
    return tuple(sorted((o for o in found if not _given(o, case.notices)), key=lambda o: o.rule.due_on))


def duties(facts: ProgrammeFacts, pack: Pack, today: date, free: frozenset[date]) -> tuple[Duty, ...]:
    """Return what is due today: to whom, by when, why, and what ends it; the soonest first.

    One duty for each participant, notice and recipient: three absences are one notice. `free` are the public
    holidays of all years that deadlines reach into. Each rule is taken as it was in force on the day of its
    fact; a rule that nobody verified makes no duty.
    """
    found: list[Duty] = []
    for case in facts.cases:
        for several in _together(open_about(case, pack, today, free)):
            found.append(duty_of(several, case.participant_id, case.name))
    for owed in of_programme(facts, pack, today, free):
        if not _given(owed, facts.returns):
            found.append(duty_of((owed,), facts.programme_id, ""))
    return tuple(sorted(found, key=lambda duty: (duty.due_on or today, duty.title)))


def no_longer_due(
    facts: ProgrammeFacts, pack: Pack, today: date, free: frozenset[date]
) -> tuple[NoLongerDue, ...]:
    """Return what was due and disappeared because its fact was taken back, the newest first.

    A notice that had been given by then was never open, so it is not among them.
    """
    found = [
        NoLongerDue(
            case.participant_id,
            case.name,
            owed.what,
            owed.to,
            owed.why,
            owed.withdrawn,
            owed.rule.citation,
        )
        for case in facts.cases
        for owed in owed_about(case, pack, free)
        if owed.withdrawn is not None and _was_due(owed, case.notices, today)
    ]
    return tuple(sorted(found, key=lambda each: each.withdrawn.on, reverse=True))


def returns_due(facts: ProgrammeFacts, pack: Pack, today: date, free: frozenset[date]) -> tuple[OwedBy, ...]:
    """Return the returns of the programme that are owed, the oldest first."""
    found = of_programme(facts, pack, today, free)
    return tuple(OwedBy(owed, None, "") for owed in found if not _given(owed, facts.returns))


def _given(owed: Owed, notices: Iterable[NoticeFact]) -> bool:
    return owed.done or any(owed.met_by(notice) for notice in notices)


def _was_due(owed: Owed, notices: Iterable[NoticeFact], today: date) -> bool:
    """Say whether it stood open when its fact was taken back."""
    gone = owed.withdrawn
    if gone is None or owed.done or not owed.begins_on <= gone.on <= today:
        return False
    return not any(owed.met_by(notice) and notice.told_on <= gone.on for notice in notices)


def _together(found: Sequence[Owed]) -> Iterator[tuple[Owed, ...]]:
    """Yield what one letter or call can do, as one: several absences are one notice."""
    alike: dict[tuple[DutyKind, str], list[Owed]] = {}
    for owed in found:
        alike.setdefault((owed.duty, owed.to), []).append(owed)
    for several in alike.values():
        yield tuple(several)
