"""What an identity tells beside its mentions: kind, name, titles, evidence; whose source it is."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from identified import groups, identified, the
from papers import unparsed

from furphy.model.attribution import Source
from furphy.model.evidence import Evidence
from furphy.model.identity import Identity, IdentityKind, MentionForm
from furphy.model.place import Place, PlaceKind, PlaceName, Toponym
from furphy.model.text import Span
from furphy.reading.identities.identifying import identities
from furphy.reading.identities.linking import with_identities
from furphy.reading.stage import Draft, run
from furphy.reading.tree import Tree

REPORT = (
    "Maj. Gen. Kyrylo Budanov, head of HUR, said that he had seen a map of the Rybar channel."
    " The 127th Rifle Division lost tanks, Reuters reported. Budanov thanked NATO and Hamas."
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kyrylo Budanov", IdentityKind.PERSON),
        ("HUR", IdentityKind.ORGANIZATION),
        ("Rybar channel", IdentityKind.CHANNEL),
        ("127th Rifle Division", IdentityKind.UNIT),
        ("Reuters", IdentityKind.OUTLET),
        ("NATO", IdentityKind.ORGANIZATION),
        ("Hamas", IdentityKind.GROUP),
    ],
)
def test_kind(name: str, kind: IdentityKind) -> None:
    assert the(REPORT, name).kind is kind


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        pytest.param(REPORT, "Kyrylo Budanov", ("Maj. Gen.", "head of HUR"), id="rank and office"),
        pytest.param(
            "Ukrainian Foreign Minister Dmytro Kuleba arrived.",
            "Dmytro Kuleba",
            ("Ukrainian Foreign Minister",),
            id="office of a country",
        ),
        pytest.param(
            "North Korean leader Kim Jong Un sent a letter.",
            "Kim Jong Un",
            ("North Korean leader",),
            id="country of two words",
        ),
        pytest.param(
            "Mr. Macron arrived. Emmanuel Macron left.", "Emmanuel Macron", (), id="only an address"
        ),
        pytest.param(
            "Emmanuel Macron, the president of France, who was in Rome, left.",
            "Emmanuel Macron",
            ("president of France",),
            id="without the clause behind it",
        ),
    ],
)
def test_titles(text: str, name: str, titles: tuple[str, ...]) -> None:
    assert the(text, name).titles == titles


def test_each_mention_tells_how_it_was_joined() -> None:
    mentions = the(REPORT, "Kyrylo Budanov").mentions
    assert [(each.form, each.evidence.rule) for each in mentions] == [
        (MentionForm.NAME, "name"),
        (MentionForm.PRONOUN, "pronoun-subject-above"),
        (MentionForm.SHORT, "surname"),
    ]
    assert all(0 < each.evidence.score < 1 for each in mentions)


def test_the_name_is_the_fullest() -> None:
    text = "S. Lavrov arrived in Rome. Sergei Lavrov left Rome. Mr. Lavrov was pleased."
    assert [*groups(text)] == ["Sergei Lavrov"]


def test_a_surname_of_two_goes_to_the_one_named_most_or_else_scores_low() -> None:
    brothers = "George Bush met Jeb Bush."
    often = the(f"{brothers} George Bush spoke. Bush was pleased.", "George Bush")
    assert often.mentions[-1].evidence.rule == "surname-of-main-bearer"
    even = the(f"{brothers} Bush was pleased.", "Jeb Bush")
    assert even.mentions[-1].evidence.rule == "surname-of-several"
    assert even.mentions[-1].evidence.score <= 0.5


def placed(text: str, *names: str) -> Draft:
    """Return a draft in which these names were found on a map."""
    draft = identified(text)
    found = []
    for name in names:
        span = Span(text.index(name), text.index(name) + len(name))
        place = Place("made", name, name, 50.0, 30.0, PlaceKind.CITY, 5.0)
        named = PlaceName(span, name, Evidence("made-by-hand", 1.0))
        found.append(Toponym(named, place, 1.0))
    kept = {kind: each for kind, each in draft.found.items() if kind is not Identity}
    return run(replace(draft, found=kept | {Toponym: tuple(found)}), (identities,))


def test_a_place_on_the_map_is_no_person() -> None:
    text = "Angela Merkel arrived in Kyiv."
    found = placed(text, "Kyiv").every(Identity)
    assert [each.name for each in found] == ["Angela Merkel"]


def test_a_titled_person_is_one_though_a_map_has_the_name() -> None:
    found = placed("President George Washington met Mr. Houston.", "Houston").every(Identity)
    assert [each.name for each in found] == ["George Washington", "Houston"]


SOURCES = [
    pytest.param("Emmanuel Macron said that it rained.", ["Emmanuel Macron"], id="name"),
    pytest.param(
        "Emmanuel Macron arrived. He said that it rained.", ["Emmanuel Macron"], id="pronoun"
    ),
    pytest.param("Residents said that it rained.", [None], id="nobody known"),
    pytest.param(
        "The Emmanuel Macron campaign said that it rained.", [None], id="what bears a name"
    ),
    pytest.param("A NATO spokesman said that it rained.", [None], id="who speaks for a body"),
    pytest.param(
        "The mayor of Kyiv, Vitali Klitschko, said that it rained.",
        ["Vitali Klitschko"],
        id="office, then name",
    ),
]


@pytest.mark.parametrize(("text", "names"), SOURCES)
def test_a_source_knows_who_it_is(text: str, names: list[str | None]) -> None:
    draft = identified(text)
    who = draft.every(Identity)
    sources = with_identities(draft.the(Tree), draft.every(Source), who)
    found = [None if each.identity is None else who[each.identity].name for each in sources]
    assert found == names


def test_two_together_are_neither() -> None:
    draft = identified("Emmanuel Macron and Olaf Scholz said that it rained.")
    sources = with_identities(draft.the(Tree), draft.every(Source), draft.every(Identity))
    assert [each.identity for each in sources if " and " in each.name] in ([], [None])


WORDS = st.sampled_from(
    [
        *("Gen.", "Syrsky", "Volodymyr", "Zelensky", "the", "agency", "Bloomberg", "(OSCE)", "he"),
        *("said", "“", "”", ",", ".", "his", "Mrs.", "of", "and", "Ministry", "Defence", "127th"),
        *("Division", "channel", "Rybar", "president", "Kyiv", "'s"),
    ]
)


@settings(max_examples=40)
@example(["Volodymyr", "Gen.", "'s", "Division"])
@example(["Ministry", "Gen.", "'s", "Division"])
@given(st.lists(WORDS, max_size=25))
def test_mentions_reread_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = identified(text).every(Identity)
    spans = sorted(mention.span for each in found for mention in each.mentions)
    assert all(span.of(text).strip() for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    for each in found:
        places = [mention.span.start for mention in each.mentions]
        assert places == sorted(places)


@pytest.mark.parametrize("pos", ["X", "PROPN"])
def test_without_a_parser_nothing_breaks(pos: str) -> None:
    draft = unparsed(REPORT, pos)
    more = dict.fromkeys(identities.needs - {*draft.found}, ())
    assert run(Draft(draft.document, "en", draft.found | more), (identities,))
