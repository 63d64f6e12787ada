"""The pages about participants: the list, one file, referrals, the import."""

from collections.abc import Callable
from functools import partial

from bipdesk.desk import Desk
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Page
from bipdesk.ui.screen import Screen


def participant_pages(desk: Desk, *, leads: bool) -> tuple[Page, ...]:
    """Return the pages about participants; only who `leads` imports."""

    def under(key: str, title: str, icon: str, factory: Callable[[Desk, Frame], Screen]) -> Page:
        return Page(key, title, icon, partial(factory, desk), listed=False, under="participants")

    found = (
        Page("participants", "Participants", "users", partial(_participants, desk, leads), shortcut="Ctrl+2"),
        under("participant", "Participant", "user", _participant),
        under("referral", "New referral", "plus", _referral),
        under("refer-again", "Refer again", "plus", _refer_again),
        under("review", "Review", "user", _review),
        under("one-to-one", "1-2-1", "user", _one_to_one),
        Page("notices", "Notices", "clipboard-list", partial(_notices, desk)),
    )
    return (*found, under("import", "Import", "plus", _import)) if leads else found


# Each screen is imported when it is first shown: the window must not wait for all of them.


def _participants(desk: Desk, may_import: bool, frame: Frame) -> Screen:
    from bipdesk.ui.screens.participants.screen import ParticipantsScreen

    return ParticipantsScreen(frame, desk.participants, desk.clock, may_import)


def _participant(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.participant.file_view import FileServices
    from bipdesk.ui.screens.participant.screen import ParticipantScreen
    from bipdesk.workplaces.file_parts import file_parts

    services = FileServices(
        desk.participants,
        desk.referrals,
        desk.individual,
        desk.notes,
        desk.groups,
        desk.clock,
        desk.owed_documents,
        desk.agencies,
        desk.person_links,
        desk.members,
    )
    return ParticipantScreen(frame, services, parts=file_parts(desk, frame))


def _notices(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.today.notices_screen import NoticesScreen

    return NoticesScreen(frame, desk.notices, desk.clock)


def _referral(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.referral.screen import ReferralScreen, ReferralServices

    services = ReferralServices(desk.participants, desk.referrals, desk.agencies, desk.blank_forms)
    return ReferralScreen(frame, services, desk.clock)


def _refer_again(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.referral.again_screen import ReferAgainScreen
    from bipdesk.ui.screens.referral.screen import ReferralServices

    services = ReferralServices(desk.participants, desk.referrals, desk.agencies, desk.blank_forms)
    return ReferAgainScreen(frame, services, desk.endings, desk.clock)


def _review(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.participant.reviews.review_screen import ReviewScreen

    return ReviewScreen(frame, desk.reviews, desk.clock)


def _one_to_one(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.participant.goals.one_to_one_screen import OneToOneScreen
    from bipdesk.ui.screens.participant.goals.services import GoalServices

    return OneToOneScreen(frame, GoalServices(desk.goals, desk.one_to_ones, desk.blank_forms, desk.clock))


def _import(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.import_people.screen import ImportScreen

    return ImportScreen(frame, desk.imports, desk.clock)
