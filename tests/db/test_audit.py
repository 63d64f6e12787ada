"""The audit: chained, without text, and a line altered or removed shows."""

import pytest

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import SHAPE
from bipdesk.desk import Desk
from tests import builders


def _lines(desk: Desk) -> list[tuple[Verb, str]]:
    with desk._vault.records.rows() as rows:
        audit = desk._vault.records._audit
        return [(line.verb, line.kind) for line in audit.lines(rows.session)]


def test_reading_a_participants_file_is_noted_as_well_as_changing_it(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    before = _lines(desk).count((Verb.READ, "participant"))
    desk.participants.file(participant_id)
    lines = _lines(desk)
    assert lines.count((Verb.READ, "participant")) == before + 1
    assert (Verb.ADDED, "participant") in lines
    assert (Verb.CHANGED, "referral") in lines


def test_a_printed_sheet_and_a_sent_bundle_are_noted(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    desk.sheets.render(session_id)
    assert (Verb.PRINTED, "session_sheet") in _lines(desk)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE audit SET verb = 'read' WHERE seq = 5",
        "UPDATE audit SET subject = NULL WHERE seq = 5",
        "UPDATE audit SET at = '2020-01-01 00:00:00.000000' WHERE seq = 5",
        "UPDATE audit SET commitment = 'x' WHERE seq = 5",
        "DELETE FROM audit WHERE seq = 5",
    ],
)
def test_a_line_that_was_altered_or_removed_shows(desk: Desk, damage: str) -> None:
    builders.accepted(desk)
    audit = desk._vault.records._audit
    with desk._vault.records.rows() as rows:
        assert audit.first_broken(rows.session) is None
        rows.session.connection().exec_driver_sql(damage)
        assert audit.first_broken(rows.session) in (5, 6)


def test_the_salt_can_be_erased_and_the_chain_still_holds(desk: Desk) -> None:
    builders.accepted(desk)
    audit = desk._vault.records._audit
    with desk._vault.records.rows() as rows:
        rows.session.connection().exec_driver_sql("UPDATE audit SET salt = NULL")
        assert audit.first_broken(rows.session) is None


def test_each_of_many_rows_stored_at_once_has_its_own_line_in_the_chain(desk: Desk) -> None:
    builders.group(desk)
    assert _lines(desk).count((Verb.ADDED, "group_session")) == 24
    with desk._vault.records.rows() as rows:
        assert desk._vault.records._audit.first_broken(rows.session) is None


def test_the_audit_holds_no_text(desk: Desk) -> None:
    builders.accepted(desk, "Ludwig", "Unverwechselbar")
    with desk._vault.records.rows() as rows:
        told = [str(row) for row in rows.session.connection().execute(SHAPE.audit.select())]
    assert not [line for line in told if "Unverwechselbar" in line or "Ludwig" in line]
