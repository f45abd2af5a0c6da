"""The stemma of a claim as a tree in the order of time, verbatim copies taken together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from furphy.export.dossier.material import Material
from furphy.model.derivation import Derivation, Relation
from furphy.tracing.origins import LIKELY

_VERBATIM = frozenset({Relation.COPY, Relation.FORWARD})


@dataclass(frozen=True, slots=True)
class Branch:
    """A document, or several verbatim copies of one, and what was made from it."""

    documents: tuple[int, ...]
    """One, or copies of one text from which nothing else was made; in the order of times."""
    link: Derivation | None
    """How it was made from what it hangs on; of copies, the first one's. None for a root."""
    also: tuple[Derivation, ...]
    """How it was made from others besides."""
    tells: bool
    """Whether the claim was found in it."""
    branches: tuple["Branch", ...]


def branches(material: Material) -> tuple[Branch, ...]:
    """Return the roots of a claim's stemma with all that hangs on them.

    Verbatim copies of one text, from which nothing else was made, are one branch.
    """
    account = material.account
    found = {*account.documents, *account.behind.through}
    taken = defaultdict[int, list[Derivation]](list)
    for each in account.behind.links:
        if each.score >= LIKELY:
            taken[each.target].append(each)
    main = {
        target: max(links, key=lambda each: (each.score, -each.source))
        for target, links in taken.items()
    }
    hanging = defaultdict[int, list[int]](list)
    for target, link in sorted(main.items()):
        hanging[link.source].append(target)
    grower = _Grower({*account.documents}, main, taken, hanging)
    return tuple(grower.grown(each) for each in sorted(found - {*main}))


@dataclass(frozen=True, slots=True)
class _Grower:
    tellers: set[int]
    main: Mapping[int, Derivation]
    taken: Mapping[int, list[Derivation]]
    hanging: Mapping[int, list[int]]

    def grown(self, document: int) -> Branch:
        """Return a document with all that hangs on it."""
        made: list[Branch] = []
        # Depth is bounded by how often a text was passed on, which may be more than Python's stack.
        order = [document]
        for each in order:
            order += self.hanging.get(each, [])
        done: dict[int, Branch] = {}
        for each in reversed(order):
            made = [done[below] for below in self.hanging.get(each, [])]
            done[each] = self._branch(each, tuple(self._gathered(made)))
        return done[document]

    def _branch(self, document: int, below: tuple[Branch, ...]) -> Branch:
        link = self.main.get(document)
        also = [each for each in self.taken.get(document, ()) if each is not link]
        return Branch((document,), link, tuple(also), document in self.tellers, below)

    def _gathered(self, made: Iterable[Branch]) -> Iterator[Branch]:
        """Yield branches, the bare verbatim copies among them as one of each sort."""
        groups = defaultdict[tuple[object, ...], list[Branch]](list)
        for each in made:
            bare = not each.branches and not each.also and each.link is not None
            if bare and each.link and each.link.relation in _VERBATIM:
                groups[each.link.relation, each.tells].append(each)
            else:
                groups[each.documents].append(each)
        for some in groups.values():
            first = some[0]
            documents = tuple(each.documents[0] for each in some)
            yield Branch(documents, first.link, first.also, first.tells, first.branches)
