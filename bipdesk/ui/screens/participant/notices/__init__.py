"""Incidents of one participant, notices that are owed because of them, and what was told."""
