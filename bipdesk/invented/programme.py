"""The invented programme: about forty participants over two years, made through the services, from a seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bipdesk.desk import Desk
from bipdesk.domain.clock import FixedClock, SystemClock
from bipdesk.invented.acts import Act, Who, World, moment, perform
from bipdesk.invented.carriage import bring_back, carry, exchange_cards
from bipdesk.invented.cohorts import Calendar
from bipdesk.invented.plot import draw_plot
from bipdesk.invented.staff import ACCOUNTS, COUNTY_ACCOUNT, COUNTY_NAME, SITE, Account, found_programme
from bipdesk.keys.cost import FLOOR, PassphraseCost
from bipdesk.library_files import load_curricula
from bipdesk.program import Program
from bipdesk.services.vault import Surroundings

CONFIRMED_DAYS_AGO = 57
UNCONFIRMED_DAYS_AGO = 26
MOST_ACTS_DAY_BY_DAY = 4000
"""Up to this number of acts every day is lived by itself; above it, four weeks at once."""
WITH_COUNTY_UP_TO = 2000
"""Above this number of participants there is no county office: benchmarks do not need it."""


@dataclass(frozen=True, slots=True)
class Invented:
    """Where the invented programme lies, and who can sign in there."""

    folder: Path
    """The programme's vault."""
    county_folder: Path | None
    """The county office's vault; None for very large programmes."""
    stick: Path
    """What stands for the USB stick: on it the bundle that the county has not answered yet."""
    anchors: Path
    """Where it is noted how far each file had come: whoever opens the vaults must use the same place."""
    accounts: Mapping[Who, Account]
    county_account: Account


def invent(
    folder: Path,
    seed: int = 1,
    participants: int = 40,
    today: date | None = None,
    cost: PassphraseCost = FLOOR,
    anchors: Path | None = None,
) -> Invented:
    """Make the invented programme in `folder`, which is created; every act is dated before `today`.

    The same seed, number and today give the same people and the same two years; ids and keys always differ.
    Raises ValueError below 20 participants.
    """
    made = Invented(
        folder=folder / "programme",
        county_folder=folder / "county" if participants <= WITH_COUNTY_UP_TO else None,
        stick=folder / "stick",
        anchors=anchors or folder / "anchors",
        accounts=ACCOUNTS,
        county_account=COUNTY_ACCOUNT,
    )
    for place in (made.folder, made.county_folder, made.stick):
        if place is not None:
            place.mkdir(parents=True)
    _tell(made, seed, participants, (today or SystemClock().today(), cost))
    return made


def _tell(made: Invented, seed: int, participants: int, settings: tuple[date, PassphraseCost]) -> None:
    today, cost = settings
    clock = FixedClock(moment(today, 0))
    program = Program(Surroundings(clock, cost, made.anchors))
    calendar, world = Calendar(next(iter(load_curricula())), SITE, today), World()
    plot = draw_plot(seed, participants, calendar, world)
    clock.instant = moment(plot.begins_on, 8)
    desks = found_programme(program, made.folder, world)
    county = None
    if made.county_folder is not None:
        county = program.create_county(made.county_folder, COUNTY_NAME, COUNTY_ACCOUNT.person).desk
    _live(plot.acts, desks, county, (clock, made.stick, today))
    for desk in (*desks.values(), *([county] if county else [])):
        desk.lock()


def _live(
    acts: tuple[Act, ...],
    desks: dict[Who, Desk],
    county: Desk | None,
    world: tuple[FixedClock, Path, date],
) -> None:
    """Let the two years pass; on the way one bundle is confirmed, and one stays on the stick."""
    clock, stick, today = world
    days = 1 if len(acts) < MOST_ACTS_DAY_BY_DAY else 28
    if county is None:
        perform(acts, desks, clock, days)
        return
    site = desks[Who.COORDINATOR]
    first, second = (
        moment(today - timedelta(days=days), 12) for days in (CONFIRMED_DAYS_AGO, UNCONFIRMED_DAYS_AGO)
    )
    perform([act for act in acts if act.at < first], desks, clock, days)
    exchange_cards(site, county)
    carry(site, county, stick)
    clock.instant += timedelta(days=2)
    bring_back(site, county, stick)
    for carried in stick.iterdir():
        carried.unlink()
    perform([act for act in acts if first <= act.at < second], desks, clock, days)
    site.sync.make_bundle(stick)
    perform([act for act in acts if second <= act.at], desks, clock, days)
