"""Forms: which there are, and taking over others."""
