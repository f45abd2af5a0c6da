"""How documents put a claim: each wording once, with what differs from the words of the claim."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from furphy.export.dossier.material import Material
from furphy.export.visible import on_one_line
from furphy.model.account import Variant


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words."""

    text: str
    differs: bool
    """Whether the other side has nothing like it."""


@dataclass(frozen=True, slots=True)
class Version:
    """One wording."""

    parts: tuple[Part, ...]
    ours: tuple[Part, ...]
    """The words of the claim, for comparison; what this wording lacks differs."""
    language: str | None
    same_language: bool
    """Whether it is in the language of the claim's words, so that the two can be compared."""
    variants: tuple[Variant, ...]
    """Those put so, in the order of their times."""
    is_centre: bool

    @property
    def left_out(self) -> tuple[str, ...]:
        """Words of the claim that it lacks."""
        return tuple(each.text.strip() for each in self.ours if each.differs)


def versions(material: Material) -> tuple[Version, ...]:
    """Return the wordings of a claim: its own first, then by when they are first met."""
    account = material.account
    centre = account.variants[account.centre]
    ours = _language(material, centre)
    groups = defaultdict[tuple[str, str | None], list[Variant]](list)
    for each in account.variants:
        words = " ".join(_words(each.text.casefold()))
        groups[words, _language(material, each)].append(each)
    found = [
        _version(centre, tuple(some), language, ours) for (_, language), some in groups.items()
    ]
    return tuple(sorted(found, key=lambda each: not each.is_centre))


def _language(material: Material, variant: Variant) -> str | None:
    return material.readings[variant.document].document.language


def _version(
    centre: Variant, some: tuple[Variant, ...], language: str | None, ours: str | None
) -> Version:
    is_centre = centre in some
    first = centre if is_centre else some[0]
    comparable = language == ours
    if not comparable or is_centre:
        whole, plain = _whole(first), _whole(centre)
        return Version(whole, plain, language, comparable, some, is_centre)
    parts, own = _compared(_words(centre.text), _words(first.text))
    return Version(tuple(parts), tuple(own), language, comparable, some, is_centre)


def _whole(variant: Variant) -> tuple[Part, ...]:
    return (Part(on_one_line(variant.text), differs=False),)


def _words(text: str) -> list[str]:
    """Return the words of a text; the characters of one written without blanks."""
    line = on_one_line(text)
    words = line.split(" ")
    return words if len(words) > 1 or line.isascii() else [*line]


def _compared(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[Part], list[Part]]:
    """Return the words of the other, and our own, with what differs."""
    glue = " " if any(len(each) > 1 for each in theirs) else ""
    plain = SequenceMatcher(
        None, [_bare(each) for each in ours], [_bare(each) for each in theirs], autojunk=False
    )
    parts: list[Part] = []
    own: list[Part] = []
    for code, start, end, there, until in plain.get_opcodes():
        if until > there:
            parts.append(Part(glue.join(theirs[there:until]), differs=code != "equal"))
        if end > start:
            own.append(Part(glue.join(ours[start:end]), differs=code != "equal"))
    return [*_glued(parts, glue)], [*_glued(own, glue)]


def _glued(parts: Sequence[Part], glue: str) -> Iterator[Part]:
    for number, each in enumerate(parts):
        text = each.text + (glue if number < len(parts) - 1 else "")
        yield Part(text, each.differs)


def _bare(word: str) -> str:
    """Return a word without case and what surrounds it, so that a comma is no difference."""
    return "".join(each for each in word.casefold() if each.isalnum()) or word
