"""The practice record through a vault: kept, changed with its token, printed, and never in what leaves."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from bipdesk.db.records.registry import RECORDS
from bipdesk.desk import Desk
from bipdesk.domain.chain import Chain, ChainDetails, ChoicePoint, Link, WayOut
from bipdesk.domain.control_log import ControlLogDetails, Denial
from bipdesk.domain.disclosure import Document
from bipdesk.domain.errors import DateInFuture, NothingEntered, RowMissing, UserError
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.intake_errors import AnswersTooLong
from bipdesk.domain.practice_sheet import Worksheet
from bipdesk.domain.skill import Names, Setting, SkillPracticeDetails
from bipdesk.domain.sync.registry import Compartment
from bipdesk.services.practice import Entry
from tests import builders
from tests.export.reports.sheet_reading import all_text
from tests.stories.canaries import everything

TODAY = date(2026, 11, 19)
CHAIN = ChainDetails(
    TODAY,
    "Blocked the kitchen door",
    Chain(
        (Link(3, moment="Came home late"), Link(1, choice=ChoicePoint("Go out", "time-out"))),
        WayOut(1, "Leave"),
    ),
    happened_on=TODAY - timedelta(days=9),
    effect_her="Afraid to pass",
    effect_children="Heard it all",
    staff_view="Still speaks of her tone",
    step_code="thinking-3",
)
LOG = ControlLogDetails(
    TODAY,
    "Looked through her telephone",
    thoughts=("right", "decide"),
    feelings=("jealousy",),
    denials=frozenset({Denial.BLAMED}),
    past_violence="Broke the last one",
    skill="self-talk",
)
TRY = SkillPracticeDetails("time-out", Setting.HOME, TODAY, "Twenty minutes in the shed")


@pytest.fixture
def him(desk: Desk) -> ParticipantId:
    return builders.accepted(desk)


def test_chain_log_and_practice_come_back_as_they_were_entered(desk: Desk, him: ParticipantId) -> None:
    for entry in (CHAIN, LOG, TRY):
        desk.practice.add(him, entry)
    file = desk.practice.file(him)
    assert [each.details for each in file.chains] == [CHAIN]
    assert [each.details for each in file.logs] == [LOG]
    assert [each.details for each in file.practices] == [TRY]
    assert {each.by for each in file.chains} == {desk.me.name}
    assert file.step_title("thinking-3") == "My Thinking 3"
    assert desk.practice.file(builders.accepted(desk, "Omar", "Bell")).chains == ()


def test_a_change_needs_the_token_and_one_made_apart_is_told(desk: Desk, him: ParticipantId) -> None:
    first = desk.practice.add(him, CHAIN)
    assert first.row_id is not None
    longer = replace(CHAIN, chain=CHAIN.chain.added(0))
    changed = desk.practice.change(first.row_id, longer, first.seen)
    (filed,) = desk.practice.file(him).chains
    assert (filed.details, filed.seen) == (longer, changed.seen)
    desk.practice.change(first.row_id, replace(CHAIN, chain=CHAIN.chain.removed(3)), first.seen)
    assert desk.practice.file(him).conflicts == ("the links of a chain",)


@pytest.mark.parametrize("what", ["chain", "log", "practice"])
def test_what_was_entered_by_mistake_is_taken_away_and_put_back(
    desk: Desk, him: ParticipantId, what: str
) -> None:
    entry: Entry = {"chain": CHAIN, "log": LOG, "practice": TRY}[what]  # type: ignore[assignment]
    added = desk.practice.add(him, entry)
    assert added.row_id is not None
    desk.practice.withdraw(what, added.row_id, added.seen)
    file = desk.practice.file(him)
    assert (file.chains, file.logs, file.practices) == ((), (), ())
    desk.practice.restore(what, added.row_id)
    file = desk.practice.file(him)
    assert len(file.chains + file.logs + file.practices) == 1


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        (replace(CHAIN, situation=" "), NothingEntered),
        (replace(CHAIN, brought_on=TODAY + timedelta(days=1)), DateInFuture),
        (replace(CHAIN, happened_on=TODAY + timedelta(days=1)), DateInFuture),
        (replace(CHAIN, staff_view="x" * 100_001), AnswersTooLong),
        (replace(LOG, action=""), NothingEntered),
        (replace(TRY, went=""), NothingEntered),
        (replace(TRY, skill=""), NothingEntered),
        (replace(TRY, practised_on=TODAY + timedelta(days=1)), DateInFuture),
    ],
)
def test_half_an_entry_is_refused(
    desk: Desk, him: ParticipantId, entry: Entry, error: type[UserError]
) -> None:
    with pytest.raises(error):
        desk.practice.add(him, entry)


def test_a_skill_of_the_programmes_own_can_be_chosen_from_then_on(desk: Desk, him: ParticipantId) -> None:
    added = desk.practice.add_skill(Names(" Cooking supper ", "Preparar la cena"))
    skill = desk.practice.file(him).lists.skills[-1]
    assert (skill.key, skill.name) == (str(added.row_id), Names("Cooking supper", "Preparar la cena"))
    desk.practice.add(him, replace(TRY, skill=skill.key))
    assert "Preparar la cena" in all_text(desk.practice.filled(him, Worksheet.SKILLS, language="es"))
    with pytest.raises(NothingEntered):
        desk.practice.add_skill(Names(" "))


def test_a_filled_sheet_holds_his_entry_and_nothing_of_others_or_of_the_staff(
    desk: Desk, him: ParticipantId
) -> None:
    other = builders.accepted(desk, "Omar", "Bell")
    desk.practice.add(other, replace(CHAIN, situation="Kanarienvogel", effect_her="Kanarienvogel"))
    desk.practice.add(other, replace(TRY, went="Kanarienvogel"))
    row_id = desk.practice.add(him, CHAIN).row_id
    desk.practice.add(him, TRY)
    pdf = all_text(desk.practice.filled(him, Worksheet.CHAIN, row_id))
    pdf += all_text(desk.practice.filled(him, Worksheet.SKILLS))
    for wanted in ("Blocked the kitchen door", "Came home late", "Go out", "Heard it all", "Twenty minutes"):
        assert wanted in pdf
    for alien in ("Kanarienvogel", "her tone", "Aaron", "Pruett", desk.me.name, "Harlow"):
        assert alien not in pdf
    with pytest.raises(RowMissing):
        desk.practice.filled(other, Worksheet.CHAIN, row_id)
    with pytest.raises(RowMissing):
        desk.practice.filled(him, Worksheet.CONTROL_LOG, UUID(int=5))


@pytest.mark.parametrize("sheet", list(Worksheet))
def test_a_blank_sheet_holds_nobodys_entries(desk: Desk, him: ParticipantId, sheet: Worksheet) -> None:
    desk.practice.add(him, replace(CHAIN, situation="Kanarienvogel"))
    for language in ("en", "es"):
        pdf = all_text(desk.practice.blank(sheet, language))
        assert "Kanarienvogel" not in pdf
        assert "BD-" not in pdf


def test_no_letter_and_no_bundle_holds_a_word_of_it(desk: Desk, him: ParticipantId, tmp_path: Path) -> None:
    county = builders.enrolled(tmp_path, desk)
    said = "Kanarienvogel"
    chain = Chain(
        (Link(1, moment=said, thought=said, action=said, choice=ChoicePoint(said)),), WayOut(1, said)
    )
    desk.practice.add(him, ChainDetails(TODAY, said, chain, None, said, said, said))
    desk.practice.add(him, replace(LOG, action=said, effect_her=said, past_violence=said, differently=said))
    desk.practice.add(him, replace(TRY, went=said, helped=said, next_try=said))
    to = desk.disclosures.choices(him).recipients[0]
    for document in (Document.STATUS_LETTER, Document.ACCEPTANCE_LETTER):
        text = all_text(desk.disclosures.prepare(document, him, to).pdf)
        assert "Pruett" in text
        assert said not in text
    stick = tmp_path / "stick"
    stick.mkdir()
    county.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    with county._vault.records.rows() as rows:
        told = " ".join(everything(rows.session))
    county.lock()
    assert "Pruett" in told
    assert said not in told


def test_nothing_of_the_practice_record_is_for_a_court_or_for_statistics() -> None:
    tables = RECORDS.tables
    for name in ("practice_chain", "practice_log", "skill_practice"):
        assert {column.compartment for column in tables[name].columns.values()} == {Compartment.CORE}
