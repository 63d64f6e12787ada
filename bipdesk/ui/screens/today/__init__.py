"""The start screen: what is due, what meets tonight, and the programme in numbers."""
