"""The register of a session: read whole, written line by line, corrected, closed."""
