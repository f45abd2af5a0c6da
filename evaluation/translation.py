"""How many translations are found: ``python -m evaluation.translation CHAINS [--without]``.

CHAINS is a folder that ``make_chains.py`` wrote. An edge is right where its source is the parent or
an earlier verbatim copy of it, as ``edges.version`` of ``score_chains.py`` has it. Printed besides:
whether the two are right but for their order, how many edges are between texts that have nothing
to do with each other, and as ``beside`` the precision that is left when what in truth was made
within its language counts neither way: who has a translation may have copied it.
"""

import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from evaluation.chains import Chains, load
from furphy.model.derivation import Derivation, Relation
from furphy.tracing.linking import Tools, links
from furphy.tracing.origins import LIKELY
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Traced
from furphy.vectors.choosing import available
from furphy.vectors.protocol import Vectors


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
    sources = chains.parents("translation")
    keys = [each.key for each in chains.documents]
    edges = {(keys[each.source], keys[each.target]) for each in found}
    right = {(source, target) for source, target in edges if source in sources.get(target, ())}
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


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--without", is_flag=True, help="Use no vectors, though they are installed.")
@click.option("--errors", is_flag=True, help="Count the wrong edges by what they are.")
def main(folder: Path, without: bool, errors: bool) -> None:
    """Print what is found in a corpus, as JSON."""
    chains = load(folder)
    started = time.process_time()
    found = translations(chains.documents, None if without else available())
    seconds = time.process_time() - started
    result = measured(chains, found) | {"seconds": round(seconds, 1)}
    click.echo(json.dumps(result))
    if errors:
        click.echo(json.dumps(wrong(chains, found), indent=1))


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
