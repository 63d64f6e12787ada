"""What is known of the risk of one participant, and what is done about it."""
