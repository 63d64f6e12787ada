"""The pages of the window for the desk that was unlocked: which there are, and what each is built from."""

from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.staff import Role
from bipdesk.ui.format import short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Hit, Page, Standing, Workplace
from bipdesk.ui.screen import Screen
from bipdesk.workplaces.agency_pages import agency_pages, found_agencies
from bipdesk.workplaces.curriculum_pages import curriculum_pages
from bipdesk.workplaces.group_pages import group_pages
from bipdesk.workplaces.participant_pages import participant_pages
from bipdesk.workplaces.programme_pages import coordinator_pages, county_pages, fee_pages
from bipdesk.workplaces.safety_pages import safety_pages

FOUND_LIMIT = 8
SOON_DAYS, LATE_DAYS = 26, 30
RESTORED = (
    "This programme is an older copy that was put back, or it came from another computer. Nothing is wrong "
    "with it, but what was entered after that copy was made is not in it. What the county had received comes "
    "back with its next answer; safety records come back from nowhere."
)


def workplace(desk: Desk) -> Workplace:
    """Return what the window needs of an unlocked desk; called on the database thread."""
    me = desk.me
    return Workplace(
        who=me.name,
        role=me.role_words,
        programme=desk.site.get().details.name,
        pages=pages(desk, me.roles),
        standing=partial(_standing, desk),
        find=partial(_find, desk),
        close=desk.lock,
        drafts=desk.drafts,
        danger=lambda: desk.site.get().details.danger,
        warning=" ".join(words for words in (RESTORED if desk.restored else "", desk.key_store) if words),
    )


def pages(desk: Desk, roles: frozenset[Role]) -> tuple[Page, ...]:
    """Return the pages a person of these roles sees; of the others there is no sign."""
    if desk.kind == "county":
        return county_pages(desk)
    leads = Role.COORDINATOR in roles
    return (
        Page("today", "Today", "house", partial(_today, desk), shortcut="Ctrl+1"),
        *participant_pages(desk, leads=leads),
        *group_pages(desk, leads=leads),
        *agency_pages(desk),
        *safety_pages(desk),
        *(coordinator_pages(desk) if leads else ()),
        *curriculum_pages(desk, leads=leads),
        *(fee_pages(desk) if leads else ()),
    )


def _standing(desk: Desk) -> Standing:
    if desk.kind == "county":
        return Standing()
    today = desk.today.bundles()
    if today is None:
        return Standing((("No county office enrolled", ""),))
    words = "Last bundle confirmed by the county"
    if today.confirmed_on is None:
        return Standing(((words, ""), ("None yet", "warn")))
    days = (desk.clock.today() - today.confirmed_on).days
    state = "bad" if days > LATE_DAYS else "warn" if days >= SOON_DAYS else ""
    return Standing(
        ((words, ""), (f"{short_date(today.confirmed_on, desk.clock.today())} · {days} days ago", state))
    )


def _find(desk: Desk, text: str) -> tuple[Hit, ...]:
    if desk.kind == "county":
        return ()
    people = tuple(
        Hit(
            f"{p.family_name}, {p.given_name}",
            f"{p.case_number} · {p.status.label}",
            "participant",
            p.participant_id,
        )
        for p in desk.participants.page(text, limit=FOUND_LIMIT)
    )
    return (people + found_agencies(desk, text))[:FOUND_LIMIT]


def _today(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.today.screen import TodayScreen

    return TodayScreen(frame, desk.today, desk.sheets)
