"""How long it takes to find who may be in the records already, among a hundred thousand people.

The peer is the plainest way to ask the same: Python's own `sqlite3`, without encryption, looking through all
names with LIKE for the family name alone. It finds neither another spelling nor a swapped name.

Run: python -m benchmarks.duplicates [--people 100000]
"""

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from bipdesk.desk import Desk
from bipdesk.domain.clock import FixedClock
from bipdesk.domain.duplicates import PersonTyped
from bipdesk.domain.participant import EarlierParticipant, PersonDetails
from bipdesk.domain.referral import ReferralDetails, ReferralKind, Status
from bipdesk.domain.site import SiteDetails
from bipdesk.keys.cost import FLOOR
from bipdesk.program import Program
from bipdesk.services.vault import Person, Surroundings

RUNS = 21
FRAME_MS = 1000 / 60
AT_ONCE = 1000
SYLLABLES = ("ka", "ber", "lo", "min", "sten", "ro", "dal", "vi", "gar", "tho", "ner", "mus", "el", "pri")
GIVEN = ("John", "Jon", "Aaron", "Luis", "José", "Peter", "Kyle", "Gabriel", "Stephen", "Karl", "Omar")
FAMILY = ("Smith", "Smyth", "Muñoz", "Munoz", "Jones", "García", "Boyd", "Núñez", "Reyes", "Pruett")
ASKED = {
    "Jon Smyth": PersonTyped("Jon", "Smyth", date(1984, 3, 7)),
    "José Muñoz": PersonTyped("Jose", "Munoz", date(1984, 7, 3)),
    "Smith John (swapped)": PersonTyped("Smith", "John"),
    "somebody rare": PersonTyped("Bertholo", "Kagarviner", date(1990, 1, 2)),
    "a case number": PersonTyped("", "", None, "2021-DV-50123"),
}


def invented(number: int) -> EarlierParticipant:
    """Return one of the people: every tenth has a common name."""
    random = Random(number)
    common = random.random() < 0.1
    family = random.choice(FAMILY) if common else _word(random, 3)
    given = random.choice(GIVEN) if common else _word(random, 2)
    born = date(1955, 1, 1) + timedelta(days=random.randrange(18000))
    order = ReferralDetails(ReferralKind.COURT_ORDERED, "Court", date(2021, 1, 4), f"2021-DV-{number}")
    person = PersonDetails(given, family, date_of_birth=born)
    return EarlierParticipant(person, order, Status.COMPLETED, date(2021, 9, 1))


def _word(random: Random, syllables: int) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def fill(desk: Desk, people: int) -> None:
    """Enter them through the service, as the paper files of many years would be."""
    for start in range(0, people, AT_ONCE):
        desk.referrals.enter_earlier([invented(n) for n in range(start, min(start + AT_ONCE, people))])
        if start % 10_000 == 0:
            print(f"{start:7} entered", flush=True)


def peer(folder: Path, people: int) -> sqlite3.Connection:
    """Return a file of plain sqlite3 with the same names."""
    file = sqlite3.connect(folder / "peer.db")
    file.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, given TEXT, family TEXT, born TEXT)")
    rows = (invented(number).person for number in range(people))
    file.executemany(
        "INSERT INTO person (given, family, born) VALUES (?, ?, ?)",
        ((row.given_name, row.family_name, str(row.date_of_birth)) for row in rows),
    )
    file.commit()
    return file


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Return the median and the longest time of `work`, after one run that warms up."""
    work()
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken), max(taken)


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    people = parser.parse_args(arguments).people
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock = FixedClock(datetime(2026, 11, 19, 9, tzinfo=UTC))
        program = Program(Surroundings(clock, FLOOR, folder / "outside"))
        site = SiteDetails("Benchmark", "US")
        made = program.create_site(folder / "site", site, Person("C. Rivers", "rivers", "one two three four"))
        fill(made.desk, people)
        plain = peer(folder, people)
        print(f"{people} people; a frame is {FRAME_MS:.1f} ms")
        for words, typed in ASKED.items():
            _line(words, typed, made.desk, plain)
        plain.close()
        made.desk.lock()
    return 0


def _line(words: str, typed: PersonTyped, desk: Desk, plain: sqlite3.Connection) -> None:
    ours, worst = seconds(lambda: desk.participants.similar(typed))
    like = (f"%{typed.family_name}%",)
    theirs, _ = seconds(lambda: plain.execute("SELECT * FROM person WHERE family LIKE ?", like).fetchall())
    found = len(desk.participants.similar(typed))
    print(
        f"{words:24} {ours * 1000:7.2f} ms (longest {worst * 1000:6.2f})  {found} found   "
        f"sqlite3 LIKE {theirs * 1000:7.2f} ms   ratio {ours / theirs:5.2f}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
