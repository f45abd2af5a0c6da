"""What the documents of a casebook put forward, made comparable, and who is said to say it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from furphy import lexicon
from furphy.casebook.ids import assertion_ids
from furphy.casebook.packing import content_id
from furphy.gazetteer import shelf
from furphy.gazetteer.sounds import sounds
from furphy.matching import of_readings, of_sentences
from furphy.matching.proposition import Amount, Name, Proposition, When
from furphy.model.account import Informant, Variant
from furphy.model.attribution import SourceKind
from furphy.model.document import Document
from furphy.model.reading import Reading
from furphy.model.text import Span, quoted

_LEAST_TERMS = 3
"""Telling words of an assertion that is worth comparing where it names nobody and no number."""
_FEW_TERMS = 4
"""Telling words up to which all of them may be those of a name: "FULL TEXT", "2 p.m."."""
_A_WORD = 3
"""Letters that have to stand beside these; in Chinese that is three characters."""


def propositions(readings: Sequence[Reading]) -> list[Proposition]:
    """Return what the documents put forward, by document; sentences where none was read.

    "You know" and the like say nothing that another document could say too, nor does a mere name.
    """
    found: list[Proposition] = []
    for index, reading in enumerate(readings):
        if reading.assertions:
            found += of_readings.propositions(reading, index)
        else:
            found += of_sentences.propositions(reading.document, index, shelf.default())
    return [each for each in found if _says_something(each)]


def _says_something(each: Proposition) -> bool:
    if len(each.terms) > _FEW_TERMS:
        return True
    told = each.amounts or each.spots or any(name.sure for name in each.names)
    return len(each.terms) >= (_LEAST_TERMS - bool(told)) and _letters_beside(each) >= _A_WORD


def _letters_beside(each: Proposition) -> int:
    """Return how many letters stand beside names, numbers and times, which alone say nothing."""
    told: list[Name | Amount | When] = [*each.names, *each.amounts, *each.times]
    named = [known.span for known in told]
    return sum(
        letter.isalpha() and not any(span.start <= at < span.end for span in named)
        for at, letter in enumerate(each.text, each.span.start)
    )


def variants(readings: Sequence[Reading], found: Sequence[Proposition]) -> list[Variant]:
    """Return for each proposition how it is told to a reader, in the same order."""
    ids: dict[int, list[str]] = {}
    made: list[Variant] = []
    for each in found:
        reading = readings[each.document]
        if each.document not in ids:
            ids[each.document] = [*ids_of(reading)]
        made.append(_variant(reading, each, ids[each.document]))
    return made


def ids_of(reading: Reading) -> Iterator[str]:
    """Yield the ids of a reading's assertions, as the casebook has them."""
    text = reading.document.text
    spans = [
        ([[span.start, span.end] for span in each.spans], quoted(text, each.spans))
        for each in reading.assertions
    ]
    yield from assertion_ids(reading.document.id, spans)


def stand_in_id(document: Document, span: Span) -> str:
    """Return the id of a sentence that stands in for an assertion, the same in every tracing."""
    return content_id(document.id, [span.start, span.end], span.of(document.text))


def stand_ins(reading: Reading) -> Iterator[tuple[str, Proposition]]:
    """Yield the sentences that stand in for assertions, by id; none where some were read."""
    for each in () if reading.assertions else propositions([reading]):
        yield stand_in_id(reading.document, each.span), each


def _variant(reading: Reading, each: Proposition, ids: Sequence[str]) -> Variant:
    words = each.span.of(reading.document.text)
    if each.assertion is None:
        made = stand_in_id(reading.document, each.span)
        return Variant(made, each.document, None, each.span, words, denies=each.negative)
    assertion = reading.assertions[each.assertion]
    chain = reading.chain(assertion.attribution)
    sources = [reading.attributions[link].source for link in chain]
    inner = None if not sources or sources[-1] is None else reading.sources[sources[-1]]
    return Variant(
        ids[each.assertion],
        each.document,
        each.assertion,
        each.span,
        words,
        None if inner is None else informant(inner.name, inner.kind, reading.document.language),
        tuple(None if each is None else reading.sources[each].name for each in sources),
        each.commitment,
        each.negative and not _tells_of_denial(reading, each, assertion.attribution),
    )


def _tells_of_denial(reading: Reading, each: Proposition, attribution: int | None) -> bool:
    """Tell whether the words hold the denial: "Paris refused to wait" denies nothing."""
    if attribution is None:
        return False
    return any(each.span.meets(cue) for cue in reading.attributions[attribution].cue_spans)


@lru_cache(maxsize=100_000)
def informant(name: str, kind: SourceKind, language: str | None = None) -> Informant:
    """Return who is named as the one that knows, an article before the name left out."""
    articles = lexicon.words("articles", (language or lexicon.ENGLISH).split("-")[0])
    words = [each for each in name.split() if each.casefold() not in articles]
    heard = tuple(filter(None, map(sounds, words)))
    # Of scripts without capitals one cannot tell.
    is_described = any(each.isupper() or each.islower() for each in name) and not any(
        each[:1].isupper() for each in words
    )
    return Informant(name, kind, heard, is_described)
