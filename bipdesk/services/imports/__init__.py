"""Imports of spreadsheets: looking at their rows, and writing them."""
