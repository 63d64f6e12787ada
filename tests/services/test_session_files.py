"""Files for sessions: kept in the vault, told by their content, handed on to an own version."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from bipdesk.db.records.registry import RECORDS
from bipdesk.db.records.tables.waivers import PaperRow
from bipdesk.desk import Desk
from bipdesk.domain.delivery_errors import FileElsewhere, FileOfOtherKind, SessionUnknown
from bipdesk.domain.intake_errors import PaperTooLarge
from bipdesk.domain.paper import MOST_BYTES
from bipdesk.domain.sync.registry import Compartment
from bipdesk.domain.sync.scope import COUNTY_CASE, PROFILES
from tests import builders


def _release_copy(desk: Desk) -> str:
    """Release a copy of the first curriculum under a name of its own; return its id."""
    made = desk.curriculum_drafts.begin("bbr-1")
    assert made.row_id is not None
    draft = desk.curriculum_drafts.draft(made.row_id).draft
    assert draft is not None
    desk.curriculum_drafts.release(made.row_id, replace(draft, name="Ours"), made.seen)
    return desk.curricula.own[-1].curriculum.id


def test_own_curricula_words_and_files_are_configuration_and_never_go_to_the_county() -> None:
    tables = ("curriculum_draft", "curriculum_release", "session_words", "session_file")
    for table in tables:
        for cluster in RECORDS.clusters(table):
            assert RECORDS.compartment(table, cluster) is Compartment.CONFIG
    assert Compartment.CONFIG.value not in PROFILES[COUNTY_CASE].compartments


def test_files_are_kept_in_the_vault_handed_on_and_said_to_be_elsewhere(
    programme: builders.Programme,
) -> None:
    desk = programme.desk()
    made = desk.session_files.attach("bbr-1", "thinking-3", "/srv/own/hand-out.txt", b"Read this")
    assert made.row_id is not None
    with pytest.raises(FileOfOtherKind):
        desk.session_files.attach("bbr-1", "thinking-3", "setup.exe", b"MZ\x90\x00")
    with pytest.raises(SessionUnknown):
        desk.session_files.attach("bbr-1", "thinking-9", "a.txt", b"Read this")
    with pytest.raises(PaperTooLarge):
        desk.session_files.attach("bbr-1", "thinking-3", "a.pdf", b"%PDF-" + bytes(MOST_BYTES))
    first = _release_copy(desk)
    desk.session_files.remove(made.row_id, made.seen)
    assert desk.curriculum_views.session("bbr-1", "thinking-3").files == ()
    [file] = desk.curriculum_views.session(first, "thinking-3").files
    assert (file.name, file.kind, file.size, file.is_here) == ("hand-out.txt", "text", 9, True)
    assert desk.session_files.content(file.file_id) == ("text", b"Read this")
    desk.lock()
    assert not [path for path in programme.folder.rglob("*") if b"Read this" in _bytes(path)]
    desk = programme.desk()
    with desk._vault.records.unit() as unit:
        unit.rows.session.execute(sa.delete(PaperRow))  # as on a computer that only heard of it
    [file] = desk.curriculum_views.session(first, "thinking-3").files
    assert not file.is_here
    with pytest.raises(FileElsewhere):
        desk.session_files.content(file.file_id)
    desk.lock()


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
