"""The words that attribute, as the lexicon lists them."""

from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.token import Token
from furphy.reading.tree import Tree


@dataclass(frozen=True, slots=True)
class Cue:
    """One word that attributes, and what its content may look like."""

    lemma: str
    frames: frozenset[str]
    """Explained at the head of ``cue_verbs.tsv``."""
    stance: str

    def prepositions(self, *, after_object: bool) -> frozenset[str]:
        """Return the prepositions that may open the content, or its part after an object."""
        lead = "o~" if after_object else "~"
        return frozenset(each.removeprefix(lead) for each in self.frames if each.startswith(lead))


@cache
def cues(name: str, language: str) -> dict[str, Cue]:
    """Return the cues of one lexicon file by lemma."""
    found: dict[str, Cue] = {}
    for row in lexicon.rows(name, language):
        lemma = next(iter(row.values()))
        found[lemma] = Cue(lemma, frozenset(row["frames"].split()), row["stance"])
    return found


def cue_for(tree: Tree, verb: Token, known: dict[str, Cue]) -> Cue | None:
    """Return a verb's entry, with its particle or predicate where the lexicon lists the two.

    "point out" and "make clear" attribute; "point" and "make" alone mean something else, and so
    does "call" in "call off".
    """
    for child in tree.children(verb, ("prt", "acomp", "oprd", "advmod")):
        both = known.get(f"{verb.lemma} {child.lemma}")
        if both and child.index > verb.index:
            return both
    return None if tree.child(verb, ("prt",)) else known.get(verb.lemma)
