"""The command ``furphy``: one command a file, loaded when it is asked for.

Exit codes: 0 everything was read · 1 some inputs were not · 2 the command was called wrongly ·
3 nothing could be read · 130 interrupted.
"""

import importlib
import sys

import click

from furphy import __version__
from furphy.cli.exit import Exit


class Commands(click.Group):
    """The commands by the names of their modules, each imported when it is needed."""

    names = (
        "read",
        "demo",
        "add",
        "status",
        "search",
        "list",
        "show",
        "sources",
        "derivations",
        "origins",
        "claims",
        "trace",
        "export",
        "judge",
        "serve",
        "accounts",
        "bundle",
        "verify",
        "seal",
        "match",
        "place-candidates",
        "gazetteer",
    )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which help shows them."""
        # Not list(): once the command of that name is imported, it is a module of this package.
        return [*self.names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self.names:
            return None
        module = cmd_name.replace("-", "_")
        command = importlib.import_module(f"furphy.cli.{module}").command
        return command if isinstance(command, click.Command) else None


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog="Try: furphy demo",
)
@click.version_option(__version__, prog_name="furphy")
def furphy() -> None:
    """Show who says what, through whom, how firmly, where, when and how many.

    furphy reads reports of wars, disasters and politics and shows what they rest on. It gives no
    verdict on what is true.
    """


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        code = furphy.main(prog_name="furphy", standalone_mode=False)
    except click.Abort:
        click.echo("interrupted", err=True)
        code = Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = Exit.MISUSED
    sys.exit(code)
