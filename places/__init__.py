"""Where the packed tables of places come from."""
