"""What is due to somebody by a date, a file for each subject; the start screen gathers them all.

Each file has one function `(unit, today) -> Iterator[Duty]`, asks the store for the few rows that matter
(never one query for each participant), and is listed in `sources.py`.
"""
