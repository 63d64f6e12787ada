"""What risk makes due: an answer "now", reassessment, flags to look at again, steps of plans."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.harm import HarmAnswer, HarmAsked
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import Journey
from bipdesk.domain.participant import ListedParticipant
from bipdesk.domain.reassessment import (
    AT_INTAKE,
    DROP_OUT_WINDOW,
    NOTICE,
    Happened,
    NamedFacts,
    Reason,
    RiskFacts,
    facts_of,
    modules_ended,
    reasons,
)
from bipdesk.domain.referral import HERE
from bipdesk.domain.risk import Visibility

TEAM, COORDINATORS = Visibility.read_by(False), Visibility.read_by(True)


def harm_duties(unit: Unit, _today: date) -> Iterator[Duty]:
    """Yield whom something must be done about today; two queries."""
    for participant_id, name, asked in unit.harm.urgent():
        yield Duty(
            DutyKind.HARM_NOW,
            participant_id,
            f"Act today: {name} has thoughts of {_of_what(asked)}",
            "What to do stands in his file; the duty ends when what was done is written there",
            asked.asked_on,
        )


def plan_duties(unit: Unit, today: date) -> Iterator[Duty]:
    """Yield flags to be looked at and steps of plans that are due; two queries."""
    for flagged, name, flag in unit.risks.to_review(today + NOTICE):
        yield Duty(
            DutyKind.REVIEW_FLAG,
            flagged,
            f"Look again at a red flag of {name}",
            flag.kind.label,
            flag.review_on,
            for_coordinator=flag.visibility is Visibility.COORDINATOR,
        )
    for planned, name, owner, step in unit.risks.to_do(today + NOTICE):
        yield Duty(DutyKind.RISK_ACTION, planned, f"Plan for {name}: {step.what}", owner, step.by_on)


def reassessment_duties(
    unit: Unit, today: date, traced: Sequence[tuple[ListedParticipant, Journey]]
) -> Iterator[Duty]:
    """Yield whose risk is to be assessed anew, and why; six queries, however many participants."""
    ended = {person.participant_id: modules_ended(journey) for person, journey in traced}
    people = [*_here(unit), *unit.risks.left_since(today - DROP_OUT_WINDOW)]
    ids = {person.participant_id for person in people}
    assessed = unit.risks.last_assessed(ids)
    of_team, of_all = (unit.risks.last_flagged(ids, who) for who in (TEAM, COORDINATORS))
    asked: set[ParticipantId] = set()
    for person in people:
        who = person.participant_id
        if who in asked:
            continue  # he left and came back: what counts is that he is here
        asked.add(who)
        facts = replace(person.facts, assessed=assessed.get(who), modules_ended=ended.get(who, ()))
        team, coordinators = (_due(facts, found.get(who), today) for found in (of_team, of_all))
        due = team or coordinators
        if due:
            title = f"Assess the risk of {person.name} anew"
            yield Duty(
                DutyKind.ASSESS_RISK, who, title, in_words(due), due[0].due_on, for_coordinator=not team
            )


def in_words(due: Sequence[Reason]) -> str:
    """Return the reasons as one sentence."""
    words = "; ".join(reason.words for reason in due)
    return words[:1].upper() + words[1:]


def _here(unit: Unit) -> Iterator[NamedFacts]:
    for state, given, family in unit.referrals.in_status([*AT_INTAKE, *HERE]):
        yield NamedFacts(state.participant_id, f"{given[:1]}. {family}", facts_of(state))


def _due(facts: RiskFacts, flagged: Happened | None, today: date) -> tuple[Reason, ...]:
    found = reasons(replace(facts, flagged=flagged))
    return tuple(reason for reason in found if reason.due_on <= today + NOTICE)


def _of_what(asked: HarmAsked) -> str:
    both = {"suicide": asked.suicidal, "killing somebody": asked.homicidal}
    return " and ".join(words for words, answer in both.items() if answer is HarmAnswer.NOW)
