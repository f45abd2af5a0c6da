"""A web page to a document: main text by trafilatura, and what trafilatura drops.

See Barbaresi 2021, Trafilatura (https://aclanthology.org/2021.acl-demo.15). The page's own words
for itself (title, author, date, outlet) are read by :mod:`furphy.ingest.metadata`.
"""

import logging
from dataclasses import replace

import trafilatura
from lxml.etree import ParserError
from lxml.html import HtmlElement, document_fromstring
from trafilatura.settings import Document as TrafilaturaDocument

from furphy.errors import TooLarge, UnreadableDocument
from furphy.ingest.blocks import composed
from furphy.ingest.body import Part, parts
from furphy.ingest.capture import Capture
from furphy.ingest.characters import cleaned, oddities
from furphy.ingest.encoding import declared_in, decoded
from furphy.ingest.flat import flat
from furphy.ingest.furniture import set_apart, titled
from furphy.ingest.language import language_of
from furphy.ingest.layout import shown
from furphy.ingest.limits import Limits
from furphy.ingest.metadata import Metadata, metadata_of
from furphy.ingest.pagekind import is_better_whole
from furphy.ingest.provenance import derived_from
from furphy.ingest.publication import Stated, publication
from furphy.ingest.recovery import recovered
from furphy.ingest.segments import labelled
from furphy.model.document import Document, Note

# What trafilatura says of a page it cannot read, we say ourselves.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_html(capture: Capture, limits: Limits) -> Document:
    """Read a web page.

    Raises :class:`TooLarge` for a page beyond ``limits.page`` and :class:`UnreadableDocument`
    where nothing on it reads as text.
    """
    if len(capture.data) > limits.page:
        raise TooLarge(f"a web page of more than {limits.page} bytes")
    source = decoded(capture.data, [capture.charset, declared_in(capture.data)])
    markup, notes = cleaned(source.text)
    tree = _tree(markup)
    known = metadata_of(tree, capture.url)
    found, lacks = _found(tree, markup, known, capture.url or known.url)
    text, blocks = composed(titled(found, known.title))
    segments = labelled(text, blocks)
    url = capture.url or known.url
    stated = Stated(capture.published, known.published, known.guess)
    published, dating = publication(text, segments, url, stated)
    return Document(
        id=capture.id,
        key=capture.key,
        text=text,
        segments=segments,
        language=language_of(text) or known.language,
        url=url,
        title=known.title,
        outlet=known.outlet,
        author=known.author,
        published=published,
        derived_from=derived_from(text, segments, known.links),
        notes=(
            *source.notes,
            *(replace(note, span=None) for note in notes),
            *lacks,
            *dating,
            *oddities(text),
        ),
    )


def _tree(markup: str) -> HtmlElement:
    """Parse a page; what is too small or too broken for trafilatura may still hold text.

    A drawing that calls itself a page is put into one, as browsers do.
    """
    tree = trafilatura.load_html(markup)
    if tree is None or tree.tag == "svg":
        try:
            tree = document_fromstring(markup)
        except (ParserError, ValueError) as error:
            raise UnreadableDocument("no markup that can be read") from error
    return tree


def _found(
    tree: HtmlElement, markup: str, known: Metadata, url: str | None
) -> tuple[list[Part], tuple[Note, ...]]:
    """Return the page's parts, and a note where less than the page's text could be had."""
    try:
        found = _parts_of(tree, url, known)
    except RecursionError:
        found = []
    if found:
        return found, ()
    bare = flat(markup)
    if sum(len(words) for words, _ in bare) > len(known.description or ""):
        return bare, (Note("broken-markup", "no structure could be read, only words"),)
    if known.description:
        told = Note("description-only", "the page shows no text without its scripts")
        return [(known.description, None)], (told,)
    raise UnreadableDocument("no text on the page; it may be drawn by a script")


def _parts_of(tree: HtmlElement, url: str | None, known: Metadata) -> list[Part]:
    """Return the parts of the page that carry its text, by the way that suits the page."""
    main = _main_parts(tree, url)
    page = shown(tree)
    whole = [block.part for block in page]
    if not main or is_better_whole(tree, url, main, whole):
        return whole or main or [block.part for block in shown(tree, without_scripts=True)]
    return set_apart(
        recovered(main, page), known.link_words, {each for each in (url, known.url) if each}
    )


def _main_parts(tree: HtmlElement, url: str | None) -> list[Part]:
    for comments in (False, True):
        page = trafilatura.bare_extraction(tree, url=url, include_comments=comments)
        if isinstance(page, TrafilaturaDocument) and page.body is not None:
            found = list(parts(page.body))
            if found:
                return found
    return []
