"""Join the mentions of one document into sources.

A name joins the source whose name it repeats or shortens; a definite description ("the agency")
the most prominent source it fits; a pronoun the most prominent one it can stand for. Prominent is
who was mentioned last, and more so who spoke last. What fits nobody is a source of its own: a
wrong join hides a source, a missed one only counts it twice.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field

from furphy.model.attribution import Source, SourceKind
from furphy.model.text import Span
from furphy.reading.sources.mention import Form, Mention

_ANIMATE = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS})
_PLURAL = frozenset({SourceKind.GROUP, SourceKind.ANONYMOUS, SourceKind.ORGANIZATION})
# How far back a pronoun or description may reach, in code points: about three paragraphs.
_MEMORY = 1_500
# What having spoken is worth against having been mentioned later: a speaker stays the one meant
# by "he" while others are named in what he says.
_VOICE = 300
_FIRST_AND_LAST = 2
# "the agency", "the same official": a longer description is a new one.
_LONGEST_RECALL = 3


@dataclass(slots=True, eq=False)
class _Member:
    words: tuple[str, ...]
    name: str
    kind: SourceKind | None
    form: Form
    gender: str
    plural: bool
    description: str | None
    mentions: set[Span] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)
    spoke: list[int] = field(default_factory=list)
    led: list[int] = field(default_factory=list)
    """Where it is what a whole sentence is about."""

    def prominence(self, at: int) -> int | None:
        """Return how present a member is at a place of the text; None where it is out of mind."""
        seen = _last_before(self.seen, at)
        if seen is None or at - seen > _MEMORY:
            return None
        spoke = _last_before(self.spoke, at)
        return seen if spoke is None else max(seen, spoke + _VOICE)


def _leads(member: _Member, sentence: int, at: int) -> bool:
    """Tell whether a sentence is about a member, given where it begins, and a place in it."""
    led = _last_before(member.led, at)
    return led is not None and led >= sentence


def _last_before(places: list[int], at: int) -> int | None:
    found = bisect_left(places, at)
    return places[found - 1] if found else None


class Cast:
    """The sources of a document, as far as they are known."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: list[_Member] = []
        self._bearers: dict[str, list[_Member]] = defaultdict(list)
        """Members by each word of their names: two namings of one share a word."""

    def meet(self, mention: Mention, *, aside: bool = False, leads: bool = False) -> None:
        """Take note of a name that stands in the text without being anybody's source there.

        ``aside`` is one that stands in what somebody else says, or is not what its clause is
        about: who is meant by "he" is sooner another. ``leads`` is one that its sentence is about.
        """
        found = self._by_name(mention) or self._add(mention)
        self._improve(found, mention)
        insort(found.seen, max(0, mention.span.start - _VOICE * aside))
        if leads and not aside:
            insort(found.led, mention.span.start)

    def hear(
        self, mention: Mention, quoted_by: int | None = None, sentence: int | None = None
    ) -> int | None:
        """Return the number of who speaks at a mention, a new member where it is nobody yet.

        None for a first or second person: who that is depends on who is being quoted. A third
        person is never the one who is quoted. ``sentence`` is where that of the mention begins, if
        it is the document's own.
        """
        if mention.stands in ("self", "you"):
            return None
        found = self._find(mention, quoted_by, sentence) or self._add(mention)
        self._improve(found, mention)
        found.mentions.add(mention.span)
        insort(found.seen, mention.span.start)
        insort(found.spoke, mention.span.start)
        return self._members.index(found)

    def sources(self) -> tuple[dict[int, int], tuple[Source, ...]]:
        """Return the members that spoke as sources, with the number each member has among them."""
        places: dict[int, int] = {}
        found: list[Source] = []
        speaking = [each for each in enumerate(self._members) if each[1].spoke]
        for number, member in sorted(speaking, key=lambda each: each[1].spoke[0]):
            places[number] = len(found)
            kind = member.kind or _guess(member)
            spans = tuple(sorted(member.mentions))
            found.append(Source(member.name, kind, member.description, spans))
        return places, tuple(found)

    def _find(
        self, mention: Mention, quoted_by: int | None, sentence: int | None
    ) -> _Member | None:
        if mention.form is Form.NAME:
            return self._by_name(mention)
        near = self._prominent(mention.span.end)
        if mention.form is Form.PRONOUN:
            if quoted_by is not None:
                near = [each for each in near if each is not self._members[quoted_by]]
            if sentence is not None:
                # "Ban condemned what he called …": he, and not who spoke before.
                near.sort(key=lambda each: not _leads(each, sentence, mention.span.start))
            return next((each for each in near if _can_be(each, mention.stands)), None)
        said = mention.span.of(self._text).lower()
        for member in near:
            if member.form is Form.DESCRIPTION and member.name.lower() == said:
                return member
        if not mention.definite:
            return None
        return next((each for each in near if _fits(each, mention, said)), None)

    def _by_name(self, mention: Mention) -> _Member | None:
        """Return who bears a name: known gender before unknown, speakers before others."""
        near = {id(each): each for word in mention.words for each in self._bearers.get(word, ())}
        same = [each for each in near.values() if _same_name(each, mention)]
        return max(
            same,
            key=lambda each: (
                each.words == mention.words and len(each.words) > 1,
                bool(mention.gender) and each.gender == mention.gender,
                bool(each.spoke),
                each.seen[-1],
            ),
            default=None,
        )

    def _prominent(self, at: int) -> list[_Member]:
        """Return the members in mind at a place of the text, the most prominent first."""
        ranked = [(each.prominence(at), each) for each in self._members]
        near = [(rank, each) for rank, each in ranked if rank is not None]
        return [each for _, each in sorted(near, key=lambda pair: pair[0], reverse=True)]

    def _add(self, mention: Mention) -> _Member:
        name = " ".join(mention.name.of(self._text).split())
        member = _Member(
            words=mention.words,
            name=name,
            kind=mention.kind,
            form=mention.form,
            gender=mention.gender,
            plural=mention.plural,
            description=mention.description,
        )
        self._members.append(member)
        self._index(member)
        return member

    def _index(self, member: _Member) -> None:
        if member.form is Form.NAME:
            for word in member.words:
                self._bearers[word].append(member)

    def _improve(self, member: _Member, mention: Mention) -> None:
        """Keep the fullest name and what a later mention tells of kind, gender and office."""
        if mention.form is Form.NAME and len(mention.words) > len(member.words):
            member.name = " ".join(mention.name.of(self._text).split())
            member.words = mention.words
            self._index(member)
        if mention.form is not Form.PRONOUN:
            member.kind = member.kind or mention.kind
            member.description = member.description or mention.description
        member.gender = member.gender or mention.gender


def _same_name(member: _Member, mention: Mention) -> bool:
    ours, theirs = member.words, mention.words
    if not ours or not theirs or member.plural != mention.plural:
        return False
    if member.gender and mention.gender and member.gender != mention.gender:
        return False
    if ours == theirs:
        return True
    short, long = sorted((ours, theirs), key=len)
    if {SourceKind.PERSON, None}.isdisjoint({member.kind, mention.kind}):
        return len(short) > 1 and " ".join(short) in " ".join(long)
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] == long[0] and len(long) == _FIRST_AND_LAST)
    # "Rodham Clinton", "De Blasio": the end of a name; else what stands in the middle may lack.
    return short == long[-len(short) :] or (short[-1] == long[-1] and short[0] == long[0])


def _fits(member: _Member, mention: Mention, said: str) -> bool:
    """Tell whether a definite description can be of a member: it repeats its head word."""
    if member.gender and mention.gender and member.gender != mention.gender:
        return False
    if member.plural != mention.plural or len(said.split()) > _LONGEST_RECALL:
        return False
    known = {*member.words, *(member.description or "").lower().split()}
    return mention.words[-1] in known


def _can_be(member: _Member, stands: str) -> bool:
    if member.form is Form.PRONOUN:
        return member.gender == stands != ""
    if stands in ("he", "she"):
        fits = member.kind in _ANIMATE or (member.kind is None and member.form is Form.NAME)
        return fits and not member.plural and member.gender in ("", stands)
    if stands == "they":
        return member.plural or member.kind in _PLURAL
    if stands == "it":
        nobody = _ANIMATE | {SourceKind.GROUP}
        return member.kind is not None and member.kind not in nobody and not member.plural
    return False


def _guess(member: _Member) -> SourceKind:
    """Return a kind for a member whose words told none."""
    if member.form is Form.NAME:
        return SourceKind.PERSON if len(member.words) > 1 else SourceKind.ORGANIZATION
    if member.form is Form.PRONOUN:
        return SourceKind.PERSON if member.gender else SourceKind.GROUP
    return SourceKind.GROUP
