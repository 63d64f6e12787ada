"""What a person does when it ends: sign a completion, record another end, take back a mistake."""

from datetime import date
from uuid import UUID

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.completion_dose import levels_of
from bipdesk.domain.completion_lines import CONFIRMED, Completion, Item, Line
from bipdesk.domain.delivery_errors import (
    CompletionNeedsTwo,
    CompletionRefused,
    ExitNotOpen,
    TransferUnauthorised,
)
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.exit import BEFORE_START, ExitDetails, ExitType, check_exit
from bipdesk.domain.ids import ParticipantId, Seen, StaffId
from bipdesk.domain.library import Library
from bipdesk.domain.pack import Pack
from bipdesk.domain.readiness import SecondPerson
from bipdesk.domain.referral import FINISHED, ReferralState, Status
from bipdesk.services.endings.completion_reading import completions
from bipdesk.services.endings.taking_back import take_back_exit
from bipdesk.services.endings.two_people import Confirm, second_of

CHANGED = frozenset({Topic.PARTICIPANTS, Topic.GROUPS, Topic.ENDINGS})
DECISION = "programme_exit"
"""What the audit calls a completion that was refused."""


class ExitService:
    """Exits of every kind; a completion only through its list, and by two people."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock, confirm: Confirm) -> None:
        """`confirm` checks a second person's sign-in name and passphrase and says who she is."""
        self._records = records
        self._library = library
        self._clock = clock
        self._confirm = confirm

    # The list

    def confirm(self, participant_id: ParticipantId, item: Item, on_date: date, words: str) -> Changes:
        """Store that somebody looked at what no register knows and says that it is so.

        Raises:
            NothingEntered: without what shows it; DateInFuture; ValueError: for what needs no confirmation.
        """
        if item not in CONFIRMED:
            raise ValueError(f"{item} is not confirmed by hand")
        if not words.strip():
            raise NothingEntered(field="What shows it")
        return self._confirmed(participant_id, item, on_date, words)

    def set_level(self, participant_id: ParticipantId, level: str) -> Changes:
        """Store at which level he is treated, one of those the rules of the place tell apart.

        Raises:
            NothingEntered: for another word.
        """
        today = self._clock.today()
        with self._records.unit() as unit:
            known = levels_of(self._pack(unit), today)
        if level not in known:
            raise NothingEntered(field="Level")
        return self._confirmed(participant_id, Item.LEVEL, today, level)

    def withdraw_confirmation(self, row_id: UUID) -> Changes:
        """Take out a confirmation given by mistake."""
        with self._records.unit() as unit:
            unit.endings.withdraw_confirmation(row_id)
        return Changes(frozenset({Topic.ENDINGS}), row_id)

    def _confirmed(self, participant_id: ParticipantId, item: Item, on_date: date, words: str) -> Changes:
        if on_date > self._clock.today():
            raise DateInFuture(field="Seen on")
        with self._records.unit() as unit:
            state = unit.referrals.latest(participant_id)
            row_id = unit.endings.confirm((participant_id, state.referral_id), item, on_date, words)
        return Changes(frozenset({Topic.ENDINGS}), row_id)

    # The end

    def complete(
        self, participant_id: ParticipantId, details: ExitDetails, second: SecondPerson, seen: Seen
    ) -> Changes:
        """Sign a completion: the list as it stands now is kept with both names.

        Raises:
            CompletionRefused: with every line that is not met, in one sentence each.
            ExitNotOpen: when he is not in the programme.
            NothingEntered, WrongPassphrase, SamePersonTwice; those of `check_exit`.
        """
        today = self._clock.today()
        if details.type is not ExitType.COMPLETED:
            raise ValueError("only a completion is signed")
        check_exit(details, today)
        with self._records.unit() as unit:
            lines = self._ready(unit, participant_id).lines
        signed = second_of(self._records, self._confirm, second, DECISION)
        with self._records.unit() as unit:
            # Again: the second person took her time, and somebody may have corrected a register meanwhile.
            lines = self._ready(unit, participant_id).lines
            state = unit.referrals.latest(participant_id)
            row_id = _end(unit, state, details, (self._records.actor, signed), seen, lines)
            unit.rows.note(Verb.AGREED, DECISION, row_id)
        return Changes(CHANGED, row_id)

    def end(self, participant_id: ParticipantId, details: ExitDetails, seen: Seen) -> Changes:
        """Record an end other than completion; his place in the group ends with it.

        Raises:
            CompletionNeedsTwo, ExitNotOpen, TransferUnauthorised, NothingEntered, DateInFuture, WrongDate.
        """
        if details.type is ExitType.COMPLETED:
            raise CompletionNeedsTwo
        check_exit(details, self._clock.today())
        with self._records.unit() as unit:
            state = unit.referrals.latest(participant_id)
            _check_open(state, details.type)
            self._check_transfer(unit, details)
            row_id = _end(unit, state, details, (self._records.actor,), seen)
        return Changes(CHANGED, row_id)

    def take_back(self, exit_id: UUID, reason: str) -> Changes:
        """Write that an end was recorded by mistake: he stands where he stood, and both stay to be seen.

        Raises:
            NothingEntered: without a reason; ExitTakenBackAlready; NewerReferral.
        """
        if not reason.strip():
            raise NothingEntered(field="The reason")
        with self._records.unit() as unit:
            take_back_exit(unit, exit_id, reason.strip())
        return Changes(CHANGED, exit_id)

    def _ready(self, unit: Unit, participant_id: ParticipantId) -> Completion:
        status = unit.referrals.latest(participant_id).status
        if status is not Status.IN_PROGRAMME:
            raise ExitNotOpen(status=status.label.lower())
        people = unit.participant_list.those([participant_id])
        found = completions(unit, self._library, people, self._clock.today())[participant_id]
        if not found.is_ready:
            raise CompletionRefused(reasons=found.refusal)
        return found

    def _check_transfer(self, unit: Unit, details: ExitDetails) -> None:
        rule = self._pack(unit).value("transfer-authority", details.on_date)
        if details.type is not ExitType.TRANSFERRED or rule is None or not rule.binding:
            return
        if not details.authorised_by.strip():
            raise TransferUnauthorised(field="Authorised by", citation=rule.citation)
        if details.authorised_on is None:
            raise TransferUnauthorised(field="Authorised on", citation=rule.citation)

    def _pack(self, unit: Unit) -> Pack:
        return self._library.packs.of(unit.offices.site().details.pack)


def _check_open(state: ReferralState, kind: ExitType) -> None:
    started = state.status is Status.IN_PROGRAMME
    if state.status in FINISHED or not (started or kind in BEFORE_START):
        raise ExitNotOpen(status=state.status.label.lower())


def _end(
    unit: Unit,
    state: ReferralState,
    details: ExitDetails,
    by: tuple[StaffId, ...],
    seen: Seen,
    lines: tuple[Line, ...] = (),
) -> UUID:
    """Move the referral, end the place in the group, and store the exit, all in one transaction."""
    whose = (state.participant_id, state.referral_id)
    words = details.reason or details.reason_kind.label if details.reason_kind.value else details.reason
    unit.referrals.move(state.referral_id, details.type.status, details.on_date, seen, words.strip())
    membership = unit.groups.membership(state.participant_id)
    if membership is not None:
        unit.groups.leave(membership[0], details.on_date)
    return unit.exits.add(whose, details, by, lines, membership[0] if membership else None)
