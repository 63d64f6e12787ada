"""Colours, sizes and styles, all in one place."""
