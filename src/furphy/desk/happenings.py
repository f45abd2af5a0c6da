"""What a claim tells that somebody did, as far as the day, the doer and the deed are known."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from furphy import lexicon
from furphy.export.dossier.material import Happening
from furphy.matching.deeds import NAMED
from furphy.matching.proposition import Proposition
from furphy.model.account import Variant
from furphy.model.assertion import AssertionKind
from furphy.model.factuality import Commitment
from furphy.model.place import Place
from furphy.model.reading import Reading

_FIRM = {None, Commitment.CERTAIN, Commitment.PROBABLE}
_ACTING = {"actor", "side"}


def happenings(
    told: Sequence[tuple[int, Variant, Proposition]], readings: Sequence[Reading]
) -> Iterator[Happening]:
    """Yield what assertions tell; each is given as its place, its variant and its proposition.

    Of an assertion with several days, doers or deeds it cannot be told which belong together; and
    of what is denied, possible or no report, it is not told that it happened.
    """
    for place, variant, each in told:
        days = {time.interval for time in each.times if time.interval is not None}
        deeds = {deed for deed in each.deeds if deed.action in _types()}
        if len(days) != 1 or len(deeds) != 1 or not _is_told(variant, each, readings):
            continue
        (deed,) = deeds
        text = readings[each.document].document.text
        actor = _words(deed.doer, each, text)
        if actor is not None:
            yield Happening(
                place,
                _types()[deed.action or ""],
                actor,
                days.pop(),
                _words(deed.undergoer, each, text),
                _where(variant, readings),
            )


def _is_told(variant: Variant, each: Proposition, readings: Sequence[Reading]) -> bool:
    if each.negative or variant.denies or each.commitment not in _FIRM:
        return False
    if variant.assertion is None:
        return True
    return readings[variant.document].assertions[variant.assertion].kind is AssertionKind.REPORT


def _words(key: str, each: Proposition, text: str) -> str | None:
    """Return the document's words for a party; None where it is no name, or it is several."""
    parts = set(key.split("+"))
    spans = {
        name.span
        for name in each.names
        if name.sure and parts & {f"{NAMED}{sound}" for sound in name.sounds}
    }
    spans |= {
        concept.span
        for concept in each.concepts
        if concept.kind in _ACTING and concept.name in parts
    }
    return spans.pop().of(text) if len(spans) == 1 else None


def _where(variant: Variant, readings: Sequence[Reading]) -> Place | None:
    """Return the only place that an assertion names, where it was resolved."""
    if variant.assertion is None:
        return None
    reading = readings[variant.document]
    named = reading.assertions[variant.assertion].toponyms
    found = [reading.toponyms[each].place for each in named]
    return found[0] if len(found) == 1 else None


@cache
def _types() -> Mapping[str, str]:
    rows = lexicon.rows("plover_events", "any")
    return {row["concept"]: row["type"] for row in rows}
