"""Suitability: what the answers to an eligibility file come to, and who may decide otherwise.

The criteria are data (`resources/instruments/suitability-*.toml`, Source 003); the rules here are the same
for every such file. Nobody is suitable because nothing speaks against him: the file says when somebody is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.answer_reading import criterion_parts
from bipdesk.domain.form_state import FormState
from bipdesk.domain.ids import ParticipantId, ReferralId
from bipdesk.domain.instrument import Instrument, Question, QuestionKind

PURPOSE = "suitability"
"""What an instrument says of itself that is an eligibility file."""
USUAL = "suitability-bbr"
"""The eligibility file of a programme that has not chosen another."""


class Outcome(StrEnum):
    """What an assessment comes to."""

    SUITABLE = "suitable"
    UNSUITABLE = "unsuitable"
    REFER_ON = "refer-on"
    NOT_KNOWN = "not-known"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return {Outcome.REFER_ON: "Refer on", Outcome.NOT_KNOWN: "Not yet known"}.get(
            self, self.value.capitalize()
        )


FINAL = "unsuitable-final"
NOTE = "note"
OUTCOMES = frozenset({*Outcome, FINAL, NOTE})
"""The outcomes that the findings of an eligibility file may name."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say of some answers; it changes with every answer until somebody decides."""

    outcome: Outcome
    reasons: tuple[str, ...]
    is_final: bool = False
    """Extreme denial: nobody can override it, he can be assessed again later (Source 003)."""
    notes: tuple[str, ...] = ()
    """What should be known besides: for example that one of few places is needed."""
    unfit: tuple[str, ...] = ()
    """What must be mended before it can be decided: evidence that is missing, answers nobody can read."""

    @property
    def may_be_decided(self) -> bool:
        """Say whether the answers are enough for a decision."""
        return self.outcome is not Outcome.NOT_KNOWN and not self.unfit


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody decides on a day."""

    outcome: Outcome
    on_date: date
    override_reason: str = ""
    """Why a coordinator decides otherwise than the rules say; empty when the rules are followed."""
    assess_again_on: date | None = None
    referred_to: tuple[str, ...] = ()
    """The services he was told of."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict as it was written down, with what it was made from; it is never changed."""

    participant_id: ParticipantId
    referral_id: ReferralId
    answer_set_id: UUID
    instrument: tuple[str, int]
    """Id and version of the eligibility file."""
    by_rules: Outcome
    was_final: bool
    reasons: tuple[str, ...]
    verdict: Verdict
    by: str = ""
    """Who decided."""

    @property
    def is_override(self) -> bool:
        """Say whether somebody decided otherwise than the criteria say."""
        return self.verdict.outcome is not self.by_rules

    @property
    def reason_in_words(self) -> str:
        """Return why, as it stands with the referral."""
        words = " ".join(self.reasons)
        if not self.is_override:
            return words
        by_rules = f"(By the criteria: {self.by_rules.label.lower()}. {words})"
        return f"{self.verdict.override_reason.strip()} {by_rules}"


@dataclass(frozen=True, slots=True)
class AssessAgain:
    """Somebody who was found unsuitable and can be assessed again from a day on."""

    participant_id: ParticipantId
    given_name: str
    family_name: str
    on_date: date


def judge(instrument: Instrument, state: FormState) -> Judgement:
    """Return what the answers come to (Source 003).

    Extreme denial is unsuitable whatever else is answered; otherwise one unmet criterion is enough to be
    unsuitable, then to be referred on; suitable is he of whom the file says so.
    """
    said: dict[str, list[str]] = {}
    for finding in state.findings:
        said.setdefault(finding.outcome, []).append(state.filled(finding.words.text(), finding.name))
    final, unsuitable = said.get(FINAL, []), said.get(Outcome.UNSUITABLE, [])
    refer_on, suitable = said.get(Outcome.REFER_ON, []), said.get(Outcome.SUITABLE, [])
    notes, unfit = tuple(said.get(NOTE, [])), _unfit(instrument, state)
    if final or unsuitable:
        reasons = (*final, *unsuitable, *refer_on)
        return Judgement(Outcome.UNSUITABLE, reasons, bool(final), notes, unfit)
    if refer_on:
        return Judgement(Outcome.REFER_ON, tuple(refer_on), False, notes, unfit)
    if suitable:
        return Judgement(Outcome.SUITABLE, tuple(suitable), False, notes, unfit)
    return Judgement(Outcome.NOT_KNOWN, _open(instrument, state), False, notes, unfit)


def may_decide(judgement: Judgement, outcome: Outcome, is_coordinator: bool) -> bool:
    """Say whether somebody may decide `outcome`: what the rules say, or as coordinator with a reason.

    Extreme denial stays unsuitable for everybody; what is not known is decided by nobody.
    """
    if not judgement.may_be_decided or outcome is Outcome.NOT_KNOWN:
        return False
    return outcome is judgement.outcome or (is_coordinator and not judgement.is_final)


def foreign_sources(instrument: Instrument, answers: Mapping[str, object]) -> tuple[str, ...]:
    """Return the labels of the criteria whose evidence comes from a source that the file does not offer.

    What a partner said never stands on this side, so the sources are closed (design: the safety wall).
    """
    return tuple(
        question.label.text()
        for question in instrument.questions
        if question.kind is QuestionKind.CRITERION
        and not _offered(question, criterion_parts(answers.get(question.name))[2])
    )


def _offered(question: Question, source: str) -> bool:
    return not source or source.casefold() in (each.casefold() for each in question.sources)


def _open(instrument: Instrument, state: FormState) -> tuple[str, ...]:
    """Return the questions that are asked and not answered, or answered with "unknown"."""
    return tuple(
        question.label.text()
        for question in instrument.questions
        if question.kind.is_asked
        and state.places[question.name].visible
        and state.places[question.name].required
        and state.values.get(question.name, "unknown") == "unknown"
    )


def _unfit(instrument: Instrument, state: FormState) -> tuple[str, ...]:
    """Return what is wrong with questions that were answered; the unanswered ones are another thing."""
    labels = {question.name: question.label.text() for question in instrument.questions}
    return tuple(
        f"{labels.get(path, path)}: {problem}" for path, problem in state.problems if path in state.values
    )
