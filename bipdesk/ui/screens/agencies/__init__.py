"""Agencies, the work with them, and the directory of services."""
