"""Goals, 1-2-1s and how he owns what he did, and their papers."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.one_to_one import OneToOneKind
from bipdesk.domain.one_to_one_blank import one_to_one_blank
from bipdesk.domain.referral import Status
from bipdesk.ui.screens.participant.goals.services import OneToOneWanted
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages

LANGUAGES = (("en", ""), ("es", "-spanish"))


def draw_goals(studio: Studio, desk: Desk) -> None:
    """Draw the tab Goals of the man with most of them, what is asked there, and the page of a 1-2-1."""
    who = studio.ask(lambda: _who_has_most(desk))
    studio.open_page("participant", who)
    studio.find(TabPages).choose_titled("Goals")
    studio.settle()
    studio.take("participant-goals")
    studio.press("Set a goal")
    studio.take("goals-goal")
    studio.close_dialog()
    studio.press("Rate")
    studio.take("goals-rating")
    studio.close_dialog()
    studio.press("Plan an appointment")
    studio.take("goals-appointment")
    studio.close_dialog()
    studio.find(TabPages).choose(0)
    studio.open_page("one-to-one", OneToOneWanted(who))
    studio.settle()
    studio.take("one-to-one")


def draw_goal_sheets(studio: Studio, desk: Desk) -> None:
    """Draw the goal sheet, blank and filled, and the paper of each kind of 1-2-1, in both languages."""
    who = _who_has_most(desk)
    for language, name in LANGUAGES:
        studio.take_pdf(desk.goals.sheet(None, language), f"goal-sheet{name}")
        studio.take_pdf(desk.goals.sheet(who, language), f"goal-sheet-filled{name}")
        for kind in OneToOneKind:
            form = desk.blank_forms.render(one_to_one_blank(kind, language))
            studio.take_pdf(form, f"paper-1-2-1-{kind.value}{name}")
    desk.lock()


def _who_has_most(desk: Desk) -> ParticipantId:
    """Return the participant with the most goals and ratings."""
    files = [desk.goals.file(row.participant_id) for row in desk.participants.page("", Status.IN_PROGRAMME)]
    return max(files, key=lambda file: len(file.goals) + len(file.ratings)).participant_id
