"""Tables of the records file, a file for each part: the rows, and where each of their columns may go.

Nothing here, not even a number, hints at the safety side.

Every index begins with the office, as every query does. Without that the planner takes the index of the key,
in which the office is all it can use, and reads the whole table. `tests/services/test_query_plans.py` looks.
"""
