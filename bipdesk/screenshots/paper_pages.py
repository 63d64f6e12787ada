"""The papers of a participant: waiver, letters, and the wording of the agreement."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId, WaiverId
from bipdesk.domain.referral import Status
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages


def draw_papers(studio: Studio, desk: Desk) -> None:
    """Draw the tab Papers of somebody to whom a letter was sent, its dialogs, and the wording of papers."""
    studio.open_page("participant", studio.ask(lambda: _with_letter(desk)))
    studio.find(TabPages).choose_titled("Papers")
    studio.settle()
    studio.take("participant-papers")
    studio.press("Make a new one…")
    studio.take("papers-waiver")
    studio.close_dialog()
    studio.press("Write a letter…")
    studio.settle()
    studio.take("papers-letter")
    studio.close_dialog()
    studio.find(TabPages).choose(0)
    studio.open_page("wording")
    studio.take("wording")


def draw_forms(studio: Studio, desk: Desk) -> None:
    """Draw the first page of a waiver and of the agreement, in both languages."""
    who = _with_letter(desk)
    current = desk.waivers.of(who).current
    assert current is not None  # whoever got a letter signed one
    studio.take_pdf(desk.waivers.print_form(WaiverId(current.waiver.waiver_id)), "waiver")
    studio.take_pdf(desk.waivers.print_blank("es"), "waiver-spanish")
    for language, name in (("en", "agreement"), ("es", "agreement-spanish")):
        studio.take_pdf(desk.agreements.print_form(who, language), name)
    (letter, *_) = desk.disclosures.of(who)
    studio.take_pdf(desk.disclosures.reprint(letter.disclosure_id), "letter")
    desk.lock()


def _with_letter(desk: Desk) -> ParticipantId:
    """Return somebody in the programme about whom a letter was printed."""
    people = (row.participant_id for row in desk.participants.page("", Status.IN_PROGRAMME))
    return next(who for who in people if desk.disclosures.of(who))
