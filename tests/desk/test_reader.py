from pathlib import Path

import pytest
from made import made

from furphy.desk.demonstration import CHAIN, OTHERS, sample_readings
from furphy.desk.reader import read_document, read_input, stumbled
from furphy.export.voices import VoiceKind, voices
from furphy.ingest import Failure
from furphy.model.document import Segment, SegmentKind
from furphy.model.reading import Reading
from furphy.model.text import Span


def test_a_file_becomes_a_reading(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The dam may have burst, the water board said.")
    [reading] = read_input(str(file))
    assert isinstance(reading, Reading)
    assert [source.name for source in reading.sources] == ["the water board"]


def test_a_file_that_cannot_be_read_becomes_a_failure(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.write_bytes(b"")
    [failure] = read_input(str(file))
    assert isinstance(failure, Failure)
    assert "empty" in failure.reason


def test_a_mistake_of_ours_becomes_a_failure_of_that_document() -> None:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, 4))
    broken = made("One.").reading(segments=(segment, None)).document
    result = read_document(broken)
    assert isinstance(result, Failure)
    assert result.key == "report.txt"
    assert "please report" in result.reason


def test_a_failure_names_the_error() -> None:
    assert (
        str(stumbled("a", KeyError("x")))
        == "a: furphy stumbled over it, please report: KeyError: 'x'"
    )


@pytest.fixture(scope="module")
def samples() -> list[Reading]:
    found = list(sample_readings())
    assert len(found) == len(CHAIN + OTHERS)
    return [each for each in found if isinstance(each, Reading)]


def nameless_share(reading: Reading) -> float:
    """Return the share of attributed assertions that no named source stands for."""
    speakers = [voice for voice in voices(reading) if voice.kind is not VoiceKind.OWN]
    nameless = {VoiceKind.UNNAMED, VoiceKind.NOBODY}
    said = sum(len(voice.findings) for voice in speakers)
    return sum(len(voice.findings) for voice in speakers if voice.kind in nameless) / said


def test_every_sample_reads(samples: list[Reading]) -> None:
    assert len(samples) == len(CHAIN + OTHERS)
    assert all(reading.attributions for reading in samples)


def test_the_last_text_of_the_chain_is_more_weakly_sourced_than_the_first(
    samples: list[Reading],
) -> None:
    assert nameless_share(samples[0]) < nameless_share(samples[2]) < 1
    assert nameless_share(samples[0]) < nameless_share(samples[3])


def test_a_sample_states_its_own_doubts(samples: list[Reading]) -> None:
    assert any(each.status for each in samples[4].assertions)
