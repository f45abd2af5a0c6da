"""Known identifiers and the times published for them, and identifiers made here and read back."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.ingest import id_clocks
from furphy.ingest.url_ids import BY_THEMSELVES, SCHEMES, published_in_id
from furphy.model.document import Basis

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BASE62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

# From the documentation of the schemes, or given by the services beside the id.
KNOWN = {
    "https://discord.com/channels/1/2/175928847299117063": "2016-04-30T11:18:25.796Z",
    "https://bsky.app/profile/a.example/post/3l25zusnsfctk": "2024-08-20T16:31:35.793000Z",
    "https://weibo.com/1726834811/4199674862603248": "2018-01-24T03:19:36Z",
    "https://m.weibo.cn/status/4091509081366576": "2017-03-31T15:47:24Z",
    "https://weibo.com/1234567890/z0JH2lOMb": "2012-10-16T06:01:08Z",
    "https://a.example/n/C232AB00-9414-11EC-B3C8-9F6BDECED846": "2022-02-22T19:22:22.000000Z",
    "https://a.example/n/1EC9414C-232A-6B00-B3C8-9F6BDECED846": "2022-02-22T19:22:22.000000Z",
    "https://a.example/n/017F22E2-79B0-7CC3-98C4-DC0C0C07398F": "2022-02-22T19:22:22.000Z",
    "https://a.example/n/01ARZ3NDEKTSV4RRFFQ69G5FAV": "2016-07-30T23:54:10.259Z",
}


@pytest.mark.parametrize(("url", "moment"), KNOWN.items())
def test_a_known_identifier_says_its_known_time(url: str, moment: str) -> None:
    found = published_in_id(url)
    assert found is not None
    assert (found.start, found.basis) == (moment, Basis.URL_ID)


def in_base(number: int, digits: str, width: int = 0) -> str:
    written = ""
    while number:
        number, place = divmod(number, len(digits))
        written = digits[place] + written
    return written.rjust(width, digits[0])


def mid(number: int) -> str:
    parts = []
    while number:
        number, part = divmod(number, 10**7)
        parts.append(in_base(part, BASE62))
    return "".join([parts[-1], *(part.rjust(4, "0") for part in reversed(parts[:-1]))])


def uuid_1(micro: int) -> str:
    ticks = micro * 10 + 0x01B21DD213814000
    fields = (ticks & 0xFFFFFFFF, ticks >> 32 & 0xFFFF, ticks >> 48 | 0x1000, 0x80, 1, 5)
    return str(uuid.UUID(fields=fields))


def uuid_6(micro: int) -> str:
    ticks = micro * 10 + 0x01B21DD213814000
    return str(uuid.UUID(int=(ticks >> 12) << 80 | (6 << 76) | (ticks & 0xFFF) << 64 | 2 << 62))


# address, what makes an id of microseconds, its precision
SITES: dict[str, tuple[str, Callable[[int], object], int]] = {
    "x": ("https://x.com/u/status/{}", lambda t: (t // 1000 - 1288834974657) << 22, 1000),
    "nitter": (
        "https://nitter.a.example/u/status/{}",
        lambda t: (t // 1000 - 1288834974657) << 22,
        1000,
    ),
    "tiktok": ("https://www.tiktok.com/@u/video/{}", lambda t: t // 10**6 << 32 | 7, 10**6),
    "toutiao": ("https://www.toutiao.com/article/{}/", lambda t: t // 10**6 << 32 | 9, 10**6),
    "douyin": ("https://www.douyin.com/video/{}", lambda t: t // 10**6 << 32, 10**6),
    "discord": (
        "https://discord.com/channels/1/2/{}",
        lambda t: (t // 1000 - 1420070400000) << 22,
        1000,
    ),
    "mastodon": ("https://social.a.example/@u/{}", lambda t: t // 1000 << 16 | 3, 1000),
    "truth": ("https://truthsocial.com/@u/posts/{}", lambda t: t // 1000 << 16, 1000),
    "instagram": (
        "https://www.instagram.com/p/{}/",
        lambda t: in_base((t // 1000 - 1314220021721) << 23 | 1, BASE64),
        1000,
    ),
    "linkedin": (
        "https://www.linkedin.com/feed/update/urn:li:activity:{}",
        lambda t: t // 1000 << 22,
        1000,
    ),
    "weibo": (
        "https://weibo.com/1234567/{}",
        lambda t: mid((t // 10**6 - 515483463) << 22 | 5),
        10**6,
    ),
    "bluesky": (
        "https://bsky.app/profile/u.a.example/post/{}",
        lambda t: in_base(t << 10 | 3, SORTABLE, 13),
        1,
    ),
    "uuid 1": ("https://a.example/story/{}.html", uuid_1, 1),
    "uuid 6": ("https://a.example/story/{}", uuid_6, 1),
    "uuid 7": (
        "https://a.example/{}/",
        lambda t: uuid.UUID(int=t // 1000 << 80 | 7 << 76 | 2 << 62),
        1000,
    ),
    "ulid": ("https://a.example/s/{}", lambda t: in_base(t // 1000 << 80 | 1, CROCKFORD, 26), 1000),
}
MOMENTS = st.integers(1_690_000_000_000_000, 2_050_000_000_000_000)


@pytest.mark.parametrize("site", SITES)
@given(micro=MOMENTS)
def test_a_time_put_into_an_identifier_is_read_back(site: str, micro: int) -> None:
    address, made, precision = SITES[site]
    found = published_in_id(address.format(made(micro)))
    assert found is not None
    start, end = datetime.fromisoformat(found.start), datetime.fromisoformat(found.end)
    assert end - start == timedelta(microseconds=precision)
    assert start <= EPOCH + timedelta(microseconds=micro) < end


ARCHIVED = "https://web.archive.org/web/20240101000000/https://x.com/u/status/1580661436132757506"


def test_the_copy_in_an_archive_is_dated_by_the_address_of_the_page() -> None:
    assert published_in_id(ARCHIVED) == published_in_id(ARCHIVED[43:])
    assert published_in_id(ARCHIVED) is not None


NONE = {
    "counted id of X": "https://twitter.com/u/status/20",
    "last counted ids of X": "https://twitter.com/u/status/29700859246",
    "a host that ends alike": "https://netflix.com/u/status/1580661436132757506",
    "a host that begins alike": "https://x.com.a.example/u/status/1580661436132757506",
    "an account": "https://x.com/u",
    "a channel": "https://discord.com/channels/1/175928847299117063",
    "reddit": "https://www.reddit.com/r/news/comments/1abcdef/title/",
    "youtube": "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "telegram": "https://t.me/channel/12345",
    "uuid 4": "https://a.example/n/919108f7-52d1-4320-9bac-f847db4148a8",
    "uuid of another variant": "https://a.example/n/017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
    "uuid 7 beyond its years": "https://a.example/n/0fff22e2-79b0-7cc3-98c4-dc0c0c07398f",
    "uuid in the query": "https://a.example/n?session=017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    "object id": "https://a.example/n/507f1f77bcf86cd799439011",
    "ulid beyond its years": "https://a.example/n/7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
    "a word of 26 letters": "https://a.example/n/abcdefghjkmnpqrstvwxyzabcd",
    "before TikTok": f"https://www.tiktok.com/@u/video/{1_000_000_000 << 32}",
    "after 2100": f"https://www.tiktok.com/@u/video/{4_200_000_000 << 32}",
    "short mastodon id": "https://social.a.example/@u/12345678",
    "an account whose name is all figures": "https://www.youtube.com/@user/112233",
    "a link in the query": "https://a.example/share?url=https://x.com/u/status/1580661436132757506",
    "bad address": "https://[::1/u/status/1580661436132757506",
    "no address": "status/1580661436132757506",
    "nothing": "",
    "private instagram": "https://www.instagram.com/p/CuE2WNQs6vHABCDEFGHIJKLMNOPQRSTUVWXYZab/",
}


@pytest.mark.parametrize("url", NONE.values(), ids=NONE)
def test_what_carries_no_time_gives_none(url: str) -> None:
    assert published_in_id(url) is None


def test_no_address_no_time() -> None:
    assert published_in_id(None) is None


@given(st.text(max_size=80))
def test_any_text_is_an_address_with_a_time_or_without(text: str) -> None:
    for url in (text, f"https://x.com/{text}", f"https://weibo.com/1234567/{text}"):
        found = published_in_id(url)
        assert found is None or found.start < found.end


@given(st.from_regex(r"[0-9A-Za-z_-]{1,30}", fullmatch=True))
def test_any_identifier_is_read_or_not(written: str) -> None:
    for scheme in (*SCHEMES, *BY_THEMSELVES):
        if scheme.read not in {id_clocks.instagram, id_clocks.weibo, id_clocks.bluesky}:
            continue
        value = scheme.read(written)
        assert value is None or value >= 0 or scheme.read is id_clocks.weibo
