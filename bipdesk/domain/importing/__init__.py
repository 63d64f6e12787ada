"""Taking in what a programme has today: spreadsheets of participants and of past attendance."""
