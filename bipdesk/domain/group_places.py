"""Counted places: how many a group has in all, and of these how few for men no court has ordered to come."""

from dataclasses import dataclass

from bipdesk.domain.agency import AgencyKind
from bipdesk.domain.delivery_errors import GroupFull, NoUnconvictedPlace, PlacesMiscounted
from bipdesk.domain.referral import OrderKind, ReferralKind

FAMILY_COURT = frozenset({AgencyKind.FAMILY_COURT_ADVISER, AgencyKind.CHILD_PROTECTION})
"""Who refers men without a conviction (Source 003: referrals of the family court)."""


@dataclass(frozen=True, slots=True)
class Places:
    """How the places of a group are taken; None where nobody counted them."""

    members: int
    places: int | None = None
    unconvicted: int = 0
    unconvicted_places: int | None = None

    @property
    def words(self) -> str:
        """Return "9 of 12, 1 of 2 unconvicted"."""
        taken = f"{self.members} of {self.places}" if self.places is not None else str(self.members)
        if self.unconvicted_places is not None:
            return f"{taken}, {self.unconvicted} of {self.unconvicted_places} unconvicted"
        return f"{taken}, {self.unconvicted} unconvicted" if self.unconvicted else taken

    def check(self, *, unconvicted: bool) -> None:
        """Say whether one more can join.

        Raises:
            GroupFull, NoUnconvictedPlace.
        """
        if self.places is not None and self.members >= self.places:
            raise GroupFull(taken=self.members, places=self.places)
        limit = self.unconvicted_places
        if unconvicted and limit is not None and self.unconvicted >= limit:
            raise NoUnconvictedPlace(taken=self.unconvicted, places=limit)


NOT_COUNTED = Places(0)


def without_conviction(kind: str, order_kind: str, agency_kind: str) -> bool:
    """Say whether a referral is without the order of a criminal court (Source 003: few places for these).

    He comes of his own will, or a family court or its adviser sent him and there is no order or licence. The
    words are those that are stored: one of a newer version counts as a conviction.
    """
    if kind == ReferralKind.VOLUNTARY:
        return True
    return agency_kind in FAMILY_COURT and order_kind == OrderKind.NONE


def check_places(places: int | None, unconvicted_places: int | None) -> None:
    """Say whether places are counted right.

    Raises:
        PlacesMiscounted: when there are more for unconvicted men than in all.
    """
    if places is not None and unconvicted_places is not None and unconvicted_places > places:
        raise PlacesMiscounted(places=places)
