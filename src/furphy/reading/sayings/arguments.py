"""Who does what a verb says: subjects, passives, the words of a source and of a cue."""

from furphy import lexicon
from furphy.model.text import Span, Spans
from furphy.model.token import Token
from furphy.reading.tree import Tree

SUBJECT = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass", "auxpass")
_AUXILIARY = ("aux", "auxpass", "neg")
# Links by which a verb without a subject of its own shares that of the verb above it.
_SHARES = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "parataxis"})
# What is said of a source in passing.
_ASIDE = frozenset({"relcl", "parataxis", "ccomp", "advcl"})
# Clauses between a verb and the subject it shares; more is a parse gone astray.
_FAR = 6
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# A source is a name with office and apposition; longer is a parse gone astray.
_LONGEST_SOURCE = 45


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb form that can have a subject."""
    return token.pos in ("VERB", "AUX")


def is_passive(tree: Tree, verb: Token) -> bool:
    """Tell whether a verb is passive, reduced relatives included ("a town held by …")."""
    if tree.child(verb, PASSIVE):
        return True
    if verb.tag != "VBN" or tree.child(verb, ("aux", *SUBJECT)):
        return False
    return verb.relation in ("acl", "advcl", "amod") or tree.child(verb, ("agent",)) is not None


def speaker(tree: Tree, verb: Token) -> Token | None:
    """Return the head of the phrase that names who speaks, feels or wants."""
    for _ in range(_FAR):
        subject = _subject(tree, verb)
        if subject or verb.head == verb.index:
            return subject
        if verb.relation == "acl" and not has_to(tree, verb):
            noun = tree.head(verb)
            above = _issuer(tree, noun)
            if above is None:
                return noun if noun.pos in ("NOUN", "PROPN", "PRON") else None
        else:
            above = _sharing(tree, verb)
        if above is None:
            return None
        if is_passive(tree, above):
            return tree.child(above, ("nsubjpass",))
        if verb.relation == "pcomp" and (quoted := _quoted(tree, verb, above)):
            return quoted
        verb = above
    return None


def _quoted(tree: Tree, verb: Token, above: Token) -> Token | None:
    """Return who is quoted in "quoted the driver as saying …"."""
    if tree.head(verb).lemma not in lexicon.words("comparing_subordinators", lexicon.ENGLISH):
        return None
    return tree.child(above, ("dobj",))


def _sharing(tree: Tree, verb: Token) -> Token | None:
    """Return the verb above that a verb without a subject shares the subject of."""
    if verb.relation == "acl":
        return next((above for above in tree.ancestors(verb) if is_verb(above)), None)
    if verb.relation not in _SHARES:
        return None
    head = tree.head(verb)
    if verb.relation == "pcomp" and head.relation == "prep":
        head = tree.head(head)
    if head.pos == "AUX" and tree.child(head, ("acomp",)) and has_to(tree, verb):
        return None  # "it is fair to say": nobody says it
    if verb.relation == "conj" or tree.tokens[verb.index - 1].text == ",":
        return _who_goes_on(tree, verb, head)
    return head


def _issuer(tree: Tree, noun: Token) -> Token | None:
    """Return the verb by which something written or said came about: "*issued* a statement"."""
    if noun.lemma not in lexicon.words("utterances", lexicon.ENGLISH):
        return None
    return next((above for above in tree.ancestors(noun) if is_verb(above)), None)


def _subject(tree: Tree, verb: Token) -> Token | None:
    """Return a verb's own subject: the nearest before it, or behind it in an inverted clause.

    The parser likes to take the object of a participle for its subject ("calling the raid a …").
    """
    subjects = [each for each in tree.children(verb, SUBJECT) if not is_verb(each)]
    before = [each for each in subjects if each.index < verb.index]
    if before:
        return before[-1]
    previous = tree.tokens[verb.index - 1]
    opens = verb.index == tree.sentence_of(verb).first
    if verb.tag not in _FINITE:
        return None
    if subjects and (opens or previous.pos == "PUNCT"):
        return subjects[0]
    beside = verb.relation == "parataxis" and previous.head == verb.index
    return previous if beside and previous.pos in ("ADJ", "DET", "PRON", "NOUN") else None


def _who_goes_on(tree: Tree, verb: Token, head: Token) -> Token:
    """Return the verb whose subject a participle behind a comma, or a joined verb, shares.

    In "he said it was false, calling it a crime" and "he said it was false but added …" the
    parser hangs the second verb inside what was said; it is the one who said it who goes on.
    """
    above = head
    for _ in range(_FAR):
        if above.relation == "ccomp" and tree.head(above).index < above.index:
            sayer = tree.head(above)
            participle = verb.tag == "VBG" and verb.relation == "advcl"
            return sayer if participle or verb.tag == sayer.tag else head
        if above.head == above.index:
            break
        above = tree.head(above)
    return head


def source_words(tree: Tree, noun: Token, cue: Token | None = None) -> Spans:
    """Return the words of a source: its phrase without relative clauses, asides or the cue."""
    heads = (noun, *tree.children(noun, ("appos",)))
    aside = [child for head in heads for child in tree.children(head, _ASIDE)]
    if cue is not None:
        path = (cue, *tree.ancestors(cue))
        aside += (each for each in path if each.head == noun.index != each.index)
    indexes = tree.subtree(noun, aside)
    kept = unbroken(indexes, noun.index)
    if len(kept) > _LONGEST_SOURCE:
        kept = [noun.index]
    return tree.spans(_bare(tree, kept))


def unbroken(indexes: list[int], index: int) -> list[int]:
    """Return the run of neighbours around one of some sorted indexes."""
    low = high = indexes.index(index)
    while low > 0 and indexes[low - 1] == indexes[low] - 1:
        low -= 1
    while high + 1 < len(indexes) and indexes[high + 1] == indexes[high] + 1:
        high += 1
    return indexes[low : high + 1]


def _bare(tree: Tree, indexes: list[int]) -> list[int]:
    """Drop punctuation from both ends of a phrase, but for a mark that closes what it opened."""
    tags = [tree.tokens[index].tag for index in indexes]
    pairs = {"''": "``", "-RRB-": "-LRB-"}
    low, high = 0, len(indexes)
    while high - low > 1 and tree.tokens[indexes[high - 1]].pos == "PUNCT":
        if pairs.get(tags[high - 1]) in tags[low:high]:
            break
        high -= 1
    while high - low > 1 and tree.tokens[indexes[low]].pos == "PUNCT":
        if tags[low] in pairs.values() and high < len(indexes):
            break
        low += 1
    after = indexes[high - 1] + 1
    if high == len(indexes) and after < len(tree.tokens):
        opens = tags[low:high].count("``") > tags[low:high].count("''")
        if opens and tree.tokens[after].tag == "''":
            return [*indexes[low:high], after]
    return indexes[low:high]


def cue_words(tree: Tree, verb: Token) -> Spans:
    """Return the verb with the auxiliaries and negations right before it."""
    first = verb.index
    auxiliaries = {each.index for each in tree.children(verb, _AUXILIARY)}
    while first - 1 in auxiliaries:
        first -= 1
    return (Span(tree.tokens[first].start, verb.end),)


def has_to(tree: Tree, verb: Token) -> bool:
    """Tell whether a verb is an infinitive with its particle."""
    return any(each.tag == "TO" for each in tree.children(verb, ("aux",)))
