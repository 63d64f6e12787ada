"""The list's model: a page at a time, in the service's order."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt

from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import ParticipantRow
from bipdesk.domain.referral import Status
from bipdesk.ui.screens.participants.table_model import COLUMNS, PAGE, STATUS_COLUMN, ParticipantTableModel
from bipdesk.ui.widgets.cell_delegate import STATE_ROLE

TODAY = date(2026, 11, 19)
ROOT = QModelIndex()


def rows(first: int, number: int) -> tuple[ParticipantRow, ...]:
    return tuple(
        ParticipantRow(
            participant_id=ParticipantId(UUID(int=each)),
            case_number=f"BD-{each:04}",
            given_name="Aaron",
            family_name=f"Pruett {each}",
            status=Status.IN_PROGRAMME,
            group_name="Thursday group",
            attended=3,
            owed=1,
            last_seen_on=date(2026, 11, 12),
        )
        for each in range(first, first + number)
    )


def test_a_long_list_is_fetched_page_by_page_until_it_ends() -> None:
    model = ParticipantTableModel(TODAY)
    wanted: list[int] = []
    model.wanted.connect(wanted.append)
    model.show(rows(0, PAGE), 450)
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
        model.append(rows(wanted[-1], min(PAGE, 450 - wanted[-1])))
    assert wanted == [200, 400]
    assert model.rowCount() == 450
    assert model.index(449, 1).data() == "Pruett 449, Aaron"


def test_a_page_on_its_way_is_not_asked_for_twice() -> None:
    model = ParticipantTableModel(TODAY)
    wanted: list[int] = []
    model.wanted.connect(wanted.append)
    model.show(rows(0, PAGE), 450)
    model.fetchMore(ROOT)
    model.fetchMore(ROOT)
    assert wanted == [200]


def test_a_list_that_became_shorter_meanwhile_ends() -> None:
    model = ParticipantTableModel(TODAY)
    model.show(rows(0, PAGE), 450)
    model.fetchMore(ROOT)
    model.append(())
    assert not model.canFetchMore(ROOT)


def test_each_cell_is_a_word_and_the_status_a_pill() -> None:
    model = ParticipantTableModel(TODAY)
    model.show(rows(141, 1), 1)
    shown = [model.index(0, column).data() for column in range(len(COLUMNS))]
    assert shown == [
        "BD-0141",
        "Pruett 141, Aaron",
        "In programme",
        "Thursday group",
        "3",
        "1 catch-up",
        "12 Nov",
    ]
    assert model.index(0, STATUS_COLUMN).data(STATE_ROLE) == "good"
    assert model.index(0, 0).data(STATE_ROLE) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Name"


def test_a_participant_is_found_again_after_the_list_was_loaded_anew() -> None:
    model = ParticipantTableModel(TODAY)
    model.show(rows(0, 5), 5)
    assert model.line_of(ParticipantId(UUID(int=3))) == 3
    assert model.line_of(ParticipantId(UUID(int=99))) is None
