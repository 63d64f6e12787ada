"""The person record of one participant."""
