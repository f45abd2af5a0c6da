"""Whom the words that name a source mean."""

import pytest
from papers import attributed

from furphy.model.attribution import Attribution, Source, SourceKind


def heard(text: str) -> list[str]:
    """Return the names of those who speak, in the order of the text's attributions."""
    draft = attributed(text)
    sources = draft.every(Source)
    found = [each.source for each in draft.every(Attribution)]
    return [sources[each].name for each in found if each is not None]


SAME = {
    "surname": (
        "Winston Churchill said talks had failed. Churchill said they would resume.",
        ["Winston Churchill"] * 2,
    ),
    "surname with either apostrophe": (
        "Eugene O’Neill said talks had failed. O'Neill said they would resume.",
        ["Eugene O’Neill"] * 2,
    ),
    "surname of two words": (
        "Bill de Blasio said talks had failed. De Blasio said they would resume.",
        ["Bill de Blasio"] * 2,
    ),
    "form of address": (
        "Florence Nightingale said it was late. Mrs. Nightingale said she would go.",
        ["Florence Nightingale"] * 2,
    ),
    "office": (
        "President Abraham Lincoln said aid was coming. Lincoln added that more would follow.",
        ["Abraham Lincoln"] * 2,
    ),
    "pronoun of the last speaker": (
        "Abraham Lincoln said aid was coming. He said more would follow.",
        ["Abraham Lincoln"] * 2,
    ),
    "pronoun of who is named but has not spoken": (
        "Florence Nightingale arrived in London. She said the talks had gone well.",
        ["Florence Nightingale"],
    ),
    "pronoun of whom the text is about": (
        "Florence Nightingale opened a ward, built by Charles Darwin. She said it was time.",
        ["Florence Nightingale"],
    ),
    "pronoun of whom a sentence is about": (
        "Abraham Lincoln said aid was near. Darwin condemned what he called a “brazen delay”.",
        ["Abraham Lincoln", "Darwin"],
    ),
    "organisation by pronoun": (
        "The ministry said two drones fell. It said nobody was hurt.",
        ["The ministry"] * 2,
    ),
    "organisation by its head word": (
        "The Steppe Watch channel said the depot burned. The channel said it was hit twice.",
        ["The Steppe Watch channel"] * 2,
    ),
    "unnamed people by the same words": (
        "Officials said the dam held. Officials said the road was open.",
        ["Officials"] * 2,
    ),
    "they": (
        "Residents said the water rose. They said nobody had warned them.",
        ["Residents"] * 2,
    ),
    "relative": (
        "The mayor, who said the dam held, left.",
        ["The mayor"],
    ),
}


@pytest.mark.parametrize(("text", "names"), SAME.values(), ids=SAME)
def test_mentions_of_one_source_are_joined(text: str, names: list[str]) -> None:
    assert [name.lower() for name in heard(text)] == [name.lower() for name in names]


APART = {
    "another name": "Abraham Lincoln said aid came. Winston Churchill said it was late.",
    "another gender": "Mr. Curie said it held. Mrs. Curie said it broke.",
    "a pronoun of another gender": "Mr. Lincoln said aid came. She said it was late.",
    "a quoted speaker's he is another": "“He told me that it was mined,” Abraham Lincoln said.",
    "unnamed people by other words": "Officials said the dam held. Witnesses said it broke.",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_different_sources_stay_apart(text: str) -> None:
    assert len(attributed(text).every(Source)) == len(heard(text)) == 2


KINDS = {
    "person": ("Abraham Lincoln said aid came.", SourceKind.PERSON),
    "office": ("The foreign minister said aid came.", SourceKind.PERSON),
    "spokesperson of a body": ("A Kremlin spokesman said aid came.", SourceKind.PERSON),
    "organisation": ("The ministry said aid came.", SourceKind.ORGANIZATION),
    "named ministry": ("Russia's Defence Ministry said aid came.", SourceKind.ORGANIZATION),
    "outlet": ("Reuters said aid came.", SourceKind.OUTLET),
    "channel": ("The Steppe Watch channel said aid came.", SourceKind.CHANNEL),
    "document": ("The report said aid came.", SourceKind.DOCUMENT),
    "group": ("Residents said aid came.", SourceKind.GROUP),
    "a number of people": ("A group of residents said aid came.", SourceKind.GROUP),
    "unnamed official": ("A senior official said aid came.", SourceKind.ANONYMOUS),
    "unnamed source": ("A source in the ministry said aid came.", SourceKind.ANONYMOUS),
    "on condition of anonymity": (
        "A general on condition of anonymity said aid came.",
        SourceKind.ANONYMOUS,
    ),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_the_words_tell_what_sort_of_source_speaks(text: str, kind: SourceKind) -> None:
    [source] = attributed(text).every(Source)
    assert source.kind is kind


def test_a_name_keeps_its_office_beside_it() -> None:
    [source] = attributed("Senate leader Daniel Webster said the vote had failed.").every(Source)
    assert (source.name, source.description) == ("Daniel Webster", "Senate leader")


def test_a_name_in_quotation_marks_is_kept_whole() -> None:
    text = 'The channel "Steppe Watch" wrote that the depot burned.'
    [source] = attributed(text).every(Source)
    assert source.name == 'The channel "Steppe Watch"'


def test_an_apposition_describes_a_name() -> None:
    text = "Abraham Lincoln, president of the United States, said that aid was coming."
    [source] = attributed(text).every(Source)
    assert (source.name, source.description) == (
        "Abraham Lincoln",
        "president of the United States",
    )


def test_every_mention_of_a_source_re_reads() -> None:
    text = "Abraham Lincoln said aid came. He said more would come. Lincoln said it would last."
    [source] = attributed(text).every(Source)
    assert [span.of(text) for span in source.mentions] == ["Abraham Lincoln", "He", "Lincoln"]


def test_who_is_explained_by_an_office_is_a_person() -> None:
    text = "Jean-Marc Ayrault, the foreign minister of France, said talks had failed."
    (source,) = attributed(text).every(Source)
    assert source.kind is SourceKind.PERSON
