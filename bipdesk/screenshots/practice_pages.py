"""The practice record of a participant, and its worksheets on paper."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.practice_sheet import Worksheet
from bipdesk.domain.referral import Status
from bipdesk.ui.screens.participant.practice.chain_view import ChainView
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages

LANGUAGES = (("en", ""), ("es", "-spanish"))


def draw_practice(studio: Studio, desk: Desk) -> None:
    """Draw the tab Practice of the man who brought most, a chain, a link being written, and the dialogs."""
    studio.open_page("participant", studio.ask(lambda: _who_brought_most(desk)))
    studio.find(TabPages).choose_titled("Practice")
    studio.settle()
    studio.take("participant-practice")
    studio.press("Open")
    studio.settle()
    studio.take("practice-chain")
    view = studio.find(ChainView)
    view.go(1)
    view.open()
    studio.settle()
    studio.take("practice-link")
    studio.press("Close")
    studio.press("Enter a log")
    studio.take("practice-log")
    studio.close_dialog()
    studio.press("Enter a practice")
    studio.take("practice-try")
    studio.close_dialog()
    studio.find(TabPages).choose(0)


def draw_worksheets(studio: Studio, desk: Desk) -> None:
    """Draw the first page of each worksheet, blank and filled, in both languages."""
    who = _who_brought_most(desk)
    file = desk.practice.file(who)
    rows = {
        Worksheet.CHAIN: file.chains[-1].row_id,
        Worksheet.CONTROL_LOG: file.logs[-1].row_id,
        Worksheet.SKILLS: None,
    }
    for sheet, row_id in rows.items():
        for language, name in LANGUAGES:
            studio.take_pdf(desk.practice.blank(sheet, language), f"worksheet-{sheet}{name}")
            filled = desk.practice.filled(who, sheet, row_id, language)
            studio.take_pdf(filled, f"worksheet-{sheet}-filled{name}")
    desk.lock()


def _who_brought_most(desk: Desk) -> ParticipantId:
    """Return the participant with the longest practice record."""
    files = [
        desk.practice.file(row.participant_id) for row in desk.participants.page("", Status.IN_PROGRAMME)
    ]
    return max(files, key=lambda file: len(file.chains) + len(file.logs) + len(file.practices)).participant_id
