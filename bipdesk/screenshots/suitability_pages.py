"""Suitability half-done, by override, and with a draft that was begun before the window locked."""

from bipdesk.desk import Desk
from bipdesk.domain.draft import DraftKey
from bipdesk.domain.ids import ParticipantId
from bipdesk.services.suitability import SuitabilityFile
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages
from bipdesk.workplaces.workplace import workplace

TITLE = "Suitability"


def draw_suitability(studio: Studio, desk: Desk) -> None:
    """Draw the tab before and after a decision, the dialog that decides, and the answers of the last time."""
    studio.sit_down(workplace(desk))
    files = studio.ask(lambda: _files(desk))
    half = next((file for file in files if file.working.answer_set_id is not None), None)
    if half is not None:
        _open(studio, half.participant_id)
        studio.take("suitability-half-done")
    overridden = next(file for file in files if any(each.is_override for each in file.decisions))
    _open(studio, overridden.participant_id)
    studio.take("suitability-override")
    studio.press("Show answers")
    studio.take("suitability-answers")
    studio.close_dialog()
    studio.ask(
        lambda: desk.drafts.keep(DraftKey("referral"), {"Given name": "Owen", "Family name": "Brandt"})
    )
    studio.open_page("referral")
    studio.take("referral-begun")
    studio.ask(lambda: desk.drafts.drop(DraftKey("referral")))


def _open(studio: Studio, participant_id: ParticipantId) -> None:
    studio.open_page("participant", participant_id)
    studio.find(TabPages).choose_titled(TITLE)
    studio.settle()


def _files(desk: Desk) -> list[SuitabilityFile]:
    return [desk.suitability.file(row.participant_id) for row in desk.participants.page()]
