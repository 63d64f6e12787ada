"""The field for an agency: known ones are offered, a new name may be typed."""

from uuid import UUID

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bipdesk.domain.agency import AgencyChoice, AgencyKind
from bipdesk.domain.ids import AgencyId
from bipdesk.ui.forms.agency_choice import AgencyEdit
from bipdesk.ui.forms.form_rows import FormRows

COURT = AgencyChoice(AgencyId(UUID(int=1)), "Dale County Court", AgencyKind.COURT)
PROBATION = AgencyChoice(AgencyId(UUID(int=2)), "Dale County Probation", AgencyKind.PROBATION)


def field(qtbot: QtBot) -> AgencyEdit:
    made = AgencyEdit("Referred by")
    qtbot.addWidget(made)
    made.set_choices((COURT, PROBATION))
    return made


def test_nothing_is_chosen_to_begin_with(qtbot: QtBot) -> None:
    edit = field(qtbot)
    assert (edit.text(), edit.agency_id()) == ("", None)


def test_a_known_name_however_it_is_typed_is_the_agency_and_a_new_one_is_none(qtbot: QtBot) -> None:
    edit = field(qtbot)
    with qtbot.waitSignal(edit.edited):
        QTest.keyClicks(edit, "dale county  COURT ")
    assert edit.agency_id() == COURT.agency_id
    QTest.keyClicks(edit, "house")
    assert edit.agency_id() is None


def test_new_choices_leave_what_is_typed(qtbot: QtBot) -> None:
    edit = field(qtbot)
    edit.set_text("Mill Creek Court")
    edit.set_choices((COURT,))
    assert (edit.text(), edit.count()) == ("Mill Creek Court", 1)
    edit.set_agency(COURT.agency_id)
    assert edit.text() == COURT.name
    edit.set_agency(None)
    assert edit.text() == ""


def test_it_fits_a_form_and_a_draft(qtbot: QtBot) -> None:
    edit, rows = field(qtbot), FormRows()
    qtbot.addWidget(rows.add("Referred by", edit, required=True))
    assert not rows.check()
    edit.fill_draft({"name": "Mill Creek Court"})
    assert rows.check()
    assert edit.draft_content() == {"name": "Mill Creek Court"}
