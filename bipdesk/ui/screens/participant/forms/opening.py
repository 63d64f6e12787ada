"""Why a form is opened, and what for."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.answer_set import AnswerSet
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.instrument import Instrument


class Purpose(StrEnum):
    """What somebody wants of a form."""

    FILL_IN = "fill-in"
    CORRECT = "correct"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Opening:
    """A form with the answers that it shows; None for none yet."""

    instrument: Instrument
    participant_id: ParticipantId
    purpose: Purpose = Purpose.FILL_IN
    answer_set: AnswerSet | None = None

    @property
    def subject(self) -> UUID:
        """Return what a draft of it is about: the answers, or the person who has none yet."""
        return self.participant_id if self.answer_set is None else self.answer_set.answer_set_id

    @property
    def draft_key(self) -> str:
        """Return what a draft of it is called: another version or purpose is another form."""
        return f"form {self.instrument.id} {self.instrument.version} {self.purpose}"
