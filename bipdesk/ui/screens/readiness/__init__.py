"""Readiness: what a programme must have before a group opens, and what shows it."""
