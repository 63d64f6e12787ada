"""What a person does about suitability: answer the criteria, half-done or whole, and decide (Source 003)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.answer_set import AnswerDetails, AnswerSet, AnswerState, Instruments
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NotAllowed, NothingEntered, RowMissing, WrongDate
from bipdesk.domain.form_state import evaluate
from bipdesk.domain.ids import UNSEEN, AnswerSetId, ParticipantId, Seen
from bipdesk.domain.instrument import Instrument
from bipdesk.domain.intake_errors import (
    EvidenceFromElsewhere,
    ExtremeDenialStands,
    SuitabilityNotDue,
    SuitabilityOpen,
)
from bipdesk.domain.referral import ReferralState, Status
from bipdesk.domain.service_directory import ServiceEntry, in_order
from bipdesk.domain.suitability import (
    PURPOSE,
    USUAL,
    Decision,
    Judgement,
    Outcome,
    Verdict,
    foreign_sources,
    judge,
    may_decide,
)

CHANGED = frozenset({Topic.SUITABILITY})
DECIDED = CHANGED | {Topic.PARTICIPANTS}
BEFORE = frozenset({Status.REFERRED, Status.CONTACTED, Status.ASSESSED, Status.SUITABLE, Status.UNSUITABLE})
"""As long as a referral stands here, its suitability can be judged, or judged again."""


@dataclass(frozen=True, slots=True)
class Working:
    """The answers that are being written, and the tokens they were loaded with."""

    answers: Mapping[str, object]
    answer_set_id: AnswerSetId | None = None
    """None while nothing was saved."""
    seen: Seen = UNSEEN
    referral_seen: Seen = UNSEEN


@dataclass(frozen=True, slots=True)
class SuitabilityFile:
    """All that the tab shows of one participant."""

    participant_id: ParticipantId
    referral: ReferralState
    instrument: Instrument
    """In the version in which the answers are given."""
    working: Working
    decisions: tuple[Decision, ...]
    """Newest first, of every referral of his."""
    services: tuple[ServiceEntry, ...]
    """Where somebody can be referred on to."""
    may_override: bool
    today: date

    @property
    def is_open(self) -> bool:
        """Say whether there is something to decide."""
        return self.referral.status in BEFORE

    @property
    def decided(self) -> Decision | None:
        """Return the decision that stands for this referral; None while answers wait for a new one."""
        newest = next((d for d in self.decisions if d.referral_id == self.referral.referral_id), None)
        return None if newest is None or self.working.answer_set_id is not None else newest


class SuitabilityService:
    """Suitability by the eligibility file the programme has chosen."""

    def __init__(
        self, records: RecordsFile, instruments: Instruments, clock: Clock, coordinates: bool
    ) -> None:
        """`coordinates`: the person signed in is a coordinator, who may override with a reason."""
        self._records = records
        self._instruments = instruments
        self._clock = clock
        self._coordinates = coordinates

    def eligibility_files(self) -> tuple[tuple[str, str], ...]:
        """Return id and title of the files a programme can choose from."""
        return tuple((each.id, each.title.text()) for each in self._instruments.for_purpose(PURPOSE))

    def file(self, participant_id: ParticipantId) -> SuitabilityFile:
        """Return all that the tab shows; the reading is audited.

        Answers half-done stay in the version they were begun in; after a decision its answers are shown.
        """
        with self._records.unit() as unit:
            unit.rows.note(Verb.READ, "suitability", participant_id)
            referral = unit.referrals.latest(participant_id)
            decisions = unit.suitability.of(participant_id)
            chosen = self._chosen(unit)
            sets = unit.instruments.of(participant_id)
            begun = next((each for each in sets if not each.is_final and self._fits(each, chosen)), None)
            instrument, working = chosen, Working({}, referral_seen=referral.seen)
            if begun is not None:
                instrument = self._version(begun)
                working = Working(begun.details.answers, begun.answer_set_id, begun.seen, referral.seen)
            else:
                instrument, working = self._last(decisions, referral, sets) or (instrument, working)
            return SuitabilityFile(
                participant_id=participant_id,
                referral=referral,
                instrument=instrument,
                working=working,
                decisions=decisions,
                services=in_order(unit.directory.entries()),
                may_override=self._coordinates,
                today=self._clock.today(),
            )

    def judge(self, instrument: Instrument, answers: Mapping[str, object]) -> Judgement:
        """Return what these answers come to today; asks no file."""
        return judge(instrument, evaluate(instrument, answers, self._clock.today()))

    def answers_of(self, decision: Decision) -> tuple[Instrument, Mapping[str, object]]:
        """Return the form and the answers a decision was made from."""
        with self._records.unit() as unit:
            found = unit.instruments.one(AnswerSetId(decision.answer_set_id))
            return self._version(found), found.details.answers

    def save(self, participant_id: ParticipantId, instrument: Instrument, working: Working) -> Changes:
        """Store answers half-done.

        Raises:
            EvidenceFromElsewhere: evidence may come from the sources the form offers alone.
        """
        _check_sources(instrument, working.answers)
        with self._records.unit() as unit:
            state = (self._clock.today(), AnswerState.DRAFT)
            row_id, seen = self._store(unit, (participant_id, instrument), working, state)
        return Changes(CHANGED, row_id, seen)

    def start_over(self, participant_id: ParticipantId, working: Working) -> Changes:
        """Take away answers half-done; `bring_back` undoes it."""
        if working.answer_set_id is None:
            return Changes(CHANGED, participant_id)
        with self._records.unit() as unit:
            unit.instruments.remove(working.answer_set_id, working.seen, "entered-by-mistake")
        return Changes(CHANGED, participant_id)

    def bring_back(self, answer_set_id: AnswerSetId) -> Changes:
        """Undo `start_over`."""
        with self._records.unit() as unit:
            unit.instruments.restore(answer_set_id)
        return Changes(CHANGED, answer_set_id)

    def decide(
        self, participant_id: ParticipantId, instrument: Instrument, working: Working, verdict: Verdict
    ) -> Changes:
        """Store the answers and the decision, and move the referral: both, or neither.

        Raises:
            ExtremeDenialStands: it is beyond anybody's override (Source 003).
            SuitabilityOpen: while the answers are not enough, or evidence is missing.
            NotAllowed, NothingEntered: only a coordinator decides otherwise than the rules, with a reason.
            SuitabilityNotDue: when the referral is past this.
            EvidenceFromElsewhere, DateInFuture, WrongDate.
        """
        _check_sources(instrument, working.answers)
        judgement = judge(instrument, evaluate(instrument, working.answers, verdict.on_date))
        self._check(judgement, verdict)
        with self._records.unit() as unit:
            referral = unit.referrals.latest(participant_id)
            if referral.status not in BEFORE:
                raise SuitabilityNotDue(status=referral.status.label.lower())
            whose = (participant_id, instrument)
            row_id, _ = self._store(unit, whose, working, (verdict.on_date, AnswerState.FINAL))
            decision = Decision(
                participant_id=participant_id,
                referral_id=referral.referral_id,
                answer_set_id=row_id,
                instrument=(instrument.id, instrument.version),
                by_rules=judgement.outcome,
                was_final=judgement.is_final,
                reasons=judgement.reasons,
                verdict=verdict,
            )
            unit.suitability.add(decision, self._records.actor)
            if decision.is_override:
                unit.rows.note(Verb.CHANGED, "suitability_override", participant_id, verdict.override_reason)
            token = _move(unit, referral, working.referral_seen, decision)
        return Changes(DECIDED, participant_id, token)

    # Parts

    def _chosen(self, unit: Unit) -> Instrument:
        wanted = unit.offices.site().details.eligibility or USUAL
        found = self._instruments.newest(wanted) or self._instruments.newest(USUAL)
        if found is None:
            raise RowMissing(what="The form")
        return found

    def _version(self, answers: AnswerSet) -> Instrument:
        found = self._instruments.of(answers.details.instrument_id, answers.details.version)
        if found is None:
            raise RowMissing(what="The form")
        return found

    def _fits(self, answers: AnswerSet, chosen: Instrument) -> bool:
        return answers.details.instrument_id == chosen.id

    def _last(
        self, decisions: tuple[Decision, ...], referral: ReferralState, sets: tuple[AnswerSet, ...]
    ) -> tuple[Instrument, Working] | None:
        """Return the form and the answers that the standing decision of this referral was made from."""
        newest = next((each for each in decisions if each.referral_id == referral.referral_id), None)
        made_from = newest.answer_set_id if newest is not None else None
        answers = next((each for each in sets if each.answer_set_id == made_from), None)
        if answers is None:
            return None
        return self._version(answers), Working(answers.details.answers, referral_seen=referral.seen)

    def _store(
        self,
        unit: Unit,
        whose: tuple[ParticipantId, Instrument],
        working: Working,
        given: tuple[date, AnswerState],
    ) -> tuple[AnswerSetId, Seen]:
        participant_id, instrument = whose
        details = AnswerDetails(
            participant_id=participant_id,
            instrument_id=instrument.id,
            version=instrument.version,
            digest=self._instruments.digest(instrument),
            given_on=given[0],
            state=given[1],
            answers=working.answers,
        )
        if working.answer_set_id is None:
            return unit.instruments.add(details, self._records.actor)
        before = unit.instruments.one(working.answer_set_id)
        kept = replace(before.details, answers=working.answers, given_on=given[0], state=given[1])
        return working.answer_set_id, unit.instruments.change(working.answer_set_id, kept, working.seen)

    def _check(self, judgement: Judgement, verdict: Verdict) -> None:
        if verdict.on_date > self._clock.today():
            raise DateInFuture(field="The date of the decision")
        if verdict.assess_again_on is not None and verdict.assess_again_on <= verdict.on_date:
            raise WrongDate(field="Assess again on", reason="it is not after the decision")
        if not judgement.may_be_decided:
            raise SuitabilityOpen(reasons=" ".join(judgement.unfit or _open_words(judgement)))
        if verdict.outcome is not judgement.outcome:
            if judgement.is_final:
                raise ExtremeDenialStands
            if not may_decide(judgement, verdict.outcome, self._coordinates):
                raise NotAllowed(role="coordinator")
            if not verdict.override_reason.strip():
                raise NothingEntered(field="Why the decision departs from the criteria")


def _open_words(judgement: Judgement) -> tuple[str, ...]:
    return ("Not known yet: " + "; ".join(judgement.reasons) + ".",)


def _check_sources(instrument: Instrument, answers: Mapping[str, object]) -> None:
    for label in foreign_sources(instrument, answers):
        raise EvidenceFromElsewhere(field=label)


def _move(unit: Unit, referral: ReferralState, seen: Seen, decision: Decision) -> Seen:
    """Take the referral to assessed and to the decision; somebody who was assessed was contacted."""
    day, token = decision.verdict.on_date, seen
    if referral.status is Status.REFERRED:
        token = unit.referrals.move(
            referral.referral_id, Status.CONTACTED, day, token, "For the assessment of suitability"
        )
    if referral.status is not Status.ASSESSED:
        title = f"By {decision.instrument[0]}, version {decision.instrument[1]}"
        token = unit.referrals.move(referral.referral_id, Status.ASSESSED, day, token, title)
    suitable = decision.verdict.outcome is Outcome.SUITABLE
    decided = Status.SUITABLE if suitable else Status.UNSUITABLE
    return unit.referrals.move(referral.referral_id, decided, day, token, decision.reason_in_words)
