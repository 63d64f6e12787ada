"""The window's map of screens: which pages a person sees, and what each is built from."""
