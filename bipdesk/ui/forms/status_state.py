"""The colour of each status; the word beside it says the same."""

from bipdesk.domain.referral import Status
from bipdesk.ui.widgets.pill import State

STATUS_STATE: dict[Status, State] = {
    Status.REFERRED: State.NEUTRAL,
    Status.CONTACTED: State.NEUTRAL,
    Status.ASSESSED: State.NEUTRAL,
    Status.SUITABLE: State.WARN,
    Status.UNSUITABLE: State.BAD,
    Status.ACCEPTED: State.WARN,
    Status.WAITING: State.WARN,
    Status.IN_PROGRAMME: State.GOOD,
    Status.COMPLETED: State.GOOD,
    Status.LEFT: State.NEUTRAL,
}
