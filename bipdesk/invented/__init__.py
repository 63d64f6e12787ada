"""An invented programme: no person, place or office in it exists."""
