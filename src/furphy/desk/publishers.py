"""Who publishes a document, and who owns or is the same as whom, as people stated it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from furphy.casebook.relation import Relation, RelationKind, folded_name
from furphy.model.document import Document
from furphy.tracing.behind import Publisher


class Publishers:
    """Publishers by what people stated of them."""

    def __init__(self, stated: Iterable[Relation]) -> None:
        self._beside = defaultdict[str, list[tuple[str, str, float]]](list)
        self._known: dict[str, tuple[Publisher, ...]] = {}
        for each in stated:
            weight = each.weight or 0.0
            one, other = folded_name(each.one), folded_name(each.other)
            self._beside[other].append((one, each.one, weight))
            if each.kind is RelationKind.ALIAS:
                self._beside[one].append((other, each.other, weight))

    def of(self, document: Document) -> tuple[Publisher, ...]:
        """Return who is responsible for a document: its outlet, else its author, and its owners."""
        name = document.outlet or document.author
        if not name:
            return ()
        if name not in self._known:
            self._known[name] = tuple(self._reached(name))
        return self._known[name]

    def _reached(self, name: str) -> Iterator[Publisher]:
        """Yield a name, those that it goes by, and those above it, each by its surest way."""
        best = {folded_name(name): (1.0, name)}
        ahead = [folded_name(name)]
        while ahead:
            here = ahead.pop()
            for key, written, weight in self._beside[here]:
                sure = best[here][0] * weight
                if sure > best.get(key, (0.0, ""))[0]:
                    best[key] = (sure, written)
                    ahead.append(key)
        for key, (weight, written) in sorted(best.items()):
            yield Publisher(key, written, round(weight, 4))
