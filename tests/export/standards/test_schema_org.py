import json
from dataclasses import replace
from typing import Any

from handed import corrected, handed, hostile, plain, signed

from furphy.export.dossier.material import Material
from furphy.export.standards.schema_org import export
from furphy.model.signed import Scale


def graph(*materials: Material) -> list[dict[str, Any]]:
    found = json.loads("".join(export(handed(*materials))))
    assert found["@context"] == "https://schema.org"
    return list(found["@graph"])


def test_what_nobody_signed_is_no_review() -> None:
    assert [each["@type"] for each in graph(plain())] == ["Claim"]


def test_a_verdict_is_a_review_with_what_its_author_stated() -> None:
    verdict = signed(scale=Scale(2, 1, 5), url="https://desk.test/1", claim_reviewed="It fell")
    claim, review = graph(plain((verdict,)))
    assert review["itemReviewed"] == {"@id": claim["@id"]}
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Not shown",
        "ratingValue": 2,
        "worstRating": 1,
        "bestRating": 5,
    }
    told = {each: review[each] for each in ("claimReviewed", "url", "reviewBody", "author")}
    assert told == {
        "claimReviewed": "It fell",
        "url": "https://desk.test/1",
        "reviewBody": "nobody saw it",
        "author": {"@type": "Person", "name": "Ada"},
    }


def test_a_rating_without_a_scale_has_no_number() -> None:
    _, review = graph(plain((signed(),)))
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Not shown"}
    assert "url" not in review


def test_several_verdicts_stand_side_by_side() -> None:
    verdicts = (signed(), signed("True", id="f" * 64, by="Bo"))
    told = [each for each in graph(plain(verdicts)) if each["@type"] == "ClaimReview"]
    assert [each["author"]["name"] for each in told] == ["Ada", "Bo"]


def test_appearances_are_the_documents_and_the_unknown_is_absent() -> None:
    (claim,) = graph(plain())
    assert [each["url"] for each in claim["appearance"] if "url" in each] == []
    assert "datePublished" not in claim
    made = plain()
    dated = replace(made, account=replace(made.account, first_seen="2024-03-12T08:00:00Z"))
    (claim,) = graph(dated)
    assert claim["firstAppearance"] == claim["appearance"][0]


def test_hostile_texts_stay_texts() -> None:
    assert graph(hostile())[0]["text"].startswith("<script>")


def test_a_correction_is_a_comment_of_its_author() -> None:
    claim, *others = graph(corrected())
    assert others == []
    assert [each["author"]["name"] for each in claim["comment"]] == ["Ada", "Bo", "Ada"]
    assert (
        "how firmly: PR+ probable (furphy: CT+ certain); Ada, 2024-03-20: so Ada"
        in claim["comment"][2]["text"]
    )
    assert {each["about"]["@id"] for each in claim["comment"]} == {claim["appearance"][0]["@id"]}
