"""Compare programs that tell where texts come from, on made corpora whose derivations are known.

    python -m evaluation.chain_peers CORPUS [--scorer FOLDER] [--only NAME]

A corpus is what ``make_chains.py`` writes; the scorer is ``score_chains.py`` of the same folder. No
peer tells who took what from whom: each finds texts that are alike, so that of those alike to a
text the nearest earlier one is taken for its source (``earliest``: the earliest), and a copy for
what nearly all is in both. What a peer needs is left out where it is not installed.
"""

import importlib
import importlib.util
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import numpy as np

from evaluation.known import documents_of
from furphy.desk.traceable import traced
from furphy.model.derivation import Derivation
from furphy.model.document import Document
from furphy.tracing.corpus import in_order
from furphy.tracing.disjoint import Sets
from furphy.tracing.linking import Tools, links
from furphy.tracing.origins import LIKELY, stemma
from furphy.tracing.shelf import shelved
from furphy.vectors.choosing import available, exact, universal
from furphy.vectors.protocol import Matrix, Vectors

_WORD = re.compile(r"\w+")
_WIDTH = 3
_UNSPACED, _WIDTH_UNSPACED = "zh", 8
_SET_PHRASE = 50
"""Texts with a shingle from which on it tells nothing (the bound of the exact join)."""
_COPIED = 0.9
_NEAR = (0.5, 0.65, 0.8)
"""Products of vectors from which on two texts are taken for near: who uses them has to choose."""
_READ = 600
"""Characters of a text that become its vector: about what the models read."""

Edge = dict[str, Any]
Rows = list[dict[str, Any]]
Near = Mapping[int, Iterable[int]]
"""For each text the others that are like it, by their places."""


def shingles(text: str, language: str | None = None) -> set[str]:
    """Return the words of a text, three at a time, or eight characters at a time in Chinese."""
    words, width = _WORD.findall(text.lower()), _WIDTH
    if language == _UNSPACED:
        words, width = [*"".join(words)], _WIDTH_UNSPACED
    return {" ".join(words[at : at + width]) for at in range(max(1, len(words) - width + 1))}


def shared(one: set[str], other: set[str]) -> float:
    """Return how much of the smaller set is in both."""
    return len(one & other) / max(1, min(len(one), len(other)))


def edges(texts: Sequence[Document], sets: Sequence[set[str]], near: Near, *, first: bool) -> Rows:
    """Return a source for each text that has an earlier one like it; texts are in their order.

    Of several like it that is the one it shares most with, or, if asked for, the ``first``.
    """
    found = []
    for target, others in sorted(near.items()):
        before = [each for each in others if each < target]
        if before:
            best = max(before, key=lambda each: (shared(sets[each], sets[target]), -each))
            source = min(before) if first else best
            foreign = texts[source].language != texts[target].language
            kind = "translation" if foreign else _kind(sets[source], sets[target])
            found.append(_edge(texts[source].key, texts[target].key, kind))
    return found


def _edge(source: str, target: str, kind: str) -> Edge:
    return {"from": source, "to": target, "kind": kind}


def _kind(source: set[str], target: set[str]) -> str:
    """Return the kind of a derivation by the shares of both texts that are in both."""
    both = len(source & target)
    if both < _COPIED * len(target):
        return "revision"
    return "copy" if both >= _COPIED * len(source) else "excerpt"


def by_rensa(sets: Sequence[set[str]], bands: int, hashes: int) -> Near:
    """Return texts alike by MinHash and bands."""
    rensa = importlib.import_module("rensa")
    sketches = rensa.RMinHash.from_token_sets([sorted(each) for each in sets], hashes, 42)
    index = rensa.RMinHashLSH(threshold=0.5, num_perm=hashes, num_bands=bands)
    index.insert_pairs(list(enumerate(sketches)))
    return dict(enumerate(index.query_all(sketches)))


def by_datasketch(sets: Sequence[set[str]], threshold: float) -> Near:
    """Return texts alike by MinHash and bands."""
    datasketch = importlib.import_module("datasketch")
    each_set = [[each.encode() for each in sorted(some)] for some in sets]
    sketches = list(datasketch.MinHash.generator(each_set, num_perm=128))
    index = datasketch.MinHashLSH(threshold=threshold, num_perm=128)
    for number, each in enumerate(sketches):
        index.insert(number, each)
    return {number: index.query(each) for number, each in enumerate(sketches)}


def clusters(near: Near) -> Near:
    """Return for each text all that it is joined to at any remove, as text-dedup joins them."""
    joined = Sets()
    for one, others in near.items():
        for other in others:
            joined.join(one, other)
    members = defaultdict[int, list[int]](list)
    for each in near:
        members[joined.first(each)].append(each)
    return {each: members[joined.first(each)] for each in near}


def by_join(sets: Sequence[set[str]], least: float) -> Near:
    """Return texts that share so much of the smaller one, by an exact join in DuckDB."""
    duckdb = importlib.import_module("duckdb")
    connection = duckdb.connect()
    numbers = {each: place for place, each in enumerate(sorted(set[str]().union(*sets)))}
    rows = np.array(
        [(text, numbers[each]) for text, some in enumerate(sets) for each in sorted(some)], np.int64
    )
    texts, hashes = rows[:, 0], rows[:, 1]
    connection.register("found", {"text": texts, "shingle": hashes})
    pairs = connection.execute(
        f"""
        with kept as (select * from found where shingle in (
               select shingle from found group by 1 having count(*) between 2 and {_SET_PHRASE})),
             sizes as (select text, count(*) as size from found group by 1),
             pairs as (select a.text as one, b.text as other, count(*) as common
                       from kept a join kept b on a.shingle = b.shingle and a.text < b.text
                       group by 1, 2)
        select one, other from pairs
        join sizes a on a.text = one join sizes b on b.text = other
        where common >= greatest(8, ? * least(a.size, b.size)) order by 1, 2""",  # noqa: S608 (our own number)
        [least],
    ).fetchall()
    near = defaultdict[int, list[int]](list)
    for one, other in pairs:
        near[other].append(one)
    return near


def by_vectors(rows: Matrix, least: float) -> Near:
    """Return for each text the nearest of those before it, if near enough."""
    near = {}
    for target in range(1, len(rows)):
        alike = rows[:target] @ rows[target]
        best = int(alike.argmax())
        if alike[best] >= least:
            near[target] = [best]
    return near


def vectors_of(documents: Sequence[Document], model: Vectors) -> Matrix:
    """Return the vector of each text's beginning."""
    by_language = defaultdict[str, list[int]](list)
    for place, each in enumerate(documents):
        by_language[each.language or "und"].append(place)
    parts = {
        language: model.of([documents[each].text[:_READ] for each in places], language)
        for language, places in sorted(by_language.items())
    }
    order = np.concatenate([by_language[language] for language in parts])
    found: Matrix = np.concatenate([*parts.values()])[np.argsort(order)]
    return found


def by_furphy(documents: Sequence[Document]) -> Rows:
    """Return what furphy finds, and below it the origins of each document."""
    known = [traced(each) for each in documents]
    found = links(shelved(known), Tools(available()))
    roots = stemma(len(known), found).likely.roots
    keys = [each.key for each in documents]
    made = [each for each in found if isinstance(each, Derivation) and each.score >= LIKELY]
    rows = [_told(keys, each) for each in made]
    return rows + [
        {"document": key, "origins": sorted(keys[each] for each in roots[place])}
        for place, key in enumerate(keys)
    ]


def _told(keys: Sequence[str], each: Derivation) -> Edge:
    return _edge(keys[each.source], keys[each.target], each.relation.value)


def by_baseline(scorer: ModuleType, folder: Path, kind: str) -> Rows:
    """Return what a baseline of the scorer's own finds."""
    found: Rows = scorer.baseline(str(folder), kind)
    return found


def peers(folder: Path, scorer: ModuleType) -> Iterator[tuple[str, Callable[[], Rows]]]:
    """Yield the peers that can run here, each with what it finds."""
    documents = [*documents_of(folder)]
    documents = [documents[each] for each in in_order([traced(each) for each in documents])]
    sets = [shingles(each.text, each.language) for each in documents]

    def of(near: Callable[[], Near], *, first: bool = False) -> Callable[[], Rows]:
        return lambda: edges(documents, sets, near(), first=first)

    yield "headline words", lambda: by_baseline(scorer, folder, "title")
    yield "shingles", lambda: by_baseline(scorer, folder, "shingles")
    if importlib.util.find_spec("rensa"):
        yield "rensa .5, earliest", of(lambda: by_rensa(sets, 25, 125), first=True)
        yield "rensa .5, nearest", of(lambda: by_rensa(sets, 25, 125))
        yield "rensa .25, nearest", of(lambda: by_rensa(sets, 42, 126))
    if importlib.util.find_spec("datasketch"):
        yield "datasketch .5, earliest", of(lambda: by_datasketch(sets, 0.5), first=True)
        yield "datasketch .5, nearest", of(lambda: by_datasketch(sets, 0.5))
        joined = of(lambda: clusters(by_datasketch(sets, 0.5)), first=True)
        yield "datasketch .5, clusters as text-dedup's", joined
    if importlib.util.find_spec("duckdb"):
        yield "DuckDB join .15, nearest", of(lambda: by_join(sets, 0.15))
        yield "DuckDB join .3, nearest", of(lambda: by_join(sets, 0.3))
    for model in (universal(), exact()):
        if model:
            encoded = cache(partial(vectors_of, tuple(documents), model))
            for least in _NEAR:
                yield f"{model.name} {least}", of(partial(_near_by, encoded, least))
    yield "furphy", lambda: by_furphy(documents)


def _near_by(encoded: Callable[[], Matrix], least: float) -> Near:
    return by_vectors(encoded(), least)


def figures(scorer: ModuleType, folder: Path, rows: Rows) -> dict[str, float | None]:
    """Return the columns of the table."""
    found = [each for each in rows if "from" in each]
    origins = [each for each in rows if "origins" in each]
    score = scorer.score(
        _lines(folder / "truth.jsonl"), _lines(folder / "stories.jsonl"), found, origins
    )
    translated = score["by_kind"].get("translation")
    return {
        "version F1": score["edges"]["version"]["f1"],
        "with kind": score["edges"]["version_kind"]["f1"],
        "direction": score["edges"]["direction"],
        "same origin F1": score["origins"]["pairs"]["f1"],
        "B-cubed": score["origins"]["bcubed"]["f1"],
        "count MAE": score["origin_count"]["mae"],
        "wrongly joined": score.get("hard_negatives", {}).get("wrongly_joined"),
        "of hard negatives": score.get("hard_negatives", {}).get("pairs"),
        "translation recall": translated,
    }


def _lines(path: Path) -> Rows:
    return [json.loads(each) for each in path.read_text(encoding="utf-8").splitlines()]


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--scorer", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--only", multiple=True, help="Names of peers to run; may be repeated.")
def main(folder: Path, scorer: Path, only: tuple[str, ...]) -> None:
    """Print one line of JSON for each peer on the corpus in FOLDER."""
    sys.path.insert(0, str(scorer))
    score_chains = importlib.import_module("score_chains")
    for name, find in peers(folder, score_chains):
        if not only or name in only:
            start = time.process_time()
            rows = find()
            seconds = time.process_time() - start
            row = {"peer": name, **figures(score_chains, folder, rows), "CPU s": round(seconds, 1)}
            click.echo(json.dumps(row))


if __name__ == "__main__":
    main()
