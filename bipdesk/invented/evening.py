"""One evening's work without a window: from a fresh programme to the county's desk and back."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.clock import FixedClock, SystemClock
from bipdesk.domain.group import GroupDetails
from bipdesk.domain.ids import GroupId, ParticipantId, SessionId
from bipdesk.domain.planning import SkippedDate
from bipdesk.invented.acts import FACILITATORS, Who, World, moment
from bipdesk.invented.carriage import bring_back, carry, exchange_cards
from bipdesk.invented.evening_people import SIX, UNSIGNED, Newcomer
from bipdesk.invented.evening_words import county_view, day_words, key_file
from bipdesk.invented.staff import COUNTY_ACCOUNT, COUNTY_NAME, SITE, found_programme
from bipdesk.keys.cost import FLOOR, PassphraseCost
from bipdesk.library_files import load_curricula, load_library
from bipdesk.program import Program
from bipdesk.services.vault import AGE_IDENTITY, OpenVault, Surroundings, VaultService

SHEET = "session-sheet.pdf"
KEY = "county-key-demo-only.txt"
VIEW = "county-view.txt"
MARKS = (Mark.PRESENT, Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.PRESENT, Mark.ABSENT)
Say = Callable[[str], None]


def _write_line(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


@dataclass(slots=True)
class Evening:
    """Who is at work, where, and what lies in the folder so far."""

    out: Path
    say: Say
    clock: FixedClock
    desks: dict[Who, Desk]
    world: World
    files: list[Path] = field(default_factory=list)

    @property
    def coordinator(self) -> Desk:
        """Return the coordinator's desk."""
        return self.desks[Who.COORDINATOR]

    def leave(self, name: str, content: bytes) -> None:
        """Leave a file in the folder, readable by its owner alone."""
        path = self.out / name
        path.touch(mode=0o600)
        path.write_bytes(content)
        self.files.append(path)


def run_evening(
    out: Path, today: date | None = None, cost: PassphraseCost = FLOOR, say: Say = _write_line
) -> list[Path]:
    """Do one evening's work with invented people; return the files it leaves in `out`.

    They are the session sheet (PDF), the bundle, the county's own key for `age --decrypt -i`, and what the
    county sees. `say` gets one plain sentence for each thing done. The vaults themselves are thrown away.
    """
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="evening-") as name:
        place = Path(name)
        clock = FixedClock(moment(today or SystemClock().today(), 17))
        near = Surroundings(clock, cost, place / "anchors")
        say("Everything in this evening is invented: the people, the offices, the passphrases.")
        world = World()
        for vault in ("programme", "county"):
            (place / vault).mkdir()
        evening = Evening(out, say, clock, found_programme(Program(near), place / "programme", world), world)
        say(
            f"Made an encrypted programme, {SITE.name}, with a coordinator, two facilitators and a safety "
            "officer. The safety officer's records have a key of their own."
        )
        county = VaultService(near).create_county(place / "county", COUNTY_NAME, COUNTY_ACCOUNT.person).vault
        try:
            _work(evening, county)
        finally:
            county.lock()
            for desk in evening.desks.values():
                desk.lock()
    say(f"The folder {out} now holds: " + ", ".join(path.name for path in evening.files) + ".")
    return evening.files


def _work(evening: Evening, county: OpenVault) -> None:
    _take_in(evening)
    session_id = _plan(evening)
    _hold(evening, session_id)
    _carry(evening, county)


def _take_in(evening: Evening) -> None:
    for newcomer in SIX:
        evening.clock.instant += timedelta(minutes=2)
        _refer(evening, newcomer)
    first = SIX[0].person
    evening.say(
        f"Took in {len(SIX)} participants, the first of them {first.given_name} {first.family_name}: "
        "referral, sealed hand-over form for the safety officer, contact, assessment, decision, "
        "signed waiver, acceptance."
    )
    _refer(evening, UNSIGNED)
    evening.say("Took in one more who has not signed the waiver: he cannot be accepted yet.")


def _refer(evening: Evening, newcomer: Newcomer) -> None:
    desk, today = evening.coordinator, evening.clock.today()
    changes = desk.referrals.refer(newcomer.person, newcomer.referral(today), newcomer.form)
    assert changes.row_id is not None  # refer always makes a row
    participant_id = ParticipantId(changes.row_id)
    _decide(desk, participant_id, today)
    if newcomer is UNSIGNED:
        return
    desk.participants.sign_waiver(participant_id, today)
    file = desk.participants.file(participant_id)
    desk.referrals.accept(file.referral_id, today, file.referral_seen)
    evening.world.participants[len(evening.world.participants)] = participant_id


def _decide(desk: Desk, participant_id: ParticipantId, today: date) -> None:
    """Contact, assess and decide: all on the evening itself, as in a village where he came along."""
    referrals, file = desk.referrals, desk.participants.file(participant_id)
    seen = referrals.contact(file.referral_id, today, "He came along", file.referral_seen).seen
    seen = referrals.assess(file.referral_id, today, "1-2-1 of an hour and a half", seen).seen
    referrals.decide(file.referral_id, True, "Every criterion is met", today, seen)


def _plan(evening: Evening) -> SessionId:
    desk, today = evening.coordinator, evening.clock.today()
    curriculum = next(iter(load_curricula()))
    details = GroupDetails(
        name="Evening group",
        curriculum_id=curriculum.id,
        first_date=today,
        starts_at=time(18, 30),
        length_minutes=curriculum.session_minutes,
        place="Grange Hall",
        facilitators=tuple(evening.world.staff[who] for who in FACILITATORS),
    )
    plan = desk.groups.preview(details)
    group_id = desk.groups.plan(details).row_id
    assert group_id is not None  # a plan always makes a group
    for participant_id in evening.world.participants.values():
        desk.members.join(GroupId(group_id), participant_id, today)
    evening.say(
        f"Planned a group of {curriculum.name}: {len(plan.sessions)} evenings of 150 minutes from "
        f"{day_words(plan.sessions[0].on_date)} to {day_words(plan.sessions[-1].on_date)}"
        f"{_without(plan.skipped)}."
    )
    first = desk.groups.file(GroupId(group_id)).sessions[0]
    if first.on_date != today:
        desk.cancellations.move(first.session_id, today, first.seen)
        evening.say("Today is a holiday; for this demonstration the group meets all the same.")
    return first.session_id


def _without(skipped: tuple[SkippedDate, ...]) -> str:
    if not skipped:
        return ""
    return ", without the holidays on " + " and ".join(day_words(skip.on_date) for skip in skipped)


def _hold(evening: Evening, session_id: SessionId) -> None:
    evening.leave(SHEET, evening.coordinator.sheets.render(session_id))
    evening.say(
        f"Printed the session sheet to {SHEET}. In real use it goes to the printer from memory; "
        "no such file is ever left on the disk."
    )
    evening.clock.instant += timedelta(hours=4)
    registers = evening.desks[Who.FIRST_FACILITATOR].registers
    for line, mark in zip(registers.open_register(session_id).lines, MARKS, strict=True):
        registers.mark(session_id, line.participant_id, mark, line.seen)
    outcome = registers.consequences(session_id)
    registers.close(session_id, registers.open_register(session_id).seen)
    evening.say(f"Took the register mark by mark. The program said: {outcome} Then closed it.")


def _carry(evening: Evening, county_vault: OpenVault) -> None:
    site, county = evening.coordinator, Desk(county_vault, load_library())
    exchange_cards(site, county)
    evening.say(f"Exchanged enrolment cards with {COUNTY_NAME} and compared the codes.")
    written, read = carry(site, county, evening.out)
    evening.files.append(evening.out / written.file_name)
    evening.say(
        f"Wrote the bundle {written.file_name}, encrypted and signed, with {', '.join(written.sentences)}. "
        "It holds nothing of the one who has not signed, no notes, and nothing about partners."
    )
    _leave_key(evening, county_vault, written.file_name)
    evening.say(f"The county office read it. {'; '.join(read.sentences)}.")
    view = county_view(COUNTY_NAME, county.county.sites(), county.county.participants)
    evening.leave(VIEW, view.encode())
    before = site.sync.status().last_confirmed_on
    assert before is None  # never delivered before the receipt is back
    answer, _ = bring_back(site, county, evening.out)
    evening.files.append(evening.out / answer.file_name)
    confirmed = site.sync.status().last_confirmed_on
    assert confirmed is not None  # the receipt says so
    evening.say(
        f"The county wrote its signed receipt {answer.file_name}; the site read it and shows the bundle as "
        f"delivered on {day_words(confirmed)}. Before that it was only written."
    )


def _leave_key(evening: Evening, county_vault: OpenVault, bundle: str) -> None:
    with county_vault.records.unit() as unit:
        identity = unit.offices.kept(AGE_IDENTITY)
    assert identity is not None  # made with the vault
    evening.leave(KEY, key_file(identity.decode(), bundle).encode())
    evening.say(
        f"Left the county's secret key in {KEY}, so that you can open the bundle with the public command: "
        f"age --decrypt -i {KEY} {bundle}. This is a demonstration: in real use that key never leaves the "
        "county office's encrypted records."
    )
