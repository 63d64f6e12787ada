"""The safety workspace: shown to safety officers only."""
