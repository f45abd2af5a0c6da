"""Names counted as those of one source that a search for one of them finds together."""

from collections import Counter, defaultdict
from collections.abc import Callable

from sqlalchemy import Connection

from furphy.casebook.relation import RelationKind, folded_name, in_force, relations


def joining(connection: Connection, *, aliases: bool) -> Callable[[Counter[str]], Counter[str]]:
    """Return what counts names that differ in case, marks or punctuation alone as one.

    With ``aliases`` those too that people said are the same. Each goes by its most frequent
    spelling.
    """
    roots = _roots(connection) if aliases else {}

    def joined(found: Counter[str]) -> Counter[str]:
        spelt = defaultdict[str, list[str]](list)
        for name in found:
            folded = folded_name(name)
            spelt[roots.get(folded, folded)].append(name)
        return Counter(
            {
                min(names, key=lambda each: (-found[each], each.isupper(), each)): sum(
                    found[each] for each in names
                )
                for names in spelt.values()
            }
        )

    return joined


def _roots(connection: Connection) -> dict[str, str]:
    """Return for each name that has an alias, as it is folded, one name for all of them."""
    members: dict[str, set[str]] = {}
    for each in in_force(relations(connection)):
        if each.kind is RelationKind.ALIAS:
            _, one, other = each.edge
            both = members.get(one, {one}) | members.get(other, {other})
            for name in both:
                members[name] = both
    return {name: min(both) for name, both in members.items()}
