"""A line of the register keeps up with fast typing and loses nothing."""

from dataclasses import replace
from datetime import time
from uuid import UUID

from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen
from bipdesk.domain.register import RegisterLine
from bipdesk.ui.screens.register.entry import Field, LineEntry, Wish
from bipdesk.ui.screens.register.words import spoken_line, status_line

HOURS = (time(18, 30), time(21, 0))
LINE = RegisterLine(ParticipantId(UUID(int=1)), None, UNSEEN, "Pruett", "Aaron", "")


def _mark(entry: LineEntry) -> Mark | None:
    return entry.shown.mark


def test_only_one_command_is_under_way_and_the_latest_wish_follows_with_the_new_token() -> None:
    entry = LineEntry(LINE)
    entry.wish(Field.MARK, Mark.PRESENT)
    assert entry.take() == Wish(Field.MARK, Mark.PRESENT)
    entry.wish(Field.MARK, Mark.LATE)
    entry.wish(Field.MARK, Mark.ABSENT)
    assert entry.take() is None
    assert entry.shown.mark is Mark.ABSENT
    entry.returned()
    entry.answered(Seen("first"))
    assert entry.seen == "first"
    assert entry.take() == Wish(Field.MARK, Mark.ABSENT)
    entry.returned()
    entry.answered(Seen("second"))
    assert not entry.busy
    assert entry.shown == replace(LINE, mark=Mark.ABSENT, seen=Seen("second"))


def test_wishes_for_different_fields_are_sent_in_the_order_of_the_keys() -> None:
    entry = LineEntry(LINE)
    entry.wish(Field.MARK, Mark.LATE)
    entry.wish(Field.ARRIVAL, time(18, 50))
    entry.wish(Field.PARTICIPATION, 3)
    sent = []
    while (wish := entry.take()) is not None:
        sent.append(wish.field)
        entry.returned()
        entry.answered(Seen(wish.field))
    assert sent == [Field.MARK, Field.ARRIVAL, Field.PARTICIPATION]
    assert entry.shown.arrived_at == time(18, 50)


def test_what_was_read_from_the_file_never_covers_a_wish_that_is_not_saved_yet() -> None:
    entry = LineEntry(LINE)
    entry.wish(Field.MARK, Mark.PRESENT)
    entry.reloaded(replace(LINE, mark=Mark.ABSENT))
    assert _mark(entry) is Mark.PRESENT
    entry.take()
    entry.reloaded(replace(LINE, mark=Mark.ABSENT))
    assert _mark(entry) is Mark.PRESENT
    entry.returned()
    entry.answered(Seen("now"))
    entry.reloaded(replace(LINE, mark=Mark.EXCUSED))
    assert _mark(entry) is Mark.EXCUSED


def test_a_command_that_broke_leaves_the_line_as_it_was_saved() -> None:
    entry = LineEntry(replace(LINE, mark=Mark.PRESENT))
    entry.wish(Field.MARK, Mark.ABSENT)
    entry.take()
    entry.returned()
    assert _mark(entry) is Mark.PRESENT
    assert not entry.busy


def test_a_refused_wish_shows_the_line_as_it_was_saved() -> None:
    entry = LineEntry(replace(LINE, mark=Mark.PRESENT))
    entry.wish(Field.MARK, Mark.ABSENT)
    entry.take()
    entry.wish(Field.PARTICIPATION, 2)
    entry.refused()
    assert entry.shown == replace(LINE, mark=Mark.PRESENT)
    assert entry.take() is None


def test_an_arrival_belongs_to_a_late_mark_only() -> None:
    entry = LineEntry(replace(LINE, mark=Mark.LATE, arrived_at=time(18, 50)))
    entry.wish(Field.MARK, Mark.PRESENT)
    assert entry.shown.arrived_at is None


def test_the_foot_of_the_register_counts_in_words() -> None:
    lines = [replace(LINE, mark=mark) for mark in (Mark.PRESENT, Mark.PRESENT, Mark.LATE, None)]
    assert status_line(lines, "Closing will create: 1 catch-up.") == (
        "4 expected · 2 present · 1 late · 1 not marked yet. Closing will create: 1 catch-up."
    )
    assert status_line([], "") == "0 expected."


def test_a_line_is_spoken_whole() -> None:
    line = replace(LINE, mark=Mark.LATE, arrived_at=time(18, 50), participation=2, homework_done=False)
    assert spoken_line(line, HOURS) == (
        "Pruett, Aaron, Late, 20 minutes late (18:50), taking part 2 of 4, homework not done"
    )
    assert spoken_line(LINE, HOURS) == "Pruett, Aaron, not marked"
