"""Give the names of persons to their bearers."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.identity import IdentityKind, MentionForm
from furphy.reading.identities.bearers import Bearer, Roster, last_named
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.vocabulary import (
    ends_of_places,
    genders,
    given_names,
    titles,
)
from furphy.reading.tree import Tree
from furphy.textkit.personal_names import (
    Agreement,
    PersonalName,
    agreement,
    key_of,
    personal_name,
)

FOUNDER = "name"
"""The rule of a name that no other has been joined to yet."""
MAIN = "surname-of-main-bearer"
"""Of several with a surname, the one the text names most: the others are named in full."""
AMBIGUOUS = "surname-of-several"

_FORMS = {Agreement.SAME: MentionForm.NAME, Agreement.ORDER: MentionForm.NAME}
_SPELLINGS = (Agreement.SPELLING, Agreement.NEAR)
_RANKING = [*Agreement]


@dataclass(frozen=True, slots=True)
class _Named:
    naming: Naming
    name: PersonalName
    text: str


def in_full(tree: Tree, text: str, namings: Sequence[Naming]) -> Roster:
    """Return the persons whom the text names by more than one word, with those names joined."""
    roster = Roster()
    several = [each for each in _named(tree, text, namings) if len(each.name.words) > 1]
    for each in sorted(several, key=lambda named: (named.naming.heading, named.naming.first)):
        found = _best(roster.sharing(_keys(each.name)), each)
        if found is None:
            if each.naming.heading and each.name.given not in given_names():
                continue
            found = _new(each)
            roster.add(found, _keys(each.name))
            found.take(each.naming, MentionForm.NAME, FOUNDER)
        else:
            _join(found, each, agreement_of(found, each.name))
            roster.learn(found, _keys(each.name))
    return roster


def by_one_word(tree: Tree, text: str, namings: Sequence[Naming], known: Roster) -> None:
    """Join the names of one word to the persons they are short for; add those of no one else."""
    taken = {join.span for bearer in known.bearers for join in bearer.joins}
    single = [each for each in _named(tree, text, namings) if len(each.name.words) == 1]
    for each in sorted(single, key=lambda named: (named.naming.heading, named.naming.first)):
        if each.naming.span in taken:
            continue
        candidates = _candidates(known.sharing(_keys(each.name)), each)
        if candidates:
            _join_short(candidates, each)
        elif each.naming.sort is Sort.PERSON and not each.naming.heading:
            new = _new(each)
            new.take(each.naming, MentionForm.NAME, FOUNDER)
            known.add(new, _keys(each.name))


def _keys(name: PersonalName) -> set[str]:
    """Return what another name of the same person shares at least one of."""
    given = [each for each in (name.given, name.nickname) if each]
    roots = {f"={root}" for each in given for root in given_names().get(each, ())}
    return {*map(key_of, (*name.words, *given)), *roots}


def agreement_of(bearer: Bearer, name: PersonalName) -> Agreement | None:
    """Tell how a name agrees with a bearer's fullest one; None where it is another's."""
    return agreement(bearer.personal, name, given_names()) if bearer.personal else None


def _named(tree: Tree, text: str, namings: Sequence[Naming]) -> Iterator[_Named]:
    common = {token.text for token in tree.tokens if token.tag in ("NN", "NNS")}
    for number, naming in enumerate(namings):
        if naming.sort not in (Sort.PERSON, Sort.UNKNOWN) or _is_title(tree, naming):
            continue
        if (not naming.sure or len(naming.span.of(text).split()) > 1) and _is_common(
            tree, naming, common
        ):
            continue
        words = naming.span.of(text)
        name = personal_name(words, _generations())
        if any(map(str.isdigit, words)):
            continue  # "H5N1"
        if name is None or (naming.sort is Sort.UNKNOWN and len(name.words) > 1):
            continue
        surname = _shared_surname(tree, text, naming, namings[number + 1 : number + 2])
        if surname and len(name.words) == 1 and name.words[0] in given_names():
            name = PersonalName((*name.words, surname))
        yield _Named(naming, name, " ".join(words.split()))


def _is_title(tree: Tree, naming: Naming) -> bool:
    words = tree.tokens[naming.first : naming.last]
    return all(word.text.lower().rstrip(".") in titles() for word in words)


def _is_common(tree: Tree, naming: Naming, common: Set[str]) -> bool:
    """Tell whether a name is a street's, a plural, or a word the text writes small as well."""
    words = tree.tokens[naming.first : naming.last]
    if len(words) == 1:
        return words[0].text.lower() in common
    if words[-1].text.lower() in ends_of_places():
        return True
    return words[-1].tag == "NNPS" and words[0].text.lower() not in given_names()


def _shared_surname(tree: Tree, text: str, naming: Naming, following: Sequence[Naming]) -> str:
    """Return the surname that a given name shares with the next: "Bill and Hillary Clinton"."""
    if naming.last >= len(tree.tokens) or tree.tokens[naming.last].pos != "CCONJ":
        return ""
    for other in following:
        name = personal_name(other.span.of(text), _generations())
        if other.first == naming.last + 1 and other.sort is Sort.PERSON and name and name.given:
            return name.surname
    return ""


@cache
def _generations() -> frozenset[str]:
    return lexicon.words("generations", lexicon.ENGLISH)


def _new(named: _Named) -> Bearer:
    bearer = Bearer(IdentityKind.PERSON, named.text, personal=named.name)
    bearer.gender = named.naming.gender or _gender(named.name)
    return bearer


def _gender(name: PersonalName) -> str:
    if len(name.words) == 1:
        return ""
    own = genders().get(name.given) or genders().get(name.nickname, "")
    if len(name.given) == 1 and len(name.words) > 2:  # noqa: PLR2004 - "J. Edgar Hoover"
        own = own or genders().get(name.words[1], "")
    return own


def _best(bearers: Iterable[Bearer], each: _Named) -> Bearer | None:
    """Return the person a full name names; the closest agreement, then the last named."""
    fits = [(agreement_of(bearer, each.name), bearer) for bearer in bearers]
    agreeing = [(how, bearer) for how, bearer in fits if how and _same_gender(bearer, each)]
    if not agreeing:
        return None
    closest = min(_RANKING.index(how) for how, _ in agreeing)
    near = [bearer for how, bearer in agreeing if _RANKING.index(how) == closest]
    return last_named(near, each.naming.span.start)


def _same_gender(bearer: Bearer, each: _Named) -> bool:
    theirs = each.naming.gender or _gender(each.name)
    return not bearer.gender or not theirs or bearer.gender == theirs


def _candidates(known: Iterable[Bearer], each: _Named) -> list[tuple[Agreement, Bearer]]:
    """Return the persons a single word can name, by the surest way to do so alone."""
    fits = [
        (how, bearer)
        for bearer in known
        if (how := agreement_of(bearer, each.name)) and _same_gender(bearer, each)
    ]
    if any(how in (Agreement.SURNAME, Agreement.SAME, Agreement.SPELLING) for how, _ in fits):
        fits = [pair for pair in fits if pair[0] not in (Agreement.GIVEN, Agreement.PART)]
    if each.naming.sort is not Sort.PERSON:
        fits = [pair for pair in fits if pair[0] is not Agreement.GIVEN]
    return fits


def _join_short(candidates: list[tuple[Agreement, Bearer]], each: _Named) -> None:
    if len(candidates) > 1 and each.naming.gender:
        told = [pair for pair in candidates if pair[1].gender == each.naming.gender]
        candidates = told or candidates
    if len(candidates) == 1:
        how, bearer = candidates[0]
        _join(bearer, each, how)
        return
    named = sorted((len(bearer.joins) for _, bearer in candidates), reverse=True)
    main = [bearer for _, bearer in candidates if len(bearer.joins) == named[0] > named[1]]
    bearer = last_named(main or [each for _, each in candidates], each.naming.span.start)
    bearer.take(each.naming, MentionForm.SHORT, MAIN if main else AMBIGUOUS)


def _join(bearer: Bearer, each: _Named, how: Agreement | None) -> None:
    if how is None or bearer.personal is None:
        return
    form = MentionForm.SPELLING if how in _SPELLINGS else _FORMS.get(how, MentionForm.SHORT)
    bearer.take(each.naming, form, how.value)
    bearer.gender = bearer.gender or _gender(each.name)
    fuller = _fullness(each.name, each.text)
    if not each.naming.heading and fuller > _fullness(bearer.personal, bearer.name):
        bearer.personal, bearer.name = each.name, each.text


def _fullness(name: PersonalName, text: str) -> tuple[bool, int, int]:
    """Rank names: what begins with a given name, then what has more words, fewer of them initials.

    "Crooked Hillary Clinton" and the end of "Miss Universe Alicia Machado" are no fuller names.
    """
    spelt = sum(len(word) > 1 for word in name.words)
    initials = len(name.words) - spelt
    return name.given in given_names(), min(len(text.split()), spelt), -initials
