"""How many translations are found: ``python -m evaluation.translation CHAINS… [--without]``.

CHAINS is a folder that ``make_chains.py`` wrote. An edge is right where its source is the parent or
an earlier verbatim copy of it, as ``edges.version`` of ``score_chains.py`` has it. Printed besides:
whether the two are right but for their order, how many edges are between texts that have nothing
to do with each other, and as ``beside`` the precision that is left when what in truth was made
within its language counts neither way: who has a translation may have copied it. At the end all
folders are counted together, with those edges alone of which it is so likely that the document was
made from just the text that is named: of several like it any may be the source.
"""

import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

import click

from evaluation.chains import Chains, load
from furphy.model.derivation import Derivation, Relation
from furphy.tracing.linking import Tools, links
from furphy.tracing.origins import LIKELY
from furphy.tracing.rendering import this_source
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Traced
from furphy.vectors.choosing import available
from furphy.vectors.protocol import Vectors

Edge = tuple[str, str]

SURE = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""From where on edges are counted, by how likely just this source is."""


def translations(documents: Sequence[Traced], vectors: Vectors | None) -> list[Derivation]:
    """Return which documents are translations of which, as all links are found."""
    found = (
        each for each in links(shelved(documents), Tools(vectors)) if isinstance(each, Derivation)
    )
    return [
        each for each in found if each.relation is Relation.TRANSLATION and each.score >= LIKELY
    ]


def measured(chains: Chains, found: Sequence[Derivation]) -> dict[str, float]:
    """Return recall and precision of the edges, and what the wrong ones are."""
    sources, edges = chains.parents("translation"), edges_of(chains, found)
    right = right_of(sources, edges)
    turned = {(one, other) for one, other in edges - right if other in sources.get(one, ())}
    roots = chains.roots()
    unrelated = {(one, other) for one, other in edges if roots[one].isdisjoint(roots[other])}
    targets = {target for _, target in right}
    beside = {
        (source, target)
        for source, target in edges
        if target in sources or not chains.truth[target]["parents"]
    }
    return {
        "translations": len(sources),
        "edges": len(edges),
        "recall": round(len(targets) / max(1, len(sources)), 4),
        "precision": round(len(right) / max(1, len(edges)), 4),
        "beside": round(len(right) / max(1, len(beside)), 4),
        "turned": len(turned),
        "unrelated": len(unrelated),
    }


def edges_of(chains: Chains, found: Sequence[Derivation]) -> set[Edge]:
    """Return the keys of both ends of edges."""
    keys = [each.key for each in chains.documents]
    return {(keys[each.source], keys[each.target]) for each in found}


def right_of(sources: Mapping[str, Set[str]], edges: Iterable[Edge]) -> set[Edge]:
    """Return the edges that are right, given all that are sources of each document."""
    return {(source, target) for source, target in edges if source in sources.get(target, ())}


def pooled(corpora: Sequence[tuple[Chains, Sequence[Derivation]]], sure: float) -> dict[str, float]:
    """Return recall and precision of the edges of all corpora that are so sure of their source."""
    true = told = right = reached = 0
    for chains, found in corpora:
        sources = chains.parents("translation")
        edges = edges_of(chains, [each for each in found if (this_source(each) or 0) >= sure])
        of_them = right_of(sources, edges)
        true += len(sources)
        told += len(edges)
        right += len(of_them)
        reached += len({target for _, target in of_them})
    return {
        "sure": sure,
        "edges": told,
        "recall": round(reached / max(1, true), 4),
        "precision": round(right / max(1, told), 4),
    }


@click.command()
@click.argument("folders", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
@click.option("--without", is_flag=True, help="Use no vectors, though they are installed.")
@click.option("--errors", is_flag=True, help="Count the wrong edges by what they are.")
def main(folders: Sequence[Path], without: bool, errors: bool) -> None:
    """Print what is found in corpora, as JSON."""
    corpora = []
    for folder in folders:
        chains = load(folder)
        started = time.process_time()
        found = translations(chains.documents, None if without else available())
        seconds = time.process_time() - started
        corpora.append((chains, found))
        result = {"corpus": folder.name} | measured(chains, found)
        click.echo(json.dumps(result | {"seconds": round(seconds, 1)}))
        if errors:
            click.echo(json.dumps(wrong(chains, found), indent=1))
    for sure in SURE:
        click.echo(json.dumps(pooled(corpora, sure)))


def wrong(chains: Chains, found: Sequence[Derivation]) -> dict[str, int]:
    """Count wrong edges by material and by how both documents were made."""
    sources = chains.parents("translation")
    keys = [each.key for each in chains.documents]
    rows = [(chains.truth[keys[each.source]], chains.truth[keys[each.target]]) for each in found]
    return dict(
        Counter(
            f"{there['material']}: {here['op']} > {there['op']}"
            for here, there in rows
            if here["key"] not in sources.get(there["key"], ())
        ).most_common()
    )


if __name__ == "__main__":
    main()
