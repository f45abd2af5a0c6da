"""How a page tells its speakers apart: a letter and a hue each."""

from dataclasses import dataclass

from furphy.export.voices import Voice, VoiceKind, voices
from furphy.model.reading import Reading

HUES = 7
"""Hues in the style sheet; beyond that they return, and only the letters differ."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice with what marks it on the page."""

    voice: Voice
    slug: str
    """Its name in the style sheet."""
    letter: str
    """What stands before its words; empty for the document's own voice."""
    hue: str
    """Class of its colour."""


def speakers(reading: Reading) -> dict[int | str, Speaker]:
    """Return the speakers by the index of their source, else by the kind of their voice."""
    found: dict[int | str, Speaker] = {}
    for number, voice in enumerate(voices(reading)):
        if not voice.indexes:
            letter = "" if voice.kind is VoiceKind.OWN else "?"
            found[voice.kind] = Speaker(voice, voice.kind, letter, f"hue-{voice.kind}")
        else:
            slug, hue = f"source-{voice.indexes[0]}", f"hue-{number % HUES}"
            speaker = Speaker(voice, slug, _letter(number), hue)
            found |= dict.fromkeys(voice.indexes, speaker)
    return found


def _letter(number: int) -> str:
    turn, place = divmod(number, len(_LETTERS))
    return _LETTERS[place] + (str(turn + 1) if turn else "")
