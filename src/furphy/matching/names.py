"""Names in the marks of a sentence, in any script, and whether two of them sound alike."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance.Levenshtein import normalized_similarity as alike

from furphy.gazetteer.sounds import classes, skeleton, sounds
from furphy.matching.proposition import Name
from furphy.matching.transcription import fits
from furphy.matching.vocabulary import CONCEPT, TOPONYM, Mark, kinds, transcribing
from furphy.model.text import Span

_LONGEST_TRANSCRIBED = 9
"""Chinese characters of the longest name."""
_OPENING = frozenset(".!?。！？\n:：")
"""Marks after which any word begins with a capital letter."""
_PREFIX = 4
"""Sounds of a name that another begins with: an adjective made of it, a case form."""
_SURELY_TRANSCRIBED = 3
"""Signs of a transcription, one after the other, that are a name."""
_SAME_SCRIPT, _ACROSS = 0.78, 0.72
"""How alike the sounds of one name are at least, in one script and across scripts."""
_SURELY_OTHER = 0.45
"""How far apart the sounds of two names are at least that are surely not one."""
_WHOLLY_ALIKE = 0.85
"""The same of the sounds of whole names with their endings."""
_FITTING, _UNFITTING = 0.55, 0.4
"""How well Chinese signs fit the sounds of one name, and of one that is surely another.

On 499 cities: 94 % and 3 % of the pairs that are one, 0.6 % and 95 % of pairs drawn at random.
"""
_DOT = "·"
"""What parts the words of a foreign name in Chinese."""
_SHORT = 2
"""Skeletons of no more consonants are shared by so many names that the vowels must agree too."""


def names(marks: Sequence[Mark]) -> tuple[Name, ...]:
    """Return the names in the marks of a sentence, in order.

    In alphabets these are words with capital letters that the vocabulary lacks; in Chinese, runs
    of characters that it lacks, which may be words as well.
    """
    return tuple(_names(marks))


def _names(marks: Sequence[Mark]) -> Iterator[Name]:
    at = 0
    while at < len(marks):
        if (latin := marks[at].value(TOPONYM)) is not None:
            yield _known(marks[at], latin)
            at += 1
            continue
        end = at
        while end < len(marks) and _continues(marks, at, end):
            end += 1
        run = marks[at:end]
        if run and (run[0].kind != "han" or 1 < len(run) <= _LONGEST_TRANSCRIBED):
            yield _name(marks, at, end)
        at = max(end, at + 1)


def _known(mark: Mark, latin: str) -> Name:
    """Return the name of a place that a list has, with what its Latin name sounds like."""
    written = "".join(each.text for each in mark.pieces)
    heard = tuple(filter(None, (sounds(word) for word in latin.split())))
    return Name(written, mark.span, heard or ("",), of_place=True)


def _continues(marks: Sequence[Mark], at: int, end: int) -> bool:
    mark = marks[end]
    if mark.meanings or mark.kind not in {"word", "han", "initials"}:
        return False
    if mark.kind == "han":
        signs = transcribing()
        both = (marks[at].pieces[0].text in signs, mark.pieces[0].text in signs)
        return marks[at].kind == "han" and both[0] == both[1]
    return mark.pieces[0].is_capital and marks[at].kind != "han"


def _name(marks: Sequence[Mark], at: int, end: int) -> Name:
    run = marks[at:end]
    is_han = run[0].kind == "han"
    opens = at == 0 or marks[at - 1].pieces[0].text in _OPENING
    of_place = _is_of_place(marks, at, end)
    if is_han:
        heard: tuple[str, ...] = tuple(map(sounds, _parted(run)))
    else:
        heard = tuple(sounds(each.pieces[0].stem) for each in run)
    return Name(
        " ".join(each.pieces[0].text for each in run) if not is_han else _DOT.join(_parted(run)),
        Span(run[0].start, run[-1].end),
        tuple(each for each in heard if each) or ("",),
        of_place=of_place,
        sure=_is_transcribed(run) if is_han else len(run) > 1 or not opens,
    )


def _parted(run: Sequence[Mark]) -> Iterator[str]:
    """Yield the parts of a Chinese name that a raised dot parts: given name, surname."""
    part = run[0].pieces[0].text
    for before, mark in pairwise(run):
        if mark.start > before.end:
            yield part
            part = ""
        part += mark.pieces[0].text
    yield part


def _is_transcribed(run: Sequence[Mark]) -> bool:
    return len(run) >= _SURELY_TRANSCRIBED and run[0].pieces[0].text in transcribing()


def _is_of_place(marks: Sequence[Mark], at: int, end: int) -> bool:
    """Tell whether the words beside a name say that it names a place."""
    after = marks[end] if end < len(marks) else None
    if after is not None and _kind(after) == "place":
        return True
    # Chinese sets a place before who is there: "Nakuru police".
    if marks[at].kind == "han" and _is_han_place(marks, at, end):
        return True
    before = at - 1
    if before > 0 and marks[before].has("stop") and not _leads(marks[before]):
        before -= 1  # an article
    while before >= 0 and (_kind(marks[before]) in {"place", "direction"} or _leads(marks[before])):
        if marks[before].has("place") or _kind(marks[before]) == "place":
            return True
        before -= 1
    return False


def _is_han_place(marks: Sequence[Mark], at: int, end: int) -> bool:
    """Tell whether a Chinese name is that of a place: it stands before who is there.

    A transcribed name is one unless it stands behind what bears it: a company, a minister, a ship.
    """
    after = next((mark for mark in marks[end : end + 2] if not mark.has("stop")), None)
    if any(mark.has("bearer") for mark in _following(marks, end)):
        return False  # a company, a ship: its name stands before it
    spelt = marks[at].pieces[0].text in transcribing()
    if spelt and after is not None and _kind(after) in {"actor", "thing"}:
        return True
    before = marks[at - 1] if at else None
    borne = before is not None and _kind(before) in {"actor", "thing"}
    return _is_transcribed(marks[at:end]) and not borne


def _following(marks: Sequence[Mark], end: int) -> Iterator[Mark]:
    """Yield the words of one noun that follow a name: 石油公司."""
    for mark in marks[end : end + 2]:
        if mark.kind == "stop" or mark.has("stop"):
            break
        yield mark


def _leads(mark: Mark) -> bool:
    return mark.has("place", "before-place")


def _kind(mark: Mark) -> str | None:
    concept = mark.value(CONCEPT)
    return kinds().get(concept) if concept else None


def name_likeness(one: Name, other: Name) -> float:
    """Return how alike two names sound, from 0 to 1; 0 where too little to be one.

    Of names of several words the last ones decide, or a single word against any of several.
    """
    if one.text == other.text:
        return 1.0
    return _likeness((one.text, one.sounds), (other.text, other.sounds))


_Heard = tuple[str, tuple[str, ...]]
"""A name and what its words sound like."""


@lru_cache(maxsize=300_000)
def _likeness(one: _Heard, other: _Heard) -> float:
    across = _script(one[0]) != _script(other[0])
    if across and (signs := _signs(one, other)) is not None:
        fit = _best_fit(*signs)
        return 0.5 + fit / 2 if fit >= _FITTING else 0.0
    if not across and (
        _share_a_stem(one[0], other[0]) or alike(_whole(one[0]), _whole(other[0])) >= _WHOLLY_ALIKE
    ):
        return 1.0
    ours, theirs = one[1], other[1]
    best = max(_word_likeness(a, b, across) for a in _heard(ours) for b in _heard(theirs))
    if len(ours) > 1 and len(theirs) > 1:
        last = _word_likeness(ours[-1], theirs[-1], across)
        first = _word_likeness(ours[0], theirs[0], across)
        best = min(best, max(last, first if first >= _SAME_SCRIPT and last else 0.0))
    return best


def _signs(one: _Heard, other: _Heard) -> tuple[str, tuple[str, ...]] | None:
    """Return the signs of one name and the sounds of the other, if one is in Chinese signs.

    Not so where a list says what its Latin name sounds like.
    """
    for (text, heard), (_, theirs) in ((one, other), (other, one)):
        if _script(text) == "h" and heard == tuple(map(_whole, text.split(_DOT))):
            return text, theirs
    return None


def _best_fit(signs: str, heard: tuple[str, ...]) -> float:
    """Return how well Chinese signs fit the best of a name's words, or all of them."""
    parts = signs.split(_DOT)
    signed = (*parts, "".join(parts)) if len(parts) > 1 else parts
    return max(sum(fits(part, each)) / 2 for part in signed for each in _heard(heard))


@lru_cache(maxsize=200_000)
def _whole(text: str) -> str:
    return sounds(text)


def _heard(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the words of a name sound like, and all of them in one."""
    return (*words, "".join(words)) if len(words) > 1 else words


@lru_cache(maxsize=500_000)
def _word_likeness(one: str, other: str, across: bool) -> float:
    if not one or not other:
        return 0.0
    kinds_one, kinds_other = classes(one), classes(other)
    bones_one, bones_other = skeleton(kinds_one), skeleton(kinds_other)
    if not bones_one or not bones_other:
        return 1.0 if one == other else 0.0
    by_sound = alike(one, other)
    if min(len(one), len(other)) >= _PREFIX and (one.startswith(other) or other.startswith(one)):
        return max(by_sound, _SAME_SCRIPT)
    by_bones = alike(bones_one, bones_other)
    if not across:
        return by_sound if by_sound >= _SAME_SCRIPT else 0.0
    if min(len(bones_one), len(bones_other)) <= _SHORT:
        by_bones = by_bones * 0.6 + 0.4 * alike(kinds_one, kinds_other)
        return by_bones if bones_one == bones_other and by_bones >= _SAME_SCRIPT else 0.0
    fit = 0.7 * by_bones + 0.3 * by_sound
    return fit if by_bones >= _ACROSS and bones_one[0] == bones_other[0] else 0.0


def surely_differ(one: Name, other: Name) -> bool:
    """Tell whether two names sound so different that they are surely not one."""
    if _script(one.text) == _script(other.text):
        return name_likeness(one, other) == 0.0
    signs = _signs((one.text, one.sounds), (other.text, other.sounds))
    if signs is not None:
        return _best_fit(*signs) < _UNFITTING
    return all(_gap(a, b) > _SURELY_OTHER for a in _heard(one.sounds) for b in _heard(other.sounds))


@lru_cache(maxsize=500_000)
def _gap(one: str, other: str) -> float:
    bones = skeleton(classes(one)), skeleton(classes(other))
    return 1.0 - max(alike(one, other), alike(*bones))


def skeletons(name: Name) -> Iterator[str]:
    """Yield the skeletons of a name's words that tell something: script-independent keys."""
    for heard in name.sounds:
        bones = skeleton(classes(heard))
        if len(bones) >= _SHORT:
            yield bones


def _share_a_stem(one: str, other: str) -> bool:
    """Tell whether two names are alike but for an ending of a letter or two."""
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    if shorter[:-1] == longer[:-1] and len(shorter) > _SHORT and _script(one) == "c":
        return True  # Оше, Оші: case forms of Ош
    size = len(longer) - 2 if len(longer) > _PREFIX + 1 else len(longer) - 1
    return size >= _PREFIX - 1 and shorter[:size] == longer[:size] and len(shorter) >= size


def _script(text: str) -> str:
    """Return a letter for the script of a name, told by its first letter."""
    if text[:1] < "\u0250":
        return "l"
    return "h" if text[:1] > "\u2e7f" else "c"
