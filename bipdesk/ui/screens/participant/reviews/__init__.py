"""Reviews, the completion list, and how it ended."""
