"""The rules of carried synchronisation: pure functions over a set of operations."""
