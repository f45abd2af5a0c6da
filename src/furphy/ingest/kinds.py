"""What a block of text is for, told by its words and by where it stands."""

import re
from dataclasses import dataclass

from furphy.ingest.blocks import BULLET
from furphy.lexicon import words
from furphy.lexicon.page import openers
from furphy.model.document import SegmentKind

_PLACE = r"[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}"
_DASH = r"(?:\s*[—–]\s*|\s+--?\s+|\s*--\s*)"
_AGENCY = r"\([^()\n]{2,40}\)"
# "KYIV, March 3 (Agency) — ", "BEIRUT, Lebanon — ", "(Agency) — ".
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:,\s*{_PLACE}\.?){{0,2}})?(?P<date>,?\s*[^\W\d_]{{3,9}}\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?|,?\s*\d{{1,2}}\s+[^\W\d_]{{3,9}}\.?(?:\s+\d{{4}})?)?"
    rf"\s*(?P<agency>{_AGENCY})?{_DASH}(?=[\"“„«'‘(]?[^\W_])"
)
# "MOSCOW, March 3. /AGENCY/. "
_SLASHED = re.compile(rf"{_PLACE}[^/\n]{{0,40}}\.\s*/[^/\n]{{2,40}}/\.?\s+")
_DATELINE_LONGEST = 90
_TERMINAL = re.compile(r"[.…:;,。，；：][\"'”’»)\]]*$")
_LINK = re.compile(r"(?:https?://|www\.|t\.me/)\S+")
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]+[”\"»“][.,]?$")
_TITLE_LONGEST = 200
_HEADING_LONGEST = 80
_BYLINE_LONGEST = 160
_SHORT_LINE = 300
"""Beyond so many characters a paragraph is no source line, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands among the others."""

    index: int
    count: int
    alone: bool = True

    @property
    def near_top(self) -> bool:
        """Whether bylines and datelines are to be expected here."""
        return self.index < 6  # noqa: PLR2004 (paragraphs)


def kind_of(paragraph: str, place: Place, language: str) -> SegmentKind:
    """Return what a block that is no title is for; a paragraph when nothing says otherwise."""
    for kind, holds in (
        (SegmentKind.CAPTION, _is_caption),
        (SegmentKind.SOURCE_LINE, _is_source_line),
        (SegmentKind.DISCLAIMER, _is_disclaimer),
        (SegmentKind.BOILERPLATE, _is_boilerplate),
        (SegmentKind.BYLINE, _is_byline),
        (SegmentKind.DATELINE, _is_dateline),
        (SegmentKind.LIST_ITEM, _is_item),
        (SegmentKind.QUOTATION, _is_quotation),
        (SegmentKind.HEADING, _is_heading),
    ):
        if holds(paragraph, place, language):
            return kind
    return SegmentKind.PARAGRAPH


def dateline_end(paragraph: str, place: Place, language: str) -> int:
    """Return where the dateline at the head of a paragraph ends; 0 where there is none."""
    head = paragraph[: 2 * _DATELINE_LONGEST]
    if match := _SLASHED.match(head):
        return match.end() if match[0].split()[0][:3].isupper() else 0
    match = _DATELINE.match(head)
    if match is None or match.end() > _DATELINE_LONGEST:
        return 0
    name, date, agency = match["place"] or "", match["date"] or "", match["agency"]
    if agency and not name:
        return match.end() if place.near_top else 0
    first = name.split(",")[0].strip()
    if not first or first.casefold() in words("page_kickers", language):
        return 0
    capitals = first.isupper() and len(first) > 2  # noqa: PLR2004 (letters)
    dated = any(
        word.strip(".,").casefold() in words("page_months", language) for word in date.split()
    )
    sure = capitals + bool(agency) + dated
    starts_sentence = paragraph[match.end() :].lstrip("\"“„«'‘(")[:1].isupper()
    enough = sure >= 2 or (sure == 1 and place.near_top)  # noqa: PLR2004 (signs of three)
    return match.end() if enough and starts_sentence and first[0].isupper() else 0


def is_title(paragraph: str, following: str | None) -> bool:
    """Tell whether the first block of a text reads like its title."""
    if not following or len(paragraph) > _TITLE_LONGEST or "\n" in paragraph:
        return False
    if BULLET.match(paragraph) or _LINK.match(paragraph):
        return False
    if not _TERMINAL.search(paragraph):
        return len(paragraph) < len(following) or len(paragraph) <= _HEADING_LONGEST
    return paragraph.count(". ") == 0 and _is_capitalised(paragraph)


def _is_capitalised(paragraph: str) -> bool:
    """Tell whether the long words begin with capitals, as in headlines."""
    long = [word for word in re.findall(r"[^\W\d_]+", paragraph) if len(word) > 3]  # noqa: PLR2004 (letters)
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _is_caption(paragraph: str, _: Place, language: str) -> bool:
    opening = openers("captions", language).open(paragraph)
    return opening is not None and len(paragraph) <= 2 * _SHORT_LINE


def _is_source_line(paragraph: str, _: Place, language: str) -> bool:
    opening = openers("source_lines", language).open(paragraph)
    return opening is not None and len(paragraph) <= _SHORT_LINE


def _is_disclaimer(paragraph: str, _: Place, language: str) -> bool:
    return openers("disclaimers", language).open(paragraph) is not None


def _is_boilerplate(paragraph: str, _: Place, language: str) -> bool:
    opening = openers("boilerplate", language).open(paragraph)
    return opening is not None and len(paragraph) <= _SHORT_LINE


def _is_byline(paragraph: str, place: Place, language: str) -> bool:
    if len(paragraph) > _BYLINE_LONGEST or not (place.near_top or place.index >= place.count - 2):
        return False
    opening = openers("bylines", language).open(paragraph)
    if opening is None or _TERMINAL.search(paragraph):
        return False
    if opening.row["then"] != "name":
        return True
    rest = re.findall(r"[^\W\d_]+", paragraph[opening.end :])
    capitals = sum(word[0].isupper() or not word.isascii() for word in rest)
    return bool(rest) and len(rest) <= 16 and capitals >= 0.5 * len(rest)  # noqa: PLR2004 (words)


def _is_dateline(paragraph: str, _: Place, language: str) -> bool:
    """Tell a line that holds a date, and at most a time and a place, and nothing else."""
    found = re.findall(r"[^\W\d_]+", paragraph)
    months = words("page_months", language)
    digits = sum(map(str.isdigit, paragraph))
    if len(paragraph) > _HEADING_LONGEST or digits < 3:  # noqa: PLR2004 (of a day and a month)
        return False
    named = any(word.casefold() in months for word in found)
    numbered = re.match(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}", paragraph) is not None
    return ((named and len(found) <= 6) or (numbered and len(found) <= 3)) and not (  # noqa: PLR2004 (words)
        _TERMINAL.search(paragraph)
    )


def _is_item(paragraph: str, place: Place, _: str) -> bool:
    match = BULLET.match(paragraph)
    # A dash before a line that stands alone between paragraphs opens speech in many languages.
    return match is not None and not (match[0][0] in "–—" and place.alone and place.count == 1)


def _is_quotation(paragraph: str, _: Place, __: str) -> bool:
    return _QUOTED.match(paragraph) is not None


def _is_heading(paragraph: str, place: Place, _: str) -> bool:
    """Tell a short line that stands alone, ends no sentence, and is followed by something."""
    if not place.alone or len(paragraph) > _HEADING_LONGEST or place.index + 1 >= place.count:
        return False
    if re.search(r"[\"'”’»)\].!…:;,。，；：@#/]$", paragraph) or _LINK.search(paragraph):
        return False
    return (paragraph[0].isupper() or paragraph[0].isdigit()) and len(paragraph.split()) <= 12  # noqa: PLR2004 (words)
