"""State how two sources are related, from the command line."""

import getpass
from dataclasses import dataclass

import click

from furphy.cli.exit import Exit
from furphy.cli.rows import refused, tell
from furphy.desk.sources import relate, related


@dataclass(frozen=True, slots=True)
class Edge:
    """What someone asked to be stated, or withdrawn."""

    alias: tuple[str, str] | None = None
    owner: tuple[str, str] | None = None
    weight: float = 1.0
    because: str | None = None
    by: str | None = None
    separate: bool = False


def state(where: str, edge: Edge) -> Exit:
    """Store an edge, or its withdrawal; return what to tell the shell."""
    if edge.alias and edge.owner:
        raise click.UsageError("state one thing at a time: --alias or --owner")
    if not edge.because:
        raise click.UsageError("say why: --because")
    kind, names = ("alias", edge.alias) if edge.alias else ("owner", edge.owner)
    weight = None if edge.separate else edge.weight
    with refused() as outcome:
        by = edge.by or _login()
        told = related(kind, names or ("", ""), weight, by=by, because=edge.because)
        relate(told, where)
        did = "withdrawn" if edge.separate else f"stated with weight {edge.weight:g}"
        tell(f"{kind}: {told.one} and {told.other}, {did} by {by}")
    return outcome[0]


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise click.UsageError("say who you are: --by") from error
