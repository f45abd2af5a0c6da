"""Names to candidate places: sources of places, an index of them, and geometry to choose by."""
