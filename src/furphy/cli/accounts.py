"""``furphy accounts``: who may come to the desk of a casebook."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from furphy.cli.casebook import CASE, refusals
from furphy.cli.exit import Exit
from furphy.export.visible import on_one_line

if TYPE_CHECKING:
    from furphy.web.state import State

_EXAMPLES = """\b
Examples:
  furphy accounts add case.furphy koval --role editor
  furphy accounts add case.furphy hnat --role analyst --password-stdin < secret
  furphy accounts list case.furphy
  furphy accounts remove case.furphy hnat
  furphy accounts token case.furphy koval --role reader --note "nightly export"
  furphy accounts revoke case.furphy 5f2c91d0a3b4

\b
Exit codes: 0 done, 2 called wrongly, 3 not done.
"""

_ROLES = click.Choice(["reader", "analyst", "editor"])
_STATE = click.option(
    "--state",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the desk's state, where that is not beside the casebook.",
)


@click.group("accounts", epilog=_EXAMPLES)
def command() -> None:
    """Say who may come to the desk of a casebook.

    A reader looks, an analyst also judges and takes documents in, an editor also lets others in.
    While there is no account, whoever uses this machine works without a log-in.
    """


def _opened(ctx: click.Context, case: str, folder: Path | None) -> "State":
    try:
        from furphy.web.state import State, beside  # noqa: PLC0415 (loaded when it runs)
    except ModuleNotFoundError as error:
        click.echo(f"furphy: accounts need: pip install 'furphy[web]' ({error})", err=True)
        ctx.exit(Exit.NOTHING_READ)
    return State(beside(case, folder))


@command.command("add")
@CASE
@click.argument("name")
@click.option("--role", type=_ROLES, default="analyst", show_default=True, help="What they may do.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@_STATE
@click.pass_context
def add(ctx: click.Context, /, case: str, name: str, folder: Path | None, **given: object) -> None:
    """Make an account; the password is asked for."""
    with refusals(ctx):
        state = _opened(ctx, case, folder)
        from furphy.web import accounts  # noqa: PLC0415 (loaded when it runs)

        if given["password_stdin"]:
            password = sys.stdin.readline().rstrip("\r\n")
        else:
            password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        made = accounts.add(state, name, password, str(given["role"]))
        click.echo(f"{on_one_line(made.name)} has the role {made.role.value}")


@command.command("list")
@CASE
@_STATE
@click.pass_context
def show(ctx: click.Context, case: str, folder: Path | None) -> None:
    """List accounts, and tokens with their ids."""
    with refusals(ctx):
        state = _opened(ctx, case, folder)
        from furphy.web import accounts  # noqa: PLC0415 (loaded when it runs)

        for each in accounts.listed(state):
            click.echo(f"{on_one_line(each.name)}\t{each.role.value}\tsince {each.made_at}")
        for token in accounts.tokens(state):
            end = f"revoked {token.revoked_at}" if token.revoked_at else "in use"
            told = (f"token {token.id}", token.account, token.role.value, end, token.note)
            click.echo("\t".join(map(on_one_line, told)))


@command.command("remove")
@CASE
@click.argument("name")
@_STATE
@click.pass_context
def remove(ctx: click.Context, case: str, name: str, folder: Path | None) -> None:
    """Take an account away, with its sessions and tokens; what it judged stays."""
    with refusals(ctx):
        state = _opened(ctx, case, folder)
        from furphy.web import accounts  # noqa: PLC0415 (loaded when it runs)

        accounts.remove(state, name)


@command.command("token")
@CASE
@click.argument("name")
@click.option("--role", type=_ROLES, default="reader", show_default=True, help="What it may do.")
@click.option("--note", default="", help="What it is for.")
@_STATE
@click.pass_context
def token(ctx: click.Context, /, case: str, name: str, folder: Path | None, **given: str) -> None:
    """Make a token of an account for a program, and print it this once."""
    with refusals(ctx):
        state = _opened(ctx, case, folder)
        from furphy.web import accounts  # noqa: PLC0415 (loaded when it runs)

        _, secret = accounts.make_token(state, name, given["role"], given["note"])
        click.echo(secret)


@command.command("revoke")
@CASE
@click.argument("token", metavar="ID")
@_STATE
@click.pass_context
def revoke(ctx: click.Context, case: str, token: str, folder: Path | None) -> None:
    """Make a token worth nothing from now on."""
    with refusals(ctx):
        state = _opened(ctx, case, folder)
        from furphy.web import accounts  # noqa: PLC0415 (loaded when it runs)

        accounts.revoke(state, token)
