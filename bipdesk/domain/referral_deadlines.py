"""By when each step of intake and each paper is due, with where the rule comes from."""

from datetime import timedelta

ASSESS_WITHIN = timedelta(days=14)
"""Intake within two weeks of his contact (Maine 5.1.C; the default where no pack says else)."""
