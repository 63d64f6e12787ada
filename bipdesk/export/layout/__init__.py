"""Page, fonts and blocks that the reports share."""
