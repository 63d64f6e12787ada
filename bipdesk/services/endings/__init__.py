"""Reviews, completion, and every other end."""
