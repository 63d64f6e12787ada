"""What is kept of each person on the staff: training, supervision, checks, and what the pack asks of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.ids import Seen, StaffEntryId, StaffId
from bipdesk.domain.pack import Pack
from bipdesk.domain.staff import Role, StaffMember

WARN_AHEAD = timedelta(days=60)
"""How long before its end a check or a certificate is warned of."""
WEEK = timedelta(weeks=1)
MONTH_DAYS = 31
_LENGTH = re.compile(r"(?P<hours>\d{0,4})(?::(?P<minutes>[0-5]\d)|[.,](?P<part>\d{1,2}))?", re.ASCII)

SELECTION: Mapping[str, str] = {
    "anti-sexism": "Commitment to anti-sexism",
    "non-violence": "Track record of non-violence",
    "leadership": "Group leadership ability",
    "cultural": "Cultural knowledge",
    "life": "Life experience",
    "formal": "Formal qualifications",
}
"""What facilitators are selected by (source 001, both columns of the chart)."""

TOPICS: Mapping[str, str] = {
    "change": "Believing in participants' potential for change",
    "accountable": "Holding participants accountable",
    "ending": "Ending participants' use of violence",
    "completion": "Requiring programme completion",
    "norms": "Gender transformative approaches: tolerance of violence, norms that excuse it",
    "violence": "Domestic violence and the safety of victims",
    "children": "Children's exposure to domestic violence",
    "equity": "Racism and equity",
    "substance": "Substance use",
    "intake": "Intake and risk",
    "groups": "Leading groups",
    "law": "Law",
}
"""Topics of training: the four principles and the norms (source 000), children's exposure and equity (source
002), and what California asks besides (PC 1203.098)."""

PRINCIPLES = ("change", "accountable", "ending", "completion", "children", "equity")
"""Topics that nobody on the staff should be without (sources 000 and 002)."""

FEEDBACK: Mapping[str, str] = {
    "justice": "Criminal justice agencies",
    "advocates": "Victim advocates",
    "survivors": "Survivors",
}
"""Whose feedback a supervision took in (source 001); what a survivor said is never written here."""


class EntryKind(StrEnum):
    """What an entry is about."""

    SELECTION = "selection"
    QUALIFICATION = "qualification"
    TRAINING = "training"
    SUPERVISION = "supervision"
    CHECK = "check"
    SUPPORT = "support"
    CONFLICT = "conflict"

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return _LABELS[self]

    @property
    def marks(self) -> Mapping[str, str]:
        """Return what can be ticked in an entry of this kind; most have nothing."""
        return _MARKS.get(self, {})


_LABELS = {
    EntryKind.SELECTION: "Selection",
    EntryKind.QUALIFICATION: "Qualification",
    EntryKind.TRAINING: "Training",
    EntryKind.SUPERVISION: "Supervision",
    EntryKind.CHECK: "Background check",
    EntryKind.SUPPORT: "Support session",
    EntryKind.CONFLICT: "Conflict of interest declared",
}
_MARKS = {EntryKind.SELECTION: SELECTION, EntryKind.TRAINING: TOPICS, EntryKind.SUPERVISION: FEEDBACK}


@dataclass(frozen=True, slots=True)
class StaffEntryDetails:
    """One dated entry about somebody on the staff."""

    staff_id: StaffId
    kind: EntryKind
    on_date: date
    what: str = ""
    by_whom: str = ""
    """Who taught, supervised or checked."""
    length_minutes: int = 0
    marks: frozenset[str] = frozenset()
    """Codes of the kind's `marks`."""
    expires_on: date | None = None
    """The last day on which it holds."""
    ended_on: date | None = None
    """The day it was renewed or let go, or the conflict was resolved: it warns no more."""


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """An entry with the token of what is stored."""

    entry_id: StaffEntryId
    seen: Seen
    details: StaffEntryDetails


@dataclass(frozen=True, slots=True)
class StaffWarning:
    """Something that is missing or runs out."""

    words: str
    source: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """One person's entries, the newest first, and how they stand against the pack."""

    member: StaffMember
    entries: tuple[StaffEntry, ...]
    training_minutes: int
    minutes_of_topic: Mapping[str, int]
    supervised_on: date | None
    solo_in_26_weeks: int
    solo_in_52_weeks: int
    warnings: tuple[StaffWarning, ...]


def staff_record(
    member: StaffMember, entries: Sequence[StaffEntry], solo_on: Sequence[date], pack: Pack, today: date
) -> StaffRecord:
    """Return how one person stands; `solo_on` are the days on which she or he led a group alone."""
    mine = tuple(sorted(entries, key=lambda entry: entry.details.on_date, reverse=True))
    training = [entry.details for entry in mine if entry.details.kind is EntryKind.TRAINING]
    supervised = [e.details.on_date for e in mine if e.details.kind is EntryKind.SUPERVISION]
    solos = tuple(sum(today - day < weeks * WEEK for day in solo_on) for weeks in (26, 52))
    record = StaffRecord(
        member=member,
        entries=mine,
        training_minutes=sum(entry.length_minutes for entry in training),
        minutes_of_topic={
            code: sum(entry.length_minutes for entry in training if code in entry.marks) for code in TOPICS
        },
        supervised_on=max(supervised, default=None),
        solo_in_26_weeks=solos[0],
        solo_in_52_weeks=solos[1],
        warnings=(),
    )
    return _with_warnings(record, pack, today)


def minutes_typed(words: str) -> int | None:
    """Return the minutes of a length typed as hours: "7", "1:30" or "1.5"; nothing is 0, None unreadable."""
    found = _LENGTH.fullmatch(words.strip())
    if found is None:
        return None
    hours, minutes, part = int(found["hours"] or 0), int(found["minutes"] or 0), found["part"] or "0"
    return hours * 60 + minutes + round(60 * float(f"0.{part}"))


def typed_length(minutes: int) -> str:
    """Return a length as it is typed: "7" or "1:30"; nothing for 0."""
    if not minutes:
        return ""
    return f"{minutes // 60}:{minutes % 60:02d}" if minutes % 60 else str(minutes // 60)


def ends_soon(details: StaffEntryDetails, today: date) -> bool:
    """Say whether it ends within sixty days or has ended, and nobody has renewed it or let it go."""
    ends = details.expires_on
    return ends is not None and details.ended_on is None and ends - today <= WARN_AHEAD


def _with_warnings(record: StaffRecord, pack: Pack, today: date) -> StaffRecord:
    found = [*_ending(record, today)]
    if Role.FACILITATOR in record.member.roles:
        found += [*_training(record, pack, today), *_checks(record, pack), *_alone(record, pack)]
    if Role.COUNTY not in record.member.roles:
        found += _supervision(record, pack, today)
    return replace(record, warnings=tuple(found))


def _ending(record: StaffRecord, today: date) -> list[StaffWarning]:
    found = []
    for details in (entry.details for entry in record.entries):
        if ends_soon(details, today) and details.expires_on is not None:
            ends, named = details.expires_on, details.what or details.kind.label
            words = "ended on" if ends < today else "holds until"
            found.append(StaffWarning(f"{named}: {words} {day_in_words(ends)}", due_on=ends))
    return found


def _training(record: StaffRecord, pack: Pack, today: date) -> list[StaffWarning]:
    found = []
    hours = record.training_minutes // 60
    core, yearly = pack.value("facilitator-training"), pack.value("yearly-training")
    if core is not None and hours < core.number:
        found.append(StaffWarning(f"{hours} of {core.number} hours of training", core.source))
    elif yearly is not None:
        since = today - 52 * WEEK
        lately = (e.details for e in record.entries if e.details.kind is EntryKind.TRAINING)
        minutes = sum(entry.length_minutes for entry in lately if entry.on_date > since)
        if minutes < yearly.number * 60:
            words = f"{minutes // 60} of {yearly.number} hours of further training in the last year"
            found.append(StaffWarning(words, yearly.source))
    missing = [TOPICS[code].split(":")[0] for code in PRINCIPLES if not record.minutes_of_topic[code]]
    if missing:
        found.append(StaffWarning(f"No training yet: {'; '.join(missing)}", "Sources 000 and 002"))
    return found


def _checks(record: StaffRecord, pack: Pack) -> list[StaffWarning]:
    rule = pack.value("background-check")
    if rule is None or any(entry.details.kind is EntryKind.CHECK for entry in record.entries):
        return []
    return [StaffWarning("No background check is recorded", rule.source)]


def _supervision(record: StaffRecord, pack: Pack, today: date) -> list[StaffWarning]:
    rule = pack.value("supervision")
    if rule is None:
        return []
    if record.supervised_on is None:
        return [StaffWarning("No supervision is recorded", rule.source)]
    due = record.supervised_on + timedelta(days=MONTH_DAYS * rule.number)
    if due >= today:
        return []
    return [StaffWarning(f"Last supervision on {day_in_words(record.supervised_on)}", rule.source, due)]


def _alone(record: StaffRecord, pack: Pack) -> list[StaffWarning]:
    found = []
    for weeks, led in ((26, record.solo_in_26_weeks), (52, record.solo_in_52_weeks)):
        rule = pack.value(f"solo-sessions-{weeks}-weeks")
        if rule is not None and led > rule.number:
            words = f"Led {led} sessions alone in {weeks} weeks; at most {rule.number}"
            found.append(StaffWarning(words, rule.source))
    return found
