"""The file of one participant."""
