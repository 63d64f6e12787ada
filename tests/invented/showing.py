"""What the services show of an invented programme, without ids, tokens and keys: those differ every time."""

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

from bipdesk.desk import Desk
from bipdesk.domain.clock import FixedClock
from bipdesk.domain.handover import HandOverForm
from bipdesk.invented.acts import Who
from bipdesk.invented.programme import Invented, invent
from bipdesk.keys.cost import PassphraseCost
from bipdesk.program import Program
from bipdesk.services.vault import Surroundings

TODAY = date(2026, 11, 19)
COST = PassphraseCost.for_tests()
OWN = {"seen", "referral_seen"}


def invented(folder: Path, seed: int = 1, participants: int = 20, today: date = TODAY) -> Invented:
    return invent(folder, seed, participants, today, COST)


def program(made: Invented, today: date = TODAY) -> Program:
    clock = FixedClock(datetime.combine(today, time(17), UTC))
    return Program(Surroundings(clock, COST, made.anchors))


def desk_of(made: Invented, who: Who = Who.COORDINATOR, today: date = TODAY) -> Desk:
    account = made.accounts[who]
    desk = program(made, today).unlock(made.folder, account.sign_in_name, account.passphrase)
    assert isinstance(desk, Desk)
    return desk


def county_of(made: Invented) -> Desk:
    assert made.county_folder is not None
    account = made.county_account
    desk = program(made).unlock(made.county_folder, account.sign_in_name, account.passphrase)
    assert isinstance(desk, Desk)
    return desk


def records(desk: Desk) -> dict[str, Any]:
    """All that the records services show, in plain values."""
    rows = desk.participants.page(limit=10_000)
    groups = desk.groups.list()
    files = [desk.groups.file(group.group_id) for group in groups]
    return {
        "participants": _plain(rows),
        "files": _plain([desk.participants.file(row.participant_id) for row in rows]),
        "journeys": _plain([desk.participants.journey(row.participant_id) for row in rows]),
        "notes": _plain([desk.notes.of(row.participant_id) for row in rows]),
        "groups": _plain(files),
        "registers": _plain([desk.registers.open_register(s.session_id) for f in files for s in f.sessions]),
        "today": _plain(desk.today.today()),
        "waiting": _plain(desk.groups.waiting()),
        "site": _plain(desk.site.get().details),
        "staff": _plain(desk.staff.list()),
        "agencies": _plain([desk.agencies.file(one.agency_id) for one in desk.agencies.list()]),
        "directory": _plain(desk.directory.search()),
        "staff records": _plain(desk.staff_records.list()),
    }


def safety(desk: Desk) -> dict[str, Any]:
    """All that the safety workspace shows, unopened envelopes opened as the last thing."""
    assert desk.safety is not None
    files = [desk.safety.file(partner.partner_id) for partner in desk.safety.partners()]
    unopened = desk.safety.envelopes()
    forms = [desk.safety.open_envelope(envelope.envelope_id) for envelope in unopened]
    return {"partners": _plain(files), "unopened": _plain(forms)}


def words_of_the_safety_side(desk: Desk) -> Iterator[str]:
    """Every text that the officer wrote or was handed, beginning with the forms nobody has opened."""
    assert desk.safety is not None
    for envelope in desk.safety.envelopes():
        yield from _words_of_form(desk.safety.open_envelope(envelope.envelope_id))
    for partner in desk.safety.partners():
        yield from (partner.code, partner.name, *partner.name.split(maxsplit=1)[-1:], partner.remarks)
        yield from (partner.rule.ways, partner.rule.never, partner.rule.code_word)
        for contact in desk.safety.file(partner.partner_id).contacts:
            yield contact.summary


def _words_of_form(form: HandOverForm) -> Iterator[str]:
    yield from (form.papers, form.remarks)
    for person in form.people:
        yield from (person.name, person.name.split(maxsplit=1)[-1], person.contact)


def digest(shown: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {
            f.name: _case_number(f.name, _plain(getattr(value, f.name)))
            for f in dataclasses.fields(value)
            if f.name not in OWN
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(_plain(part) for part in value)
    if isinstance(value, UUID):
        return "id"
    return value if isinstance(value, str | int | None) else str(value)


def _case_number(name: str, value: Any) -> Any:
    """Leave out the prefix: every computer draws its own."""
    return value.split("-")[-1] if name == "case_number" else value
