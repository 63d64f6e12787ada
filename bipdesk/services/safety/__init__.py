"""The only door to the safety side."""
