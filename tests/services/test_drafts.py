"""Drafts: there again after a lock and after the computer's end, gone with the save, one's own alone."""

import signal
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.changes import Changes
from bipdesk.domain.draft import DraftKey
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.handover import HandOverForm, ProtectedPerson
from bipdesk.domain.ids import EnvelopeId, ParticipantId
from bipdesk.domain.participant import NoteClass
from tests import builders
from tests.stories.canaries import SAFETY_WORD, everything

KEY = DraftKey("note", UUID(int=7))
REFERRAL = DraftKey("referral")
TYPED: dict[str, object] = {"Note": "He was late", "Risk note": True}
HERS = HandOverForm(builders.NOBODY, (ProtectedPerson(f"{SAFETY_WORD} Jane"),), f"{SAFETY_WORD} report")

WRITER = textwrap.dedent(
    """
    import pytest  # the cheap passphrase cost is refused elsewhere
    import sys
    from pathlib import Path
    from bipdesk.domain.draft import DraftKey
    from bipdesk.domain.handover import HandOverForm, ProtectedPerson
    from tests import builders

    desk = builders.unlocked(Path(sys.argv[1]))
    key, sitting, words = DraftKey("referral"), desk.drafts.new_sitting(), ""
    for number in range(100_000):
        words += chr(97 + number % 26)
        desk.drafts.keep(key, {"Given name": words})
        desk.drafts.keep_sealed(key, sitting, HandOverForm(builders.NOBODY, (ProtectedPerson(words),)))
        print(words, flush=True)
    """
)


def test_what_was_begun_is_there_again_after_a_lock_and_only_for_her_who_typed_it(
    programme: builders.Programme,
) -> None:
    desk = programme.desk()
    desk.drafts.keep(KEY, {"Note": "He"})
    desk.drafts.keep(KEY, TYPED)
    desk.lock()
    other = programme.desk(builders.FACILITATOR)
    assert other.drafts.of(KEY) is None
    assert other.drafts.list() == ()
    other.lock()
    desk = programme.desk()
    draft = desk.drafts.of(KEY)
    assert draft is not None
    assert draft.content == TYPED
    assert draft.written_at == builders.THURSDAY
    assert [each.key for each in desk.drafts.list()] == [KEY]
    desk.lock()


def test_nothing_typed_is_no_draft(desk: Desk) -> None:
    desk.drafts.keep(KEY, TYPED)
    desk.drafts.keep(KEY, {})
    assert desk.drafts.of(KEY) is None


def test_the_draft_goes_with_the_save_and_stays_when_the_save_is_refused(desk: Desk) -> None:
    participant = builders.accepted(desk)
    desk.drafts.keep(KEY, TYPED)

    def save(text: str) -> Changes:
        return desk.notes.add(participant, None, NoteClass.RISK, text)

    with pytest.raises(NothingEntered):
        desk.drafts.finish(KEY, lambda: save(""))
    assert desk.drafts.of(KEY) is not None
    desk.drafts.finish(KEY, lambda: save("He was late"))
    assert desk.drafts.of(KEY) is None
    assert [note.text for note in desk.notes.of(participant)] == ["He was late"]


def test_an_error_after_the_save_leaves_both_as_they_were(desk: Desk) -> None:
    participant = builders.accepted(desk)
    desk.drafts.keep(KEY, TYPED)

    def save_and_fail() -> Changes:
        desk.notes.add(participant, None, NoteClass.RISK, "He was late")
        raise NothingEntered(field="The note")

    with pytest.raises(NothingEntered):
        desk.drafts.finish(KEY, save_and_fail)
    assert desk.drafts.of(KEY) is not None
    assert desk.notes.of(participant) == ()


def test_a_discarded_draft_can_be_taken_back(desk: Desk) -> None:
    sitting = desk.drafts.new_sitting()
    desk.drafts.keep(REFERRAL, TYPED)
    desk.drafts.keep_sealed(REFERRAL, sitting, HERS)
    desk.drafts.drop(REFERRAL)
    assert desk.drafts.of(REFERRAL) is None
    desk.drafts.take_back(REFERRAL, TYPED)
    draft = desk.drafts.of(REFERRAL)
    assert draft is not None
    assert draft.content == TYPED
    assert draft.sealed_at == builders.THURSDAY


def test_a_sealed_draft_discarded_long_ago_is_erased(programme: builders.Programme) -> None:
    desk = programme.desk()
    desk.drafts.keep_sealed(REFERRAL, desk.drafts.new_sitting(), HERS)
    desk.drafts.drop(REFERRAL)
    programme.clock.instant += timedelta(hours=2)
    desk.drafts.drop(KEY)
    desk.drafts.take_back(REFERRAL, {})
    assert desk.drafts.of(REFERRAL) is None
    desk.lock()


def test_the_hand_over_form_is_never_kept_in_clear_and_what_a_crash_left_goes_along(
    programme: builders.Programme,
) -> None:
    desk = programme.desk()
    desk.drafts.keep_sealed(REFERRAL, desk.drafts.new_sitting(), HERS)
    desk.lock()  # the first sitting ends without a save
    desk = programme.desk()
    sitting = desk.drafts.new_sitting()
    for words in ("J", "Ja", "Janet"):
        desk.drafts.keep_sealed(REFERRAL, sitting, builders.form(words))
    with desk._vault.records.rows() as rows:
        assert [value for value in everything(rows.session) if SAFETY_WORD in value] == []
    desk.drafts.finish(REFERRAL, lambda: _refer(desk, "Janet"), sitting)
    assert desk.drafts.of(REFERRAL) is None
    desk.lock()
    officer = programme.desk(builders.OFFICER)
    assert officer.safety is not None
    envelopes = [envelope.envelope_id for envelope in officer.safety.envelopes()]
    names = {officer.safety.open_envelope(each).people[0].name for each in envelopes}
    assert names == {f"{SAFETY_WORD} Jane", "Janet"}
    assert len(envelopes) == 2
    officer.lock()


def test_a_discarded_hand_over_form_does_not_go_along(desk: Desk) -> None:
    desk.drafts.keep_sealed(REFERRAL, desk.drafts.new_sitting(), HERS)
    desk.drafts.drop(REFERRAL)
    desk.drafts.finish(REFERRAL, lambda: _refer(desk, "Janet"), desk.drafts.new_sitting())
    with desk._vault.records.unit() as unit:
        assert len(unit.hand_overs.all()) == 1


def test_what_is_sealed_too_late_belongs_to_no_other_referral(desk: Desk) -> None:
    sitting = desk.drafts.new_sitting()
    desk.drafts.finish(REFERRAL, lambda: _refer(desk, "Janet"), sitting)
    desk.drafts.keep_sealed(REFERRAL, sitting, HERS)
    assert desk.drafts.of(REFERRAL) is None


def test_every_sealed_draft_has_the_size_of_an_envelope(desk: Desk) -> None:
    for sitting, form in ((uuid4(), builders.form()), (uuid4(), HERS)):
        desk.drafts.keep_sealed(REFERRAL, EnvelopeId(sitting), form)
    with desk._vault.records.unit() as unit:
        assert len({len(sealed) for _, sealed in unit.drafts.sealed(REFERRAL)}) == 1


def test_a_purge_takes_everybodys_drafts_about_the_subject_and_no_other(
    programme: builders.Programme,
) -> None:
    other = DraftKey("note", UUID(int=8))
    for who in (builders.COORDINATOR, builders.FACILITATOR):
        desk = programme.desk(who)
        for key in (KEY, other, REFERRAL):
            desk.drafts.keep(key, TYPED)
        desk.drafts.keep_sealed(KEY, desk.drafts.new_sitting(), HERS)
        desk.lock()
    desk = programme.desk()
    with desk._vault.records.unit() as unit:
        unit.drafts.erase([KEY.subject_id, REFERRAL.subject_id])
    assert {draft.key for draft in desk.drafts.list()} == {other, REFERRAL}
    desk.lock()
    desk = programme.desk(builders.FACILITATOR)
    assert {draft.key for draft in desk.drafts.list()} == {other, REFERRAL}
    assert desk.drafts.of(KEY) is None
    desk.lock()


def test_a_killed_writer_loses_nothing_it_had_acknowledged(tmp_path: Path) -> None:
    builders.programme(tmp_path)
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        last = ""
        for _ in range(40):
            last = writer.stdout.readline().strip()
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().splitlines()
    last = rest[-1] if rest else last
    desk = builders.unlocked(tmp_path)
    draft = desk.drafts.of(REFERRAL)
    assert draft is not None
    assert str(draft.content["Given name"]).startswith(last)
    assert draft.sealed_at is not None
    desk.drafts.finish(REFERRAL, lambda: _refer(desk, "Janet"), desk.drafts.new_sitting())
    desk.lock()
    officer = builders.unlocked(tmp_path, builders.OFFICER)
    assert officer.safety is not None
    opened = [officer.safety.open_envelope(each.envelope_id) for each in officer.safety.envelopes()]
    assert any(form.people[0].name.startswith(last) for form in opened)
    officer.lock()


def _refer(desk: Desk, name: str) -> Changes:
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form(name))
    assert made.row_id is not None
    assert desk.participants.file(ParticipantId(made.row_id))
    return made
