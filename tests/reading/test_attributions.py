"""Who says what: each pattern of the design, painted into a sentence."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from painted import unpaint
from papers import attributed, unparsed

from furphy.model.attribution import Attribution, Mode, Source
from furphy.model.document import SegmentKind
from furphy.reading.attributions import attributions
from furphy.reading.quotations import quotations
from furphy.reading.stage import run

SINGLE = {
    "clause": "{The ministry} <said> [the bridge was destroyed].",
    "clause with that": "{The ministry} <said> [that the bridge was destroyed].",
    "auxiliaries belong to the cue": "{The governor} <has confirmed> [that the dam broke].",
    "negated cue": "{The army} <did not say> [how many soldiers were killed].",
    "cue behind": "[The bridge was destroyed], {the ministry} <said>.",
    "cue inside": "[The bridge], {the governor} <said>, [was destroyed on Monday].",
    "inverted": "[“The bridge is gone,”] <said> {the mayor}.",
    "direct before": "{The mayor} <said>: [“The bridge is gone.”]",
    "direct behind": "[“The bridge is gone,”] {the mayor} <said>.",
    "question behind": "[“Who will pay for it?”] {the mayor} <asked>.",
    "direct in two parts": "[“The bridge is gone,”] {the mayor} <said>. [“We need boats.”]",
    "as-clause": "As {the governor} <said>, [the bridge was destroyed].",
    "according to, first": "<According to> {the police}, [two people died].",
    "according to, last": "[Two people died], <according to> {the police}.",
    "according to, in the middle": "[Two people], <according to> {the police}, [died on Monday].",
    "reported question": "{Reporters} <asked> [whether the dam would hold].",
    "infinitive": "{The president} <promised> [to rebuild the bridge].",
    "urging": "{The mayor} <urged> [residents to leave the town].",
    "calling for": "{The union} <called> for [an inquiry into the fire].",
    "accusing of": "{Kyiv} <accused> [Moscow of shelling the port].",
    "describing as": "{The governor} <described> [the strike as a war crime].",
    "calling something something": "{The governor} <called> [the strike a war crime].",
    "noun phrase": "{The company} <announced> [a halt to all shipments].",
    "verb taken for a noun": (
        "{Sources close to the railway} <claim> [that up to 40 people were killed]."
    ),
    "conjunction taken for an object": "{The army} <denied> [that a depot burned].",
    "particle verb": "{The mayor} <pointed> out [that the dam had held].",
    "noun cue": "Nobody believed {the army}'s <claim> [that the town was empty].",
    "noun cue with an infinitive": "{His} <pledge> [to rebuild the town] was kept.",
    "agentless passive": "It <has been reported> [that two tank cars were destroyed].",
    "agentless passive of a subject": "[The bridge] <is believed> [to have been mined].",
    "asked by nobody": "<Asked> about [the losses], she left.",
    "adverb": "[The commander was] <reportedly> [dismissed].",
    "passive with an agent": "[The strike] <was condemned> by {the United Nations}.",
    "statement saying": "{The ministry} issued a statement <saying> [that the dam held].",
    "trailing bracket": "[The depot burned down.] (<Message from> {the Steppe Watch channel})",
    "trailing agency": "[The depot burned down.] ({Reuters})",
    "participle goes on": "{The ministry} said it was false, <calling> [the report a forgery].",
}


def all_of(text: str, first: SegmentKind = SegmentKind.PARAGRAPH) -> tuple[Attribution, ...]:
    return attributed(text, first).every(Attribution)


def names(text: str) -> list[str | None]:
    """Return the names of who speaks, in the order of the text's attributions."""
    draft = attributed(text)
    sources = draft.every(Source)
    return [
        None if each.source is None else sources[each.source].name
        for each in draft.every(Attribution)
    ]


@pytest.mark.parametrize("painted", SINGLE.values(), ids=SINGLE)
def test_source_cue_and_content_are_found(painted: str) -> None:
    wanted = unpaint(painted)
    # Marks at the edge of a content belong to it or not; nothing hangs on it.
    bare = [span.of(wanted.text).strip("“”. ") for span in wanted.content]
    for each in all_of(wanted.text):
        got = [span.of(wanted.text).strip("“”. ") for span in each.content_spans]
        if (each.source_spans, each.cue_spans, got) == (wanted.source, wanted.cue, bare):
            return
    pytest.fail(f"not among {all_of(wanted.text)}")


PLAIN = {
    "an act is not a word": "The troops attacked the convoy and left the village.",
    "a verb of saying with nothing said": "They spoke at length.",
    "an expletive": "It is fair to say that the war goes on.",
    "nobody": "Nobody said that the dam was safe.",
    "a name in quotation marks": "The film “Long Road” opened on Monday.",
    "an imperative": "Read the rest here.",
    "referring a case is not speaking of it": "They referred the case to the court.",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_what_nobody_is_said_to_say_is_not_attributed(text: str) -> None:
    assert all_of(text) == ()


CHAINS = {
    "who told whom": (
        "The portal reported that a source had said the depot was burning.",
        [("The portal", None), ("a source", 0)],
    ),
    "three hands": (
        "The agency said that the channel had reported that officers claimed the town fell.",
        [("The agency", None), ("the channel", 0), ("officers", 1)],
    ),
    "a quotation inside": (
        "“The officer told us that the road was mined,” the driver said.",
        [("the driver", None), ("The officer", 0)],
    ),
    "quoted as saying": (
        "The channel quoted the driver as saying that the road was mined.",
        [("The channel", None), ("the driver", 0)],
    ),
    "an adverb inside": (
        "The channel said the mayor had reportedly left the town.",
        [("The channel", None), (None, 0)],
    ),
}


@pytest.mark.parametrize(("text", "links"), CHAINS.values(), ids=CHAINS)
def test_a_chain_of_tellers_is_nested(text: str, links: list[tuple[str, int | None]]) -> None:
    parents = [each.parent for each in all_of(text)]
    assert list(zip(names(text), parents, strict=True)) == links


def test_what_a_speaker_wants_is_no_link_of_a_chain() -> None:
    assert names("She said that he wanted to leave.") == ["She"]


def test_a_quoted_speaker_is_no_source_within_his_own_words() -> None:
    assert names("“I think the dam will hold,” the mayor said.") == ["the mayor"]


def test_one_sentence_may_have_two_holders() -> None:
    text = "Some reports claim the town fell, while others suggest it held."
    assert names(text) == ["Some reports", "others"]


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    [only] = all_of("“One road is open,” the mayor said. “It is not safe.\n“We wait for help.”")
    assert len(only.content_spans) == 3


def test_a_paragraph_that_ends_with_a_colon_announces_the_next() -> None:
    assert names("The ministry stated:\n“All drones were shot down over the sea.”") == [
        "The ministry"
    ]


def test_a_quotation_without_a_speaker_is_speech_of_nobody() -> None:
    [only] = all_of("“We have not eaten for three days now.”")
    assert (only.source, only.mode) == (None, Mode.DIRECT)


MODES = {
    "direct": ("“The dam broke,” she said.", Mode.DIRECT),
    "indirect": ("She said the dam broke.", Mode.INDIRECT),
    "mixed": ("She said the dam was “completely gone” by dawn.", Mode.MIXED),
}


@pytest.mark.parametrize(("text", "mode"), MODES.values(), ids=MODES)
def test_the_mode_tells_how_much_is_quoted(text: str, mode: Mode) -> None:
    assert [each.mode for each in all_of(text)] == [mode]


HEADLINES = {
    "speaker first": ("Ukraine: Drone Hit Fuel Depot Near Orikhiv", "Ukraine"),
    "speaker last": ("Drone hit fuel depot near Orikhiv: Ministry", "Ministry"),
    "plain": ("Drone hits fuel depot, officials say", "officials"),
}


@pytest.mark.parametrize(("text", "name"), HEADLINES.values(), ids=HEADLINES)
def test_a_headline_names_its_source(text: str, name: str) -> None:
    draft = attributed(text, SegmentKind.TITLE)
    [source] = draft.every(Source)
    assert source.name == name


def test_a_transcript_names_its_speakers_inside_the_marks() -> None:
    text = "“CHAIR: Will she come?\n“CLERK: She will not attend the debate.”"
    assert names(text) == ["CHAIR", "CLERK"]


def test_a_disclaimer_attributes_nothing() -> None:
    assert all_of("The author said the views are his own.", SegmentKind.DISCLAIMER) == ()


def test_every_attribution_names_its_rule_and_score() -> None:
    for each in all_of("The ministry said the bridge, according to scouts, was gone."):
        assert ":" in each.evidence.rule
        assert 0 <= each.evidence.score <= 1


@pytest.mark.parametrize("pos", ["X", "NOUN", "VERB", "PROPN", "PUNCT"])
def test_without_a_parser_what_the_surface_shows_is_found(pos: str) -> None:
    text = "“Leave,” the mayor said. It burned reportedly. (Message from the Steppe Watch channel)"
    found = run(unparsed(text, pos), (quotations, attributions)).every(Attribution)
    rules = {each.evidence.rule for each in found}
    assert "trailing" in rules


LETTERS = (
    'The ministry said that according to police reportedly “ ” " , . : he she told it was who ( ) '
    "claimed asked denied 'we' and Kyiv Reuters \n"
)
WORDS = st.sampled_from(re.split(" ", LETTERS))


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_whatever_the_words_every_span_lies_in_the_text_and_parents_come_first(text: str) -> None:
    for number, each in enumerate(all_of(text)):
        for span in (*each.source_spans, *each.cue_spans, *each.content_spans):
            assert 0 <= span.start < span.end <= len(text)
        assert each.content_spans
        assert each.parent is None or each.parent < number
