"""Propositions of a document that was read: its assertions, with what was read in them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from furphy.matching.proposition import Amount, Name, Proposition, Spot, When
from furphy.matching.sentences import sentences
from furphy.matching.wording import Place, worded
from furphy.model.assertion import Assertion
from furphy.model.attribution import Stance
from furphy.model.factuality import DENYING
from furphy.model.quantity import Modifier, Quantity
from furphy.model.reading import Reading
from furphy.model.text import Span, hull
from furphy.model.time import TimeExpression


def propositions(reading: Reading, index: int) -> tuple[Proposition, ...]:
    """Return the propositions of a reading: its assertions, those that only pass on left out.

    Assertions of one sentence that one source puts forward are taken together, since the sentences
    of other languages are compared whole; the first of them stands for them. ``index`` is the
    document's place among those compared.
    """
    together: dict[tuple[int, int | None], list[int]] = {}
    ends = _sentence_starts(reading)
    for number in _kept(reading.assertions):
        assertion = reading.assertions[number]
        sentence = bisect_right(ends, hull(assertion.spans).start)
        together.setdefault((sentence, assertion.attribution), []).append(number)
    return tuple(_proposition(reading, index, numbers) for numbers in together.values())


def _sentence_starts(reading: Reading) -> list[int]:
    document = reading.document
    return [
        sentence.start
        for segment in document.segments
        for sentence in sentences(document.text, segment.span)
    ]


def _kept(assertions: Sequence[Assertion]) -> Iterator[int]:
    hulls = [hull(each.spans) for each in assertions]
    telling = [at for at, each in enumerate(assertions) if each.reports is None]
    telling.sort(key=lambda at: (hulls[at].start, -hulls[at].end, at))
    end = -1
    told: list[int] = []
    for at in telling:
        if hulls[at].end > end:
            told.append(at)
            end = hulls[at].end
    covered = [hulls[at] for at in told]
    # Where what is passed on could not be told apart, the passing on is all there is.
    alone = [
        at
        for at, each in enumerate(assertions)
        if each.reports is not None and not any(hulls[at].meets(span) for span in covered)
    ]
    yield from sorted([*told, *alone])


def _proposition(reading: Reading, index: int, numbers: Sequence[int]) -> Proposition:
    document, assertion = reading.document, reading.assertions[numbers[0]]
    span = hull(part for number in numbers for part in reading.assertions[number].spans)
    when = document.published
    published = (when.start, when.end) if when else None
    made = worded(
        span.of(document.text),
        (document.language or "en").split("-")[0],
        Place(index, span.start, numbers[0], published),
        whole=True,
    )
    around = _sentence(reading, span)
    holder = _holder(reading, assertion)
    value = assertion.factuality.value
    return replace(
        made,
        names=tuple(_named(reading, made.names)),
        spots=tuple(_spots(reading, around)),
        times=tuple(_times(reading, around)) or made.times,
        amounts=_merged(_amounts(reading, span), made.amounts),
        negative=_is_negative(reading, assertion, made),
        commitment=value,
        holder=holder,
        sayers=made.sayers | _meant(holder, made.language),
    )


def _named(reading: Reading, names: Iterable[Name]) -> Iterator[Name]:
    """Yield names, as a place's only where the reading has one: not so the State Department."""
    for each in names:
        if each.of_place and not any(top.named.span.meets(each.span) for top in reading.toponyms):
            yield replace(each, of_place=False)
        else:
            yield each


def _sentence(reading: Reading, span: Span) -> Span:
    """Return the stretch that holds an assertion and those that it stands in.

    "On Monday, the mayor said, …": the day stands outside of what is said.
    """
    near = [hull(each.spans) for each in reading.assertions]
    holding = [each for each in near if each.holds(span)]
    return max(holding, key=len, default=span)


def _is_negative(reading: Reading, assertion: Assertion, made: Proposition) -> bool:
    """Tell whether it is put forward that it is not so.

    Words of denial within what is said turn what a source denies round: "denied that it was a
    hoax". Not so where they are those of the denial: "refused to return it".
    """
    denied = assertion.factuality.value in DENYING and _is_denied(reading, assertion)
    if not denied or assertion.attribution is None:
        return made.negative
    cues = reading.attributions[assertion.attribution].cue_spans
    told = made.negative or any(each.negated for each in made.concepts)
    return made.negative if told and any(map(made.span.holds, cues)) else not made.negative


def _is_denied(reading: Reading, assertion: Assertion) -> bool:
    """Tell whether a source denies it; a "not" of its own words is read from these."""
    if assertion.attribution is None:
        return False
    return reading.attributions[assertion.attribution].stance is Stance.DENY


def _holder(reading: Reading, assertion: Assertion) -> str | None:
    if assertion.attribution is None:
        return None
    source = reading.attributions[assertion.attribution].source
    return None if source is None else reading.sources[source].name


@lru_cache(maxsize=20_000)
def _meant(holder: str | None, language: str) -> frozenset[str]:
    """Return the concepts of the words that say who says it."""
    made = worded(holder or "", language, Place(0), whole=True)
    return frozenset(each.name for each in made.concepts)


def _spots(reading: Reading, span: Span) -> Iterator[Spot]:
    for toponym in reading.toponyms:
        place = toponym.place
        if place is not None and span.holds(toponym.named.span):
            yield Spot(
                place.gazetteer,
                place.id,
                place.name,
                place.lat,
                place.lon,
                place.radius_km,
                place.kind,
                toponym.named.span,
                place.divisions,
            )


def _times(reading: Reading, span: Span) -> Iterator[When]:
    for each in reading.times:
        if span.holds(each.span) and _is_on_calendar(each):
            yield When(each.span, each.interval, each.value)


def _is_on_calendar(each: TimeExpression) -> bool:
    return each.interval is not None or (each.value or "").startswith(("XXXX", "T"))


def _amounts(reading: Reading, span: Span) -> tuple[Amount, ...]:
    return tuple(
        _amount(reading, each)
        for each in reading.quantities
        if span.holds(each.span) and (each.low is not None or each.high is not None)
    )


def _merged(read: Sequence[Amount], by_words: Sequence[Amount]) -> tuple[Amount, ...]:
    """Add to the amounts that were read those that are none to a reader: "for seven years"."""
    rest = (each for each in by_words if not any(each.span.meets(known.span) for known in read))
    return (*read, *rest)


def _amount(reading: Reading, quantity: Quantity) -> Amount:
    text, language = reading.document.text, reading.document.language or "en"
    counted = _last_term(quantity.of.of(text), language) if quantity.of is not None else None
    return Amount(
        quantity.span,
        quantity.low,
        quantity.high,
        quantity.unit,
        counted,
        _HARMS.get(quantity.casualty or "", quantity.casualty),
        about=quantity.modifier is Modifier.ABOUT,
        bounded=quantity.modifier in {Modifier.AT_LEAST, Modifier.AT_MOST},
    )


@lru_cache(maxsize=20_000)
def _last_term(text: str, language: str) -> str | None:
    """Return the term that words end in: what is counted. The same few are met again and again."""
    return next(reversed(worded(text, language, Place(0)).terms), None)


_HARMS = {
    "killed": "kill",
    "wounded": "wound",
    "captured": "capture",
    "arrested": "detain",
    "displaced": "flee",
    "evacuated": "evacuate",
    "infected": "infect",
}
"""The concepts of what befalls people, by the names that readings give them."""
