"""The mean vectors of furphy.vectors: ``python -m evaluation.fit_vector_means DATA``.

English from the articles of WCXB, Russian from ``ru-telegram-news``, both CC BY 4.0; every n-th of
their distinct sentences. Nothing of the texts is kept but the mean of some thousand vectors.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from gzip import decompress
from pathlib import Path

import click
import numpy as np
from trafilatura import extract

from evaluation.gate import ROOT
from furphy.vectors import e5, universal
from furphy.vectors.centring import cut, unit
from furphy.vectors.protocol import Matrix

FOLDER = ROOT / "src" / "furphy" / "vectors" / "data"
SENTENCES = {universal.RELEASE: 4000, e5.RELEASE: 1500}
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_SHORTEST, _LONGEST = 25, 300


def english(data: Path) -> Iterator[str]:
    """Yield the main texts of pages."""
    for path in sorted((data / "wcxb" / "html").glob("*.html.gz")):
        yield extract(decompress(path.read_bytes())) or ""


def russian(data: Path) -> Iterator[str]:
    """Yield posts."""
    for path in sorted((data / "ru-telegram-news" / "channels").glob("*_messages.json")):
        for message in json.loads(path.read_text(encoding="utf-8")):
            yield str(message.get("text") or "")


def sample(texts: Iterator[str], size: int, language: str) -> list[str]:
    """Return so many sentences of a language, evenly from all."""
    letters = re.compile("[а-яё]" if language == "ru" else "[a-z]", re.IGNORECASE)
    found = {
        each.strip(): None
        for text in texts
        for each in _SENTENCE.split(text)
        if _SHORTEST < len(each.strip()) < _LONGEST and len(letters.findall(each)) > len(each) / 2
    }
    return [*found][:: max(1, len(found) // size)][:size]


@click.command()
@click.argument("data", type=click.Path(path_type=Path, exists=True))
def main(data: Path) -> None:
    """Write the means of both models."""
    models: dict[str, Callable[[Sequence[str]], Matrix]] = {
        universal.RELEASE: universal.Universal()._model.encode,  # noqa: SLF001 (raw vectors)
        e5.RELEASE: e5.SmallE5()._model.query,  # noqa: SLF001 (raw vectors)
    }
    FOLDER.mkdir(exist_ok=True)
    for language, texts in {"en": english, "ru": russian}.items():
        for name, encode in models.items():
            sentences = cut(sample(texts(data), SENTENCES[name], language))
            mean = unit(np.asarray(encode(sentences), np.float32)).mean(axis=0)
            np.save(FOLDER / f"{name}.{language}.npy", mean.astype(np.float16))
            click.echo(f"{name} {language}: {len(sentences)} sentences")


if __name__ == "__main__":
    main()
