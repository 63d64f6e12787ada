"""Distances: recorded in kilometres, while some rules are in miles."""

KM_IN_A_MILE = 1.609344
"""Exactly so: the international mile."""


def km_of_miles(miles: int) -> int:
    """Return whole kilometres, rounded, to be read beside the miles of a rule."""
    return round(miles * KM_IN_A_MILE)


def lives_beyond(distance_km: int, miles: int) -> bool:
    """Say whether so many kilometres are more than so many miles."""
    return distance_km > miles * KM_IN_A_MILE
