"""Importing what a programme has today: file, columns, rows, result."""
