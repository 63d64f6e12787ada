"""The programme's settings, whom to call in danger, and the accounts."""
