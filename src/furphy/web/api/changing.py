"""What one can change: give and withdraw judgements, take documents in."""

from dataclasses import asdict
from operator import attrgetter

from starlette.responses import FileResponse, Response

from furphy.desk import history
from furphy.desk.history import Told
from furphy.desk.inputs import is_address
from furphy.desk.judging import FIELDS, KINDS, Opinion
from furphy.web import handing, intake
from furphy.web.api.operation import Call, Json, cut, page
from furphy.web.asking import Refusal
from furphy.web.pages.taking import MOST_ADDRESSES, queue_in

_MOST_SUBJECTS = 10_000


def judgements(call: Call) -> Json:
    """List judgements, the last given first, or those on some things."""
    about = call.values["about"]
    if about:
        return page([_told(each) for each in history.about(call.desk.book, about)], None)
    found = history.page(call.desk.book, call.values["after"], call.limit + 1)
    return cut(found, call.limit, lambda row: _told(row.told), attrgetter("number"))


def seen(call: Call) -> Json:
    """Return what there is to be seen of judgements on some things, to judge them with."""
    return {"saw": history.seen(call.desk.book, call.values["about"])}


def judge(call: Call) -> Json:
    """Give a judgement."""
    kind = call.text("kind", 20, needed=True) or ""
    if kind not in KINDS:
        raise Refusal(422, f"kind is one of: {', '.join(KINDS)}.")
    field = call.text("field", 20)
    if field is not None and field not in FIELDS:
        raise Refusal(422, f"field is one of: {', '.join(FIELDS)}.")
    opinion = Opinion(
        kind,
        _subjects(call),
        _by(call),
        call.text("because", needed=True) or "",
        call.body.get("value"),
        field,
        call.text("words"),
    )
    return _given(call, opinion)


def withdraw(call: Call) -> Json:
    """Withdraw a judgement; it stays on record."""
    because = call.text("because", needed=True) or ""
    opinion = Opinion("withdraw", [call.path("judgement")], _by(call), because)
    return _given(call, opinion)


def take(call: Call) -> Json:
    """Queue documents to be taken in."""
    addresses = call.body.get("addresses") or []
    if not isinstance(addresses, list) or not all(isinstance(each, str) for each in addresses):
        raise Refusal(422, "addresses are a list of texts.")
    if any(not is_address(each) or any(c.isspace() for c in each) for each in addresses):
        raise Refusal(422, "An address begins with https:// or http://.")
    text = call.text("text", 1_000_000)
    if len(addresses) > MOST_ADDRESSES:
        raise Refusal(413, f"At most {MOST_ADDRESSES} addresses are taken at once.")
    if not (addresses or text or call.files):
        raise Refusal(422, "There is nothing to take in.")
    number = queue_in(call.desk, call.person.name or call.person.key, addresses, text, call.files)
    return _job(call, number)


def jobs(call: Call) -> Json:
    """List what was taken in here, the last first."""
    found = intake.jobs(call.desk.state, call.values["after"], call.limit + 1)
    return cut(found, call.limit, asdict, attrgetter("number"))


def job(call: Call) -> Json:
    """Return how far an intake is."""
    written = call.path("number")
    if not written.isdecimal() or len(written) > 15:  # noqa: PLR2004 - more than any
        raise Refusal(404, "There is no such intake.")
    return _job(call, int(written))


def ask_for(call: Call) -> Json:
    """Have a file made."""
    form = call.text("format", 20, needed=True) or ""
    who = call.person.name or call.person.key
    number = handing.ask_for(call.desk.state, who, form, call.text("claim", 64))
    call.desk.foreman.call()
    return _export(call, str(number))


def exports(call: Call) -> Json:
    """List files that were asked for, the last first."""
    found = handing.handovers(call.desk.state, call.values["after"], call.limit + 1)
    return cut(found, call.limit, asdict, attrgetter("number"))


def export(call: Call) -> Json:
    """Return how far a file is."""
    return _export(call, call.path("number"))


def download(call: Call) -> Response:
    """Hand a finished file out."""
    found = _export(call, call.path("number"))
    path = handing.file_of(call.desk.state, found["number"])
    if path is None:
        raise Refusal(404, "This file is not there: not finished, failed, or long replaced.")
    return FileResponse(path, filename=found["name"], media_type="application/octet-stream")


def _export(call: Call, written: str) -> Json:
    known = written.isdecimal() and len(written) < 16  # noqa: PLR2004 - no number is as long
    found = handing.handover(call.desk.state, int(written)) if known else None
    if found is None:
        raise Refusal(404, "No file was asked for under this number.")
    return asdict(found)


def _job(call: Call, number: int) -> Json:
    found = intake.job(call.desk.state, number)
    if found is None:
        raise Refusal(404, "There is no such intake.")
    return asdict(found)


def _given(call: Call, opinion: Opinion) -> Json:
    subjects = [*opinion.subjects]
    saw = call.text("saw", 64)
    if saw is None:
        saw = history.seen(call.desk.book, subjects)
    given = history.judge_seen(call.desk.where, opinion, history.Seen(subjects, saw))
    call.desk.foreman.call()
    return {"id": given.id, **given.columns(), "value": given.value, "subjects": given.subjects}


def _subjects(call: Call) -> list[str]:
    given = call.body.get("subjects")
    is_list = isinstance(given, list) and 0 < len(given) <= _MOST_SUBJECTS
    if not is_list or not all(isinstance(each, str) and each for each in given):
        raise Refusal(422, "subjects are a list of ids.")
    return list(given)


def _by(call: Call) -> str:
    """Return who judges: whose the token is; the one user of a desk tells their name."""
    if not call.person.is_local:
        return call.person.name
    return call.text("by", 100) or call.person.name or call.text("by", 100, needed=True) or ""


def _told(each: Told) -> Json:
    judgement = each.judgement
    told = {
        "id": judgement.id,
        **judgement.columns(),
        "value": judgement.value,
        "subjects": [*judgement.subjects],
        "state": each.state.value,
    }
    if each.withdrawal is not None:
        last = each.withdrawal
        told["withdrawn"] = {"by": last.by, "because": last.because, "at": last.at}
    return {name: value for name, value in told.items() if value is not None}
