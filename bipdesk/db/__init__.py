"""Storage: encrypted files, their tables, queries and migrations."""
