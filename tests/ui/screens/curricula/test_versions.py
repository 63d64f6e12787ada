"""Versions on the screen: a next one, an earlier one, a retired one, and one that nobody here knows."""

from collections.abc import Callable
from dataclasses import replace

from bipdesk.db.records.tables.groups import GroupRow
from bipdesk.desk import Desk
from bipdesk.domain.staff import Role
from bipdesk.ui.screens.curricula.curriculum_screen import CurriculumScreen
from bipdesk.ui.screens.curricula.screen import CurriculaScreen
from bipdesk.workplaces.workplace import pages
from tests import builders
from tests.ui.accessible import clipped_words
from tests.ui.screens.stage import Stage, sentence_with, words


def _released(desk: Desk, curriculum_id: str) -> str:
    made = desk.curriculum_drafts.begin(curriculum_id)
    assert made.row_id is not None
    draft = desk.curriculum_drafts.draft(made.row_id).draft
    assert draft is not None
    desk.curriculum_drafts.release(made.row_id, replace(draft, name="Ours"), made.seen)
    return desk.curricula.own[-1].curriculum.id


def _page(desk: Desk, stage: Stage, curriculum_id: str) -> CurriculumScreen:
    screen = CurriculumScreen(
        stage.frame, desk.curriculum_views, desk.curriculum_drafts, desk.clock, leads=True
    )
    screen.open_for(curriculum_id)
    return stage.show(screen)


def test_an_own_one_gets_a_next_version_and_says_which_came_before(desk: Desk, stage: Stage) -> None:
    first = _released(desk, "bbr-1")
    stage.press(_page(desk, stage, first), "Make a new version")
    [(page, draft_id)] = stage.pages
    assert page == "curriculum-editor"
    screen = _page(desk, stage, first)
    stage.press(screen, "Go on with the next version")
    assert stage.pages[-1] == ("curriculum-editor", draft_id)
    stored = desk.curriculum_views.list().drafts[0].stored
    desk.curriculum_drafts.discard(stored.draft_id, stored.seen)
    second = _released(desk, first)
    stage.press(_page(desk, stage, second), "Version 1, released on 19 Nov 2026 by C. Rivers")
    assert stage.pages[-1] == ("curriculum", first)
    assert "Earlier version" in words(_page(desk, stage, first))


def test_a_version_is_retired_with_a_way_back(desk: Desk, stage: Stage) -> None:
    screen = _page(desk, stage, _released(desk, "bbr-1"))
    undo: list[Callable[[], None]] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    stage.press(screen, "Retire")
    assert "Retired" in words(screen)
    undo[-1]()
    stage.settle()
    assert "Newest version" in words(screen)
    stage.press(screen, "Retire")
    stage.press(screen, "Take into use again")
    assert "Newest version" in words(screen)


def test_the_list_names_what_a_group_runs_and_this_computer_has_not_got(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk)
    with desk._vault.records.unit() as unit:
        unit.rows.change(GroupRow, group_id, unit.rows.seen(group_id), curriculum_id="bbr-9")
    screen = stage.show(CurriculaScreen(stage.frame, desk.curriculum_views, desk.curriculum_drafts))
    assert "“bbr-9” (not known on this computer)" in words(screen)
    assert sentence_with(screen, "Run by Thursday group. This computer has not got it")
    assert clipped_words(screen) == []


def test_who_does_not_lead_only_looks(desk: Desk) -> None:
    keys = {page.key for page in pages(desk, frozenset({Role.FACILITATOR}))}
    assert keys & {"curricula", "curriculum-editor"} == set()
    assert {"curriculum", "curriculum-session"} <= keys
    listed = {page.key for page in pages(desk, frozenset({Role.COORDINATOR})) if page.listed}
    assert "curricula" in listed
