"""``furphy seal``: the head of a casebook's journal, signed, to be kept elsewhere."""

from pathlib import Path

import click

from furphy.cli.casebook import refusals
from furphy.cli.exit import Exit

_EXAMPLES = """\b
Examples:
  furphy seal --new-key me.pem
  furphy seal case.furphy --key me.pem --output friday.seal.json
  furphy verify case.furphy --seal friday.seal.json --public-key me.pem.pub
"""


@click.command("seal", epilog=_EXAMPLES)
@click.argument("case", required=False, metavar="CASE")
@click.option(
    "--key",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Sign with this private key (Ed25519, PEM).",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output.",
)
@click.option(
    "--new-key",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Make a key: the private one in this file, the public one beside it as FILE.pub.",
)
@click.pass_context
def command(
    ctx: click.Context,
    case: str | None,
    key: Path | None,
    output: Path | None,
    new_key: Path | None,
) -> None:
    """Seal a casebook: say how long its journal is and how it ends, and sign that.

    Keep the seal where nobody who can write to the casebook can change it: send it to somebody,
    print it, have it time-stamped. From then on, verify shows with it whether anything that was in
    the casebook is missing or was made anew. Without a key the seal is not signed: then it proves
    as much as the place where it was kept.
    """
    from furphy.cli.output import stream  # noqa: PLC0415 (loaded when it runs)
    from furphy.desk import sealing  # noqa: PLC0415 (loaded when it runs)

    if (case is None) == (new_key is None):
        raise click.UsageError("give a CASE to seal, or --new-key FILE to make a key")
    with refusals(ctx):
        if new_key is not None:
            public = sealing.new_key(new_key)
            click.echo(f"{new_key}: keep it to yourself; give {public} to those who verify")
            return
        if key is None:
            click.echo("furphy: not signed; --key FILE signs it", err=True)
        written = sealing.sealed(case or "", key)
        with stream(output) as to:
            to.write(written)
    ctx.exit(Exit.ALL_READ)
