"""The gate at work: what may be told, what the letter says, and the record that stays."""
