"""Who is called by more than one name in a reading."""

from collections import Counter
from dataclasses import dataclass

from furphy.export.visible import on_one_line
from furphy.export.wording import words
from furphy.model.identity import Identity, MentionForm
from furphy.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which someone is mentioned."""

    text: str
    number: int
    """How often."""
    form: MentionForm
    mention: int
    """Index of the first such mention among those of the identity."""


@dataclass(frozen=True, slots=True)
class Known:
    """Someone, or something, by all its names."""

    identity: int
    """Index into the reading's identities."""
    name: str
    about: str
    """What sort it is, with its titles."""
    forms: tuple[Form, ...]
    """What it is called apart from its name, in reading order."""


def known(reading: Reading) -> tuple[Known, ...]:
    """Return those who are called by more than one form, in the order of the reading."""
    listed = (_known(reading, index, each) for index, each in enumerate(reading.identities))
    return tuple(each for each in listed if each.forms)


def _known(reading: Reading, index: int, identity: Identity) -> Known:
    name = on_one_line(identity.name)
    texts = [words(reading, (each.span,)) for each in identity.mentions]
    counts = Counter(text.casefold() for text in texts)
    first = {text.casefold(): number for number, text in reversed([*enumerate(texts)])}
    forms = tuple(
        Form(texts[at], counts[folded], identity.mentions[at].form, at)
        for folded, at in sorted(first.items(), key=lambda each: each[1])
        if folded != name.casefold()
    )
    titles = (on_one_line(each) for each in identity.titles)
    return Known(index, name, ", ".join((identity.kind.value, *titles)), forms)
