"""A reading: its chain of attributions, and types that cannot be changed by accident."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from importlib import import_module
from typing import Any

import pytest
from made import flood, made

from furphy.model.check import Check, Reason
from furphy.model.text import Span
from furphy.model.token import Token

MODULES = (
    "assertion",
    "attribution",
    "check",
    "document",
    "evidence",
    "factuality",
    "quotation",
    "reading",
    "text",
    "token",
)
TYPES = [
    kind
    for name in MODULES
    for kind in vars(import_module(f"furphy.model.{name}")).values()
    if is_dataclass(kind) and isinstance(kind, type) and kind.__module__.endswith(f".{name}")
]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_a_type_of_the_model_is_frozen_and_slotted(kind: type) -> None:
    blank: Any = object.__new__(kind)
    name = fields(blank)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(blank, name, None)
    assert not hasattr(blank, "__dict__")


def test_a_chain_is_told_from_the_documents_voice_inwards() -> None:
    report = made("A paper writes that officials say that witnesses saw smoke.")
    outer = report.attribution(None, "writes", "officials say that witnesses saw smoke")
    middle = report.attribution(None, "say", "witnesses saw smoke", outer)
    inner = report.attribution(None, "saw", "smoke", middle)
    reading = report.reading()
    assert reading.chain(inner) == (outer, middle, inner)
    assert reading.chain(outer) == (outer,)
    assert reading.chain(None) == ()


def test_the_chain_of_each_assertion_ends_in_its_own_attribution() -> None:
    reading = flood().reading()
    for assertion in reading.assertions:
        chain = reading.chain(assertion.attribution)
        assert chain[-1:] == (() if assertion.attribution is None else (assertion.attribution,))
        assert all(reading.attributions[each].parent is None for each in chain[:1])


def test_reasons_to_check_add_up() -> None:
    assert Check(0, (Reason("one", "because", 5), Reason("two", "also", 2))).weight == 7


def test_a_token_knows_where_it_stands() -> None:
    assert Token(0, 3, 6, "dam", "dam", "NOUN", "NN", 0, "").span == Span(3, 6)
