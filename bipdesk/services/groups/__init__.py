"""Groups: planned, looked at and checked, their evenings, and who is in them."""
