"""The list of participants."""
