"""Finding people who may be the same: keys by sound, date of birth and number, looked up by their index."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

import jellyfish
import sqlalchemy as sa

from bipdesk.db.journal.intents import announce, withdraw
from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.person_keys import PersonKeyRow
from bipdesk.db.records.tables.persons import PersonNameRow
from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.rows import Rows
from bipdesk.domain.duplicates import KnownPerson, PersonTyped, crossed, likeness
from bipdesk.domain.folding import bare_number, folded, name_words
from bipdesk.domain.ids import OrgId, ParticipantId

MOST_OF_A_KEY = 60
"""So many are looked at of one key; of a very common name, the same date of birth is a key of its own."""
WORDS_OF_A_NAME = 3
CLOSE = 0.86
"""Above this (Jaro and Winkler's measure) two spellings count as a slip of the finger."""
_KEY = PersonKeyRow.__table__.c


class PersonKeyStore:
    """Keeps the keys of participants and finds by them, within one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def refresh(self, participant_ids: Iterable[UUID], org: OrgId | None = None) -> None:
        """Make the keys of these participants anew, and the words the list is searched by.

        Called whenever a name, a date of birth or a number of theirs was written here or has arrived.
        """
        org = self._rows.org if org is None else org
        ids = sorted(set(participant_ids))
        if not ids:
            return
        self._rows.session.flush()
        known = self._known(ids, org)
        self._rows.session.execute(
            sa.delete(PersonKeyRow).where(_KEY.org_id == org, _KEY.participant_id.in_(among(ids)))
        )
        entries = [
            {"org_id": org, "key": key, "participant_id": person.participant_id}
            for person in known
            for key in sorted(set(_keys(person)))
        ]
        if entries:
            self._rows.session.execute(sa.insert(PersonKeyRow), entries)
        self._write_search(known, org)

    def refresh_arrived(self, rows: Iterable[tuple[str, UUID]], org: OrgId | None = None) -> None:
        """Make the keys anew of those whom rows (table, id) are about that another computer sent."""
        by_table: dict[str, list[UUID]] = defaultdict(list)
        for table, row_id in rows:
            by_table[table].append(row_id)
        ids = set(by_table["participant"])
        for kind in (PersonNameRow, ReferralRow):
            if arrived := by_table[kind.__tablename__]:
                query = sa.select(kind.participant_id).where(
                    kind.org_id == (self._rows.org if org is None else org), kind.id.in_(among(arrived))
                )
                ids |= {his for his in self._rows.session.scalars(query) if his is not None}
        self.refresh(ids, org)

    def _write_search(self, known: list[KnownPerson], org: OrgId) -> None:
        person = ParticipantRow
        rows = self._rows.session.execute(
            sa.select(person.id, person.called, person.search).where(
                person.org_id == org, person.id.in_(among(each.participant_id for each in known))
            )
        )
        present = {row_id: (called, search) for row_id, called, search in rows}
        changed: list[dict[str, UUID | str]] = []
        for each in known:
            called, search = present[each.participant_id]
            words = _search_words(each, called)
            if words != search:
                changed.append({"of_org": org, "of_id": each.participant_id, "words": words})
        if changed:
            connection = self._rows.session.connection()
            announce(connection, [(org, "participant", each.participant_id) for each in known])
            connection.execute(_WRITE_SEARCH, changed)
            withdraw(connection)

    def similar(self, typed: PersonTyped, limit: int) -> tuple[tuple[ParticipantId, tuple[str, ...]], ...]:
        """Return who may be the one typed in and why, the likeliest first; four queries over indexes."""
        keys = list(dict.fromkeys(_asked(typed)))
        if not keys:
            return ()
        lookups = [
            sa.select(
                sa.select(_KEY.participant_id)
                .where(_KEY.org_id == self._rows.org, _KEY.key == key)
                .limit(MOST_OF_A_KEY)
                .subquery()
            )
            for key in keys
        ]
        found = set(self._rows.session.scalars(sa.union_all(*lookups)))
        judged = [
            (likeness(typed, person, sound_alike), person.participant_id)
            for person in self._known(sorted(found), self._rows.org)
        ]
        judged.sort(key=lambda each: (-each[0][0], each[1]))
        return tuple((his, reasons) for (points, reasons), his in judged[:limit] if points > 0)

    def _known(self, ids: list[UUID], org: OrgId) -> list[KnownPerson]:
        """Return these participants with all their names and numbers, hidden ones left out; three queries."""
        session, person, other, referral = self._rows.session, ParticipantRow, PersonNameRow, ReferralRow
        names: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
        for row in session.execute(
            sa.select(other.participant_id, other.given_name, other.family_name).where(
                other.org_id == org, other.participant_id.in_(among(ids)), other.is_void.is_(False)
            )
        ):
            names[row[0]].append((row[1], row[2]))
        numbers: dict[UUID, list[str]] = defaultdict(list)
        for his, number in session.execute(
            sa.select(referral.participant_id, referral.court_case).where(
                referral.org_id == org, referral.participant_id.in_(among(ids))
            )
        ):
            numbers[his].append(number)
        people = session.execute(
            sa.select(
                person.id,
                person.is_void,
                person.given_name,
                person.family_name,
                person.date_of_birth,
                person.case_number,
            ).where(person.org_id == org, person.id.in_(among(ids)))
        )
        return [
            KnownPerson(
                ParticipantId(row.id),
                ((row.given_name, row.family_name), *names[row.id]),
                row.date_of_birth,
                tuple(number for number in (row.case_number, *numbers[row.id]) if number),
            )
            for row in people
            if not row.is_void
        ]


_PARTICIPANT = RecordsTable.metadata.tables["participant"]
_WRITE_SEARCH = (
    sa.update(_PARTICIPANT)
    .where(_PARTICIPANT.c.org_id == sa.bindparam("of_org"), _PARTICIPANT.c.id == sa.bindparam("of_id"))
    .values(search=sa.bindparam("words"))
)


def sound_alike(one: str, other: str) -> bool:
    """Say whether two words of names sound alike, are a slip apart, or one is short for the other."""
    if _sound(one) == _sound(other):
        return True
    if min(len(one), len(other)) >= 3 and one[:3] == other[:3]:
        return True
    return jellyfish.jaro_winkler_similarity(one, other) >= CLOSE


def _sound(word: str) -> str:
    """Return how a word sounds; one in other letters than Latin ones stands for itself."""
    return jellyfish.metaphone(word) or word


def _search_words(person: KnownPerson, called: str) -> str:
    (given, family), *others = person.names
    case_number = person.numbers[0] if person.numbers else ""
    known_as = " ".join(f"{his} {theirs}" for his, theirs in others)
    return folded(f"{family} {given} {called} {case_number} {known_as}".rstrip())


def _keys(person: KnownPerson) -> Iterator[str]:
    for given, family in person.names:
        yield from _name_keys(given, family)
    if person.date_of_birth is not None:
        yield _birth_key(person.date_of_birth)
    for number in person.numbers:
        yield f"c:{bare_number(number)}"


def _name_keys(given: str, family: str) -> Iterator[str]:
    """Yield the name itself, how each pair of its words sounds in either order, and sound with initial."""
    givens, families = name_words(given)[:WORDS_OF_A_NAME], name_words(family)[:WORDS_OF_A_NAME]
    yield f"n:{' '.join(sorted((*givens, *families)))}"
    for mine in givens:
        for theirs in families:
            yield f"p:{' '.join(sorted((_sound(mine), _sound(theirs))))}"
            yield f"i:{_sound(theirs)} {mine[0]}"


def _birth_key(day: date) -> str:
    return f"d:{day.isoformat()}"


def _asked(typed: PersonTyped) -> Iterator[str]:
    """Yield the keys to look under: those the person himself would have, and those of the usual slips."""
    for given, family in typed.names:
        if len(family.strip()) > 1 and given.strip():
            yield from _name_keys(given, family)
    if typed.date_of_birth is not None:
        yield _birth_key(typed.date_of_birth)
        other = crossed(typed.date_of_birth)
        if other is not None:
            yield _birth_key(other)
    if len(bare_number(typed.number)) > 3:
        yield f"c:{bare_number(typed.number)}"
