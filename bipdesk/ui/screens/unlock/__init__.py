"""Unlocking."""
