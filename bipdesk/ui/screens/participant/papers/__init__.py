"""The tab Papers: waiver, agreement, letters and what was disclosed."""
