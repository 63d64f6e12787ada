"""What is carried, in words."""

from datetime import date

from bipdesk.domain.office import SentBundle, SyncStatus
from bipdesk.ui.format import counted, short_date


def standing(status: SyncStatus, today: date) -> str:
    """Return how long ago the county last confirmed anything."""
    if status.last_confirmed_on is None:
        return "The county has confirmed nothing yet."
    days = (today - status.last_confirmed_on).days
    when = "today" if days == 0 else counted(days, "day", "days") + " ago"
    return f"The county last confirmed a bundle {when}, on {short_date(status.last_confirmed_on, today)}."


def unconfirmed(status: SyncStatus) -> int:
    """Return how many bundles were written and not confirmed."""
    return sum(bundle.delivered_on is None for bundle in status.history)


def bundle_words(bundle: SentBundle, today: date) -> str:
    """Return the second line of a bundle in the list."""
    carried = counted(bundle.items, "entry", "entries")
    return f"{carried}, written {short_date(bundle.made_on, today)}"
