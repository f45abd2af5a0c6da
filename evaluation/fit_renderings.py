"""Fit the trees of ``rendering_trees.tsv`` on made corpora whose translations are known.

    python -m evaluation.fit_renderings CORPUS … --loosened CORPUS … --without CORPUS …

As :mod:`evaluation.fit_derivations` does for sources of a document's own language, whose trees must
be there before: how well they explain a document stands beside what it may be a translation of.
Some corpora are taken once more with times and titles loosened, or without vectors.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import click

from evaluation.growing import Asked, Growth, write
from evaluation.known import Truth, is_source, traced_documents, truth_of
from evaluation.variations import loosened
from furphy.tracing.candidates import candidates_of
from furphy.tracing.corpus import prepared
from furphy.tracing.deriving import Options
from furphy.tracing.explaining import explained, ranked
from furphy.tracing.hands import OneHand
from furphy.tracing.memory import Fresh
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Traced
from furphy.tracing.translation import renderings_of
from furphy.tracing.versions import copies, versions
from furphy.vectors.choosing import available
from furphy.vectors.protocol import Vectors

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
_TO = Path("src/furphy/lexicon/data/any/rendering_trees.tsv")
GROWTH = Growth(
    rounds=400,
    leaves=15,
    rate=0.07,
    fewest=30,
    speak_for={"score", "covered", "alike", "order", "order-by-times", "order-of-documents"},
    speak_against={"covered-less", "above-covers-more", "translated-back"},
)
_HEAD = """\
# What speaks for and against a document's being a translation of another (tracing/rendering.py):
# trees grown by evaluation/fit_renderings.py on made corpora. Leaves: ten-thousandths of log-odds.
"""


def choices(
    documents: Sequence[Traced], truth: Mapping[str, Truth], vectors: Vectors | None
) -> Iterator[Asked]:
    """Yield what each document may be a translation of, and which of it is right."""
    corpus = prepared(documents)
    candidates = candidates_of(corpus)
    keys = [each.key for each in corpus.documents]
    places = {key: place for place, key in enumerate(keys)}
    same = versions([copies(corpus, possible).tolist() for possible in candidates])
    known = dict(enumerate(explained(corpus, each) for each in candidates))
    for each in renderings_of(shelved(documents), vectors, (Fresh(), OneHand())):
        place = places[each.target]
        native = ranked(known[place], same)
        besides = any(is_source(truth, keys[one.source], each.target) for one in native)
        odds, _ = Options(place, native, ()).odds()
        right = [
            float(is_source(truth, source, each.target, translated=True)) for source in each.sources
        ]
        yield Asked(each.features(places, native, known), right, odds, besides)


@click.command()
@click.argument("corpora", type=_FOLDER, nargs=-1, required=True)
@click.option("--loosened", "loose", type=_FOLDER, multiple=True, help="Take this loosened.")
@click.option("--without", "bare", type=_FOLDER, multiple=True, help="Take this without vectors.")
def main(corpora: Sequence[Path], loose: Sequence[Path], bare: Sequence[Path]) -> None:
    """Fit on the corpora named and write the trees."""
    asked = chain(
        *(choices(traced_documents(each), truth_of(each), available()) for each in corpora),
        *(choices(loosened(traced_documents(each)), truth_of(each), available()) for each in loose),
        *(choices(traced_documents(each), truth_of(each), None) for each in bare),
    )
    write(_TO, _HEAD, asked, GROWTH)


if __name__ == "__main__":
    main()
