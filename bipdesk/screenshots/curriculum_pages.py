"""Curricula: the list, one of them, one session, and the editor."""

from bipdesk.desk import Desk
from bipdesk.ui.screens.curricula.curriculum_screen import CurriculumScreen
from bipdesk.ui.screens.curricula.editor_screen import CurriculumEditorScreen
from bipdesk.ui.studio import Studio

SESSION = ("bbr-1", "thinking-5")


def draw_curricula(studio: Studio, desk: Desk) -> None:
    """Draw the pages about curricula."""
    studio.open_page("curricula")
    studio.take("curricula")
    studio.press("New curriculum…")
    studio.take("curricula-new")
    studio.close_dialog()
    studio.open_page("curriculum", "bbr-1")
    _with_dates(studio)
    studio.take("curriculum")
    studio.open_page("curriculum-session", SESSION)
    studio.take("curriculum-session")
    studio.press("Words and topics…")
    studio.take("curriculum-words")
    studio.close_dialog()
    begun = studio.ask(desk.curriculum_views.list).drafts
    studio.open_page("curriculum-editor", begun[0].stored.draft_id)
    editor = studio.find(CurriculumEditorScreen)
    editor.check_button.click()
    editor.fields.panels[1].unfold(True)
    studio.settle()
    studio.take("curriculum-editor")


def _with_dates(studio: Studio) -> None:
    """Choose the dates of the first group that runs it."""
    panel = studio.find(CurriculumScreen).topics_panel
    panel.group.setCurrentIndex(min(1, panel.group.count() - 1))
    panel.asked.emit(panel.group.value())
    studio.settle()
