"""What a cue verb governs: the words that are its content, frame by frame."""

from collections.abc import Iterator
from dataclasses import dataclass

from furphy import lexicon
from furphy.model.token import Token
from furphy.reading.sayings.arguments import SUBJECT, has_to
from furphy.reading.sayings.cues import Cue, cues
from furphy.reading.tree import Tree


@dataclass(frozen=True, slots=True)
class Content:
    """A verb's content and the frame it was found by."""

    frame: str
    indexes: list[int]
    """Sorted token indexes."""


def content_of(tree: Tree, verb: Token, cue: Cue) -> Content | None:
    """Return what stands to the right of a verb as its content, the surest frame first."""
    return (
        _clause(tree, verb, cue)
        or _infinitive(tree, verb, cue)
        or _object(tree, verb, cue)
        or _preposition(tree, verb, cue)
        or _question(tree, verb, cue)
    )


def _clause(tree: Tree, verb: Token, cue: Cue) -> Content | None:
    """A finite clause: "said (that) the dam broke"; small clauses are parsed alike."""
    if not cue.frames & {"that", "small", "o+to"}:
        return None
    if "that" in cue.frames and (opened := _opened(tree, verb)):
        return Content("that", opened)
    for clause in tree.children(verb, ("ccomp",)):
        if clause.index > verb.index:
            frame = "that" if "that" in cue.frames else "small" if "small" in cue.frames else "o+to"
            indexes = tree.subtree(clause, list(further_words(tree, verb, clause)))
            return Content(frame, _from_cue(tree, verb, cue, _stretch(tree, verb, indexes)))
    return None


def _opened(tree: Tree, verb: Token) -> list[int]:
    """Return the rest of the sentence behind a conjunction that was taken for an object.

    "denied that a depot burned": where verb and participle look alike the parser sees no clause.
    """
    opener = tree.child(verb, ("dobj",))
    if opener is None or opener.pos != "SCONJ" or opener.index < verb.index:
        return []
    last = tree.sentence_of(verb).last
    closing = tree.tokens[last - 1].pos == "PUNCT"
    return list(range(opener.index, last - closing))


def further_words(tree: Tree, verb: Token, clause: Token) -> Iterator[Token]:
    """Yield the further verbs of saying that the parser hangs inside a content.

    "said it was false, *calling* it a crime", "said it was false but *added* …": a participle
    behind a comma, or a verb of the cue's own form joined without a subject, is nearly always the
    speaker who goes on.
    """
    sayers = cues("cue_verbs", lexicon.ENGLISH)
    for index in tree.subtree(clause):
        token = tree.tokens[index]
        if index > clause.index and token.lemma in sayers and goes_on(tree, verb, token):
            yield token


def goes_on(tree: Tree, verb: Token, token: Token) -> bool:
    """Tell whether a verb inside the content of another shares the other's subject."""
    if tree.child(token, (*SUBJECT, "aux", "mark")):
        return False
    if token.relation == "advcl" and token.tag == "VBG":
        return tree.tokens[tree.subtree(token)[0] - 1].text == ","
    joined = token.relation == "conj" and token.tag == verb.tag
    return joined and tree.child(token, ("ccomp", "dobj", "prep")) is not None


def _from_cue(tree: Tree, verb: Token, cue: Cue, indexes: list[int]) -> list[int]:
    """Add what stands between a cue and its clause without belonging to the cue.

    "says no matter what happens, his word stands": the parser may find the clause too late.
    """
    own = {"advmod", "npadvmod", "prep", "punct", "prt", "dative", "neg", "aux", "agent", "nsubj"}
    if any(frame.startswith("o") for frame in cue.frames):
        own.add("dobj")
    skip = {index for child in tree.children(verb, own) for index in tree.subtree(child)}
    between = [i for i in range(verb.index + 1, indexes[0]) if i not in skip]
    return [*between, *indexes] if between else indexes


def _stretch(tree: Tree, verb: Token, indexes: list[int]) -> list[int]:
    """Add clauses that stand between the verb and its content, and those that run on after it."""
    extra: set[int] = set()
    for child in tree.children(verb, ("advcl", "prep", "npadvmod", "conj")):
        branch = tree.subtree(child)
        between = verb.index < branch[0] < indexes[0] and child.relation == "advcl"
        after = branch[0] == indexes[-1] + 1 and child.relation in ("advcl", "prep")
        if between or (after and tree.tokens[branch[0]].text not in (",", "—", "-", "–")):
            extra.update(branch)
    return sorted({*indexes, *extra}) if extra else indexes


def _infinitive(tree: Tree, verb: Token, cue: Cue) -> Content | None:
    """An infinitive or gerund: "vowed to leave", "urged Kyiv to leave", "proposed leaving"."""
    if "o+to" in cue.frames:
        for clause in tree.children(verb, ("xcomp", "advcl")):
            if clause.index > verb.index and has_to(tree, clause):
                obj = tree.child(verb, ("dobj", "dative"))
                before = tree.subtree(obj) if obj and verb.index < obj.index < clause.index else ()
                return Content("o+to", sorted({*before, *tree.subtree(clause)}))
    for clause in tree.children(verb, ("xcomp",)):
        if clause.index < verb.index:
            continue
        if "to" in cue.frames and has_to(tree, clause):
            return Content("to", tree.subtree(clause))
        if "np" in cue.frames and clause.tag == "VBG":
            return Content("np", tree.subtree(clause))
    return None


def _object(tree: Tree, verb: Token, cue: Cue) -> Content | None:
    """A noun phrase, alone or with what is said of it: "called it a crime", "accused X of …"."""
    obj = tree.child(verb, ("dobj",))
    small = _small(tree, verb, cue, obj)
    if small or obj is None or obj.index < verb.index:
        return small
    wanted = cue.prepositions(after_object=True)
    for prep in tree.children(verb, ("prep",)) if wanted else ():
        if prep.lemma in wanted and prep.index > obj.index:
            return Content(f"o~{prep.lemma}", sorted({*tree.subtree(obj), *tree.subtree(prep)}))
    if "np" in cue.frames:
        return Content("np", _run_on(tree, verb, tree.subtree(obj)))
    return None


def _small(tree: Tree, verb: Token, cue: Cue, obj: Token | None) -> Content | None:
    """An object and what it is said to be, with nothing between: "called the raid a crime"."""
    if "small" not in cue.frames:
        return None
    parts = [
        each for each in (obj, tree.child(verb, ("oprd",))) if each and each.index > verb.index
    ]
    said_of_it = parts and (parts[-1].relation == "oprd" or tree.child(parts[-1], ("appos",)))
    if not said_of_it:
        return None
    return Content("small", sorted({index for each in parts for index in tree.subtree(each)}))


def _run_on(tree: Tree, verb: Token, indexes: list[int]) -> list[int]:
    """Add the phrases and infinitives that follow an object without a comma.

    "announced the creation of a website *to explain the process*": the parser hangs the infinitive
    on the verb, readers take it as part of what was announced.
    """
    for child in tree.children(verb, ("advcl", "prep", "relcl", "xcomp")):
        branch = tree.subtree(child)
        if branch[0] == indexes[-1] + 1 and (child.relation != "advcl" or has_to(tree, child)):
            indexes = sorted({*indexes, *branch})
    return indexes


def _preposition(tree: Tree, verb: Token, cue: Cue) -> Content | None:
    wanted = cue.prepositions(after_object=False)
    if not wanted or tree.child(verb, ("dobj",)):
        return None
    for prep in tree.children(verb, ("prep", "prt")):
        if prep.lemma in wanted and prep.index > verb.index:
            inner = tree.child(prep, ("pobj", "pcomp"))
            if inner and inner.lemma not in lexicon.words("calendar", lexicon.ENGLISH):
                return Content(f"~{prep.lemma}", _run_on(tree, verb, tree.subtree(inner)))
    for clause in tree.children(verb, ("advcl",)):
        opener = tree.child(clause, ("mark",))
        if opener and opener.lemma in wanted and has_to(tree, clause):
            indexes = tree.subtree(clause)
            return Content(f"~{opener.lemma}", [i for i in indexes if i > opener.index])
    return None


def _question(tree: Tree, verb: Token, cue: Cue) -> Content | None:
    """An embedded question: "asked whether …", parsed as an adverbial clause."""
    if "that" not in cue.frames or cue.stance != "ask":
        return None
    for clause in tree.children(verb, ("advcl",)):
        if clause.index > verb.index and tree.child(clause, ("mark",)):
            return Content("that", tree.subtree(clause))
    return None
