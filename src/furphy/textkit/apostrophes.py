"""Apostrophes: one text writes a name with both, "O'Neill" and "O’Neill"."""

_STRAIGHT = str.maketrans("’ʼ", "''")


def straight(word: str) -> str:
    """Return a word with the apostrophe of typewriters, as long as before."""
    return word.translate(_STRAIGHT)
