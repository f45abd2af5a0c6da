"""Claims that one document alone tells, kept without their documents and derivations."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from rumours import rumours

from furphy.desk import claiming
from furphy.export.claims import trace_record
from furphy.export.dossier import packing, sparing
from furphy.export.dossier.material import Material
from furphy.export.dossier.page import render
from furphy.model.account import Account
from furphy.model.derivation import Derivation
from furphy.model.reading import Reading
from furphy.model.signed import Credibility, Grade
from furphy.tracing.traced import Traced


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> claiming.Told:
    where = str(tmp_path_factory.mktemp("case") / "case.furphy")
    rumours(where).close()
    return claiming.claims(where, all_of_them=True)


def alone(told: claiming.Told) -> list[Account]:
    found = [each for each in told.accounts if len(each.documents) == 1]
    assert found
    return found


def kept_links(told: claiming.Told) -> dict[sparing.Ends, bytes]:
    return {
        (each.source, each.target): sparing.packed_link(each)
        for each in told.trace.stemma.links
        if isinstance(each, Derivation)
    }


def again(told: claiming.Told, whole: Material) -> Material:
    """Return a claim packed and unpacked, what it leaves out being asked for."""
    links = kept_links(told)
    asked = list[int]()

    def documents(numbers: Sequence[int]) -> dict[int, tuple[Traced, Reading]]:
        asked.extend(numbers)
        return {
            each: sparing.unpacked_document(
                sparing.packed_document(told.trace.documents[each], told.trace.readings[each])
            )
            for each in asked
        }

    account, places = sparing.unpacked(
        sparing.packed(whole),
        lambda ends: {each: sparing.unpacked_link(links[each]) for each in ends},
    )
    found = sparing.material(account, places, documents)
    assert asked == packing.shown(account), "no other document is asked for"
    return found


def test_what_was_packed_is_the_same_claim(told: claiming.Told) -> None:
    for account in alone(told):
        grade = Grade(
            "0" * 64, Credibility.DOUBTFUL, "Koval", "seen", "2024-03-14", is_disputed=False
        )
        whole = claiming.material(told, replace(account, grades=(grade,)))
        found = again(told, whole)
        assert found.account == whole.account
        assert found.places == whole.places


def test_one_that_nothing_contradicts_tells_all_of_its_dossier(told: claiming.Told) -> None:
    for account in alone(told):
        whole = claiming.material(told, replace(account, counterclaims=()))
        found = again(told, whole)
        assert render(found) == render(whole)
        assert trace_record(found.account, found.documents, found.readings) == trace_record(
            whole.account, whole.documents, whole.readings
        )


def test_texts_are_not_kept(told: claiming.Told) -> None:
    document, reading = sparing.unpacked_document(
        sparing.packed_document(told.trace.documents[0], told.trace.readings[0])
    )
    assert (document.text, reading.document.text, reading.assertions) == ("", "", ())
    assert (document.key, reading.document.title) == (
        told.trace.documents[0].key,
        told.trace.readings[0].document.title,
    )


def test_it_takes_less_than_with_its_documents(told: claiming.Told) -> None:
    for account in alone(told):
        whole = claiming.material(told, account)
        assert len(sparing.packed(whole)) < len(packing.packed(whole)) / 2
        assert sparing.packed(whole) == sparing.packed(whole)
