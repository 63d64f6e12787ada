"""Groups of fields and dialogs that more than one screen asks with."""
