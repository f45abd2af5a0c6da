"""``furphy verify``: whether a casebook is as it was stored, or a bundle as it was made."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from furphy.cli.casebook import CASE, refusals
from furphy.cli.exit import Exit
from furphy.export.visible import on_one_line
from furphy.export.wording import count

if TYPE_CHECKING:
    from furphy.desk.verifying import Finding, Verification

_EXAMPLES = """\b
Examples:
  furphy verify case.furphy
  furphy verify case.furphy --seal friday.seal.json --public-key me.pem.pub
  furphy verify case.furphy --format json
  furphy verify claim.zip

\b
Exit codes: 0 intact, 1 something was altered, 2 called wrongly,
3 there is no such casebook, bundle, seal or key, or it cannot be read.
"""


@click.command("verify", epilog=_EXAMPLES)
@CASE
@click.option(
    "--seal",
    "seals",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="A seal that was kept elsewhere (furphy seal); may be given several times.",
)
@click.option(
    "--public-key",
    "key",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The key with which the seals must have been signed.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for people, or one JSON object.",
)
@click.pass_context
def command(
    ctx: click.Context, case: str, seals: tuple[Path, ...], key: Path | None, form: str
) -> None:
    """Prove that a casebook, or a bundle, is as it was stored, or say exactly what was altered.

    The journal is walked from its first entry; the bytes of every document, every reading with
    all its spans, every judgement and every row for look-up are held against it. A journal cannot
    show that its own end was cut off, or that all was made anew: for that, keep seals elsewhere.

    Of a bundle (furphy bundle) every byte is held against its manifests, the extract of the journal
    against itself; its documents are read again, and have to give the same readings and the same
    claim, byte for byte. Neither a network nor the casebook it came from is needed.
    """
    from furphy.cli.progress import counting  # noqa: PLC0415 (loaded when it runs)
    from furphy.desk.sealing import opened  # noqa: PLC0415 (loaded when it runs)
    from furphy.desk.unbundling import is_bundle  # noqa: PLC0415 (loaded when it runs)
    from furphy.desk.verifying import verifying  # noqa: PLC0415 (loaded when it runs)

    if key is not None and not seals:
        raise click.UsageError("--public-key goes with --seal")
    if is_bundle(case):
        if seals:
            raise click.UsageError("--seal goes with a casebook")
        _bundle(ctx, case, form)
    with refusals(ctx):
        known = opened(seals, key)
        for each in known:
            told = (
                f"sealed {each.seal.sealed_at} at entry {each.seal.entries}, signed {each.signed}"
            )
            click.echo(f"furphy: {on_one_line(told)}", err=True)
        with counting("verifying") as watch, verifying(case, known, watch) as verification:
            tell = _tell_json if form == "json" else _tell_lines
            ctx.exit(Exit.SOME_FAILED if tell(verification) else Exit.ALL_READ)


def _bundle(ctx: click.Context, case: str, form: str) -> None:
    """Check a bundle, and leave."""
    from furphy.desk.unbundling import check  # noqa: PLC0415 (loaded when it runs)

    with refusals(ctx):
        found = check(Path(case))
        if form == "json":
            told = {"schema": "furphy/bundle-verification/1", "intact": not found.faults}
            click.echo(json.dumps({**told, **asdict(found)}, ensure_ascii=False))
        else:
            for fault in found.faults:
                click.echo(on_one_line(f"{fault.path}: {fault.what}"))
            for note in found.notes:
                click.echo(f"furphy: {on_one_line(note)}", err=True)
            what = f"{count(found.documents, 'document')}, {count(found.judgements, 'judgement')}"
            outcome = f"altered: {len(found.faults):,}" if found.faults else "intact"
            click.echo(f"{outcome}: bundle of claim {found.claim or '?'}, {what}")
        ctx.exit(Exit.SOME_FAILED if found.faults else Exit.ALL_READ)


def _tell_lines(verification: "Verification") -> int:
    tables = Counter[str]()
    for each in verification.findings():
        tables[each.table] += 1
        click.echo(on_one_line(f"{each.table} {each.id}: {each.what}"))
    looked = verification.looked
    rows = ", ".join(f"{count:,} {name}" for name, count in sorted(looked.rows.items()) if count)
    told = f"journal of {looked.entries:,} entries, head {looked.head}; {rows or 'nothing else'}"
    if tables:
        where = ", ".join(f"{count:,} in {name}" for name, count in sorted(tables.items()))
        click.echo(f"altered: {where} ({told})")
    else:
        click.echo(f"intact: {told}")
    return tables.total()


def _tell_json(verification: "Verification") -> int:
    """Write one object, its findings as they come, since there may be very many."""
    click.echo('{"schema": "furphy/verification/1", "findings": [', nl=False)
    count = _tell_list(verification.findings())
    looked = verification.looked
    rest = {
        "intact": count == 0,
        "entries": looked.entries,
        "head": looked.head,
        "rows": dict(looked.rows),
    }
    click.echo(f"], {json.dumps(rest, ensure_ascii=False)[1:]}")
    return count


def _tell_list(findings: "Iterable[Finding]") -> int:
    count = 0
    for count, each in enumerate(findings, 1):
        between = ", " if count > 1 else ""
        click.echo(f"{between}{json.dumps(asdict(each), ensure_ascii=False)}", nl=False)
    return count
