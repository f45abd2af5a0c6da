"""The title as readers see it, without what search engines and browser tabs are told."""

import re

from lxml.html import HtmlElement

_PARTED = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*\|\s*")
_ENOUGH_SHARED = 1 / 3
"""Share of words that a heading and a title have in common when both are the headline."""
_LONGEST = 300


def headline(tree: HtmlElement, title: str | None, names: list[str | None]) -> str | None:
    """Return a page's headline: the chief heading that agrees with its title, else the title.

    ``names`` are what the site calls itself; they are cut off the title's ends.
    """
    headings = [" ".join(each.text_content().split()) for each in tree.iter("h1")]
    known = {_run(name) for name in names if name} - {""}
    headings = [
        each
        for each in headings
        if _words(each) and len(each) <= _LONGEST and _run(each) not in known
    ]
    if title is None:
        return headings[0] if headings else None
    best = max(headings, key=lambda each: _shared(each, title), default=None)
    if best is not None and _shared(best, title) >= _ENOUGH_SHARED:
        return best
    return _without_names(title, known)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _shared(heading: str, title: str) -> float:
    """Jaccard's coefficient of the words; 1 where the title holds the whole heading."""
    ours, theirs = _words(heading), _words(title)
    if len(ours) > 1 and ours <= theirs:
        return 1 + len(ours) / 1000
    return len(ours & theirs) / len(ours | theirs)


def _without_names(title: str, known: set[str]) -> str:
    first = _PARTED.search(title)
    if first and _is_name(title[: first.start()], known):
        title = title[first.end() :]
    for mark in reversed(list(_PARTED.finditer(title))):
        if "|" in mark[0] or _is_name(title[mark.end() :], known):
            title = title[: mark.start()]
    return title.strip()


def _is_name(part: str, known: set[str]) -> bool:
    """Tell the site's name, also where the page adds to it or leaves some of it out."""
    run = _run(part)
    return bool(run) and any(
        run in name or (name in run and len(run) <= 2 * len(name)) for name in known
    )


def _run(name: str) -> str:
    return "".join(re.findall(r"\w+", name.casefold())).removeprefix("the")
