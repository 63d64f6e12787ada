"""What a person can do, one class per noun; a transaction begins and ends here."""
