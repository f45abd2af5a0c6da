"""What a page says of itself: title, author, outlet, address, language, publication time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from furphy.ingest.dates import interval
from furphy.ingest.headline import headline
from furphy.model.document import Basis, Published

_DATE_PROPERTIES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "publish-date",
    "publication_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "cxenseparse:recs:publishtime",
    "date",
    "dc.date",
    "citation_publication_date",
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own words for itself; None where it has none."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    description: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    """As the markup states it."""
    guess: Published | None = None
    """A day that may be that of publication, from wherever on the page."""
    links: dict[str, str] = field(default_factory=dict)
    """The words of its links to other sites, and where they lead."""
    link_words: frozenset[str] = frozenset()
    """The words of all its links."""


def metadata_of(tree: HtmlElement, url: str | None) -> Metadata:
    """Read a page's metadata; ``url`` is where it was captured."""
    found = extract_metadata(tree, default_url=url)
    return Metadata(
        title=_line(headline(tree, found.title, [found.sitename, found.hostname])),
        author=_line(found.author),
        outlet=_line(found.sitename),
        description=_line(found.description),
        url=found.url,
        language=(tree.get("lang") or "").split("-")[0].lower() or None,
        published=_published(tree),
        guess=interval(found.date, Basis.TEXT) if found.date else None,
        links=_links(tree),
        link_words=frozenset(" ".join(link.text_content().split()) for link in tree.iter("a")),
    )


def _line(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None


def _links(tree: HtmlElement) -> dict[str, str]:
    return {
        " ".join(link.text_content().split()): link.get("href", "")
        for link in tree.iter("a")
        if link.get("href", "").startswith(("http://", "https://"))
    }


def _published(tree: HtmlElement) -> Published | None:
    """Return the time the markup states, the first that is more than a year."""
    for written in _stated(tree):
        if (found := interval(written, Basis.METADATA)) and "-" in found.start:
            return found
    return None


def _stated(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _in_linked_data(script.text_content())
    properties: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        properties.setdefault(name.lower(), meta.get("content") or "")
    yield from (properties[name] for name in _DATE_PROPERTIES if properties.get(name))
    for element in tree.xpath("//time[@datetime][@pubdate or @itemprop='datePublished']"):
        yield element.get("datetime")


def _in_linked_data(script: str) -> Iterator[str]:
    try:
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    waiting: list[Any] = [data]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            written = node.get("datePublished")
            if isinstance(written, str):
                yield written
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]
