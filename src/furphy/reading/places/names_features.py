"""What speaks for and against a run of words being a name of a place.

Every feature is of the kind "is in such a list", "stands after such a word", "is tagged so"; none
is a name, so that what is measured on one corpus holds for places it never mentions.
"""

from collections.abc import Iterator

from furphy.reading.places.names_renown import Register
from furphy.reading.places.names_runs import Run, named
from furphy.reading.places.names_words import Words, cues, place_words

_NAMESAKES_MANY = 5
_SHORT = 3
_WIDE = frozenset({"fame:country", "fame:region"})
_VAGUE = frozenset({"and", "by", "for", "of", "on", "over"})
"""Cues before a name whose worth depends on what the name is known for."""
_TELLING = frozenset({"saying", "possessive", "and"})
"""The same of cues after it."""
_PAIRED = 4
"""Words that the second half of "Paris, Texas" is looked for in."""


def features(run: Run, words: Words, text: str, register: Register) -> list[str]:
    """Return the names of all features a run has, each once."""
    found = ["bias:all"]
    found += _form(run, words)
    found += _homonyms(run, words)
    found += _kind_word(run, words)
    found += _tags(run, words)
    found += _left(run, words, register, text)
    found += _right(run, words, register, text)
    return found


def _form(run: Run, words: Words) -> Iterator[str]:
    fame = run.renown.fame
    yield fame
    if run.renown.known:
        yield f"{fame}-{run.renown.form}"
    yield f"words:{min(run.last - run.first, _SHORT)}{_listed(run)}"
    if run.renown.namesakes == 1:
        yield "namesakes:one"
    elif run.renown.namesakes > _NAMESAKES_MANY:
        yield "namesakes:many"
    if run.name.isupper():
        short = len(run.name) <= _SHORT
        yield f"capitals:short+{fame}" if short else "capitals:long"
    if any(words.joins(index) for index in range(run.first, run.last)):
        yield f"joined{_listed(run)}"


def _homonyms(run: Run, words: Words) -> Iterator[str]:
    """Yield what else than a place the words may stand for."""
    first, last = run.first, run.last
    if words.is_body(first, last):
        yield "body:known"
    if words.key(first, last) in words.lower_case:
        yield "lower-case:elsewhere"
    if last - first > 1:
        return
    low = words.low[first]
    if low in cues("before") or low in cues("after"):
        yield "cue:alone"
    if words.is_given_name(first):
        yield "given-name:alone"
        yield f"given-name:alone+{run.renown.fame}"


def _listed(run: Run) -> str:
    return "+in-list" if run.renown.known else "+unlisted"


def _kind_word(run: Run, words: Words) -> Iterator[str]:
    """Yield what a word for a kind of place inside the name says."""
    row = words.named_after_kind(run.first, run.last)
    if row is None:
        return
    if run.last - run.first == 1:
        yield "place-word:alone"
        return
    side = "head:" if words.low[run.first] == row["word"] else "tail:"
    yield f"{side}{row['part']}-{row['sort']}"
    yield f"{side}{row['part']}{_listed(run)}"
    beside = (words.before(run.first), words.after(run.last))
    if not any(at is not None and words.case(at) for at in beside):
        yield f"{side}free-{row['part']}-{row['sort']}"
        if _label(run, words) == "none":
            yield f"{side}untagged-{row['part']}-{row['sort']}"


def _tags(run: Run, words: Words) -> Iterator[str]:
    label = _label(run, words)
    fame = run.renown.fame
    yield f"tagged:{label}"
    yield f"tagged:{label.split('-')[0]}+{fame}"
    if fame in _WIDE:
        yield f"tagged:{label}+wide"
    last = words.tokens[run.last - 1]
    yield f"part:{last.pos}"
    if last.pos != "PROPN":
        yield f"part:not-name+{fame}"
    yield f"relation:{last.relation}"
    sentence = words.tree.number_of(last)
    if words.headline[sentence]:
        yield "headline:yes"
        yield f"headline:{label.split('-')[0]}"


def _label(run: Run, words: Words) -> str:
    """Return how a tagger's name and the run lie to each other."""
    numbers = {words.label[index] for index in range(run.first, run.last)}
    numbers.discard(None)
    if not numbers:
        return "none"
    if len(numbers) > 1:
        return "several"
    name = words.tree.names[next(number for number in numbers if number is not None)]
    start, end = words.tokens[run.first].start, words.tokens[run.last - 1].end
    low, high = name.span.start, name.span.end
    inside = words.tree.within(name.span)
    if len(inside) > 1 and words.low[inside[0].index] == "the":
        low = inside[1].start
    if words.low[inside[-1].index] in ("'s", "’s"):
        high = inside[-2].end if len(inside) > 1 else high
    if (start, end) == (low, high):
        return f"{name.kind}-whole"
    if low <= start and end <= high:
        at = "-first" if start == low else "-last" if end == high else "-middle"
        return f"{name.kind}{at}"
    return f"{name.kind}-part"


def _left(run: Run, words: Words, register: Register, text: str) -> Iterator[str]:
    at = words.before(run.first)
    if at is not None and words.is_article(at):
        yield "article:before"
        at = words.before(at)
    if at is not None and (side := cues("before").get(words.low[at])) in ("compass", "nearby"):
        yield f"before:{words.case(at)}{side}"
        at = words.before(at)
        if at is not None and words.is_article(at):
            at = words.before(at)
    if at is None:
        yield "before:start"
        yield f"before:start+{run.renown.fame}"
        return
    yield from _leading(run, at, words)
    yield from _shared(run, words)
    if words.low[at] == ",":
        yield from _pair_before(run, at, words, register, text)


def _leading(run: Run, at: int, words: Words) -> Iterator[str]:
    """Yield what the word before the run, articles and directions passed over, says of it."""
    low = words.low[at]
    row = place_words("before").get(low)
    cue = cues("before").get(low)
    if row:
        yield f"before:{words.case(at)}{row['part']}-{row['sort']}"
        yield f"told:{words.case(at)}before"
    if cue:
        yield from _cue(run, cue, words)
        if cue == "of":
            yield from _of(at, words)
    elif words.capital[at]:
        yield from _capital("before:", at, words)
    elif row:
        return
    elif low[0].isalnum():
        yield f"before:{words.tokens[at].pos}"
    else:
        yield f"before:{low[0]}"


def _cue(run: Run, cue: str, words: Words) -> Iterator[str]:
    yield f"before:{cue}"
    if cue in _VAGUE:
        yield f"before:{cue}+{run.renown.fame}"
    if not run.renown.known and _label(run, words) == "place-whole":
        yield f"unlisted:tagged+{cue}"


def _of(at: int, words: Words) -> Iterator[str]:
    above = words.before(at)
    if above is None:
        return
    low = words.low[above]
    row = place_words("of").get(low)
    cue = cues("before-of").get(low)
    if row:
        yield f"of:{words.case(above)}{row['sort']}"
        yield f"told:{words.case(above)}of"
    if cue:
        yield f"of:{words.case(above)}{cue}"
    if not row and not cue:
        yield f"of:{words.case(above)}{words.tokens[above].pos}"


def _shared(run: Run, words: Words) -> Iterator[str]:
    """Yield what stands before the first of several names in a row: "near *Zelene* and Lypove"."""
    tree = words.tree
    token = words.tokens[run.last - 1]
    if token.relation != "conj":
        return
    while token.relation == "conj" and token.head < token.index:
        token = tree.head(token)
    at = words.before(token.index)
    while at is not None and words.capital[at]:
        at = words.before(at)
    if at is not None and words.is_article(at):
        at = words.before(at)
    if at is not None:
        yield f"shared:{cues('before').get(words.low[at], words.tokens[at].pos)}"


def _capital(side: str, at: int, words: Words) -> Iterator[str]:
    """Yield what kind of capitalised word touches the run."""
    number = words.label[at]
    kind = words.tree.names[number].kind if number is not None else "none"
    yield f"{side}capital"
    yield f"{side}capital-{kind}"
    if words.is_given_name(at):
        yield f"{side}given-name"
    if words.tokens[at].pos != "PROPN":
        yield f"{side}capital-not-name"


def _pair_before(
    run: Run, comma: int, words: Words, register: Register, text: str
) -> Iterator[str]:
    """Yield what the words before a comma say of the run after it."""
    for first in range(comma - 1, max(-1, comma - _PAIRED), -1):
        if not words.capital[first]:
            continue
        span = text[words.tokens[first].start : words.tokens[comma - 1].end]
        other = register[named(span)]
        if other.lies_in(run.renown):
            yield "pair:second-holds-first"
            return
    if words.capital[comma - 1]:
        yield f"before:comma+{run.renown.fame}"


def _right(run: Run, words: Words, register: Register, text: str) -> Iterator[str]:
    at = words.after(run.last)
    if at is None:
        yield "after:end"
        return
    low = words.low[at]
    row = place_words("after").get(low)
    cue = cues("after").get(low)
    if row:
        yield f"after:{words.case(at)}{row['part']}-{row['sort']}"
        yield f"told:{words.case(at)}after-{row['part']}"
    if cue:
        yield f"after:{words.case(at)}{cue}"
        if cue in _TELLING:
            yield f"after:{cue}+{run.renown.fame}"
        if cue == "comma":
            yield from _pair_after(run, at, words, register, text)
    elif not row:
        if words.capital[at]:
            yield from _capital("after:", at, words)
        else:
            yield f"after:{words.tokens[at].pos}"


def _pair_after(run: Run, comma: int, words: Words, register: Register, text: str) -> Iterator[str]:
    """Yield what the words after a comma say of the run before it."""
    first = words.after(comma + 1)
    if first is None or not words.capital[first]:
        yield "comma:small"
        return
    best = "comma:capital"
    for last in range(first + 1, min(first + _PAIRED, len(words.tokens) + 1)):
        if not words.capital[last - 1]:
            break
        other = register[named(text[words.tokens[first].start : words.tokens[last - 1].end])]
        if run.renown.lies_in(other):
            best = "pair:first-in-second"
            break
        if other.fame in _WIDE:
            best = f"comma:wide{_listed(run)}"
    yield best
