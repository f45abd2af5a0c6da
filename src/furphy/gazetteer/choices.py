"""The names of a text as choices among places: which mentions go together, what each may mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, log10

from furphy.gazetteer.countries import is_capital
from furphy.gazetteer.folding import fold
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.surroundings import Key, keys
from furphy.model.place import (
    DIVISIONS,
    SETTLEMENTS,
    Candidate,
    Constraint,
    Place,
    PlaceKind,
    PlaceName,
)

_MOST, _MOST_TIED = 30, 300
"""How many places a name is taken to stand for: without and with words that say where it is."""
_LANDS = DIVISIONS | {PlaceKind.AREA}
_NAMED_AFTER = DIVISIONS - {PlaceKind.COUNTRY}
_SEAT_SHARE = 60
"""A division has at most so many times the people of the town it is named after."""
_USUAL = 0.9
"""A form less usual for a capital has not its standing: "Mexico" is not Mexico City."""
_PART = 5.0
"""How much more, in natural logs, the name of a country means it than a division of that name."""
_MORE = 0.25
"""The more places bear a name, the likelier there is one that no list knows: for each e-fold."""
_PERHAPS = 0.8
"""How much of the weight of a fitting kind goes to a place of which nothing is known."""
_HAMLET = 1.7
"""Logarithm to base 10 of the people of a place too small for a gazetteer."""
_LIKE = 15
"""How many places are asked for that only sound alike."""
_LEAST_LIKE = 0.72
_FORMS = 4
"""Of so many names that sound alike, all bearers are looked at."""
_FEWEST_LETTERS = 4
"""Shorter names, and abbreviations, are like too many others."""

# What a place counts whose source tells no population: about the median of its kind.
_ASSUMED = {
    PlaceKind.CONTINENT: 1e9,
    PlaceKind.COUNTRY: 5e6,
    PlaceKind.REGION: 5e5,
    PlaceKind.DISTRICT: 2e4,
    PlaceKind.CITY: 1e3,
    PlaceKind.VILLAGE: 200,
    PlaceKind.QUARTER: 200,
    PlaceKind.RIVER: 2e3,
    PlaceKind.LAKE: 500,
    PlaceKind.SEA: 1e7,
    PlaceKind.MOUNTAIN: 300,
    PlaceKind.ISLAND: 2e3,
    PlaceKind.AREA: 2e5,
    PlaceKind.SITE: 100,
}


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for a place before any other name is looked at, in natural logs."""

    population: float
    """For each tenfold of people."""
    form: float
    """For each e-fold of how usual the form of the name is for the place."""
    spelling: float
    """The same, of how well a name fits that is only spelled like it."""
    kind: float
    """For being what the words around the name say."""
    seat: float
    """For being the town a division is named after, not the division."""
    capital: float
    """For being the capital of a country."""
    doubt: float
    """For not being known, of a name that no place bears but some are spelled like."""
    scale: Mapping[PlaceKind, float]
    """For being of a kind."""


@dataclass(frozen=True, slots=True)
class Option:
    """One place a name may stand for."""

    candidate: Candidate
    prior: float
    """What speaks for it by itself, in natural logs."""
    where: tuple[Key, ...]
    """The divisions and the cell of the land it lies in."""
    alike: bool = False
    """Whether the name is only spelled like the place's."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A name of a text, its mentions taken together, and what it may stand for."""

    name: str
    mentions: tuple[int, ...]
    """Indexes of the place names that are one and the same (Gale, Church & Yarowsky 1992)."""
    kinds: frozenset[PlaceKind]
    options: tuple[Option, ...]
    """Best prior first."""
    unknown: float
    """What speaks for a place that no gazetteer knows, in natural logs."""
    widened: bool = False
    """Whether places whose names are only spelled like it are among the options."""


def gather(
    names: Sequence[PlaceName],
    constraints: Sequence[Constraint],
    apart: frozenset[int] = frozenset(),
) -> list[tuple[int, ...]]:
    """Group the mentions of a text that stand for one place: those of one name.

    Kept apart are names said to be of different kinds, a name and what it lies in, and the
    mentions in ``apart``.
    """
    outer = {
        each
        for constraint in constraints
        if constraint.subject is not None
        for each in constraint.objects
        if fold(names[each].name) == fold(names[constraint.subject].name)
    }
    groups: dict[tuple[str, str, int], list[int]] = {}
    for index, name in enumerate(names):
        sort = "outer" if index in outer else _sort(name.kinds)
        alone = index if index in apart else -1
        groups.setdefault((fold(name.name), sort, alone), []).append(index)
    return [tuple(each) for each in groups.values()]


def _sort(kinds: frozenset[PlaceKind]) -> str:
    """Return which of the things that share one name these kinds are."""
    if kinds and kinds <= DIVISIONS:
        return "division"
    return "settlement" if not kinds or kinds & SETTLEMENTS else "nature"


def look_up(
    names: Sequence[PlaceName],
    mentions: tuple[int, ...],
    gazetteer: Gazetteer,
    weights: Weights,
    *,
    tied: bool,
) -> Choice:
    """Look a name up; where no place bears it, what is spelled like it."""
    name = names[mentions[0]].name
    kinds = frozenset[PlaceKind]().union(*(names[each].kinds for each in mentions))
    found = gazetteer.named(name)
    options = [option(each, kinds, weights) for each in found]
    widened = not options
    if widened:
        options = alike(name, kinds, gazetteer, weights)
    options = sorted(_seats_first(options, kinds, weights), key=lambda each: -each.prior)
    most = _MOST_TIED if tied else _MOST
    unknown = weights.population * _HAMLET + (_PERHAPS * weights.kind if kinds else 0.0)
    unknown += weights.doubt if widened else _MORE * log(1 + len(found))
    return Choice(name, mentions, kinds, tuple(options[:most]), unknown, widened)


def _seats_first(
    options: Sequence[Option], kinds: frozenset[PlaceKind], weights: Weights
) -> Iterator[Option]:
    """Rate a division below what it is named after, a town or its country: "Aleppo" is the town."""
    for each in options:
        if each.candidate.place.kind not in _NAMED_AFTER or kinds & DIVISIONS:
            yield each
            continue
        towns = [other.prior for other in options if _namesake(other, each)]
        most = max(towns) - weights.seat if towns else each.prior
        lands = [other.prior for other in options if _whole(other, each)]
        if lands:
            most = min(most, max(lands) - _PART)
        yield replace(each, prior=min(each.prior, most))


def _whole(land: Option, division: Option) -> bool:
    """Tell whether a division bears the name of the country it lies in."""
    country = land.candidate.place
    return country.kind is PlaceKind.COUNTRY and division.candidate.place.lies_in(country)


def _namesake(town: Option, division: Option) -> bool:
    """Tell whether a division is named after a town: a great one that is called so as usually."""
    inside, around = town.candidate.place, division.candidate.place
    return (
        inside.kind in SETTLEMENTS
        and inside.lies_in(around)
        and (inside.population or 0) * _SEAT_SHARE >= (around.population or 0)
        and town.candidate.score >= division.candidate.score
    )


def widened(choice: Choice, gazetteer: Gazetteer, weights: Weights) -> Choice:
    """Return a choice that takes in what is only spelled like its name."""
    known = {option.candidate.place for option in choice.options}
    more = alike(choice.name, choice.kinds, gazetteer, weights)
    fresh = (each for each in more if each.candidate.place not in known)
    options = sorted((*choice.options, *fresh), key=lambda each: -each.prior)
    return replace(choice, options=tuple(options), widened=True)


def alike(
    name: str, kinds: frozenset[PlaceKind], gazetteer: Gazetteer, weights: Weights
) -> list[Option]:
    """Return the places whose names are spelled like a name, with all their namesakes.

    Of many villages of one name a list of the best spellings holds the largest only, and the text
    may mean another.
    """
    letters = sum(map(str.isalpha, name))
    if letters < _FEWEST_LETTERS or name.isupper():
        return []
    best: dict[str, float] = {}
    found: dict[Place, Candidate] = {}
    for each in gazetteer.spelled(name, limit=_LIKE):
        if each.score >= _LEAST_LIKE:
            found.setdefault(each.place, each)
            best.setdefault(each.place.name, each.score)
    for form in list(best)[:_FORMS]:
        for each in gazetteer.named(form):
            if each.place.name == form:
                found.setdefault(each.place, replace(each, score=best[form]))
    return [option(each, kinds, weights, alike=True) for each in found.values()]


def option(
    candidate: Candidate, kinds: frozenset[PlaceKind], weights: Weights, *, alike: bool = False
) -> Option:
    """Weigh a candidate by itself."""
    place = candidate.place
    people = place.population or _ASSUMED[place.kind]
    form = weights.spelling if alike else weights.form
    prior = (
        weights.population * log10(people + 10)
        + form * log(max(candidate.score, 0.01))
        + weights.scale.get(place.kind, 0.0)
        + (weights.capital if candidate.score >= _USUAL and is_capital(place) else 0.0)
    )
    if kinds:
        prior += weights.kind * _of_kind(place.kind, kinds)
    return Option(candidate, prior, keys(place), alike)


def _of_kind(kind: PlaceKind, kinds: frozenset[PlaceKind]) -> float:
    """Tell how well a place is of the kinds the words say; what is a village to whom is loose."""
    if kind in kinds:
        return 1.0
    if kind in SETTLEMENTS and kinds & SETTLEMENTS:
        return 0.8
    if kind in _LANDS and kinds & _LANDS:
        return 0.5
    return 0.0
