"""At set-up every pack is offered, and the place proposes its own."""

import pytest
from pytestqt.qtbot import QtBot

from bipdesk.domain.pack import Pack
from bipdesk.library_files import load_packs
from bipdesk.ui.forms.site_fields import SiteFields
from bipdesk.ui.theme.look import Look


@pytest.mark.parametrize("pack", [pack for pack in load_packs() if pack.region], ids=lambda pack: pack.id)
def test_the_place_proposes_its_rules(qtbot: QtBot, look: Look, pack: Pack) -> None:
    fields = SiteFields(look)
    qtbot.addWidget(fields)
    offered = [fields.pack.itemText(place) for place in range(fields.pack.count())]
    assert {one.name for one in load_packs()} < set(offered), "every pack, and none"
    for choice, value in ((fields.country, pack.country), (fields.region, pack.region)):
        choice.set_value(value)
        choice.activated.emit(choice.currentIndex())  # as a person chooses
    assert fields.pack.value() == pack.id
