"""What a participant practises: chains of events, control logs, skills."""
