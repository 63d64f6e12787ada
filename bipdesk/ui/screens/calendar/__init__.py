"""The calendar: a week or a month of all groups."""
