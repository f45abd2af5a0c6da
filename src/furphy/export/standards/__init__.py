"""Claims in the formats of other programs, one standard a file."""
