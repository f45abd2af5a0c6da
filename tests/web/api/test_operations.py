"""The API: pages without caps, problem details, tokens, and no accident whatever is sent."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from desked import Browser, browser, copied_desk, logged_in

from furphy.cli import furphy
from furphy.desk import judging
from furphy.web import accounts
from furphy.web.api.openapi import PREFIX, document
from furphy.web.api.operations import OPERATIONS
from furphy.web.desk import Desk


@pytest.fixture
def desk(traced_rumours: Path, tmp_path: Path) -> Iterator[Desk]:
    with copied_desk(traced_rumours, tmp_path) as found:
        yield found


def called(who: Browser, address: str, **headers: str) -> dict[str, Any]:
    response = who.client.get(f"{PREFIX}{address}", headers=headers)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def test_every_list_is_gone_through_to_its_end(desk: Desk) -> None:
    who = browser(desk)
    for name in ("documents", "inputs", "sources", "derivations", "origins", "search?q=bridge"):
        glue = "&" if "?" in name else "?"
        whole = called(who, f"/{name}{glue}limit=200")["items"]
        found: list[object] = []
        after: object = ""
        while after is not None:
            step = called(who, f"/{name}{glue}limit=2" + (f"&after={after}" if after else ""))
            found += step["items"]
            after = step["next"]
        assert found == whole, name
        assert found, name


def test_facets_are_as_the_command_line_has_them(desk: Desk) -> None:
    who = browser(desk)
    run = CliRunner().invoke(
        furphy, ["search", desk.where, "bridge", "--facets", "--format", "jsonl"]
    )
    rows = [json.loads(each) for each in run.stdout.splitlines()]
    found = called(who, "/search/facets?q=bridge")
    assert found["items"] == rows
    assert (found["counted"], found["is_all"]) == (rows[0]["count"], True)
    assert rows[0]["facet"] == "all"
    assert {each["facet"] for each in rows} > {"holder", "outlet", "place", "published", "time"}
    for row in rows:
        if row["facet"] in {"holder", "outlet", "value", "kind", "language"} and "value" in row:
            narrowed = f"/search?q=bridge&over=assertions&{row['facet']}={quote(row['value'])}"
            assert len(called(who, narrowed)["items"]) == row["count"], row
    assert len(called(who, "/search/facets?q=bridge&limit=1")["items"]) < len(rows)


def test_a_reading_and_a_trace_are_as_the_command_line_has_them(desk: Desk) -> None:
    who = browser(desk)
    assert called(who, "/readings/bulletin")["schema"] == "furphy/reading/1"
    (claim,) = called(who, "/claims")["items"]
    traced = called(who, f"/claims/{claim['id']}")
    assert traced["schema"] == "furphy/trace/1"
    assert traced["origins"] == claim["origins"]


def test_a_judgement_is_given_listed_and_withdrawn(desk: Desk) -> None:
    who = browser(desk)
    hits = called(who, "/search?q=bridge&over=assertions")["items"]
    subject = hits[0]["id"]
    body = {
        "kind": "answer",
        "subjects": [subject],
        "value": "yes",
        "because": "seen",
        "by": "Koval",
    }
    given = who.client.post(f"{PREFIX}/judgements", json=body)
    assert given.status_code == 201
    stale = who.client.post(f"{PREFIX}/judgements", json={**body, "value": "no", "saw": "0" * 32})
    assert stale.status_code == 409
    assert stale.headers["content-type"] == "application/problem+json"
    end = {"because": "mistaken", "by": "Koval"}
    address = f"{PREFIX}/judgements/{given.json()['id']}/withdraw"
    assert who.client.post(address, json=end).status_code == 201
    (listed,) = called(who, f"/judgements?about={subject}")["items"]
    assert listed["state"] == "withdrawn"
    assert len([*judging.listed(desk.where)]) == 2


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/readings/nothing", 404),
        ("/claims/nothing", 404),
        ("/claims?limit=0", 422),
        ("/claims?limit=many", 422),
        ("/claims?status=odd", 422),
        ("/search?within=3", 422),
        ("/search?at=nowhere", 422),
        ("/search/facets?lat=1&lon=2", 422),
        ("/search/facets?over=documents", 422),
        ("/intake/1", 404),
    ],
)
def test_what_goes_wrong_is_told_as_problem_details(desk: Desk, address: str, status: int) -> None:
    response = browser(desk).client.get(f"{PREFIX}{address}")
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status
    assert response.json()["detail"]


def test_a_token_opens_what_its_role_may_until_it_is_revoked(desk: Desk) -> None:
    logged_in(desk, "koval", "analyst")
    token, secret = accounts.make_token(desk.state, "koval", "reader", "for tests")
    who = browser(desk)
    headers = {"authorization": f"Bearer {secret}"}
    assert who.client.get(f"{PREFIX}/claims").status_code == 401
    assert called(who, "/claims", **headers)["items"]
    refused = who.client.post(f"{PREFIX}/judgements", json={}, headers=headers)
    assert refused.status_code == 403
    accounts.revoke(desk.state, token.id)
    told = who.client.get(f"{PREFIX}/claims", headers=headers)
    assert told.status_code == 401
    assert "revoked" in told.json()["detail"]
    assert secret not in desk.state.path.read_bytes().decode("latin-1")


def test_a_cookie_changes_nothing_through_the_api(desk: Desk) -> None:
    who = logged_in(desk, "koval", "analyst")
    assert who.client.get(f"{PREFIX}/claims").status_code == 200
    assert who.client.post(f"{PREFIX}/judgements", json={}).status_code == 403


def test_the_description_names_every_operation() -> None:
    told = document()
    assert {
        (method.upper(), path.removeprefix(PREFIX))
        for path, methods in told["paths"].items()
        for method in methods
    } == {(each.method, each.path) for each in OPERATIONS}
