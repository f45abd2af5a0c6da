"""``furphy serve``: work a case in the browser."""

from pathlib import Path

import click

from furphy.cli.casebook import CASE, refusals
from furphy.cli.exit import Exit

_EXAMPLES = """\b
Examples:
  furphy serve case.furphy
  furphy serve case.furphy --port 9000
  furphy accounts add case.furphy koval --role editor
  furphy serve case.furphy --host 192.0.2.7 --name desk.example.org --https

\b
Exit codes: 0 ended, 2 called wrongly, 3 not served.
"""


@click.command("serve", epilog=_EXAMPLES)
@CASE
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen at; another than loopback needs accounts.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Port to listen at; 0 takes one that is free.",
)
@click.option(
    "--name", "names", multiple=True, help="A further name by which browsers may call the desk."
)
@click.option(
    "--state",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for accounts, uploads and the last trace; else beside the casebook.",
)
@click.option(
    "--https", "is_secure", is_flag=True, help="Browsers reach it through a proxy that does https."
)
@click.pass_context
def command(ctx: click.Context, /, case: str, folder: Path | None, **given: object) -> None:
    """Serve a casebook as a desk in the browser.

    CASE is a file, made where there is none, or the address of a PostgreSQL database. One person on
    this machine needs no log-in; where others can reach the desk, they need accounts (furphy
    accounts). Nothing is loaded from elsewhere. One desk at a time serves a casebook; furphy on the
    command line may use it meanwhile.
    """
    with refusals(ctx):
        try:
            from furphy.web.serving import Wish, serve  # noqa: PLC0415 (loaded when it runs)
        except ModuleNotFoundError as error:
            click.echo(f"furphy: the desk needs: pip install 'furphy[web]' ({error})", err=True)
            ctx.exit(Exit.NOTHING_READ)
        wish = Wish(case, folder=folder, **given)  # type: ignore[arg-type]  # click has seen to it
        serve(wish, lambda text: click.echo(f"furphy: {text}"))
