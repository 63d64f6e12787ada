"""Answers that somebody gave to an instrument: kept with the version they were given in."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.ids import UNSEEN, AnswerSetId, ImportedFormId, ParticipantId, Seen
from bipdesk.domain.instrument import FOR_THE_FILE, Instrument
from bipdesk.domain.instrument_writing import digest_of


class AnswerState(StrEnum):
    """How far the answers are."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class AnswerDetails:
    """What is stored of one filling in: for whom, by which definition, when, and what was answered."""

    participant_id: ParticipantId | None
    """None for an instrument about the programme itself."""
    instrument_id: str
    version: int
    digest: str
    """Of the whole definition (`digest_of`): tells a form that was changed without a new version."""
    given_on: date
    state: AnswerState
    answers: Mapping[str, object]

    @property
    def written(self) -> str:
        """Return the answers as they are stored: JSON by the name of the question."""
        return json.dumps(dict(self.answers), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """Answers as they are stored."""

    answer_set_id: AnswerSetId
    details: AnswerDetails
    by: str = ""
    """Who gave or wrote them down; "" when that person is not known here."""
    replaces: AnswerSetId | None = None
    replaced_by: AnswerSetId | None = None
    """The correction that counts instead; what it corrects is kept."""
    seen: Seen = UNSEEN

    @property
    def is_final(self) -> bool:
        """Say whether they were finished."""
        return self.details.state is AnswerState.FINAL

    @property
    def counts(self) -> bool:
        """Say whether they are finished and were not corrected since."""
        return self.is_final and self.replaced_by is None


@dataclass(frozen=True, slots=True)
class ImportedForm:
    """A form that was taken over from a workbook."""

    form_id: ImportedFormId
    instrument: Instrument
    imported_on: date
    by: str
    retired_on: date | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """One instrument in the list: its newest version."""

    instrument_id: str
    version: int
    title: str
    source: str
    questions: int
    languages: tuple[str, ...]
    purpose: str = FOR_THE_FILE
    imported: ImportedForm | None = None
    """None for one that came with the program."""

    @property
    def is_retired(self) -> bool:
        """Say whether it is no longer to be filled in."""
        return self.imported is not None and self.imported.retired_on is not None


@dataclass(frozen=True, slots=True)
class FilledForm:
    """Answers with the title of the form they were given to."""

    title: str
    answer_set: AnswerSet


@dataclass(frozen=True, slots=True)
class FormsOfFile:
    """What the forms' part of one participant's file shows."""

    offered: tuple[InstrumentLine, ...]
    filled: tuple[FilledForm, ...]
    """Newest first."""


class Instruments:
    """The instruments that came with the program, every version of each."""

    def __init__(self, released: Iterable[Instrument]) -> None:
        self._by_key = {(instrument.id, instrument.version): instrument for instrument in released}
        self._digests = {key: digest_of(instrument) for key, instrument in self._by_key.items()}

    def __iter__(self) -> Iterator[Instrument]:
        return iter(self._by_key.values())

    def newest(self, instrument_id: str) -> Instrument | None:
        """Return the highest version of an instrument; None when none of this id came with the program."""
        versions = [version for found, version in self._by_key if found == instrument_id]
        return self._by_key[instrument_id, max(versions)] if versions else None

    def of(self, instrument_id: str, version: int) -> Instrument | None:
        """Return one version, or None."""
        return self._by_key.get((instrument_id, version))

    def digest(self, instrument: Instrument) -> str:
        """Return the digest of an instrument; those of released ones are worked out once."""
        found = self._by_key.get((instrument.id, instrument.version))
        if found is instrument:
            return self._digests[instrument.id, instrument.version]
        return digest_of(instrument)

    def for_purpose(self, purpose: str = FOR_THE_FILE) -> tuple[Instrument, ...]:
        """Return the newest version of each instrument for this purpose, in the order of their ids."""
        ids = sorted({found.id for found in self if found.purpose == purpose})
        newest = (self.newest(instrument_id) for instrument_id in ids)
        return tuple(found for found in newest if found is not None)
