"""``furphy judge``: what people decide about what is in a casebook."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from furphy.cli.casebook import CASE, refusals
from furphy.export.visible import on_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from furphy.desk.judging import Opinion

_EXAMPLES = """\b
Examples:
  furphy judge yes case.furphy 2675ae65 --by "R. Okafor" --because "I saw the letter"
  furphy judge correct case.furphy 2675ae65 "place=47.81,35.18 Testove" --by ... --because ...
  furphy judge correct case.furphy 2675ae65 value=PR+ --by ... --because ...
  furphy judge relabel case.furphy 2675ae65 opinion --by ... --because ...
  furphy judge merge case.furphy 2675ae65 d6fc9670 --by ... --because ...
  furphy judge verdict case.furphy 3f9a1c --rating "Not shown" --by ... --because ...
  furphy judge grade case.furphy "Daily Bulletin" B --by ... --because ...
  furphy judge grade case.furphy 3f9a1c 4 --by ... --because ...
  furphy judge withdraw case.furphy 974c3d0b --by ... --because "mistook the town"
  furphy judge list case.furphy --format jsonl
"""

_CORRECT = """Say what a field of an assertion ought to be.

\b
holder=NAME
value=PR+, author-value=UU   CT+ PR+ PS+ UU PS- PR- CT-
place=LAT,LON                or LAT,LON NAME
time=2024-03-14              also a year, month or minute, or FROM/TO (half-open)
quantity=12                  also 12..15, 12.. or ..15; with a unit or without

null stands for none. An object of JSON is taken as it is. In a language that is not read, the
sentences that furphy trace lists stand in for assertions: their fields are set in the same way,
of a place, time or quantity with --words.
"""

_Command = TypeVar("_Command", bound=Callable[..., Any])


@click.group("judge", epilog=_EXAMPLES)
def command() -> None:
    """Judge what furphy found; people overrule the machine.

    A judgement says who judges and why. It is never changed or deleted, only withdrawn; it stays
    with what it is about when that is read again. Where people differ, what they differ about is
    shown as disputed, and counts as unknown until they settle it: nobody wins by coming last.
    Things are named by their ids, or by how these begin.
    """


def _signed(function: _Command) -> _Command:
    """Ask who judges, and why."""
    because = click.option("--because", required=True, metavar="WHY", help="Why.")
    return click.option("--by", required=True, metavar="WHO", help="Who judges.")(because(function))


def _answering(answer: str, text: str) -> None:
    @command.command(answer, help=text)
    @CASE
    @click.argument("ids", nargs=-1, required=True, metavar="ID...")
    @_signed
    @click.pass_context
    def give(ctx: click.Context, case: str, ids: tuple[str, ...], by: str, because: str) -> None:
        from furphy.desk.judging import Opinion  # noqa: PLC0415 (loaded when it runs)

        _give(ctx, case, Opinion("answer", ids, by, because, answer))


_answering("yes", "It is so, as furphy has it.")
_answering("no", "It is not so.")
_answering("unsure", "It cannot be told.")


def _relating(kind: str, text: str) -> None:
    @command.command(kind, help=text)
    @CASE
    @click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
    @_signed
    @click.pass_context
    def give(ctx: click.Context, case: str, ids: tuple[str, ...], by: str, because: str) -> None:
        from furphy.desk.judging import Opinion  # noqa: PLC0415 (loaded when it runs)

        _give(ctx, case, Opinion(kind, ids, by, because))


_relating("merge", "These are one and the same.")
_relating("split", "These are not the same.")


@command.command("relabel")
@CASE
@click.argument("id_", metavar="ID")
@click.argument("label")
@_signed
@click.pass_context
def relabel(ctx: click.Context, /, case: str, id_: str, **given: str) -> None:
    """Say of what kind something is: an assertion is a report, opinion, prediction ..."""
    from furphy.desk.judging import Opinion  # noqa: PLC0415 (loaded when it runs)

    _give(ctx, case, Opinion("relabel", [id_], given["by"], given["because"], given["label"]))


@command.command("correct", help=_CORRECT)
@CASE
@click.argument("id_", metavar="ID")
@click.argument("correction", metavar="FIELD=VALUE")
@click.option("--words", help="Which place, time or quantity: its words in the document.")
@_signed
@click.pass_context
def correct(ctx: click.Context, /, case: str, id_: str, correction: str, **given: str) -> None:
    """Say what a field of an assertion ought to be."""
    from furphy.desk.judging import FIELDS, Opinion  # noqa: PLC0415 (loaded when it runs)

    field, equals, value = correction.partition("=")
    if not equals or field not in FIELDS:
        raise click.UsageError(f"{correction}: not FIELD=VALUE with one of: {', '.join(FIELDS)}")
    signed = (given["by"], given["because"])
    _give(ctx, case, Opinion("correct", [id_], *signed, value, field, given["words"]))


_VERDICT = """Sign what you conclude of a claim.

CLAIM is an id that furphy claims lists, or how it begins. The verdict stays with the claim's
assertions as they stand now: whichever claim has one of them shows it. Verdicts of several people
stand beside each other. A rating is in your own words; a number only if there is a scale to it.
"""

_GRADE = """Set a grade of the Admiralty scale.

A letter grades a source, by its name or its id in furphy sources: A completely reliable, B usually,
C fairly, D not usually, E unreliable, F cannot be judged. A digit grades a claim, by its id in
furphy claims: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be
judged. F and 6 are no middle: they say that it is not known.
"""


@command.command("verdict", help=_VERDICT)
@CASE
@click.argument("claim")
@click.option("--rating", required=True, metavar="WORDS", help="Your conclusion, in a word or two.")
@click.option("--value", type=float, help="The same as a number between --worst and --best.")
@click.option("--worst", type=float, help="The end of the scale that is farthest from true.")
@click.option("--best", type=float, help="The end of the scale that is nearest to true.")
@click.option("--url", help="Where the review is published.")
@click.option("--reviewed", metavar="WORDS", help="The claim as reviewed; else as it is listed.")
@_signed
@click.pass_context
def verdict(ctx: click.Context, /, case: str, claim: str, **given: Any) -> None:  # noqa: ANN401 (click has seen to their types)
    """Sign what one concludes of a claim."""
    from furphy.desk.signing import sign  # noqa: PLC0415 (loaded when it runs)

    names = {"value": "rating_value", "reviewed": "claim_reviewed"}
    who = {each: given.pop(each) for each in ("by", "because")}
    told = {names.get(each, each): value for each, value in given.items() if value is not None}
    with refusals(ctx):
        click.echo(sign(case, claim, told, **who).id)


@command.command("grade", help=_GRADE)
@CASE
@click.argument("subject")
@click.argument("grade", metavar="A-F|1-6", type=click.Choice([*"ABCDEF123456"], False))
@_signed
@click.pass_context
def grade(ctx: click.Context, /, case: str, subject: str, grade: str, **given: str) -> None:
    """Set the Admiralty letter of a source, or the digit of a claim."""
    from furphy.desk import signing  # noqa: PLC0415 (loaded when it runs)

    with refusals(ctx):
        by, because = given["by"], given["because"]
        click.echo(signing.grade(case, subject, grade, by=by, because=because).id)


@command.command("withdraw")
@CASE
@click.argument("judgement", metavar="JUDGEMENT")
@_signed
@click.pass_context
def withdraw(ctx: click.Context, case: str, judgement: str, by: str, because: str) -> None:
    """Withdraw a judgement, one's own or another's; it stays on record."""
    from furphy.desk.judging import Opinion  # noqa: PLC0415 (loaded when it runs)

    _give(ctx, case, Opinion("withdraw", [judgement], by, because))


@command.command("add")
@CASE
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.pass_context
def add(ctx: click.Context, case: str, file: Path) -> None:
    """Take in judgements from JSON Lines, as list writes them; all of them, or none.

    Members: kind (answer, merge, split, relabel, correct, verdict, grade, withdraw), subjects,
    value, by, because; where they apply field, words; and at, else now. Those that are there
    already stay as they are.
    """
    from furphy.desk.judging import take_in  # noqa: PLC0415 (loaded when it runs)

    with refusals(ctx), click.open_file(str(file), encoding="utf-8", errors="replace") as lines:
        found = take_in(case, lines)
    click.echo(f"{found.given:,} judgements taken in, {found.known:,} known before")


@command.command("list")
@CASE
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Lines for people, or one JSON object a line.",
)
@click.pass_context
def show(ctx: click.Context, case: str, ids: tuple[str, ...], form: str) -> None:
    """List judgements with what became of them: all, or those on some things."""
    from furphy.desk.judging import listed  # noqa: PLC0415 (loaded when it runs)

    with refusals(ctx):
        for each in listed(case, ids):
            told = json.dumps(each, ensure_ascii=False) if form == "jsonl" else _line(each)
            click.echo(told, file=sys.stdout)


def _give(ctx: click.Context, case: str, opinion: "Opinion") -> None:
    from furphy.desk.judging import judge  # noqa: PLC0415 (loaded when it runs)

    with refusals(ctx):
        click.echo(judge(case, opinion).id)


def _line(told: "Mapping[str, Any]") -> str:
    short = 12
    what = told["kind"] if told["kind"] != "answer" else told["value"]
    ids = map(str, told["subjects"])
    subjects = " ".join(each[: short + len("sha256:") * (":" in each)] for each in ids)
    parts = [str(told["id"])[:short], told.get("state", "done"), what, subjects]
    if told.get("field"):
        parts.append(f"{told['field']} {told['words']!r}" if told.get("words") else told["field"])
    if told["kind"] in ("correct", "relabel", "verdict", "grade"):
        parts.append(json.dumps(told["value"], ensure_ascii=False))
    parts.append(f"by {told['by']}, {told['at']}: {told['because']}")
    if told.get("withdrawn"):
        last = told["withdrawn"]
        parts.append(f"(withdrawn by {last['by']}, {last['at']}: {last['because']})")
    return on_one_line("  ".join(map(str, parts)))
