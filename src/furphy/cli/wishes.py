"""Options with which one says what of a casebook is wanted, and the tables it is written as."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from furphy.model.assertion import AssertionKind
from furphy.model.factuality import Commitment

if TYPE_CHECKING:
    from furphy.desk.searching import Wish

_Command = TypeVar("_Command", bound=Callable[..., Any])

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")


def _point(
    _ctx: click.Context, _option: click.Parameter, value: str | None
) -> tuple[float, float] | None:
    """Return the degrees north and east that were written."""
    if value is None:
        return None
    try:
        lat, lon = (float(each) for each in value.split(","))
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not two numbers such as 47.57,35.78") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # noqa: PLR2004  (degrees)
        raise click.BadParameter(f"{value!r}: latitudes end at 90 degrees, longitudes at 180")
    return lat, lon


def _entries(
    _ctx: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Return places by gazetteer and id, as they were written."""
    for each in values:
        if not all(each.partition(":")):
            raise click.BadParameter(
                f"{each!r} is not a gazetteer and an id, such as geonames:704147"
            )
    return values


def _date(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return a date as it was written, which is how it sorts among others."""
    if value is not None and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is not a date such as 2024-03-14 (ISO 8601)")
    return value


as_read = click.option(
    "--as-read", is_flag=True, help="As furphy read it, without what people corrected or reject."
)


def _dated(name: str, into: str, told: str) -> Callable[[_Command], _Command]:
    return click.option(name, into, metavar="DATE", callback=_date, help=told)


_FILTERS = (
    click.option("--source", "sources", multiple=True, help="Said or passed on by this source."),
    click.option("--holder", "holders", multiple=True, help="Said by this innermost source."),
    click.option("--outlet", "outlets", multiple=True, help="Published by this outlet."),
    click.option("--aliases", is_flag=True, help="Also under the names stated to be its aliases."),
    click.option(
        "--firmness",
        multiple=True,
        type=click.Choice([each.value for each in Commitment]),
        help="As the innermost source commits to it (FactBank).",
    ),
    click.option("--kind", "kinds", multiple=True, type=click.Choice([*AssertionKind])),
    click.option("--language", "languages", multiple=True, metavar="TAG", help="BCP 47: uk, zh …"),
    click.option("--place", metavar="NAME", help="Names this place; with --within, near it."),
    click.option(
        "--at",
        multiple=True,
        callback=_entries,
        metavar="GAZETTEER:ID",
        help="Names this place, as --facets tells it: geonames:704147.",
    ),
    click.option(
        "--near", metavar="LAT,LON", callback=_point, help="Near this point; needs --within."
    ),
    click.option(
        "--within",
        type=click.FloatRange(min=0, min_open=True),
        metavar="KM",
        help="How far from the place or point, in kilometres.",
    ),
    _dated("--from", "time_from", "Tells of a time from here on."),
    _dated("--to", "time_to", "Tells of a time before this."),
    _dated("--published-from", "published_from", "Published from here on."),
    _dated("--published-to", "published_to", "Published before this."),
    click.option("--limit", type=click.IntRange(min=1), help="So many of each sort; else all."),
)

_OUTPUT = (
    click.option(
        "--format",
        "form",
        type=click.Choice(["text", "jsonl", "json", "csv", "parquet"]),
        default="text",
        show_default=True,
        help="For people; or for programs (Parquet needs furphy[parquet] and --output).",
    ),
    click.option(
        "--output",
        "-o",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write to this file instead of standard output.",
    ),
)


def filters(command: _Command) -> _Command:
    """Give a command the options that narrow down what is wanted."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def output(command: _Command) -> _Command:
    """Give a command the options of where and how rows are written."""
    for option in reversed(_OUTPUT):
        command = option(command)
    return command


def wish(words: str, over: tuple[str, ...], options: dict[str, Any]) -> "Wish":
    """Return what someone asked for with the options of :func:`filters`."""
    from furphy.desk.searching import Wish  # noqa: PLC0415 (loaded when it runs)

    time = (options.pop("time_from"), options.pop("time_to"))
    published = (options.pop("published_from"), options.pop("published_to"))
    return Wish(words=words, over=over, time=time, published=published, **options)


def jobs(command: _Command) -> _Command:
    """Add the option that says how many processes trace."""
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="Processes that trace side by side; what they find is the same.",
    )(command)
