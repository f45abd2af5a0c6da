"""A desk on a casebook that lies on a PostgreSQL: taken in, read, judged, searched, handed on."""

from pathlib import Path

from desked import browser
from stores import Server

from furphy.desk import judging
from furphy.desk.unbundling import check
from furphy.web import handing, intake, traced, tracer
from furphy.web.serving import Wish, opened

TOLD = "The mayor said on 12 March 2024 that seven people drowned in the flood near Orikhiv."


def test_a_case_is_worked_on_a_server(server: Server, tmp_path: Path) -> None:
    papers = [tmp_path / f"{name}.txt" for name in ("bulletin", "courier")]
    for number, each in enumerate(papers):
        each.write_text(f"{TOLD}\n\nThe road was open again on day {number}.\n", encoding="utf-8")
    state = tmp_path / "state"
    state.mkdir()
    where = server.database()
    with opened(Wish(where, folder=state)) as desk:
        path = str(desk.state.path)
        assert desk.state.path.parent == state
        taken = intake.queue(desk.state, "A. Analyst", map(str, papers), None)
        intake.take_in(where, path, taken)
        tracer.trace(where, path)
        who = browser(desk)
        who.get("/documents")
        states = [(job.state, job.told) for job in intake.jobs(desk.state)]
        assert "2 documents" in who.get("/") + who.words(), states
        (brief,) = [each for each in traced.claims(desk.state, 0, 10) if "seven" in each.text]
        who.get(f"/claims/{brief.id}")
        form = {**who.form("Grounds"), "rating": "Unproven", "by": "A. Analyst", "because": "hm"}
        who.send("/judge", form)
        assert who.status == 200
        assert "Unproven" in who.words()
        assert [each["kind"] for each in judging.listed(where)] == ["verdict"]
        assert "seven people drowned" in who.client.get("/api/v1/search?q=drowned").text
        number = handing.ask_for(desk.state, "A. Analyst", "bundle", brief.id)
        handing.hand_on(where, path, number)
        bundle = handing.file_of(desk.state, number)
        assert bundle is not None, handing.handover(desk.state, number)
        assert not check(bundle).faults
