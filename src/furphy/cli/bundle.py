"""``furphy bundle``: one claim with all that it rests on, for a stranger to check."""

from pathlib import Path

import click

from furphy.cli.casebook import CASE, refusals
from furphy.export.wording import count

_EXAMPLES = """\b
Examples:
  furphy bundle case.furphy 3f9a1c --output claim.zip
  furphy verify claim.zip

\b
Exit codes: 0 written, 2 called wrongly, 3 no such claim, or it cannot be proved.
"""


@click.command("bundle", epilog=_EXAMPLES)
@CASE
@click.argument("claim")
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the bundle to this file.",
)
@click.pass_context
def command(ctx: click.Context, case: str, claim: str, output: Path) -> None:
    """Put a claim into a bundle that a stranger can check without your casebook.

    One ZIP file in the layout of BagIt holds the bytes of the claim's documents and of those that
    they were made from, what furphy read in them, what people judged, an extract of the journal,
    and the claim as it was traced. furphy verify checks it, reads the documents again and has to
    come to the same claim, byte for byte. The same claim gives the same file.
    """
    from furphy.desk.bundling import bundle  # noqa: PLC0415 (loaded when it runs)

    with refusals(ctx):
        try:
            found = bundle(case, claim, output, _warn)
        except OSError as error:
            raise click.FileError(str(output), error.strerror) from error
        told = f"{count(found.documents, 'document')}, {count(found.judgements, 'judgement')}"
        click.echo(f"{output}: claim {found.claim[:8]}, {told}")


def _warn(told: str) -> None:
    click.echo(f"furphy: {told}", err=True)
