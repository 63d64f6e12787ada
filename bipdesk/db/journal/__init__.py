"""The operation log: captures changes here and applies those of others."""
