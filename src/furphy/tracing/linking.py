"""All links between documents: derivations, translations, and what else they have in common."""

from dataclasses import dataclass, field, fields

from furphy.tracing.corpus import of_shelf
from furphy.tracing.decided import Decided, Decisions
from furphy.tracing.explanations import EXPLAINED
from furphy.tracing.hands import Hands, OneHand
from furphy.tracing.held import Held
from furphy.tracing.link_rows import link_of, link_row
from furphy.tracing.memory import Fresh, Memory, digest, digest_of, read, written
from furphy.tracing.origins import Link
from furphy.tracing.shelf import Shelf
from furphy.tracing.standing import Standing
from furphy.tracing.testimonies import Testimonies
from furphy.tracing.traced import Traced
from furphy.tracing.translation import renderings_of
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
    standing: Standing = field(default_factory=Standing)
    """From the trace before, where the same tools are used again."""


def links(shelf: Shelf, tools: Tools) -> list[Link]:
    """Return all links between documents; they must be in the order of :func:`.in_order`."""
    standing = tools.standing
    if standing.links is not None:
        if not standing.is_of(shelf):
            standing.links = _found(shelf, tools)
            standing.is_kept = False
        return [*standing.links]
    state = _state(shelf, tools.vectors)
    (data,) = tools.memory.recall(_KIND, [_LAST])
    if data is not None:
        was, rows = read(data)[0]
        if was == state:
            return [*map(link_of, rows)]
    standing.links = _found(shelf, tools)
    keep_links(tools)
    return [*standing.links]


def keep_links(tools: Tools) -> None:
    """Keep what was found last as a whole, and what else is large, if that has not been done.

    It takes longer than finding what one more document changes, so it is for the end.
    """
    standing = tools.standing
    if standing.links is not None and not standing.is_kept:
        state = _state(standing.shelf, tools.vectors)
        rows = [*map(link_row, standing.links)]
        tools.memory.keep(_KIND, {_LAST: written([state, rows])})
        if standing.memory is not None:
            standing.memory.settle()
        standing.is_kept = True


def _state(shelf: Shelf, vectors: Vectors | None) -> str:
    """Return a digest of all that links follow from."""
    told = [[*(getattr(each, name) for name in _FIELDS), _when(each)] for each in shelf.heads]
    model = vectors.name if vectors else ""
    return digest(model, digest_of(told), *shelf.texts).hex()


def _when(document: Traced) -> tuple[float, float] | None:
    window = document.published
    return None if window is None else (window.start, window.end)


def _found(shelf: Shelf, tools: Tools) -> list[Link]:
    standing = tools.standing
    if standing.memory is None:
        standing.memory = Held(tools.memory)
    try:
        return _links(shelf, tools, standing.memory)
    except BaseException:
        # What was half changed stands for nothing.
        standing.begin_anew()
        raise


def _links(shelf: Shelf, tools: Tools, memory: Held) -> list[Link]:
    standing = tools.standing
    change = standing.turn(shelf)
    if not standing.marks.update([each.key for each in shelf.heads]):
        memory.forget(EXPLAINED)
        standing.decided, standing.testimonies = Decided(), Testimonies()
    corpus = of_shelf(shelf, memory, standing.phrasing, change)
    means = memory, tools.hands
    renderings = renderings_of(shelf, tools.vectors, means, standing.translated)
    decisions = Decisions(corpus, means, standing.marks, standing.decided)
    found = decisions.derivations(renderings)
    times = [each.published for each in shelf.heads]
    sayings = [each.sayings for each in corpus.gists]
    standing.testimonies.update(change, standing.marks, sayings, times)
    said = standing.testimonies.found(standing.marks)
    return [*found, *said, *decisions.lost_sources(found)]
