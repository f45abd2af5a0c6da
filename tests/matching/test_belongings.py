import pytest
from matching.worded import held, kind, put

from furphy.matching.belongings import belongings
from furphy.model.claim import ContradictionKind

OURS = ("en", "The Thai army shelled a temple on the Cambodian border.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        OURS,
        ("ru", "Армия Таиланда обстреляла храм на границе с Камбоджей."),
        ("uk", "Армія Таїланду обстріляла храм на кордоні з Камбоджею."),
        ("zh", "泰国军队炮击柬埔寨边境一座寺庙。"),
    ],
)
def test_countries_have_what_stands_beside_them(language: str, text: str) -> None:
    assert belongings(put(text, language)) == {("thailand", "army"), ("cambodia", "border")}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            ("en", "The Cambodian army shelled a temple on the Thai border."), id="one language"
        ),
        pytest.param(
            ("ru", "Армия Камбоджи обстреляла храм на границе с Таиландом."), id="two languages"
        ),
    ],
)
def test_what_changes_hands_is_another_account(other: tuple[str, str]) -> None:
    assert kind(held(OURS, other)) is ContradictionKind.IDENTITY
