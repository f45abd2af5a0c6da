"""Words of a sentence made comparable, with no parse: both kinds of proposition need it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from furphy.matching.dates import times
from furphy.matching.deeds import deeds
from furphy.matching.names import names
from furphy.matching.numbers import amounts
from furphy.matching.proposition import Concept, Proposition
from furphy.matching.vocabulary import (
    CONCEPT,
    NOTHING_KNOWN,
    TOPONYM,
    Mark,
    kinds,
    vocabulary,
)
from furphy.matching.voicing import voiced
from furphy.model.text import Span

_MARKS = ("later", "more", "total")
_SCOPE = 4
"""Marks after a negation among which the verb that it negates stands."""
_LACKING = 2
"""The same after "without", which is said of a thing."""
_UNDONE = 8
"""The same after a verb that undoes something: "annulled the results of the … election"."""
UNKNOWN = "unknown"
"""The kind of a negated word that the vocabulary lacks; its name is its stem."""
LAND = "land"
"""The kind of a country that something is in, not one that does something."""

_UNDOING = frozenset({"cancel", "end", "lift"})
"""Concepts of verbs that say that something does not happen, or no longer."""
_HAN_SCOPE = 10
"""The same in Chinese, where what qualifies the object stands before it."""
_NEGATED = frozenset({"action", "harm"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand: in which document, at which point of its text."""

    document: int
    start: int = 0
    assertion: int | None = None
    published: tuple[str, str] | None = None


def worded(
    text: str,
    language: str,
    where: Place,
    *,
    whole: bool = False,
    places: Mapping[Span, str] = NOTHING_KNOWN,
) -> Proposition:
    """Make a proposition of a sentence, or of the words of an assertion.

    ``whole`` says that no one is said to say it within the words, so that nothing is taken out.
    ``places`` are names of places known beforehand, by where they stand in ``text``, with their
    Latin names. All spans are counted in the document's text.
    """
    known = vocabulary(language)
    marks = known.marks(text, places)
    said = voiced(marks)
    content = tuple(marks) if whole else said.content
    told, used = times(content, where.published)
    rest = [mark for at, mark in enumerate(content) if at not in used]
    called = names(rest)
    meant = tuple(_concepts(rest))
    made = Proposition(
        document=where.document,
        assertion=where.assertion,
        span=Span(0, len(text)),
        text=text,
        language=language,
        terms=tuple(_terms(rest)),
        concepts=meant,
        names=called,
        times=told,
        amounts=amounts(rest, *known.decimals[:1]),
        deeds=deeds(rest, called, known.endings),
        negative=said.denied,
        holder=_written(text, said.sayer),
        sayers=frozenset(each for mark in said.sayer for each in mark.values(CONCEPT)),
        published=where.published,
        marks=frozenset(part for part in _MARKS if any(mark.has(part) for mark in content)),
    )
    return moved(made, where.start) if where.start else made


def moved(made: Proposition, by: int) -> Proposition:
    """Return a proposition whose spans stand so many characters further on."""

    def on(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(
        made,
        span=on(made.span),
        concepts=tuple(replace(each, span=on(each.span)) for each in made.concepts),
        names=tuple(replace(each, span=on(each.span)) for each in made.names),
        times=tuple(replace(each, span=on(each.span)) for each in made.times),
        amounts=tuple(replace(each, span=on(each.span)) for each in made.amounts),
    )


def _written(text: str, marks: Sequence[Mark]) -> str | None:
    """Return the words of who says it, without those of saying."""
    found = [mark for mark in marks if not mark.has("saying", "denial", "stop", "clause")]
    found = [mark for mark in found if mark.kind != "stop"]
    return text[found[0].start : found[-1].end] if found else None


def _concepts(marks: Sequence[Mark]) -> Iterator[Concept]:
    known = kinds()
    negated = _negated(marks)
    for at, mark in enumerate(marks):
        for concept in () if mark.has("counter") else mark.values(CONCEPT):
            kind = known.get(concept, "")
            if kind == "side" and at and _leads_to(marks[at - 1], mark):
                kind = LAND
            yield Concept(concept, kind, mark.span, at in negated)
        if not mark.meanings and _is_negated_verb(marks, at):
            yield Concept(mark.pieces[0].stem, UNKNOWN, mark.span, negated=True)


def _is_negated_verb(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a word that the vocabulary lacks stands right behind a "not".

    In Chinese that is two signs at least, and no deed in the clause is negated instead.
    """
    if at == 0 or not marks[at - 1].has("not"):
        return False
    if marks[at].kind != "han":
        return marks[at].kind == "word"
    following = marks[at + 1] if at + 1 < len(marks) else None
    unknown = following is not None and following.kind == "han" and not following.meanings
    return unknown and not any(_forward(marks, at - 1))


def _leads_to(before: Mark, mark: Mark) -> bool:
    return before.has("place") and before.last == mark.first


def _negated(marks: Sequence[Mark]) -> set[int]:
    """Return the deeds that are negated, undone, or that a clause says there were none of."""
    found: set[int] = set()
    for at, mark in enumerate(marks):
        if mark.has("not", "nobody", "lacking"):
            found.update(_forward(marks, at))
        if mark.has("lacking"):
            found.update(_lacked(marks, at))
        elif mark.value(CONCEPT) in _UNDOING:
            found.update(_undone(marks, at))
        if mark.has("absent"):
            found.update(_before(marks, at))
    # "Nobody did not …" of Slavic languages denies once.
    nobody = [at for at, mark in enumerate(marks) if mark.has("nobody")]
    return {
        place
        for place in found
        if not any(at < place <= at + _SCOPE and _is_harm(marks[place]) for at in nobody)
    }


def _forward(marks: Sequence[Mark], at: int, scope: int = _SCOPE) -> Iterator[int]:
    """Yield the first deed after a mark that negates, within its scope."""
    scope = _HAN_SCOPE if marks[at].kind == "han" else scope
    if marks[at].has("lacking"):
        scope = _LACKING
    for place in range(at + 1, min(at + 1 + scope, len(marks))):
        ends = marks[place].kind == "stop" or marks[place].has("break")
        if ends or (marks[at].has("nobody") and _is_harm(marks[place])):
            break
        if _is_deed(marks[place]):
            yield place
            break


def _lacked(marks: Sequence[Mark], at: int) -> Iterator[int]:
    """Yield the thing that someone is without, if the next word but an adjective is one."""
    for place in range(at + 1, min(at + 1 + _LACKING, len(marks))):
        concept = marks[place].value(CONCEPT)
        if concept is not None:
            if kinds().get(concept) == "thing":
                yield place
            break


def _undone(marks: Sequence[Mark], at: int) -> Iterator[int]:
    """Yield the deed that a verb undoes: its object after it, or before it in a passive.

    In Chinese what qualifies the object stands between them, so the last one counts.
    """
    if marks[at].kind == "han":
        later = [place for place in _clause(marks, at, 1) if _is_deed(marks[place])]
        found = later[-1:]
    else:
        found = [*_forward(marks, at, _UNDONE)]
    yield from found or _before(marks, at)


def _before(marks: Sequence[Mark], at: int) -> list[int]:
    """Return the deeds of a clause that stand before a mark that says there were none."""
    return [place for place in _clause(marks, at, -1) if _is_deed(marks[place])]


def _clause(marks: Sequence[Mark], at: int, step: int) -> Iterator[int]:
    """Yield the places of the marks from one on to the edge of its clause."""
    place = at + step
    while 0 <= place < len(marks) and marks[place].kind != "stop":
        if marks[place].has("break"):
            break
        yield place
        place += step


def _is_deed(mark: Mark) -> bool:
    concept = mark.value(CONCEPT)
    return concept is not None and kinds().get(concept) in _NEGATED


def _is_harm(mark: Mark) -> bool:
    concept = mark.value(CONCEPT)
    return concept is not None and kinds().get(concept) == "harm"


def _terms(marks: Sequence[Mark]) -> Iterator[str]:
    """Yield what a text is compared by within its language."""
    for at, mark in enumerate(marks):
        concepts = mark.values(CONCEPT)
        if concepts and not mark.has("counter", "stop"):
            yield from concepts
        elif mark.has(TOPONYM):
            yield "".join(each.text for each in mark.pieces)
        elif mark.meanings or mark.kind in {"stop", "sign", "figure", "day", "clock"}:
            continue
        elif mark.kind == "han":
            following = marks[at + 1] if at + 1 < len(marks) else None
            if following is not None and following.kind == "han" and not following.meanings:
                yield mark.pieces[0].text + following.pieces[0].text
        else:
            yield mark.pieces[0].stem
