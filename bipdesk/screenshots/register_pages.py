"""The register on its night and afterwards, what it asks beside its lines, and the queue of absences."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import SessionId
from bipdesk.ui.studio import Studio

REGISTER_KEYS = ("P", "P", "L20\r", "P", "A2", "P", "P", "X", "P", "P")
"""What is pressed on each line of tonight's register."""


def draw_register(studio: Studio, desk: Desk, tonight: SessionId) -> None:
    """Draw tonight's register from empty to full, a corrected one, and the absences that wait."""
    studio.open_page("register", tonight)
    studio.take("register-empty")
    for keys in (*REGISTER_KEYS, "^", *("3" * len(REGISTER_KEYS)), "^", *("D" * 4), "^"):
        studio.type(keys)
    studio.take("register")
    studio.press("Print session sheet")
    studio.take("register-sheet")
    studio.close_dialog()
    for words, name in (("Change…", "held"), ("Add a guest…", "guest"), ("Add a visitor…", "visitor")):
        studio.press(words)
        studio.settle()
        studio.take(f"register-{name}")
        studio.close_dialog()
    studio.open_page("register", studio.ask(lambda: _corrected(desk)))
    studio.take("register-corrected")
    studio.open_page("absences")
    studio.take("absences")
    studio.press("Excuse…")
    studio.take("absence-excuse")
    studio.close_dialog()


def _corrected(desk: Desk) -> SessionId:
    """Return the newest session whose register was corrected after it had been closed."""
    sessions = [session for row in desk.groups.list() for session in desk.groups.file(row.group_id).sessions]
    held = sorted((s for s in sessions if s.state.value == "held"), key=lambda s: s.on_date, reverse=True)
    registers = (desk.registers.open_register(session.session_id) for session in held)
    return next(each.session_id for each in registers if any(line.corrections for line in each.lines))
