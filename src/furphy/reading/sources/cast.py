"""Join the mentions of one document into sources.

The text is walked from its beginning. A name joins the latest source whose name it repeats or
shortens; a definite description ("the agency") the latest source it fits; a pronoun the latest
speaker it can stand for. What fits nobody is a source of its own: a wrong join hides a source, a
missed one only counts it twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from furphy.model.attribution import Source, SourceKind
from furphy.model.text import Span, Spans
from furphy.reading.sources.mention import Form, Mention

_ANIMATE = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS})
_PLURAL = frozenset({SourceKind.GROUP, SourceKind.ANONYMOUS, SourceKind.ORGANIZATION})
# How far back a pronoun or description may reach, in code points: about three paragraphs.
_MEMORY = 1_500


@dataclass(slots=True)
class _Member:
    words: tuple[str, ...]
    name: str
    kind: SourceKind | None
    form: Form
    gender: str
    description: str | None
    mentions: list[Span] = field(default_factory=list)
    seen: int = -1
    """Where it was last mentioned at all."""
    spoke: int = -1
    """Where it last spoke; -1 while it has not."""


class Cast:
    """The sources of a document, as far as it has been walked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: list[_Member] = []

    def meet(self, mention: Mention) -> None:
        """Take note of a name that stands in the text without being anybody's source there."""
        found = self._by_name(mention)
        if found is None:
            found = self._add(mention)
        self._improve(found, mention)
        found.seen = mention.span.start

    def hear(self, mention: Mention) -> int | None:
        """Return the number of the member who speaks at a mention, a new one where it is nobody yet.

        None for a first or second person: who that is depends on who is being quoted.
        """
        if mention.stands in ("self", "you"):
            return None
        found = self._find(mention) or self._add(mention)
        self._improve(found, mention)
        found.mentions.append(mention.span)
        found.seen = found.spoke = mention.span.start
        return self._members.index(found)

    def sources(self) -> tuple[dict[int, int], tuple[Source, ...]]:
        """Return the members that spoke as sources, with the number each member has among them."""
        places: dict[int, int] = {}
        found: list[Source] = []
        for number, member in enumerate(self._members):
            if member.spoke < 0:
                continue
            places[number] = len(found)
            spans: Spans = tuple(sorted(set(member.mentions)))
            kind = member.kind or _guess(member)
            found.append(Source(member.name, kind, member.description, spans))
        return places, tuple(found)

    def _find(self, mention: Mention) -> _Member | None:
        if mention.form is Form.NAME:
            return self._by_name(mention)
        if mention.form is Form.PRONOUN:
            return self._by_pronoun(mention)
        return self._by_description(mention)

    def _by_name(self, mention: Mention) -> _Member | None:
        """Return who bears a name: the same gender before an unknown one, speakers before others."""
        same = [
            each for each in self._members if each.form is Form.NAME and _same_name(each, mention)
        ]
        return max(
            same,
            key=lambda each: (
                each.words == mention.words and len(each.words) > 1,
                bool(mention.gender) and each.gender == mention.gender,
                each.spoke >= 0,
                each.seen,
            ),
            default=None,
        )

    def _by_description(self, mention: Mention) -> _Member | None:
        said = mention.span.of(self._text).lower()
        for member in self._recent(mention):
            same_words = member.form is Form.DESCRIPTION and member.name.lower() == said
            if same_words:
                return member
            if mention.definite and self._fits(member, mention):
                return member
        return None

    def _fits(self, member: _Member, mention: Mention) -> bool:
        """Tell whether a definite description can be of a member: it repeats its head word."""
        head = mention.words[-1]
        if member.gender and mention.gender and member.gender != mention.gender:
            return False
        known = {*member.words, *(member.description or "").lower().split()}
        return head in known and len(mention.span.of(self._text).split()) <= 3

    def _by_pronoun(self, mention: Mention) -> _Member | None:
        for member in self._recent(mention):
            if _can_be(member, mention.stands):
                return member
        return None

    def _recent(self, mention: Mention) -> Iterable[_Member]:
        """Return members met shortly before, those who spoke last first."""
        near = [each for each in self._members if mention.span.start - each.seen <= _MEMORY]
        return sorted(near, key=lambda each: (each.spoke, each.seen), reverse=True)

    def _add(self, mention: Mention) -> _Member:
        name = mention.name.of(self._text)
        member = _Member(
            mention.words, name, mention.kind, mention.form, mention.gender, mention.description
        )
        self._members.append(member)
        return member

    def _improve(self, member: _Member, mention: Mention) -> None:
        """Keep the fullest name and what a later mention tells of kind, gender and office."""
        if mention.form is Form.NAME and len(mention.words) > len(member.words):
            member.name, member.words = mention.name.of(self._text), mention.words
        if mention.form is not Form.PRONOUN:
            member.kind = member.kind or mention.kind
            member.description = member.description or mention.description
        member.gender = member.gender or mention.gender


def _same_name(member: _Member, mention: Mention) -> bool:
    ours, theirs = member.words, mention.words
    if ours == theirs:
        return True
    if not ours or not theirs:
        return False
    if member.gender and mention.gender and member.gender != mention.gender:
        return False
    short, long = sorted((ours, theirs), key=len)
    if SourceKind.ORGANIZATION in (member.kind, mention.kind):
        return len(short) > 1 and " ".join(short) in " ".join(long)
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] == long[0] and len(long) == 2)
    return short[-1] == long[-1] and short[0] == long[0]


def _can_be(member: _Member, stands: str) -> bool:
    if stands in ("he", "she"):
        fits = member.kind in _ANIMATE or (member.kind is None and member.form is Form.NAME)
        return fits and member.gender in ("", stands)
    if stands == "they":
        return member.kind in _PLURAL and member.form is not Form.PRONOUN
    if stands == "it":
        return member.kind is not None and member.kind not in _ANIMATE | {SourceKind.GROUP}
    return False


def _guess(member: _Member) -> SourceKind:
    """Return a kind for a member whose words told none."""
    if member.form is Form.NAME:
        return SourceKind.PERSON if len(member.words) > 1 else SourceKind.ORGANIZATION
    if member.form is Form.PRONOUN:
        return SourceKind.PERSON if member.gender else SourceKind.GROUP
    return SourceKind.GROUP
