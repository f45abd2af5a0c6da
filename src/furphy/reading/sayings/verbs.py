"""Attributions whose cue is a verb."""

from collections.abc import Iterator

from furphy import lexicon
from furphy.model.token import Token
from furphy.reading.sayings.arguments import (
    cue_words,
    has_to,
    is_passive,
    is_verb,
    source_words,
    speaker,
)
from furphy.reading.sayings.contents import Content, content_of
from furphy.reading.sayings.cues import Cue, cue_for, cues
from furphy.reading.sayings.interruptions import as_clause, closes_quotation, interrupted
from furphy.reading.sayings.saying import Saying
from furphy.reading.tree import Tree


def from_verbs(tree: Tree, language: str) -> Iterator[Saying]:
    """Yield what verbs attribute, active and passive, before, around or after the content."""
    active, passive = cues("cue_verbs", language), cues("cue_passives", language)
    for token in tree.tokens:
        if not is_verb(token):
            continue
        cue = cue_for(tree, token, active)
        if is_passive(tree, token):
            agent = tree.child(token, ("agent",))
            if agent and cue:
                yield from _by_agent(tree, token, cue, agent)
            elif token.lemma in passive:
                yield from _agentless(tree, token, passive[token.lemma])
        elif cue:
            yield from _active(tree, token, cue)


def _active(tree: Tree, verb: Token, cue: Cue) -> Iterator[Saying]:
    source = speaker(tree, verb)
    if source is None or source.text.lower() in lexicon.words("nobody", lexicon.ENGLISH):
        return
    if "quote" in cue.frames:
        source = _inverted(tree, verb, source)
    content = content_of(tree, verb, cue)
    if "quote" in cue.frames and (content is None or content.frame.startswith("~")):
        content = _before(tree, verb, cue, source) or content
    if content:
        spans = tree.spans(content.indexes)
        words = source_words(tree, source, verb)
        yield Saying(
            words, cue_words(tree, verb), spans, f"{content.frame}:{cue.lemma}", cue.stance
        )


def _inverted(tree: Tree, verb: Token, source: Token) -> Token:
    """Return who speaks in "…," said a source", where the parser takes the source for an object."""
    if source.index > verb.index or tree.tokens[verb.index - 1].tag != "''":
        return source
    behind = tree.child(verb, ("dobj", "attr", "oprd", "dative"))
    if behind is None or tree.subtree(behind)[0] != verb.index + 1:
        return source
    return behind


def _before(tree: Tree, verb: Token, cue: Cue, source: Token) -> Content | None:
    """Return the content that a cue without complement follows or breaks into."""
    if "that" in cue.frames:
        beside = as_clause(tree, verb)
        if beside:
            return Content("as", beside)
    around = interrupted(tree, verb, source)
    if not around or ("that" not in cue.frames and not closes_quotation(tree, around)):
        return None
    return Content("around", around)


def _by_agent(tree: Tree, verb: Token, cue: Cue, agent: Token) -> Iterator[Saying]:
    """A passive that names its agent: "was described by X as …"."""
    source = tree.child(agent, ("pobj",))
    if source is None:
        return
    content = content_of(tree, verb, cue)
    indexes = content.indexes if content else _passive_content(tree, verb, cue)
    if indexes:
        spans = tree.spans(indexes)
        words = source_words(tree, source, verb)
        yield Saying(words, cue_words(tree, verb), spans, f"by:{cue.lemma}", cue.stance)


def _passive_content(tree: Tree, verb: Token, cue: Cue) -> list[int]:
    subject = tree.child(verb, ("nsubjpass",))
    if subject is None:
        if verb.relation != "acl":
            return []
        return tree.subtree(tree.head(verb), [verb])
    indexes = set(tree.subtree(subject))
    wanted = cue.prepositions(after_object=True)
    for child in tree.children(verb, ("prep", "oprd")):
        if child.relation == "oprd" or child.lemma in wanted:
            indexes.update(tree.subtree(child))
    return sorted(indexes)


def _agentless(tree: Tree, verb: Token, cue: Cue) -> Iterator[Saying]:
    """A passive that names nobody: "it has been reported that …", "X is said to …"."""
    content = _passive_clause(tree, verb, cue) or _of_subject(tree, verb, cue)
    if content:
        spans = tree.spans(content.indexes)
        yield Saying((), cue_words(tree, verb), spans, f"{content.frame}:{cue.lemma}", cue.stance)


def _passive_clause(tree: Tree, verb: Token, cue: Cue) -> Content | None:
    """The clause after "it is said", "when asked"."""
    subject = tree.child(verb, ("nsubjpass", "nsubj"))
    if "that" in cue.frames and (subject is None or subject.tag == "PRP" or cue.stance == "ask"):
        for clause in tree.children(
            verb, ("ccomp", "advcl") if cue.stance == "ask" else ("ccomp",)
        ):
            if clause.index > verb.index:
                return Content("passive-that", tree.subtree(clause))
    wanted = cue.prepositions(after_object=False)
    for prep in tree.children(verb, ("prep",)) if wanted else ():
        inner = tree.child(prep, ("pobj", "pcomp"))
        if prep.lemma in wanted and inner:
            return Content("passive-about", tree.subtree(inner))
    return None


def _of_subject(tree: Tree, verb: Token, cue: Cue) -> Content | None:
    """What the subject is said to do: "the bridge is believed to have been hit"."""
    subject = tree.child(verb, ("nsubjpass", "nsubj"))
    if subject is None:
        return None
    for clause in tree.children(verb, ("xcomp", "oprd")):
        if has_to(tree, clause) and "to" in cue.frames:
            return Content("passive-to", sorted({*tree.subtree(subject), *tree.subtree(clause)}))
        if clause.relation == "oprd" and "small" in cue.frames:
            return Content("passive-small", sorted({*tree.subtree(subject), *tree.subtree(clause)}))
    return None
