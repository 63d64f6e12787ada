"""What the partner's side of the wall holds."""
