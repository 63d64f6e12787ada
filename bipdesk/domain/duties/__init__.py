"""Notices that are owed: derived from facts and the rules in force on their day, never stored."""
