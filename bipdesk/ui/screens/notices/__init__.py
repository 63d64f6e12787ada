"""Notices that are owed about everybody, and returns of the programme."""
