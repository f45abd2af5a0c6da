"""Names of organisations, units, outlets and channels, compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.model.identity import IdentityKind
from furphy.reading.identities.bodies import BodyAgreement, body_agreement, body_name, told


@pytest.mark.parametrize(
    ("full", "other", "expected"),
    [
        pytest.param(
            "Ministry of Defence of Russia",
            "Russian Ministry of Defense",
            BodyAgreement.SAME,
            id="country before and behind",
        ),
        pytest.param(
            "Ministry of Defence of Russia",
            "Russia's Defence Ministry",
            BodyAgreement.ORDER,
            id="other order",
        ),
        pytest.param(
            "Ministry of Defence of Russia",
            "Ukrainian Ministry of Defence",
            None,
            id="another country's",
        ),
        pytest.param("Ministry of Defence", "Ministry of Health", None, id="another ministry"),
        pytest.param(
            "Ministry of Defence", "MoD", BodyAgreement.ABBREVIATION, id="small letter inside"
        ),
        pytest.param("World Food Programme", "WFP", BodyAgreement.ABBREVIATION, id="initials"),
        pytest.param(
            "Organization for Security and Co-operation in Europe",
            "OSCE",
            BodyAgreement.ABBREVIATION,
            id="initials of a hyphenated word",
        ),
        pytest.param("World Food Programme", "WHO", None, id="other initials"),
        pytest.param("United Nations", "U.N.", BodyAgreement.KNOWN, id="full stops"),
        pytest.param("HUR", "GUR", BodyAgreement.KNOWN, id="known by two abbreviations"),
        pytest.param("FSB", "SBU", None, id="two that are known"),
        pytest.param("Metz Fresh LLC", "Metz Fresh", BodyAgreement.SHORT, id="legal form"),
        pytest.param("Rybar Telegram channel", "Rybar", BodyAgreement.SHORT, id="channel"),
        pytest.param(
            "Butler County Sheriff's Office", "Sheriff's Office", BodyAgreement.PART, id="end"
        ),
        pytest.param("Washington Post", "Post", BodyAgreement.PART, id="newspaper"),
        pytest.param("World Bank", "Bank", None, id="a noun alone"),
        pytest.param(
            "127th Motorised Rifle Division", "127th Division", BodyAgreement.SHORT, id="number"
        ),
        pytest.param("127th Rifle Division", "128th Rifle Division", None, id="other number"),
        pytest.param(
            "Department of State of the United States",
            "US Department of State",
            BodyAgreement.SAME,
            id="country of two words",
        ),
    ],
)
def test_how_bodies_agree(full: str, other: str, expected: BodyAgreement | None) -> None:
    assert body_agreement(body_name(full), body_name(other)) == expected
    assert body_agreement(body_name(other), body_name(full)) == expected


@pytest.mark.parametrize(
    ("name", "kind", "call"),
    [
        ("Azov Regiment", IdentityKind.UNIT, "regiment"),
        ("Reuters", IdentityKind.OUTLET, "agency"),
        ("Kyiv Herald", IdentityKind.OUTLET, "newspaper"),
        ("Steppe Watch channel", IdentityKind.CHANNEL, "channel"),
        ("Federal Fisheries Agency", IdentityKind.ORGANIZATION, "agency"),
        ("Hamas", IdentityKind.GROUP, "group"),
    ],
)
def test_a_name_tells_what_bears_it(name: str, kind: IdentityKind, call: str) -> None:
    found = told(body_name(name))
    assert found is not None
    assert found.kind is kind
    assert call in found.calls


def test_a_name_without_a_noun_tells_nothing() -> None:
    assert told(body_name("Chevrolet")) is None


@given(st.text("ABCdef gh’'.-&12", max_size=30), st.text("ABCdef gh’'.-&12", max_size=30))
def test_agreement_does_not_depend_on_the_order(left: str, right: str) -> None:
    ours, theirs = body_name(left), body_name(right)
    assert body_agreement(ours, theirs) == body_agreement(theirs, ours)
