"""How firmly: each kind of operator, on the event of the word in brackets."""

import re

import pytest
from asserted import about

from furphy.model.factuality import CueKind

AUTHOR = {
    "plain": ("The bridge [collapsed].", "CT+"),
    "negated": ("The bridge did not [collapse].", "CT-"),
    "never": ("The bridge never [collapsed].", "CT-"),
    "nobody": ("Nobody was [hurt].", "CT-"),
    "no determiner": ("No soldiers were [killed].", "CT-"),
    "not only": ("They not only [shelled] the port but mined it.", "CT+"),
    "modal": ("The bridge may have [collapsed].", "PS+"),
    "alleged": ("The alleged [attack] was filmed.", "UU"),
    "foiled": ("The foiled [attack] was filmed.", "CT-"),
    "cancelled by somebody": ("The army cancelled the [attack].", "CT-"),
    "the first to": ("He was the first to [arrive].", "CT+"),
    "negated modal": ("The bridge may not have [collapsed].", "PS-"),
    "future": ("The bridge will [collapse].", "PR+"),
    "adverb": ("The bridge probably [collapsed].", "PR+"),
    "adverb over negation": ("The bridge probably did not [collapse].", "PR-"),
    "adjective": ("It is likely that the bridge [collapsed].", "PR+"),
    "condition": ("If the dam [breaks], the town floods.", "UU"),
    "unless": ("The town floods unless the dam [holds].", "UU"),
    "question": ("Did the dam [break]?", "UU"),
    "order": ("[Leave] the town at once!", "UU"),
    "managed to": ("They managed to [leave] the town.", "CT+"),
    "did not manage to": ("They did not manage to [leave] the town.", "CT-"),
    "failed to": ("They failed to [leave] the town.", "CT-"),
    "did not fail to": ("They did not fail to [leave] the town.", "PR+"),
    "refused to": ("They refused to [leave] the town.", "CT-"),
    "forgot to": ("They forgot to [close] the gate.", "CT-"),
    "remembered to": ("They remembered to [close] the gate.", "CT+"),
    "forced to": ("The flood forced them to [leave] the town.", "CT+"),
    "prevented from": ("Soldiers prevented them from [leaving] the town.", "CT-"),
    "yet to": ("The army has yet to [leave] the town.", "CT-"),
    "too weak to": ("He was too weak to [walk] home.", "PR-"),
    "had to": ("They had to [leave] the town.", "PR+"),
    "planned to": ("They planned to [leave] the town.", "UU"),
    "wanted to": ("They wanted to [leave] the town.", "UU"),
    "tried to": ("They tried to [leave] the town.", "UU"),
    "going to": ("They are going to [leave] the town.", "UU"),
    "without": ("They left without [closing] the gate.", "CT-"),
    "instead of": ("They fled instead of [fighting].", "CT-"),
    "purpose": ("They dug a trench to [stop] the fire.", "UU"),
    "past when": ("He wept when the house [burned].", "CT+"),
    "because, under negation": ("He did not speak because his house [burned].", "CT+"),
    "knew that": ("He did not know that the house [burned].", "CT+"),
    "regretted that": ("He regrets that the house [burned].", "CT+"),
    "pretended that": ("He pretended that the house [burned].", "UU"),
    "nominal operator": ("The threat of an [attack] worries the mayor.", "PS+"),
    "presupposed noun": ("The [attack] may not have hit the depot.", "CT+"),
}


@pytest.mark.parametrize(("painted", "value"), AUTHOR.values(), ids=AUTHOR)
def test_the_author_commits(painted: str, value: str) -> None:
    word = re.findall(r"\[(.*?)\]", painted)[0]
    found = about(re.sub(r"[\[\]]", "", painted), word)
    assert found.author_factuality.value == value
    assert found.factuality == found.author_factuality


HOLDERS = {
    "relayed": ("The ministry said that the dam [broke].", "CT+", "UU"),
    "relayed doubt": ("The ministry said that the dam may have [broken].", "PS+", "UU"),
    "relayed denial": ("The ministry said that the dam had not [broken].", "CT-", "UU"),
    "denied": ("The ministry denied that the dam [broke].", "CT-", "UU"),
    "acknowledged": ("The ministry acknowledged that the dam [broke].", "CT+", "CT+"),
    "suggested": ("The ministry suggested that the dam [broke].", "PR+", "UU"),
    "not said": ("The ministry did not say that the dam [broke].", "UU", "UU"),
    "asked for": ("The mayor called on residents to [leave].", "UU", "UU"),
    "asked": ("Reporters asked whether the dam [broke].", "UU", "UU"),
    "wished for": ("The mayor called for an [investigation] of the deaths.", "UU", "UU"),
    "wished for as a deed": ("The mayor called for [closing] the bridge.", "UU", "UU"),
    "wanted": ("The mayor demanded an [investigation] of the deaths.", "UU", "UU"),
    "stood against": ("The union opposed the [closure] of two schools.", "UU", "UU"),
    "feared": ("The ministry warned of [attacks].", "PS+", "UU"),
    "deplored": ("The mayor complained about the [closure] of two schools.", "CT+", "UU"),
    "adverb": ("The dam reportedly [broke].", "CT+", "UU"),
}


@pytest.mark.parametrize(("painted", "source", "author"), HOLDERS.values(), ids=HOLDERS)
def test_source_and_author_commit_each_for_themselves(
    painted: str, source: str, author: str
) -> None:
    word = re.findall(r"\[(.*?)\]", painted)[0]
    found = about(re.sub(r"[\[\]]", "", painted), word)
    assert found.attribution is not None
    assert (found.factuality.value, found.author_factuality.value) == (source, author)


def degree(text: str, word: str) -> float:
    return about(text, word).author_factuality.degree


def test_readers_take_a_report_for_more_than_a_claim_and_a_claim_for_more_than_a_denial() -> None:
    said = degree("The ministry said that the dam broke.", "broke")
    claimed = degree("The ministry claimed that the dam broke.", "broke")
    denied = degree("The ministry denied that the dam broke.", "broke")
    assert 3 > said > claimed > 0 > denied


def test_a_nameless_source_weighs_less_than_a_named_one() -> None:
    named = degree("The ministry said that the dam broke.", "broke")
    assert degree("Sources said that the dam broke.", "broke") < named


def test_cues_are_the_words_that_did_it() -> None:
    text = "The dam may break if the rain does not stop."
    cues = about(text, "stop").author_factuality.cues
    assert [(cue.kind, cue.span.of(text)) for cue in cues] == [
        (CueKind.CONDITION, "if"),
        (CueKind.DENIAL, "not"),
    ]
