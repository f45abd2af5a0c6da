"""Search, with what narrows it down in the address, so that a link shows the same again."""

from dataclasses import replace

from starlette.responses import RedirectResponse, Response

from furphy.desk.faceting import SHOWN
from furphy.desk.searching import AssertionHit, Found, Wish
from furphy.errors import InputError
from furphy.model.assertion import AssertionKind
from furphy.model.factuality import Commitment
from furphy.web import saving, traced
from furphy.web.asking import Ask, Refusal
from furphy.web.caching import census, counts, understood
from furphy.web.caching import found as found_of
from furphy.web.facets import View, view
from furphy.web.narrowing import chips, pairs_of
from furphy.web.rendering import page

_MANY = 30
_LONGEST = 1_000
_DEEPEST = 1_000_000


def search(ask: Ask) -> Response:
    """Show what is found."""
    told: list[str] = []
    trouble, found, counted = "", list[Found](), None
    wish, after = _wish(ask), min(ask.number("after") or 0, _DEEPEST)
    pairs = pairs_of(ask.request.query_params.multi_items())
    asked = _is_asked(wish)
    try:
        sought = understood(ask.desk, wish, told.append)
        if asked:
            # Without a limit hundreds would be looked up for the few that are shown.
            limited = replace(sought, limit=after + _MANY + 1)
            found = [*found_of(ask.desk, limited, wish.over, after)]
        if "assertions" in wish.over:
            counted = view(counts(ask.desk, sought, SHOWN), pairs)
    except InputError as error:
        trouble = f"{error}."
    return page(
        ask,
        "search",
        wish=wish,
        asked=asked,
        found=found[:_MANY],
        after=after,
        next=after + _MANY if len(found) > _MANY else None,
        told=told,
        trouble=trouble,
        pairs=pairs,
        chips=[*chips(pairs, _place_names(counted))],
        facets=counted,
        claims=_claims(ask, found[:_MANY]),
        kinds=[*AssertionKind],
        values=[*Commitment],
        languages=census(ask.desk).languages,
        saved=saving.searches(ask.desk.state, ask.person.key),
        standing=ask.desk.foreman.standing(),
    )


def _place_names(counted: View | None) -> dict[str, str]:
    if counted is None or counted.map is None:
        return {}
    return {each.place.key: each.place.name for each in counted.map.circles}


def save(ask: Ask) -> Response:
    """Keep a search under a name, or take one away."""
    number = ask.given("remove")
    if number:
        if not number.isdecimal():
            raise Refusal(422, "Which search is to be removed?")
        saving.remove(ask.desk.state, ask.person.key, int(number))
        return RedirectResponse("/search?done=removed", 303)
    name, query = ask.given("name"), ask.given("query")
    if not name or len(name) > 100 or len(query) > 4 * _LONGEST:  # noqa: PLR2004 - a name
        raise Refusal(422, "A saved search has a name of 1 to 100 characters.")
    saving.save(ask.desk.state, ask.person.key, name, query)
    return RedirectResponse(f"/search?{query}&done=saved" if query else "/search?done=saved", 303)


def _wish(ask: Ask) -> Wish:
    over = [each for each in ask.queries("over") if each in {"assertions", "documents"}]
    return Wish(
        words=ask.query("q")[:_LONGEST],
        over=tuple(over) or ("assertions", "documents"),
        sources=tuple(ask.queries("source")),
        holders=tuple(ask.queries("holder")),
        outlets=tuple(ask.queries("outlet")),
        aliases=True,
        firmness=tuple(ask.queries("value")),
        kinds=tuple(ask.queries("kind")),
        languages=tuple(ask.queries("language")),
        place=ask.query("place") or None,
        at=tuple(ask.queries("at")),
        near=_point(ask),
        within=_kilometres(ask),
        time=(ask.query("from") or None, ask.query("until") or None),
        published=(ask.query("published_from") or None, ask.query("published_until") or None),
    )


def _is_asked(wish: Wish) -> bool:
    who = (wish.sources, wish.holders, wish.outlets)
    some = (*who, wish.firmness, wish.kinds, wish.languages, wish.at)
    return bool(
        wish.words or any(some) or wish.place or wish.near or any(wish.time) or any(wish.published)
    )


def _point(ask: Ask) -> tuple[float, float] | None:
    lat, lon = ask.query("lat"), ask.query("lon")
    if not (lat and lon):
        return None
    return _number(lat, "lat", 90), _number(lon, "lon", 180)


def _kilometres(ask: Ask) -> float | None:
    written = ask.query("within")
    if not written or not (ask.query("place") or ask.query("lat")):
        return None
    return abs(_number(written, "within", 20_100))


def _number(written: str, name: str, most: float) -> float:
    try:
        number = float(written)
    except ValueError as error:
        raise Refusal(422, f"{name} is a number.") from error
    if not abs(number) <= most:
        raise Refusal(422, f"{name} is a number from -{most:g} to {most:g}.")
    return number


def _claims(ask: Ask, found: list[Found]) -> dict[str, str]:
    """Return the claims that the assertions found belong to, by their ids."""
    ids = [each.hit.id for each in found if isinstance(each.hit, AssertionHit)]
    return traced.claims_with(ask.desk.state, ids)
