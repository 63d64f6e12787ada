"""What things are and the rules of the field, in plain Python."""
