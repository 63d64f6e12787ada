"""Pictures of every screen, drawn from the invented programme."""

from bipdesk.screenshots.drawing import draw_all

__all__ = ["draw_all"]
