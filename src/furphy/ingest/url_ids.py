"""Publication times in addresses: where a site's identifiers stand, and what they say.

Reddit, YouTube and Telegram count or draw their ids, and VK and Facebook theirs too: they carry no
time. Nor do we read MongoDB's ObjectIds, which begin with seconds: no site is known to us whose
addresses of texts show them, and 24 hexadecimal digits may be anything.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import SplitResult, urlsplit

from furphy.ingest import id_clocks
from furphy.ingest.id_clocks import MICROSECOND, MILLISECOND, SECOND
from furphy.model.document import Basis, Published

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(2100, 1, 1, tzinfo=UTC)
"""No clock is asked: what lies beyond is no time of a publication."""
_FIRST_BY_ITSELF = datetime(2005, 1, 1, tzinfo=UTC)
_LAST_BY_ITSELF = datetime(2035, 1, 1, tzinfo=UTC)
"""An id no site vouches for must fall between the two."""
_TIMESPEC = {SECOND: "seconds", MILLISECOND: "milliseconds", MICROSECOND: "microseconds"}
_WITHIN = re.compile(r"https?:/{1,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A site's identifiers."""

    host: re.Pattern[str]
    """What the whole host matches, in lower case."""
    path: re.Pattern[str]
    """What is found in the path; its first group is the identifier."""
    read: Callable[[str], int | None]
    precision: int
    """In microseconds."""
    since: datetime
    """Before it the site gave no such identifiers."""


def _hosts(*names: str) -> re.Pattern[str]:
    """Return a pattern of these hosts and all below them."""
    return re.compile(r"(?:[\w-]+\.)*(?:" + "|".join(map(re.escape, names)) + ")")


def _since(year: int, month: int) -> datetime:
    return datetime(year, month, 1, tzinfo=UTC)


SCHEMES = (
    Scheme(
        # Mirrors of X keep its paths; instances of nitter bear its name.
        re.compile(
            r"(?:[\w-]+\.)*(?:twitter\.com|x\.com|xcancel\.com|(?:fx|vx)twitter\.com"
            r"|fixupx\.com|fixvx\.com|twstalker\.com|nitter[\w.-]*|[\w-]*nitter[\w-]*\.[\w.-]+)"
        ),
        re.compile(r"/status(?:es)?/(\d{1,19})(?!\d)"),
        id_clocks.x,
        MILLISECOND,
        _since(2010, 11),
    ),
    Scheme(
        _hosts("threadreaderapp.com"),
        re.compile(r"^/thread/(\d{1,19})(?!\d)"),
        id_clocks.x,
        MILLISECOND,
        _since(2010, 11),
    ),
    Scheme(
        _hosts("tiktok.com"),
        re.compile(r"/(?:video|photo|v)/(\d{18,19})(?!\d)"),
        id_clocks.bytedance,
        SECOND,
        _since(2014, 8),
    ),
    Scheme(
        _hosts("douyin.com", "iesdouyin.com"),
        re.compile(r"/(?:video|note)/(\d{18,19})(?!\d)"),
        id_clocks.bytedance,
        SECOND,
        _since(2016, 9),
    ),
    Scheme(
        _hosts("toutiao.com", "ixigua.com"),
        re.compile(r"^/(?:(?:article|group|w|video)/|[aiw])?(\d{18,19})(?!\d)"),
        id_clocks.bytedance,
        SECOND,
        _since(2012, 8),
    ),
    Scheme(
        _hosts("discord.com", "discordapp.com"),
        re.compile(r"^/channels/(?:\d+|@me)/\d+/(\d{17,20})(?!\d)"),
        id_clocks.discord,
        MILLISECOND,
        _since(2015, 1),
    ),
    Scheme(
        _hosts("instagram.com", "ddinstagram.com"),
        re.compile(r"/(?:p|reels?|tv)/([\w-]{9,11})(?![\w-])"),
        id_clocks.instagram,
        MILLISECOND,
        _since(2011, 8),
    ),
    Scheme(
        _hosts("linkedin.com"),
        re.compile(r"(?:activity|ugcPost|share)(?:[-:]|%3A)(\d{19})(?!\d)", re.IGNORECASE),
        id_clocks.linkedin,
        MILLISECOND,
        _since(2012, 1),
    ),
    Scheme(
        _hosts("weibo.com", "weibo.cn"),
        re.compile(
            r"^/(?:(?:\d{5,12}|u/\d+|status|detail|statuses/show)/)([0-9A-Za-z]{9,16})(?!\w)"
        ),
        id_clocks.weibo,
        SECOND,
        _since(2010, 1),
    ),
    Scheme(
        _hosts("bsky.app", "bskyx.app", "fxbsky.app"),
        re.compile(r"^/profile/[^/]+/post/([2-7a-j][2-7a-z]{12})(?!\w)"),
        id_clocks.bluesky,
        MICROSECOND,
        _since(2022, 5),
    ),
    Scheme(
        _hosts("truthsocial.com"),
        re.compile(r"^/@[\w.]+/(?:posts/)?(\d{17,18})(?!\d)"),
        id_clocks.mastodon,
        MILLISECOND,
        _since(2021, 10),
    ),
)
"""The sites whose identifiers tell a time."""

_ANYWHERE = re.compile(r"[\w.-]+")
BY_THEMSELVES = (
    Scheme(
        # Mastodon runs on thousands of hosts; its paths and the length of its ids are its own.
        _ANYWHERE,
        re.compile(r"^(?:/web)?/(?:@[\w.]+(?:@[\w.-]+)?|users/\w+/statuses)/(\d{17,18})(?![\w-])"),
        id_clocks.mastodon,
        MILLISECOND,
        _since(2017, 10),
    ),
    Scheme(
        _ANYWHERE,
        re.compile(
            r"(?<![0-9a-f])([0-9a-f]{8}-[0-9a-f]{4}-[167][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"
            r"(?![0-9a-f])",
            re.IGNORECASE,
        ),
        id_clocks.uuid,
        MICROSECOND,
        _FIRST_BY_ITSELF,
    ),
    Scheme(
        _ANYWHERE,
        re.compile(r"(?<![0-9A-Za-z])(01[0-9A-HJKMNP-TV-Z]{24}|01[0-9a-hjkmnp-tv-z]{24})(?!\w)"),
        id_clocks.ulid,
        MILLISECOND,
        _FIRST_BY_ITSELF,
    ),
)
"""Identifiers that show by their form what they are, on any site."""


def published_in_id(url: str | None) -> Published | None:
    """Return the moment that an identifier in an address carries, as wide as it is precise.

    The copy of a page in an archive is dated by the address of the page.
    """
    address = _address(url or "")
    if address is None:
        return None
    host = (address.hostname or "").rstrip(".")
    named = [scheme for scheme in SCHEMES if scheme.host.fullmatch(host)]
    for scheme in named:
        if match := scheme.path.search(address.path):
            return _moment(scheme, match[1], _LAST)
    if named:
        return None
    for scheme in BY_THEMSELVES:
        for match in reversed([*scheme.path.finditer(address.path)]):
            if found := _moment(scheme, match[1], _LAST_BY_ITSELF):
                return found
    return None


def _address(url: str) -> SplitResult | None:
    """Return the parts of an address, or of the one an archive's address holds."""
    starts = [match.start() for match in _WITHIN.finditer(url)]
    if not starts:
        return None
    inner = _WITHIN.sub("https://", url[starts[-1] :], count=1) if starts[-1] else url
    if "?" in url[: starts[-1]]:
        # An address in a query is a referrer or a target, not what the page is a copy of.
        inner = url
    try:
        return urlsplit(inner)
    except ValueError:
        return None


def _moment(scheme: Scheme, written: str, last: datetime) -> Published | None:
    microseconds = scheme.read(written)
    if microseconds is None:
        return None
    precision = scheme.precision
    if scheme.read is id_clocks.uuid:
        precision = id_clocks.uuid_precision(written)
    try:
        start = _EPOCH + timedelta(microseconds=microseconds)
        end = start + timedelta(microseconds=precision)
    except OverflowError:
        return None
    if not scheme.since <= start < last:
        return None
    return Published(_written(start, precision), _written(end, precision), Basis.URL_ID)


def _written(moment: datetime, precision: int) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec=_TIMESPEC[precision]) + "Z"
