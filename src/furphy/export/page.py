"""A reading as one HTML page that needs no network and no script.

Everything the document brought is escaped by the template engine. A Content-Security-Policy lets
the page load nothing at all and apply no style but its own, named by its hash, so that even a
mistake in escaping could run nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from furphy.export.maps.drawing import maps
from furphy.export.passages import Passage, passages, slug
from furphy.export.speakers import Speaker, speakers
from furphy.export.spots import Easel
from furphy.export.templates import source_of, styled, workshop
from furphy.export.things import lists, things
from furphy.export.verdicts import told
from furphy.export.wording import (
    DERIVATION,
    FIRMNESS,
    MOST_CHECKS,
    NAMELESS,
    title,
    words,
)
from furphy.model.assertion import AssertionKind
from furphy.model.check import Check
from furphy.model.reading import Reading
from furphy.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick: show only what has this class."""

    slug: str
    label: str
    number: int
    """How many passages it picks."""
    sign: str = ""
    speaker: Speaker | None = None


def render(reading: Reading, checks: Sequence[Check] = (), verdicts: Sequence[Verdict] = ()) -> str:
    """Return the page; equal readings, judged equally, give equal pages."""
    told = told_of(reading, checks, verdicts)
    shown: dict[int, Passage] = told["passages"]
    choices = _choices(told["known"], shown)
    style = styled("painting.css", "page.css") + "\n".join(_rules(choices))
    return (
        room()
        .get_template("page.html.jinja")
        .render(
            **told,
            choices=choices,
            style=Markup(style),  # noqa: S704  (made of our own words alone)
            style_source=source_of(style),
        )
    )


def told_of(
    reading: Reading, checks: Sequence[Check] = (), verdicts: Sequence[Verdict] = ()
) -> dict[str, Any]:
    """Return what the templates of a reading ask for; other pages may use them too."""
    known = speakers(reading)
    shown = passages(reading, known, checks)
    listed = lists(reading)
    easel = Easel(reading, known, shown, things(reading, listed))
    return {
        "document": reading.document,
        "made_by": reading.made_by,
        "title": title(reading.document),
        "parts": easel.parts(),
        "lists": listed,
        "anchors": easel.anchors,
        "maps": maps(reading, listed.places),
        "known": known,
        "speakers": list(dict.fromkeys(known.values())),
        "passages": shown,
        "checks": checks,
        "verdicts": verdicts,
        "quotes": [words(reading, each.spans) for each in reading.assertions] if verdicts else [],
        "notes": dict.fromkeys((*reading.document.notes, *reading.notes)),
    }


def _choices(
    known: Mapping[int | str, Speaker], shown: Mapping[int, Passage]
) -> dict[str, list[Choice]]:
    """Return the boxes to tick by their group; a group of one choice would choose nothing."""
    marked = Counter(mark for each in shown.values() for mark in each.marks.split())
    groups = {
        "speaker": [
            Choice(each.slug, each.voice.name, marked[each.slug], each.letter, each)
            for each in dict.fromkeys(known.values())
        ],
        "firmness": [
            Choice(slug(each), each.words, marked[slug(each)], each.sign)
            for each in FIRMNESS.values()
        ],
        "kind": [Choice(f"kind-{each}", each, marked[f"kind-{each}"]) for each in AssertionKind],
    }
    found = {name: [each for each in group if each.number] for name, group in groups.items()}
    found = {name: group for name, group in found.items() if len(group) > 1}
    if 0 < marked["nameless"] < len(shown):
        found["name"] = [Choice("nameless", "no name behind it", marked["nameless"])]
    return found


def _rules(choices: Mapping[str, Sequence[Choice]]) -> list[str]:
    """Return the style rules that let ticked boxes pick passages.

    Each group multiplies what is lit by 0 or 1, so that groups narrow each other down.
    """
    rules = list[str]()
    for group, members in choices.items():
        rules.append(f"body:has(.pick-{group}:checked) .lit{{--{group}:0}}")
        rules += [
            f"body:has(#pick-{each.slug}:checked) .lit.{each.slug}{{--{group}:1}}"
            for each in members
        ]
    return rules


@cache
def room() -> Environment:
    """Return where the templates of a reading are made."""
    made = workshop()
    made.filters |= {"told": told}
    made.globals |= {"DERIVATION": DERIVATION, "NAMELESS": NAMELESS, "MOST_CHECKS": MOST_CHECKS}
    return made
