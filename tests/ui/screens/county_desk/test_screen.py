"""The county's desk: what a stick brings is said in sentences, what is refused says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.ui.application import Application
from bipdesk.ui.forms.enrol_dialog import EnrolDialog
from bipdesk.ui.forms.report_dialog import ReportDialog
from bipdesk.ui.screens.county_desk.screen import CountyDeskScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words


@pytest.fixture
def office(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """A county office that has enrolled the site, locked afterwards."""
    opened = builders.enrolled(tmp_path, desk)
    yield opened
    opened.lock()


def made(office: Desk, stage: Stage) -> CountyDeskScreen:
    return stage.show(CountyDeskScreen(stage.frame, office.county, office.clock))


def carried(desk: Desk, tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    builders.mark_all(desk, builders.evening(desk, people=2))
    desk.sync.make_bundle(folder)
    return folder


def test_a_new_office_says_how_to_begin_and_shows_its_own_card(tmp_path: Path, stage: Stage) -> None:
    office = builders.county(tmp_path)
    screen = made(office, stage)
    assert "No site is enrolled yet" in words(screen)
    assert office.county.own_card().fingerprint in words(screen)
    assert screen.header.height() < 2 * screen.header.minimumSizeHint().height()
    stage.frame.tasks.stop(office.lock)


def test_a_site_is_enrolled_by_its_card_and_the_code_heard(tmp_path: Path, desk: Desk, stage: Stage) -> None:
    office = builders.county(tmp_path)
    screen = made(office, stage)
    card = desk.sync.own_card()
    stage.press(screen, "Enrol a site…")
    (dialog,) = screen.findChildren(EnrolDialog)
    dialog.card.setPlainText(card.line)
    dialog.code.setText(card.fingerprint)
    stage.press(dialog, "Compare and enrol")
    assert "Harlow Valley programme" in words(screen)
    stage.frame.tasks.stop(office.lock)


def test_a_bundle_arrives_with_its_participants(
    office: Desk, desk: Desk, stage: Stage, tmp_path: Path
) -> None:
    screen = made(office, stage)
    assert "No bundle has arrived yet" in words(screen)
    screen.read_stick(carried(desk, tmp_path))
    stage.settle()
    (report,) = screen.findChildren(ReportDialog)
    assert any("participants" in sentence for sentence in words(report))
    report.accept()
    model = screen.table.model()
    names = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert names == ["Family0, Given0", "Family1, Given1"]
    assert any("answer not written yet" in sentence for sentence in words(screen))


def test_a_damaged_file_is_refused_with_a_sentence_and_the_others_are_read(
    office: Desk, desk: Desk, stage: Stage, tmp_path: Path
) -> None:
    folder = carried(desk, tmp_path)
    (bundle,) = office.county.find(folder)
    data = bytearray(bundle.read_bytes())
    data[-20] ^= 1
    damaged = bundle.name[:7] + ("2" if bundle.name[7] != "2" else "3") + bundle.suffix
    bundle.with_name(damaged).write_bytes(bytes(data))
    screen = made(office, stage)
    screen.read_stick(folder)
    stage.settle()
    (report,) = screen.findChildren(ReportDialog)
    assert {"Refused", "Read"} <= set(words(report))


def test_a_stick_without_bundles_says_so(office: Desk, stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    made(office, stage).read_stick(folder)
    stage.settle()
    ((sentence, _state),) = stage.notices
    assert sentence.startswith("There is no bundle in this folder.")


def test_the_answer_is_written_and_no_longer_waits(
    office: Desk, desk: Desk, stage: Stage, tmp_path: Path
) -> None:
    folder = carried(desk, tmp_path)
    screen = made(office, stage)
    screen.read_stick(folder)
    stage.settle()
    (site,) = office.county.sites()
    before = set(folder.iterdir())
    screen.write_answer(site.org_id, folder)
    stage.settle()
    assert len(set(folder.iterdir()) - before) == 1
    assert "The answer is on the stick" in [
        sentence for report in screen.findChildren(ReportDialog) for sentence in words(report)
    ]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_field_has_a_name_and_no_word_is_cut(
    office: Desk, desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    screen = made(office, stage)
    assert unnamed_inputs(screen) == []
    assert clipped_words(screen) == []
