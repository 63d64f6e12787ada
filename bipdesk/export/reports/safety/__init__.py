"""Documents about her; made for safety officers only."""
