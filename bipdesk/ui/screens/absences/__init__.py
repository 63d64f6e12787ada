"""Absences that wait to be reviewed, and what was decided."""
