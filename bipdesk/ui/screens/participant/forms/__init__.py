"""The forms in a participant's file."""
