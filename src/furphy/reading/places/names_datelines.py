"""Names of places in a dateline, which no parser reads: ``KYIV, March 3 (Agency) —``."""

import re
from collections.abc import Iterator

from furphy import lexicon
from furphy.model.evidence import Evidence
from furphy.model.place import PlaceName
from furphy.model.text import Span
from furphy.reading.places.names_renown import Register

_LISTED, _UNLISTED = 0.97, 0.9
"""Of 100 such names in LGL, so many are places; unlisted ones are rare there, theirs is a guess."""

_END = re.compile(r"\(|\s/|\s-|[—–]|--|$")
_PART = re.compile(r"[^,;/]+")


def dateline_names(text: str, dateline: Span, register: Register) -> Iterator[PlaceName]:
    """Yield the places of a dateline: what stands before agency and dash and is no date."""
    words = dateline.of(text)
    end = _END.search(words)
    for part in _PART.finditer(words, 0, end.start() if end else len(words)):
        name = part[0].strip()
        if name[:1].isupper() and len(name) > 1 and not _is_date(name):
            start = dateline.start + part.start() + part[0].index(name)
            known = register[name].known
            yield PlaceName(
                Span(start, start + len(name)),
                " ".join(name.split()),
                Evidence(
                    "dateline:listed" if known else "dateline:unlisted",
                    _LISTED if known else _UNLISTED,
                ),
            )


def _is_date(name: str) -> bool:
    first = name.split(maxsplit=1)[0].strip(".").lower()
    return (
        any(letter.isdigit() for letter in name)
        or first in lexicon.words("page_months", lexicon.ENGLISH)
        or first in lexicon.words("calendar", lexicon.ENGLISH)
    )
