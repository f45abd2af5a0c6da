"""Where names begin and end, and what is taken for one."""

import pytest
from papers import parsed

from furphy.reading.identities.finding import find_namings
from furphy.reading.identities.naming import Sort


def named(text: str) -> list[str]:
    return [each.span.of(text) for each in find_namings(parsed(text), text, [])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "The World Food Programme (WFP) sent rice.", "World Food Programme", id="in brackets"
        ),
        pytest.param(
            "The Organization for Security and Co-operation in Europe (OSCE) met.",
            "Organization for Security and Co-operation in Europe",
            id="name that was cut",
        ),
        pytest.param(
            "The 127th Motorised Rifle Division left.", "127th Motorised Rifle Division", id="unit"
        ),
        pytest.param("Soldiers of the 3rd brigade left.", "3rd brigade", id="small letters"),
        pytest.param(
            "Russia's Defence Ministry denied it.", "Russia's Defence Ministry", id="owner"
        ),
        pytest.param("Ursula von der Leyen left.", "Ursula von der Leyen", id="particles"),
        pytest.param("Gen. Oleksandr Syrskyi left.", "Oleksandr Syrskyi", id="without its title"),
        pytest.param(
            "Deputy Defence Minister Hanna Maliar left.", "Hanna Maliar", id="without its office"
        ),
        pytest.param("Angela Merkel’s car left.", "Angela Merkel", id="without its possessive"),
        pytest.param("The Rybar Telegram channel wrote.", "Rybar Telegram channel", id="channel"),
    ],
)
def test_a_name_is_whole(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Secretary of State Antony Blinken left.", "State", id="what an office is for"
        ),
        pytest.param("President left.", "President", id="an office alone"),
    ],
)
def test_what_is_no_body_is_no_name_of_one(text: str, name: str) -> None:
    found = find_namings(parsed(text), text, [])
    assert name not in [
        each.span.of(text) for each in found if each.sort is Sort.BODY and each.sure
    ]


def test_a_surname_taken_for_a_verb_is_still_one() -> None:
    text = "Donald Trump visited Ohio. Trump this week also said he would return."
    assert named(text).count("Trump") + named(text).count("Donald Trump") == 2
