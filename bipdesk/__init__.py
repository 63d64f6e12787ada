"""bipdesk: a desktop program for small rural domestic-abuse perpetrator programmes."""

__version__ = "0.1.0"
