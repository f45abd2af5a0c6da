import json
from dataclasses import replace
from typing import Any

from handed import corrected, handed, hostile, plain

from furphy.export.dossier.material import Material
from furphy.export.standards.annotations import export


def annotations(*materials: Material) -> list[dict[str, Any]]:
    found = json.loads("".join(export(handed(*materials))))
    assert found["type"] == "AnnotationCollection"
    items = found["first"]["items"]
    assert found["total"] == len(items)
    return list(items)


def test_both_selectors_find_the_words_again_in_code_points() -> None:
    for material in (plain(), hostile()):
        for each, variant in zip(annotations(material), material.account.variants, strict=True):
            text = material.readings[variant.document].document.text
            quote, position = each["target"]["selector"]
            start, end = position["start"], position["end"]
            assert (quote["type"], position["type"]) == (
                "TextQuoteSelector",
                "TextPositionSelector",
            )
            assert text[start:end] == quote["exact"] == variant.text
            assert text[:start].endswith(quote.get("prefix", ""))
            assert text[end:].startswith(quote.get("suffix", ""))


def test_an_annotation_is_what_the_model_asks_for() -> None:
    for each in annotations():
        assert each["id"].startswith("urn:uuid:")
        assert each["type"] == "Annotation"
        assert each["target"]["source"]
        assert {body["type"] for body in each["body"]} == {"TextualBody"}


def test_ids_are_told_apart() -> None:
    found = annotations()
    assert len({each["id"] for each in found}) == len(found)


def test_no_claims_are_an_empty_page() -> None:
    nothing = replace(handed(), materials=())
    assert json.loads("".join(export(nothing)))["total"] == 0


def test_a_correction_is_an_annotation_of_its_author_at_the_same_words() -> None:
    found = annotations(corrected())
    edits = [each for each in found if each["motivation"] == "editing"]
    assert [each["creator"]["name"] for each in edits] == ["Ada", "Bo", "Ada"]
    assert all(each["target"] == found[0]["target"] for each in edits)
    assert edits[0]["body"]["value"].startswith("place of “Orikhiv”: Orikhiv at 47.8,35.2")
    assert len({each["id"] for each in found}) == len(found)


def test_a_firmness_that_people_gave_is_theirs() -> None:
    tags = [
        body
        for each in annotations(corrected())
        if each["motivation"] == "linking"
        for body in each["body"]
        if body["purpose"] == "tagging"
    ]
    assert [[one["name"] for one in each.get("creator", [])] for each in tags] == [["Ada"], [], []]
