"""The register of one group session, filled in by single keys."""
