"""Who took what from whom, and how many origins are behind it.

Everything here takes sequences and gives results; it knows no store.
"""
