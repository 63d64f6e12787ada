"""Fees on screen: switched on, charged from the register, paid with a receipt, waived with a reason."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from bipdesk.desk import Desk
from bipdesk.domain.fee import Basis, FeeKind, FeeScale
from bipdesk.domain.ids import UNSEEN
from bipdesk.domain.staff import Role
from bipdesk.ui.application import Application
from bipdesk.ui.screens.fees.account_dialog import AccountDialog
from bipdesk.ui.screens.fees.screen import FeesScreen
from bipdesk.workplaces.workplace import pages
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words

COORDINATOR = frozenset({Role.COORDINATOR})


@pytest.fixture
def charging(desk: Desk) -> Desk:
    """A programme with an evening held, that charges 25 for a session."""
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    desk.fees.set_scale(FeeScale(True, "USD", 2500), UNSEEN)
    return desk


def opened(desk: Desk, stage: Stage) -> AccountDialog:
    screen = stage.show(FeesScreen(stage.frame, desk.fees, desk.clock))
    stage.press(screen, "Open")
    return next(dialog for dialog in screen.findChildren(AccountDialog) if dialog.isVisible())


def test_the_page_is_there_only_where_fees_are_charged(desk: Desk) -> None:
    assert "fees" not in [page.key for page in pages(desk, COORDINATOR)]
    desk.fees.set_scale(FeeScale(True, "USD", 2500), UNSEEN)
    assert "fees" in [page.key for page in pages(desk, COORDINATOR)]
    assert "fees" not in [page.key for page in pages(desk, frozenset({Role.FACILITATOR}))]


def test_an_attended_session_is_owed_until_it_is_paid(charging: Desk, stage: Stage) -> None:
    dialog = opened(charging, stage)
    stage.press(dialog, "Save terms")
    assert dialog.account.owed_cents == 2500
    dialog.amount.setText("20")
    dialog.remark.setText("Cash")
    stage.press(dialog, "Save payment")
    assert dialog.account.owed_cents == 500
    (entry,) = dialog.account.entries
    pdf = charging.fees.receipt(dialog.account.participant_id, entry.entry_id)
    printed = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert entry.receipt in printed
    assert "20.00 USD" in printed
    stage.press(dialog, "Remove")
    assert dialog.account.owed_cents == 2500
    charging.fees.bring_back(entry.entry_id)
    assert charging.fees.account(dialog.account.participant_id).owed_cents == 500


def test_waiving_and_letting_off_need_a_reason(charging: Desk, stage: Stage) -> None:
    dialog = opened(charging, stage)
    dialog.basis.set_value(Basis.WAIVED)
    stage.press(dialog, "Save terms")
    assert any("Reason is still empty" in sentence for sentence in words(dialog))
    dialog.kind.set_value(FeeKind.LET_OFF)
    dialog.amount.setText("5")
    stage.press(dialog, "Save payment")
    assert any("Remark is still empty" in sentence for sentence in words(dialog))
    assert dialog.amount.text() == "5"


def test_an_unreadable_amount_is_said_and_kept(charging: Desk, stage: Stage) -> None:
    dialog = opened(charging, stage)
    dialog.amount.setText("twenty")
    stage.press(dialog, "Save payment")
    assert any(sentence.startswith("This cannot be read as an amount") for sentence in words(dialog))
    assert dialog.amount.text() == "twenty"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_or_unnamed(charging: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    dialog = opened(charging, stage)
    assert unnamed_inputs(dialog) == []
    assert clipped_words(dialog) == []
