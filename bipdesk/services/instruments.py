"""Filling in forms: which there are, answers half done and finished, corrections that keep what was there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.answer_set import (
    AnswerDetails,
    AnswerSet,
    AnswerState,
    FilledForm,
    FormsOfFile,
    InstrumentLine,
    Instruments,
)
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, RowMissing
from bipdesk.domain.form_state import evaluate
from bipdesk.domain.ids import AnswerSetId, ParticipantId, Seen
from bipdesk.domain.instrument import FOR_THE_FILE, Instrument
from bipdesk.domain.instrument_start import without_hidden
from bipdesk.domain.intake_errors import AnswersFinished, AnswersIncomplete, AnswersTooLong

CHANGED = frozenset({Topic.FORMS})
LONGEST_ANSWERS = 300_000
"""Characters of all answers together: what is stored has to fit into one entry of the journal."""


class InstrumentService:
    """Instruments of this program and of this programme, and what was answered."""

    def __init__(self, records: RecordsFile, instruments: Instruments, clock: Clock) -> None:
        self._records = records
        self._instruments = instruments
        self._clock = clock

    @property
    def released(self) -> Instruments:
        """Return the instruments that came with the program."""
        return self._instruments

    # Which there are

    def listed(self, purpose: str = FOR_THE_FILE) -> tuple[InstrumentLine, ...]:
        """Return the newest version of each instrument for `purpose` ("" for all), imported ones last."""
        with self._records.unit() as unit:
            return self._lines(unit, purpose)

    def _lines(self, unit: Unit, purpose: str) -> tuple[InstrumentLine, ...]:
        released = sorted({found.id for found in self._instruments if purpose in ("", found.purpose)})
        lines = [_line(found) for found in map(self._instruments.newest, released) if found is not None]
        newest = {form.instrument.id: form for form in unit.instruments.forms()}
        imported = [
            replace(_line(form.instrument), imported=form)
            for form in newest.values()
            if purpose in ("", form.instrument.purpose)
        ]
        return (*lines, *imported)

    def definition(self, instrument_id: str, version: int = 0) -> Instrument:
        """Return one version of an instrument, or with 0 the newest.

        Raises:
            RowMissing: when there is none.
        """
        with self._records.unit() as unit:
            return self._definition(unit, instrument_id, version)

    def _definition(self, unit: Unit, instrument_id: str, version: int) -> Instrument:
        released = (
            self._instruments.of(instrument_id, version)
            if version
            else self._instruments.newest(instrument_id)
        )
        if released is not None:
            return released
        for form in reversed(unit.instruments.forms()):
            if form.instrument.id == instrument_id and version in (0, form.instrument.version):
                return form.instrument
        raise RowMissing(what="The form")

    # What was answered

    def answers_of(
        self, participant_id: ParticipantId | None, instrument_id: str = ""
    ) -> tuple[AnswerSet, ...]:
        """Return what was filled in about a participant (None: about the programme), newest first.

        Corrected ones are among them: each says what counts instead.
        """
        with self._records.unit() as unit:
            if participant_id is not None:
                unit.rows.note(Verb.READ, "answer_set", participant_id)
            return unit.instruments.of(participant_id, instrument_id)

    def of_file(self, participant_id: ParticipantId) -> FormsOfFile:
        """Return the forms that can be filled in for a participant, and those that were.

        What belongs to a part of the program of its own (suitability) is shown there, not here.
        """
        with self._records.unit() as unit:
            lines = {line.instrument_id: line for line in self._lines(unit, FOR_THE_FILE)}
            unit.rows.note(Verb.READ, "answer_set", participant_id)
            filled = tuple(
                FilledForm(lines[found.details.instrument_id].title, found)
                for found in unit.instruments.of(participant_id)
                if found.details.instrument_id in lines
            )
        return FormsOfFile(tuple(line for line in lines.values() if not line.is_retired), filled)

    def answer_set(self, answer_set_id: AnswerSetId) -> AnswerSet:
        """Return one filling in.

        Raises:
            RowMissing.
        """
        with self._records.unit() as unit:
            return unit.instruments.one(answer_set_id)

    def start(
        self,
        instrument: Instrument,
        participant_id: ParticipantId | None,
        answers: Mapping[str, object],
        given_on: date,
        *,
        finished: bool = False,
    ) -> Changes:
        """Store answers for the first time, half done or finished.

        Raises:
            AnswersIncomplete: when they are to be finished and are not.
            AnswersTooLong, DateInFuture.
        """
        details = AnswerDetails(
            participant_id,
            instrument.id,
            instrument.version,
            self._instruments.digest(instrument),
            given_on,
            AnswerState.FINAL if finished else AnswerState.DRAFT,
            answers,
        )
        details = self._checked(instrument, details)
        with self._records.unit() as unit:
            row_id, seen = unit.instruments.add(details, self._records.actor)
        return Changes(CHANGED, row_id, seen)

    def save(
        self, answer_set_id: AnswerSetId, answers: Mapping[str, object], given_on: date, seen: Seen
    ) -> Changes:
        """Store answers that are not finished yet.

        Raises:
            AnswersFinished, AnswersTooLong, DateInFuture, RowMissing.
        """
        return self._write(answer_set_id, (answers, given_on, AnswerState.DRAFT), seen)

    def finish(
        self, answer_set_id: AnswerSetId, answers: Mapping[str, object], given_on: date, seen: Seen
    ) -> Changes:
        """Store answers for good; from now on they can only be corrected.

        Raises:
            AnswersIncomplete: when something required is missing, or an answer is wrong.
            AnswersFinished, AnswersTooLong, DateInFuture, RowMissing.
        """
        return self._write(answer_set_id, (answers, given_on, AnswerState.FINAL), seen)

    def correct(self, answer_set_id: AnswerSetId, answers: Mapping[str, object], given_on: date) -> Changes:
        """Store finished answers that count instead of others; those stay and say what replaced them.

        The version is that in which they were given: a newer one asks something else.
        Raises:
            AnswersIncomplete, AnswersFinished (corrected before), AnswersTooLong, DateInFuture, RowMissing.
        """
        with self._records.unit() as unit:
            before = unit.instruments.one(answer_set_id)
            if not before.counts:
                raise AnswersFinished()
            instrument = self._definition(unit, before.details.instrument_id, before.details.version)
            details = replace(before.details, answers=answers, given_on=given_on)
            details = self._checked(instrument, details)
            row_id, seen = unit.instruments.add(details, self._records.actor, answer_set_id)
        return Changes(CHANGED, row_id, seen)

    def remove(self, answer_set_id: AnswerSetId, seen: Seen) -> Changes:
        """Take away answers that were begun by mistake; `restore` undoes it.

        Raises:
            AnswersFinished: finished answers are corrected, never taken away.
        """
        with self._records.unit() as unit:
            if unit.instruments.one(answer_set_id).is_final:
                raise AnswersFinished()
            token = unit.instruments.remove(answer_set_id, seen, "entered-by-mistake")
        return Changes(CHANGED, answer_set_id, token)

    def restore(self, answer_set_id: AnswerSetId) -> Changes:
        """Put back answers that were taken away."""
        with self._records.unit() as unit:
            token = unit.instruments.restore(answer_set_id)
        return Changes(CHANGED, answer_set_id, token)

    def _write(
        self, answer_set_id: AnswerSetId, given: tuple[Mapping[str, object], date, AnswerState], seen: Seen
    ) -> Changes:
        answers, given_on, state = given
        with self._records.unit() as unit:
            before = unit.instruments.one(answer_set_id)
            if before.is_final:
                raise AnswersFinished()
            instrument = self._definition(unit, before.details.instrument_id, before.details.version)
            details = replace(before.details, answers=answers, given_on=given_on, state=state)
            details = self._checked(instrument, details)
            token = unit.instruments.change(answer_set_id, details, seen)
        return Changes(CHANGED, answer_set_id, token)

    def _checked(self, instrument: Instrument, details: AnswerDetails) -> AnswerDetails:
        """Return what is stored: of finished answers only those that were asked in the end."""
        if details.given_on > self._clock.today():
            raise DateInFuture(field="The date")
        if len(details.written) > LONGEST_ANSWERS:
            raise AnswersTooLong(most=LONGEST_ANSWERS)
        if details.state is AnswerState.DRAFT:
            return details
        state = evaluate(instrument, details.answers, details.given_on)
        if state.problems:
            raise AnswersIncomplete(number=len(state.problems))
        return replace(details, answers=without_hidden(details.answers, state))


def _line(instrument: Instrument) -> InstrumentLine:
    asked = sum(question.kind.is_asked for question in instrument.questions)
    title = instrument.title.text()
    return InstrumentLine(
        instrument.id,
        instrument.version,
        title,
        instrument.source,
        asked,
        instrument.languages,
        instrument.purpose,
    )
