"""Rules of places, and whether our sequence satisfies them."""
