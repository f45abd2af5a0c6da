from dataclasses import replace

from made import Made
from made import made as written

from furphy.export.speakers import speakers
from furphy.export.voices import VoiceKind, voices


def agency() -> Made:
    text = written("Bloomberg said it burned. The agency said it sank. Sources said it flew.")
    bloomberg = text.source("Bloomberg", "outlet")
    the_agency = text.source("The agency", "organization")
    sources = text.source("Sources", "anonymous")
    text.assertion("it burned", text.attribution(bloomberg, "said", "it burned"))
    text.assertion("it sank", text.attribution(the_agency, "said", "it sank"))
    text.assertion("it flew", text.attribution(sources, "said", "it flew"))
    who = text.identity("Bloomberg", "outlet", name="Bloomberg", title="The agency")
    text.sources[:2] = [replace(each, identity=who) for each in text.sources[:2]]
    return text


def test_sources_of_one_identity_are_one_voice_under_the_fullest_name() -> None:
    named, unnamed = voices(agency().reading())
    assert (named.name, named.indexes, named.findings) == ("Bloomberg", (0, 1), (0, 1))
    assert (unnamed.kind, unnamed.findings) == (VoiceKind.UNNAMED, (2,))


def test_sources_that_are_nobody_known_stay_apart() -> None:
    text = agency()
    text.sources[:2] = [replace(each, identity=None) for each in text.sources[:2]]
    assert [voice.name for voice in voices(text.reading())] == [
        "Bloomberg",
        "The agency",
        "Sources",
    ]


def test_both_names_of_a_speaker_carry_one_letter() -> None:
    known = speakers(agency().reading())
    assert known[0] is known[1]
    assert known[0].letter != known[2].letter
