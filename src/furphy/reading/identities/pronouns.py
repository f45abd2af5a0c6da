"""Join pronouns of the third person singular, and "I" in quotations, to whom they stand for.

The order of search is that of Hobbs (1978) and of centering (Grosz, Joshi & Weinstein 1995) on a
dependency tree: subjects of the clauses around the pronoun, then who else the sentence has named,
then the subject of the sentence before. A pronoun with two equal candidates is left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from furphy import lexicon
from furphy.model.identity import IdentityKind
from furphy.model.token import Token
from furphy.reading.identities.bearers import Bearer
from furphy.reading.identities.vocabulary import titles
from furphy.reading.tree import Tree
from furphy.textkit.overlaps import Overlaps

_SUBJECTS = ("nsubj", "nsubjpass")
_GENDERS = {"he": "m", "she": "f"}
# How many sentences back a pronoun may reach.
_REACH = 3
_HUMAN = ("office", "rank", "role", "kin", "human")
_NOT_IT = (IdentityKind.PERSON, IdentityKind.GROUP)
_STRESSING = ("appos", "npadvmod")
_PERSONAL = ("PRP", "PRP$")
_PLURAL = ("NNS", "NNPS")
_OBJECTS = ("dobj", "dative", "pobj")


class Choice(StrEnum):
    """Why one of a sentence's persons is chosen."""

    ONLY = "only"
    UNSEXED = "only-unsexed"
    """The only one, of whom nothing told a gender yet."""
    OF_GENDER = "only-of-gender"
    SUBJECT = "subject"


# Among several in a pronoun's own sentence, neither gender nor being a subject tells enough.
_ALONE = (Choice.ONLY, Choice.UNSEXED)


@dataclass(slots=True)
class Scene:
    """Where each bearer stands in the tree, and who speaks in which quotation."""

    tree: Tree
    who: dict[int, Bearer] = field(default_factory=dict)
    """Bearers by the head word of each mention, unnamed persons among them."""
    by_sentence: dict[int, list[int]] = field(default_factory=dict)
    """The keys of ``who`` by the number of their sentence."""
    quoted: Overlaps = field(default_factory=Overlaps)
    """The words in quotation marks."""
    voices: Mapping[int, Bearer] = field(default_factory=dict)
    """Who speaks in each of them, as far as that is known."""

    def enter(self, head: Token, bearer: Bearer) -> None:
        """Take note of a mention."""
        self.who[head.index] = bearer
        self.by_sentence.setdefault(self.tree.number_of(head), []).append(head.index)

    def quotation(self, token: Token) -> int | None:
        """Return the number of the quotation a word stands in."""
        return next(iter(self.quoted.holding(token.span)), None)


def set_scene(tree: Tree, bearers: Sequence[Bearer], scene: Scene) -> None:
    """Let all mentions and the unnamed persons of a text enter in reading order."""
    heads: dict[int, Bearer] = {}
    for bearer in bearers:
        for join in bearer.joins:
            words = tree.within(join.span)
            inside = {word.index for word in words}
            for word in words:
                if word.head not in inside or word.head == word.index:
                    heads[word.index] = bearer
    beside = {tree.tokens[index].head for index in heads}
    for token in tree.tokens:
        if token.index in heads:
            scene.enter(token, heads[token.index])
        elif token.index not in beside and _is_unnamed_person(tree, token):
            gender = titles()[token.text.lower()].gender
            scene.enter(token, Bearer(IdentityKind.PERSON, "", gender=gender))


def _is_unnamed_person(tree: Tree, token: Token) -> bool:
    title = titles().get(token.text.lower())
    if title is None or token.tag not in ("NN", "NNP") or title.sort not in _HUMAN:
        return False
    return token.relation not in ("compound", "appos", "attr", "amod", "nmod")


def pronouns(scene: Scene, language: str) -> Iterator[tuple[Token, Bearer, str]]:
    """Yield each pronoun that can be joined, with its bearer and the rule."""
    stands = {row["form"]: row["stands"] for row in lexicon.rows("pronouns", language)}
    for token in scene.tree.tokens:
        # "the queen herself" only stresses who was just named.
        own = token.tag in _PERSONAL and token.relation not in _STRESSING
        what = stands.get(token.text.lower()) if own else None
        found = _bearer(scene, token, what) if what else None
        if found is None:
            continue
        bearer, rule = found
        scene.enter(token, bearer)
        bearer.gender = bearer.gender or _GENDERS.get(what or "", "")
        if bearer.name:
            yield token, bearer, rule


def _bearer(scene: Scene, token: Token, stands: str) -> tuple[Bearer, str] | None:
    """Return whom a pronoun stands for, and by which rule."""
    if stands in _GENDERS:
        return _third(scene, token, _GENDERS[stands])
    if stands == "self":
        return _first(scene, token)
    return _it(scene, token) if stands == "it" else None


def _first(scene: Scene, token: Token) -> tuple[Bearer, str] | None:
    """Return who says "I": the one who is quoted."""
    if token.text.lower() in _several():
        return None
    number = scene.quotation(token)
    speaker = scene.voices.get(number) if number is not None else None
    if speaker is None or speaker.kind is not IdentityKind.PERSON:
        return None
    return speaker, "quoted-speaker"


def _several() -> frozenset[str]:
    return lexicon.words("plural_selves", lexicon.ENGLISH)


def _third(scene: Scene, token: Token, gender: str) -> tuple[Bearer, str] | None:
    above = _subject_above(scene, token, gender)
    if above is not None:
        return above, "pronoun-subject-above"
    sentence = scene.tree.number_of(token)
    here = [index for index in scene.by_sentence.get(sentence, ()) if index < token.index]
    found = _choose(scene, token, gender, here)
    if found is not None and found[1] in _ALONE:
        return found[0], f"pronoun-same-sentence-{found[1]}"
    if _is_crowded(scene, token, gender, here):
        return None
    for back in range(1, _REACH + 1):
        there = scene.by_sentence.get(sentence - back, [])
        there = _outside_quotations(scene, token, there)
        found = _choose(scene, token, gender, there)
        if found is not None:
            return found[0], f"pronoun-back-{back}-{found[1]}"
        if any(_fits(scene, index, token, gender) for index in there):
            return None
    return None


def _is_crowded(scene: Scene, token: Token, gender: str, here: Sequence[int]) -> bool:
    """Tell whether somebody in the sentence could be meant, so that none before it is."""
    return any(_fits(scene, index, token, gender) for index in here)


def _outside_quotations(scene: Scene, token: Token, there: Sequence[int]) -> list[int]:
    """Leave out whom only somebody else's quotation names."""
    own = scene.quotation(token)
    numbers = [(index, scene.quotation(scene.tree.tokens[index])) for index in there]
    return [index for index, number in numbers if number is None or number == own]


def _choose(
    scene: Scene, token: Token, gender: str, indexes: Sequence[int]
) -> tuple[Bearer, Choice] | None:
    """Return the one person among mentions, or else the one their clause is about."""
    fitting = [index for index in indexes if _fits(scene, index, token, gender)]
    bearers = {id(scene.who[index]): scene.who[index] for index in fitting}
    if len(bearers) == 1:
        bearer = next(iter(bearers.values()))
        if not bearer.gender and not any(_is_subject(scene.tree, index) for index in fitting):
            return None
        return bearer, Choice.ONLY if bearer.gender else Choice.UNSEXED
    known = {key: each for key, each in bearers.items() if each.gender}
    if len(known) == 1:
        return next(iter(known.values())), Choice.OF_GENDER
    subjects = [index for index in fitting if _is_main_subject(scene.tree, index)]
    about = {id(scene.who[index]): scene.who[index] for index in subjects}
    if len(about) == 1:
        return next(iter(about.values())), Choice.SUBJECT
    return None


def _is_subject(tree: Tree, index: int) -> bool:
    return tree.tokens[index].relation in _SUBJECTS


def _is_main_subject(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    alone = tree.child(token, ("conj",)) is None
    main = tree.head(token).relation in ("root", "ccomp", "conj")
    return alone and main and token.relation in _SUBJECTS


def _fits(scene: Scene, index: int, token: Token, gender: str) -> bool:
    """Tell whether a mention can be meant by a pronoun elsewhere."""
    bearer = scene.who[index]
    if bearer.kind is not IdentityKind.PERSON or bearer.gender not in ("", gender):
        return False
    number = scene.quotation(token)
    if number is not None and scene.voices.get(number) is bearer:
        return False
    mention, tree = scene.tree.tokens[index], scene.tree
    if mention.index == token.index or _shares_clause(tree, mention, token):
        return False
    return not _describes(tree, token, mention)


def _describes(tree: Tree, token: Token, mention: Token) -> bool:
    """Tell whether a pronoun describes who is mentioned ("his wife"), who then is not meant by it.

    A relative clause tells something of its noun, who may well be meant in it.
    """
    below = token
    for above in tree.ancestors(token):
        if above.index == mention.index:
            return below.relation != "relcl"
        below = above
    return False


def _shares_clause(tree: Tree, mention: Token, token: Token) -> bool:
    """Tell whether both depend on one verb: "he" and "him" of one clause are two persons."""
    return token.relation != "poss" and tree.head(mention).index == tree.head(token).index


def _subject_above(scene: Scene, token: Token, gender: str) -> Bearer | None:
    """Return the person that a clause around a pronoun is about."""
    tree = scene.tree
    below = token
    for above in tree.ancestors(token):
        for subject in tree.children(above, _SUBJECTS):
            index = _antecedent(tree, above, subject)
            if index == below.index or subject.index > token.index or index not in scene.who:
                continue
            if _fits(scene, index, token, gender) and not _is_own_object(tree, above, token):
                return scene.who[index]
        below = above
    return None


def _is_own_object(tree: Tree, verb: Token, token: Token) -> bool:
    """Tell whether a pronoun is an object of what a verb's subject does, so that it is another.

    A verb without a subject of its own has that of the verb above: "he called Ann to talk to her".
    """
    if token.relation not in _OBJECTS:
        return False
    for above in tree.ancestors(token):
        if above.index == verb.index:
            return True
        if above.pos in ("VERB", "AUX") and tree.child(above, _SUBJECTS) is not None:
            return False
    return False


def _antecedent(tree: Tree, verb: Token, subject: Token) -> int:
    """Return the word a subject stands for: of "who" in a relative clause, the noun before it."""
    if subject.tag in ("WP", "WDT") and verb.relation == "relcl":
        return verb.head
    return subject.index


def _it(scene: Scene, token: Token) -> tuple[Bearer, str] | None:
    """Return the body that "its" belongs to: the subject of the clause it stands in."""
    if scene.quotation(token) is not None:
        return None
    tree = scene.tree
    below = token
    for above in tree.ancestors(token):
        for subject in tree.children(above, _SUBJECTS):
            if subject.index in (below.index, token.index) or subject.index > token.index:
                continue
            bearer = scene.who.get(_antecedent(tree, above, subject))
            if bearer is None or bearer.kind in _NOT_IT or subject.tag in _PLURAL:
                return None
            own = token.relation == "poss" or token.relation in _SUBJECTS
            return (bearer, f"it-{token.relation}") if own else None
        below = above
    return None
