"""Whether one participant is suitable: the criteria with their evidence, and what was decided."""
