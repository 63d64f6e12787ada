"""Public holidays where a programme is: the only thing that services share."""

from datetime import date
from functools import lru_cache

import holidays

from bipdesk.domain.site import SiteDetails

YEARS_AHEAD = 3


def holidays_of(site: SiteDetails, from_year: int) -> frozenset[date]:
    """Return the public holidays where the programme is, for `from_year` and the two years after it."""
    return _in_years(site.country, site.region, from_year, from_year + YEARS_AHEAD)


def holidays_around(site: SiteDetails, today: date) -> frozenset[date]:
    """Return the public holidays that deadlines of open facts can meet: two years back, two ahead."""
    return _in_years(site.country, site.region, today.year - 2, today.year + 3)


@lru_cache(maxsize=64)
def _in_years(country: str, region: str, first: int, end: int) -> frozenset[date]:
    years = range(first, end)
    return frozenset(holidays.country_holidays(country, subdiv=region or None, years=years))


def named_holidays(site: SiteDetails, first: date, last: date) -> dict[date, str]:
    """Return the public holidays from `first` to `last` where the programme is, each with its name."""
    years = range(first.year, last.year + 1)
    named = holidays.country_holidays(site.country, subdiv=site.region or None, years=years)
    return {day: name for day, name in named.items() if first <= day <= last}
