"""Curricula: the list, one curriculum, one session of it, and the editor of own ones."""
