"""Give the names of organisations, units, outlets, channels and groups to their bearers."""

from collections.abc import Sequence

from furphy.model.identity import IdentityKind, MentionForm
from furphy.model.text import Span
from furphy.reading.identities.bearers import Bearer, Roster, last_named
from furphy.reading.identities.bodies import (
    BodyAgreement,
    BodyName,
    body_agreement,
    body_name,
    told,
)
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.persons import FOUNDER
from furphy.reading.identities.vocabulary import (
    body_nouns,
    countries,
    known_bodies,
    outlet_words,
)
from furphy.reading.tree import Tree

BRACKETED = "abbreviation-in-brackets"
AMBIGUOUS = "body-of-several"
_FORMS = {
    BodyAgreement.SAME: MentionForm.NAME,
    BodyAgreement.ORDER: MentionForm.SPELLING,
    BodyAgreement.KNOWN: MentionForm.SPELLING,
}
# What a text calls by its one own word: "Rybar" is the channel, "Lancaster" no university.
_KNOWN_BY_ONE_WORD = (IdentityKind.CHANNEL, IdentityKind.OUTLET, IdentityKind.UNIT)
_PLURAL = ("NNS", "NNPS")


def bodies(tree: Tree, text: str, namings: Sequence[Naming]) -> Roster:
    """Return the bodies that a text names, with their names joined."""
    own = [each for each in namings if _is_body(tree, text, each)]
    named = [(each, body_name(each.span.of(text))) for each in own]
    roster = Roster()
    # Longer names first: what is short is short for one of them.
    for naming, name in sorted(named, key=_order):
        found = _bearer(roster, naming, name)
        if found is None:
            if not naming.heading or told(name) is not None:
                roster.add(_new(naming, name), {*_keys(name), _place(naming.span)})
            continue
        bearer, rule = found
        how = next((each for each in BodyAgreement if each == rule), None)
        form = _FORMS.get(how, MentionForm.SHORT) if how else MentionForm.SHORT
        _join(bearer, naming, name, (form, rule))
        roster.learn(bearer, {*_keys(name), _place(naming.span)})
    return roster


def join_unsure(text: str, namings: Sequence[Naming], roster: Roster) -> None:
    """Join names taken for a person's, or for nothing, that repeat a body's: "Rybar"."""
    for naming in namings:
        name = body_name(naming.span.of(text))
        found = _bearer(roster, naming, name)
        if found is None:
            continue
        short = found[1] == BodyAgreement.SHORT and found[0].kind in _KNOWN_BY_ONE_WORD
        if found[1] == BodyAgreement.SAME or (short and not naming.heading):
            _join(found[0], naming, name, (MentionForm.SHORT, found[1]))


def _order(named: tuple[Naming, BodyName]) -> tuple[bool, bool, int, int]:
    naming, name = named
    size = len(name.core) + bool(name.owner)
    return naming.heading, bool(name.abbreviated), -size, naming.first


def _is_body(tree: Tree, text: str, naming: Naming) -> bool:
    words = naming.span.of(text).lower()
    if naming.sort is Sort.GROUP:
        one = words.removesuffix("s")
        plural = tree.tokens[naming.last - 1].tag in _PLURAL
        return words in known_bodies() or (plural and one not in countries())
    if naming.sort is not Sort.BODY or words in countries():
        return False
    # "the Ministry": which one, the text before it tells.
    return words in known_bodies() or words in outlet_words() or words not in body_nouns()


def _keys(name: BodyName) -> set[str]:
    """Return what another name of the same body shares at least one of."""
    known = known_bodies().get(name.text.lower())
    letters = {name.abbreviated, *name.initials} - {""}
    same = {f"={known[0]}"} if known else set()
    return {*name.core, *same, *(f"~{each}" for each in letters)}


def _place(span: Span) -> str:
    return f"@{span.start}"


def _bearer(roster: Roster, naming: Naming, name: BodyName) -> tuple[Bearer, str] | None:
    """Return whose name it is and by which rule."""
    if naming.stands_for is not None:
        for bearer in roster.sharing([_place(naming.stands_for)]):
            return bearer, BRACKETED
    fits: list[tuple[BodyAgreement, Bearer]] = []
    for bearer in roster.sharing(_keys(name)):
        hows = [how for each in bearer.spellings if (how := body_agreement(each, name))]
        if hows:
            fits.append((min(hows, key=[*BodyAgreement].index), bearer))
    if not fits:
        return None
    closest = min(([*BodyAgreement].index(how) for how, _ in fits))
    near = [pair for pair in fits if [*BodyAgreement].index(pair[0]) == closest]
    bearer = last_named([each for _, each in near], naming.span.start)
    how = near[0][0]
    exact = bool(bearer.body and bearer.body.owner == name.owner)
    known = len(near) == 1 or exact or how is BodyAgreement.PART
    return bearer, how.value if known else AMBIGUOUS


def _new(naming: Naming, name: BodyName) -> Bearer:
    told_by_name = told(name)
    is_group = naming.sort is Sort.GROUP and not name.abbreviated
    kind = IdentityKind.GROUP if is_group else IdentityKind.ORGANIZATION
    if told_by_name is not None:
        kind = told_by_name.kind
    elif naming.kind is not None:
        kind = naming.kind
    bearer = Bearer(kind, name.text, body=name)
    bearer.calls |= told_by_name.calls if told_by_name else set()
    bearer.spellings.append(name)
    bearer.take(naming, MentionForm.NAME, FOUNDER)
    return bearer


def _join(bearer: Bearer, naming: Naming, name: BodyName, how: tuple[MentionForm, str]) -> None:
    bearer.take(naming, *how)
    known = told(name)
    if known is not None:
        bearer.calls |= known.calls
    if name not in bearer.spellings and how[1] != AMBIGUOUS:
        bearer.spellings.append(name)
    if bearer.kind is IdentityKind.ORGANIZATION:
        bearer.kind = (known.kind if known else None) or naming.kind or bearer.kind
    if not naming.heading and bearer.body is not None and _fullness(name) > _fullness(bearer.body):
        bearer.body, bearer.name = name, name.text


def _fullness(name: BodyName) -> tuple[bool, int]:
    return not name.abbreviated, len(name.core) + len(name.owner)
