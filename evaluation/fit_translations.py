"""The weights by which translations are judged: ``python -m evaluation.fit_translations CHAINS…``.

Fits the two logistic regressions of :mod:`furphy.tracing.judging` on corpora of ``make_chains.py``
and writes them to ``judging_weights.py``. Pairs of texts are positive where one is made from the
other by translation, negative where they go back to no common text; what lies between is left out.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import numpy as np

from evaluation.chains import Chains, load
from evaluation.gate import ROOT
from furphy.tracing.aligning import align, alikeness
from furphy.tracing.foreign_texts import Texts, ready
from furphy.tracing.judging import features, promising
from furphy.tracing.pairing import pairs, placed
from furphy.vectors.choosing import available

TABLE = ROOT / "src" / "furphy" / "tracing" / "judging_weights.py"
HEAD = (
    '"""The weights of :mod:`furphy.tracing.judging`, from ``evaluation/fit_translations.py``."""\n'
)
RIDGE = 1.0
STEPS = 40

Example = tuple[dict[str, float], bool]


def examples(chains: Chains, texts: Texts) -> Iterator[Example]:
    """Yield the features of pairs that are compared, and whether one is made from the other."""
    rarity = texts.rarity
    keys = [{chains.documents[each].key for each in text.documents} for text in texts]
    where = {key: number for number, found in enumerate(keys) for key in found}
    made = {
        (min(where[source], where[target]), max(where[source], where[target]))
        for target, sources in chains.parents("translation").items()
        for source in sources
        if source in where and target in where
    }
    roots = chains.roots()
    above = [set[str]().union(*(roots[key] for key in found)) for found in keys]
    for one, other in placed(pairs(texts, rarity), texts).tolist():
        related = not above[one].isdisjoint(above[other])
        if (related and (one, other) not in made) or not promising(
            texts[one], texts[other], rarity
        ):
            continue
        alike = alikeness(texts[one], texts[other], rarity)
        links = align(alike)
        if links:
            found = features(texts[one], texts[other], rarity, alike, links)
            yield found, (one, other) in made


def fitted(found: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a ridge logistic regression, fitted by Newton's method."""
    names = [*found[0][0]]
    rows = np.array([[each[name] for name in names] for each, _ in found])
    right = np.array([float(made) for _, made in found])
    middle, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.c_[(rows - middle) / spread, np.ones(len(rows))]
    ridge = np.r_[np.full(len(names), RIDGE), 0.0]
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) + ridge * weights
        bend = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    plain = weights[:-1] / spread
    bias = weights[-1] - float(plain @ middle)
    return {"bias": round(bias, 3)} | {
        name: round(float(weight), 3) for name, weight in zip(names, plain, strict=True)
    }


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True))
def main(folders: Sequence[Path]) -> None:
    """Fit the weights with and without vectors, and write them."""
    vectors = available()
    if vectors is None:
        raise click.ClickException("the extra multilingual is needed")
    found: dict[str, list[Example]] = {"WITH_VECTORS": [], "WITHOUT_VECTORS": []}
    for folder in folders:
        chains = load(folder)
        found["WITH_VECTORS"] += examples(chains, ready(chains.documents, vectors))
        found["WITHOUT_VECTORS"] += examples(chains, ready(chains.documents, None))
    written = [HEAD]
    for name, each in found.items():
        click.echo(f"{name}: {len(each)} pairs, {sum(made for _, made in each)} translations")
        lines = "".join(f'    "{key}": {value},\n' for key, value in fitted(each).items())
        written.append(f"{name}: dict[str, float] = {{\n{lines}}}\n")
    TABLE.write_text("\n".join(written), encoding="utf-8")


if __name__ == "__main__":
    main()
