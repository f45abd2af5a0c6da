"""Take apart what posts of social media stick together: tags, handles, addresses, signatures."""

import re

_ADDRESS = re.compile(r"(?:https?://|www\.|\bt\.co/|\bpic\.\w+\.\w+/)\S*")
_STUCK = re.compile(r"(?=https?://|pic\.twitter\.com/)")
_TAG = re.compile(r"[#@](\w+)")
_HUMPS = re.compile(
    r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|_"
)


def plain(text: str) -> str:
    """Return a post as words: addresses left out, ``#AustralianFires`` as two words."""
    text = _ADDRESS.sub(" ", _STUCK.sub(" ", text))
    return " ".join(_TAG.sub(lambda tag: f" {_HUMPS.sub(' ', tag[1])} ", text).split())
