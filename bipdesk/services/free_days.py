"""Public holidays where a programme is: the only thing that services share."""

from datetime import date

import holidays

from bipdesk.domain.site import SiteDetails

YEARS_AHEAD = 3


def holidays_of(site: SiteDetails, from_year: int) -> frozenset[date]:
    """Return the public holidays where the programme is, for `from_year` and the two years after it."""
    years = range(from_year, from_year + YEARS_AHEAD)
    return frozenset(holidays.country_holidays(site.country, subdiv=site.region or None, years=years))
