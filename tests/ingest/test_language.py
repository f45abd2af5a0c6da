import pytest

from furphy.ingest.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Officials said three villages burned overnight near the river.", "en"),
        ("Der Kanzler sagte am Dienstag, dass die Brücke zerstört worden sei.", "de"),
        ("Над містом збили три безпілотники, повідомив голова області.", "uk"),
        ("Three drones", None),
        ("1234567890 " * 20, None),
        ("https://a.example/officials-said-three-villages-burned " * 5, None),
        ("", None),
    ],
)
def test_a_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert language_of(text) == language
