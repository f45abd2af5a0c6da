"""One claim for a reader: on the terminal, and as one page with its stemma drawn."""
