"""Two files of one person are linked and unlinked; nothing of either is rewritten."""

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.intake_errors import AlreadyLinked, LinkToHimself
from tests import builders


def test_both_files_show_the_other_until_it_is_undone(desk: Desk) -> None:
    one, other = builders.accepted(desk), builders.accepted(desk, "Aron", "Pruet")
    before = [desk.participants.file(his).person for his in (one, other)]
    made = desk.person_links.link(one, other)
    assert [each.participant_id for each in desk.person_links.of(one)] == [other]
    (seen_from_there,) = desk.person_links.of(other)
    assert (seen_from_there.participant_id, seen_from_there.by) == (one, "C. Rivers")
    rows = desk.participants.page()
    assert [row.same_as for row in rows] == [(rows[1].case_number,), (rows[0].case_number,)]
    assert made.row_id is not None
    desk.person_links.undo(made.row_id, seen_from_there.seen)
    assert desk.person_links.of(one) == desk.person_links.of(other) == ()
    assert not any(row.same_as for row in desk.participants.page())
    desk.person_links.link_again(made.row_id)
    assert len(desk.person_links.of(one)) == 1
    assert [desk.participants.file(his).person for his in (one, other)] == before


def test_the_numbers_count_him_once(desk: Desk) -> None:
    one, other = builders.accepted(desk), builders.accepted(desk, "Aron", "Pruet")
    assert desk.today.today().numbers.waiting == 2
    desk.person_links.link(one, other)
    assert desk.today.today().numbers.waiting == 1


def test_a_file_is_linked_with_another_one_and_once(desk: Desk) -> None:
    one, other = builders.accepted(desk), builders.accepted(desk, "Aron", "Pruet")
    with pytest.raises(LinkToHimself):
        desk.person_links.link(one, one)
    desk.person_links.link(one, other)
    with pytest.raises(AlreadyLinked):
        desk.person_links.link(other, one)
