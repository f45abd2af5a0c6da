"""Make the controls in a hostile text visible, so that they can control nothing.

A report may carry terminal escape sequences, or direction overrides that show a sentence in
another order than it has ("Trojan Source", Boucher & Anderson 2021). Marks that mere spelling
needs, such as the joiners of Persian or the left-to-right mark, stay.
"""

import re

# C0 but tab and line feed, delete, C1; then direction embeddings, overrides and isolates;
# line and paragraph separators; and tag characters, which show nothing and spell out anything.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return the text with each control written as its code point, e.g. ``‹U+202E›``."""
    return _CONTROLS.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text)


def on_one_line(text: str) -> str:
    """Return the text without controls, its runs of white space each one blank."""
    return visible(" ".join(text.split()))
