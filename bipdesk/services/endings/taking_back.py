"""Where an end stands in the records: taking one back, and what belongs to the newest."""

from uuid import UUID

from bipdesk.db.records.file import Unit
from bipdesk.domain.delivery_errors import ExitTakenBackAlready, NewerReferral
from bipdesk.domain.intake_errors import NothingToTakeBack
from bipdesk.domain.referral import FINISHED, standing


def take_back_exit(unit: Unit, exit_id: UUID, reason: str) -> None:
    """Put the referral and his place in the group back to before the end; the end stays to be seen.

    Raises:
        ExitTakenBackAlready, NewerReferral, NothingToTakeBack.
    """
    record = unit.exits.get(exit_id)
    if record.taken_back is not None:
        raise ExitTakenBackAlready
    state = unit.referrals.latest(record.participant_id)
    if state.referral_id != record.referral_id:
        raise NewerReferral
    left = standing(unit.referrals.events(record.referral_id))
    if state.status in FINISHED:
        if len(left) < 2:
            raise NothingToTakeBack
        unit.referrals.put_back(record.referral_id, left[-2], state.seen, reason)
    unit.exits.take_back_standing(record.referral_id, reason)
