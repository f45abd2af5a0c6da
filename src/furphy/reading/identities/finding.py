"""Find the names of persons and bodies in a text, with what stands beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from furphy.model.text import Span
from furphy.reading.identities import pieces, surroundings
from furphy.reading.identities.abbreviations import extended
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.pieces import Piece
from furphy.reading.identities.units import with_units
from furphy.reading.identities.vocabulary import (
    body_nouns,
    genders,
    given_names,
    joining_words,
    known_bodies,
    particles,
    titles,
)
from furphy.reading.tree import Tree
from furphy.textkit.apostrophes import straight
from furphy.textkit.overlaps import Overlaps

_SORTS = {
    pieces.PERSON: Sort.PERSON,
    pieces.ORGANIZATION: Sort.BODY,
    pieces.PLACE: Sort.PLACE,
    pieces.GROUP: Sort.GROUP,
    "": Sort.UNKNOWN,
}
# An ending that the tokenizer left on its word.
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
_NOMINAL = ("NOUN", "PROPN", "X")
_NOMINAL_RELATIONS = ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
_HYPHENS = "-‐"
# A person's name has at most as many words; longer ones are bodies'.
_LONGEST_NAME = 3
# Code points between a shortened title and a name.
_BLANK_AND_STOP = 2
_BEFORE_NAMES = ("address", "rank", "office", "role")


def find_namings(tree: Tree, text: str, headings: Sequence[Span]) -> list[Naming]:
    """Return the names in a text in reading order, not overlapping."""
    capitals = Overlaps(headings)
    found: list[Naming] = []
    for run in pieces.runs(tree):
        heading = bool(capitals.meeting(tree.tokens[run[0].first].span))
        for piece, sure in _named(tree, run, heading):
            found.append(_naming(tree, piece, sure, heading))
    found = with_units(tree, extended(tree, found))
    found = _with_overlooked(tree, text, found)
    for naming in found:
        surroundings.look_around(tree, text, naming)
    return found


def _naming(tree: Tree, piece: Piece, sure: bool, heading: bool) -> Naming:
    start, end = tree.tokens[piece.first].start, tree.tokens[piece.last - 1].end
    written = tree.tokens[piece.last - 1].text
    end -= len(written) - len(_POSSESSIVE.sub("", written))
    sort = _SORTS[piece.kind]
    return Naming(Span(start, end), piece.first, piece.last, sort, heading, sure)


def _with_overlooked(tree: Tree, text: str, namings: list[Naming]) -> list[Naming]:
    """Add the surnames of persons named in full where they were taken for common nouns."""
    full = [naming.span.of(text).split() for naming in namings if naming.sort is Sort.PERSON]
    surnames = {straight(words[-1]) for words in full if len(words) > 1 and words[-1][0].isupper()}
    inside = {index for naming in namings for index in range(naming.first, naming.last)}
    missed = [
        Naming(token.span, token.index, token.index + 1, Sort.PERSON)
        for token in tree.tokens
        if straight(token.text) in surnames
        and token.index not in inside
        and (token.pos in _NOMINAL or token.relation in _NOMINAL_RELATIONS)
    ]
    return sorted([*namings, *missed], key=lambda naming: naming.first)


def word(tree: Tree, index: int) -> str:
    """Return a token's word in lower case, without the full stop that shortens it."""
    return tree.tokens[index].text.lower().rstrip(".")


def _named(tree: Tree, run: list[Piece], heading: bool) -> list[tuple[Piece, bool]]:
    """Return the names in a run, with whether their own words show of what sort they are."""
    first, last = run[0].first, run[-1].last
    first = _past_titles(tree, first, last)
    if word(tree, last - 1) in body_nouns() and last - first > 1 and not heading:
        body = Piece(first, last, pieces.ORGANIZATION)
        return [(_with_owner(tree, body), True)]
    found: list[tuple[Piece, bool]] = []
    place = run[0].first
    for number, piece in enumerate(run):
        if piece.last <= place:
            continue
        rest = replace(piece, first=max(piece.first, place))
        named, sure = _one(tree, rest, run[number + 1 :], heading)
        if named is not None:
            found.append((named, sure))
            place = max(piece.last, named.last)
    return _joined(tree, found)


def _past_titles(tree: Tree, first: int, last: int) -> int:
    """Return where a name begins behind the titles that lead it: "Deputy Defence Minister"."""
    place = behind = first
    while place < last - 1:
        title = titles().get(word(tree, place))
        if title is None and tree.tokens[place].text[0].isalnum():
            break
        place += 1
        if title is None or title.sort in _BEFORE_NAMES:
            behind = place
    return behind


def _one(
    tree: Tree, piece: Piece, following: Sequence[Piece], heading: bool
) -> tuple[Piece | None, bool]:
    """Return the name that a piece is, widened or narrowed, and whether its sort is sure."""
    if piece.kind in (pieces.PERSON, ""):
        return _personal(tree, piece, following, heading)
    if _is_portfolio(tree, piece):
        return None, False
    known = _text(tree, piece) in known_bodies()
    own = known or word(tree, piece.last - 1) in body_nouns()
    if not own and _is_person(tree, piece):
        return _personal(tree, replace(piece, kind=pieces.PERSON), following, heading)
    if piece.kind == pieces.ORGANIZATION or (known and piece.kind == pieces.PLACE):
        return _with_owner(tree, replace(piece, kind=pieces.ORGANIZATION)), own
    return piece, own


def _is_person(tree: Tree, piece: Piece) -> bool:
    """Tell whether what was tagged as something else is a person, by its title or given name."""
    if piece.kind == pieces.ORGANIZATION and _is_like_person(tree, piece):
        return True
    if _past_titles(tree, piece.first, piece.last) > piece.first:
        return True
    short = piece.last - piece.first <= _LONGEST_NAME
    return short and piece.kind != pieces.GROUP and _is_titled(tree, piece.first)


def _personal(
    tree: Tree, piece: Piece, following: Sequence[Piece], heading: bool
) -> tuple[Piece | None, bool]:
    first = _past_titles(tree, piece.first, piece.last)
    titled = first > piece.first or _is_titled(tree, first)
    bare = replace(piece, first=first)
    if _text(tree, bare) in known_bodies():
        return replace(bare, kind=pieces.ORGANIZATION), True
    if word(tree, first) in titles() and bare.last - first == 1:
        return None, False  # "President" alone: an office, no name
    one = bare.last - first == 1 and (word(tree, first) in given_names() or titled)
    if one and following and following[0].kind != pieces.GROUP and not heading:
        behind = following[0]
        if behind.last - behind.first == 1 and word(tree, behind.first) not in body_nouns():
            bare = replace(bare, last=behind.last)
    if following and word(tree, bare.last - 1) in particles():
        bare = replace(bare, last=following[0].last)
    several = bare.last - first > 1
    by_given = several and word(tree, first) in given_names() and not heading
    if any(word(tree, index) in body_nouns() for index in range(first, bare.last)) and not titled:
        return replace(bare, kind=bare.kind and pieces.ORGANIZATION), False
    if titled or by_given:
        return replace(bare, kind=pieces.PERSON), True
    return bare, False


def _is_portfolio(tree: Tree, piece: Piece) -> bool:
    """Tell whether a word is what an office is about: "Secretary of State"."""
    first = piece.first
    if first < _BLANK_AND_STOP or word(tree, first - 1) not in joining_words():
        return False
    title = titles().get(word(tree, first - 2))
    office = title is not None and title.sort == "office" and tree.tokens[first - 2].pos == "PROPN"
    whole = piece.last - first == 1 and not tree.tokens[first].text.isupper()
    return office and whole and _text(tree, piece) not in known_bodies()


def _is_titled(tree: Tree, first: int) -> bool:
    """Tell whether a title stands right before a name: "Gen. Syrskyi"."""
    before = first - 1
    if before > 0 and not tree.tokens[before].text[0].isalnum():
        before -= 1
    if before < 0 or tree.number_of(tree.tokens[before]) != tree.number_of(tree.tokens[first]):
        return False
    title = titles().get(word(tree, before))
    capital = tree.tokens[before].text[0].isupper()
    near = tree.tokens[first].start - tree.tokens[before].end <= _BLANK_AND_STOP
    return near and title is not None and title.sort in ("address", "rank", "office") and capital


def _is_like_person(tree: Tree, piece: Piece) -> bool:
    """Tell whether a body's name looks like a person's: a given name, then one or two words."""
    words = tree.tokens[piece.first : piece.last]
    known = word(tree, piece.first) in genders()
    plain = all(each.text[0].isupper() or each.text in _HYPHENS for each in words)
    nouns = any(each.text.lower() in body_nouns() for each in words)
    return (
        known
        and plain
        and not nouns
        and 1 < sum(each.text not in _HYPHENS for each in words) <= _LONGEST_NAME
    )


def _text(tree: Tree, piece: Piece) -> str:
    tokens = tree.tokens[piece.first : piece.last]
    return " ".join(token.text for token in tokens).lower().replace(" - ", "-")


def _with_owner(tree: Tree, body: Piece) -> Piece:
    """Widen a body's name: "Russia's [Defence Ministry]", "[the Ministry of Defence] of Russia"."""
    first, last = body.first, body.last
    if first > 1 and tree.tokens[first - 1].tag == "POS" and word(tree, last - 1) in body_nouns():
        owner = tree.tokens[first - 2]
        if owner.pos == "PROPN" and owner.relation == "poss":
            first -= 2
    while last + 1 < len(tree.tokens) and word(tree, last) in joining_words():
        after = last + 1 + (tree.tokens[last + 1].pos == "DET")
        end = after
        while end < len(tree.tokens) and tree.tokens[end].pos == "PROPN":
            end += 1
        if end == after or not _has_body_noun(tree, body):
            break
        last = end
    return replace(body, first=first, last=last)


def _has_body_noun(tree: Tree, body: Piece) -> bool:
    return any(word(tree, index) in body_nouns() for index in range(body.first, body.last))


def _joined(tree: Tree, found: list[tuple[Piece, bool]]) -> list[tuple[Piece, bool]]:
    """Join a given name or initial to the surname that the tagger parted from it."""
    whole: list[tuple[Piece, bool]] = []
    for piece, sure in found:
        if whole and whole[-1][0].last == piece.first and _leads(tree, whole[-1][0], piece):
            whole[-1] = (Piece(whole[-1][0].first, piece.last, pieces.PERSON), True)
        else:
            whole.append((piece, sure))
    return whole


def _leads(tree: Tree, left: Piece, right: Piece) -> bool:
    names = [word(tree, index) for index in range(left.first, left.last)]
    given = all(each in given_names() or len(each) == 1 for each in names)
    return given and right.kind in (pieces.PERSON, "") and right.last - right.first < _LONGEST_NAME
