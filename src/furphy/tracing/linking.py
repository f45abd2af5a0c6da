"""All links between documents: derivations, translations, and what else they have in common."""

from dataclasses import dataclass, field, fields

from furphy.tracing.candidates import of_shelf
from furphy.tracing.decided import Decisions
from furphy.tracing.hands import Hands, OneHand
from furphy.tracing.link_rows import link_of, link_row
from furphy.tracing.memory import Fresh, Memory, digest, digest_of, read, written
from furphy.tracing.origins import Link
from furphy.tracing.shelf import Shelf
from furphy.tracing.testimony import testimonies
from furphy.tracing.traced import Traced
from furphy.tracing.translation import translations_of
from furphy.vectors.protocol import Vectors

_KIND, _LAST = "links", b"last"
_FIELDS = tuple(each.name for each in fields(Traced) if each.name != "published")


@dataclass(frozen=True, slots=True)
class Tools:
    """What tracing works with; none of it changes what is found."""

    vectors: Vectors | None = None
    """But for this."""
    memory: Memory = field(default_factory=Fresh)
    hands: Hands = field(default_factory=OneHand)


def links(shelf: Shelf, tools: Tools) -> list[Link]:
    """Return all links between documents; they must be in the order of :func:`.in_order`."""
    state = _state(shelf, tools.vectors)
    (data,) = tools.memory.recall(_KIND, [_LAST])
    if data is not None:
        was, rows = read(data)[0]
        if was == state:
            return [*map(link_of, rows)]
    found = _links(shelf, tools)
    tools.memory.keep(_KIND, {_LAST: written([state, [*map(link_row, found)]])})
    return found


def _state(shelf: Shelf, vectors: Vectors | None) -> str:
    """Return a digest of all that links follow from."""
    told = [[*(getattr(each, name) for name in _FIELDS), _when(each)] for each in shelf.heads]
    model = vectors.name if vectors else ""
    return digest(model, digest_of(told), *shelf.texts).hex()


def _when(document: Traced) -> tuple[float, float] | None:
    window = document.published
    return None if window is None else (window.start, window.end)


def _links(shelf: Shelf, tools: Tools) -> list[Link]:
    corpus = of_shelf(shelf, tools.memory)
    translations = translations_of(shelf, tools.vectors, tools.memory, tools.hands)
    decisions = Decisions(corpus, tools.memory, tools.hands)
    found = decisions.derivations(translations)
    times = [each.published for each in shelf.heads]
    said = testimonies([each.sayings for each in corpus.gists], times)
    return [*found, *said, *decisions.lost_sources(found)]
