"""Tables, queries and migrations of the safety file."""
