"""Whatever is sent to the API, it never breaks down."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from desked import browser, rumour_desk

pytest.importorskip("schemathesis", reason="schemathesis is not installed")

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok

from furphy.web.api.openapi import document
from furphy.web.desk import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("desk")
    with rumour_desk(folder) as found:
        yield found


SCHEMA = schemathesis.openapi.from_dict(document())
OPERATIONS = [each.ok() for each in SCHEMA.get_all_operations() if isinstance(each, Ok)]


# What is sent is broken on purpose, and libraries warn of it.
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("operation", OPERATIONS, ids=[each.label for each in OPERATIONS])
def test_no_call_makes_it_break_down(desk: Desk, operation: schemathesis.APIOperation) -> None:  # type: ignore[type-arg]  # of any body
    who = browser(desk)

    @settings(
        max_examples=25,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
        database=None,
    )
    @given(data=st.data())
    def call(data: st.DataObject) -> None:
        case = data.draw(operation.as_strategy())
        sent = case.as_transport_kwargs(base_url="http://localhost")
        sent.pop("cookies", None)
        if isinstance(case.body, dict) and "multipart" in str(case.media_type):
            # Made for another client, which takes other things for files.
            sent |= {"files": _uploads(case.body), "data": None}
            sent["headers"] = {
                name: each for name, each in sent["headers"].items() if "ontent-" not in name
            }
        response = who.client.request(**sent)
        assert response.status_code < 500, (sent, response.text)

    call()


def _uploads(body: Mapping[str, object]) -> list[tuple[str, tuple[str, bytes]]]:
    return [(name, (f"{name}.txt", repr(each).encode())) for name, each in body.items()]
