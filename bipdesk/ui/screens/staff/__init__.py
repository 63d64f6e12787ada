"""The people on the staff: training, supervision, checks, and what the pack asks of them."""
