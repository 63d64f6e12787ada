"""Tables, queries and migrations of the records file."""
