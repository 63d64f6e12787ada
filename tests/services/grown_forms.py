"""Forms of a programme that grows: a finished one that was corrected, and a half-done one."""

from collections.abc import Sequence

from bipdesk.desk import Desk
from bipdesk.domain.ids import AnswerSetId, ParticipantId
from tests.sample_form import taken_over


def grow_forms(desk: Desk, members: Sequence[ParticipantId]) -> None:
    """Fill in a form for each of these, and correct the first."""
    form, today = taken_over(desk), desk.clock.today()
    answers = {"did": "Shouted.", "choice": "yes"}
    for member in members:
        made = desk.instruments.start(form, member, answers, today, finished=True).row_id
        assert made is not None
        desk.instruments.start(form, member, {"did": "Sh"}, today)
        if member == members[0]:
            desk.instruments.correct(AnswerSetId(made), answers, today)
