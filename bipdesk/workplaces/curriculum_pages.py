"""The pages about curricula: the list and the editor for coordinators, looking for everybody."""

from functools import partial

from bipdesk.desk import Desk
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Page
from bipdesk.ui.screen import Screen


def curriculum_pages(desk: Desk, *, leads: bool) -> tuple[Page, ...]:
    """Return the pages about curricula; somebody who does not lead comes to them from a group."""
    under = "curricula" if leads else "groups"
    looking = (
        Page("curriculum", "Curriculum", "layers", partial(_curriculum, desk, leads), False, under),
        Page("curriculum-session", "Session", "layers", partial(_session, desk, leads), False, under),
    )
    if not leads:
        return looking
    return (
        Page("curricula", "Curricula", "layers", partial(_curricula, desk)),
        *looking,
        Page("curriculum-editor", "Draft", "layers", partial(_editor, desk), False, under),
    )


# Each screen is imported when it is first shown: the window must not wait for all of them.


def _curricula(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.curricula.screen import CurriculaScreen

    return CurriculaScreen(frame, desk.curriculum_views, desk.curriculum_drafts)


def _curriculum(desk: Desk, leads: bool, frame: Frame) -> Screen:
    from bipdesk.ui.screens.curricula.curriculum_screen import CurriculumScreen

    return CurriculumScreen(frame, desk.curriculum_views, desk.curriculum_drafts, desk.clock, leads=leads)


def _session(desk: Desk, leads: bool, frame: Frame) -> Screen:
    from bipdesk.ui.screens.curricula.session_screen import CurriculumSessionScreen

    writing = (desk.session_words, desk.session_files)
    return CurriculumSessionScreen(frame, desk.curriculum_views, writing, desk.blank_forms, leads=leads)


def _editor(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.curricula.editor_screen import CurriculumEditorScreen

    topics = desk.curriculum_views.topics
    return CurriculumEditorScreen(frame, desk.curriculum_drafts, topics, desk.blank_forms)
