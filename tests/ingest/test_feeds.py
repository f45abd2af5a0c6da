"""Feeds of every kind to one document an entry."""

import json
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from opened import codes, outline

from furphy.errors import TooLarge, UnreadableDocument
from furphy.ingest import Capture, Failure, Limits, Outcome, open_bytes
from furphy.ingest.feeds import Feed, feed_of
from furphy.ingest.flat import flat
from furphy.model.document import Basis, DerivationKind, DerivedFrom, Document

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- <html> -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The &amp;quot;Weekly&amp;quot;</title><link>https://a.example/</link>
<item>
  <title>Dam broke &amp;lt;again&amp;gt;</title>
  <link>https://a.example/dam</link>
  <guid isPermaLink="false">dam-7</guid>
  <dc:creator>One Desk</dc:creator><dc:creator>Another Desk</dc:creator>
  <pubDate>Thu, 14 Mar 2024 11:20:11 +0200</pubDate>
  <source url="https://b.example/feed">Other weekly</source>
  <description>&lt;p&gt;It broke today.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;One bank&lt;/li&gt;&lt;/ul&gt;
  &lt;script&gt;alert(1)&lt;/script&gt;</description>
</item>
<item><link>https://a.example/2</link><description>Only words.</description></item>
<item><link>https://a.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Weekly</title>
<entry><id>urn:1</id><title type="html">Fire &amp;amp; &lt;b&gt;smoke&lt;/b&gt;</title>
<updated>2024-03-14T09:20:11+02:00</updated><published>2024-03-13</published>
<content type="text">Smoke rose.

Nobody was hurt &lt;so far&gt;.</content></entry></feed>"""


def opened(data: str | bytes, limits: Limits | None = None) -> list[Outcome]:
    raw = data.encode() if isinstance(data, str) else data
    return list(open_bytes(Capture("news.xml", raw), limits or Limits()))


def first(data: str | bytes) -> Document:
    found = opened(data)[0]
    assert isinstance(found, Document), found
    return found


def test_an_entry_of_rss_gives_all_it_says() -> None:
    found = first(RSS)
    assert (found.key, found.url, found.outlet) == (
        "news.xml#dam-7",
        "https://a.example/dam",
        'The "Weekly"',
    )
    assert found.author == "One Desk, Another Desk"
    assert found.published is not None
    assert (found.published.start, found.published.basis) == (
        "2024-03-14T09:20:11Z",
        Basis.METADATA,
    )
    assert found.derived_from == (DerivedFrom(DerivationKind.REPOST, "https://b.example/feed"),)
    assert outline(found.text, found.segments) == [
        "title: Dam broke <again>",
        "paragraph: It broke today.",
        "list-item: One bank",
    ]


def test_an_entry_without_an_id_goes_by_its_address_and_one_without_words_is_reported() -> None:
    _, second, third = opened(RSS)
    assert second.key == "news.xml#https://a.example/2"
    assert isinstance(third, Failure)
    assert str(third) == "news.xml#https://a.example/3: the entry has no text and no title"


def test_plain_words_of_atom_stay_plain() -> None:
    found = first(ATOM)
    assert found.text == "Fire & smoke\n\nSmoke rose.\n\nNobody was hurt <so far>."
    assert found.published is not None
    assert (found.published.start, found.published.end) == ("2024-03-13", "2024-03-14")
    assert found.updated == "2024-03-14T09:20:11+02:00"


def test_an_entry_is_the_same_document_in_another_download() -> None:
    later = RSS.replace("<item>\n", "<item><title>New</title></item><item>\n", 1)
    assert first(RSS).id in {each.id for each in opened(later) if isinstance(each, Document)}


def test_two_entries_of_one_id_are_both_kept() -> None:
    feed = "<rss><channel>" + "".join(
        f"<item><guid>x</guid><title>Dam {word}</title></item>"
        for word in ("broke", "held", "held")
    )
    keys = [each.key for each in opened(feed + "</channel></rss>")]
    assert keys[0] == "news.xml#x"
    assert keys[1] == keys[2]
    assert keys[1].startswith("news.xml#x~")
    turned = [each.key for each in opened(feed.replace("Dam broke", "Dam leaks"))]
    assert turned[1] == keys[1], "a key says nothing of the other entries"


def test_the_rest_of_a_feed_cut_short_is_read_and_said_to_be_broken() -> None:
    found = first(RSS[: RSS.index("<item><link>https://a.example/3")])
    assert "broken-feed" in codes(found)
    assert len(opened(RSS[: RSS.index("Only words")])) == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "a feed without entries"),
        ("<feed", "a feed without entries"),
    ],
    ids=["empty", "cut"],
)
def test_a_feed_without_entries_is_no_document(data: str, reason: str) -> None:
    [failed] = opened(data)
    assert isinstance(failed, Failure)
    assert failed.error is UnreadableDocument
    assert reason in failed.reason or "not well formed" in failed.reason


LOL = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10)
)
BOMBS = {
    "entities of entities": f'<?xml version="1.0"?><!DOCTYPE rss [{LOL}]><rss><channel><item>'
    "<title>Fire</title><description>x &l9; y</description></item></channel></rss>",
    "one long entity, many times": f'<!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]><rss><channel>'
    f"<item><title>Fire</title><description>{'&a;' * 50_000}</description></item></channel></rss>",
    "a file of ours": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel>'
    "<item><title>Fire</title><description>x &a; y</description></item></channel></rss>",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_entities_do_not_go_off(bomb: str) -> None:
    start = time.process_time()
    for found in opened(bomb):
        assert isinstance(found, Document)
        assert len(found.text) < 500_000
        assert "root:" not in found.text
        assert "lollol" not in found.text
    assert time.process_time() - start < 10


def test_a_large_feed_is_refused_by_its_limit() -> None:
    data = b"<rss><channel>" + b"<item><title>Fire</title></item>" * 100
    [failed] = opened(data, Limits(feed=1_000))
    assert isinstance(failed, Failure)
    assert (failed.error, failed.reason) == (TooLarge, "a feed of more than 1000 bytes")


# What feedparser's own tests expect of 485 feeds, for the fields that are ours ------------------

FEEDS = Path(__file__).parents[3] / "shared" / "data" / "feeds"
NOT_OURS = {
    # Of a summary and a description we read the longer; feedparser lists both.
    ("item_description_and_summary.xml", "content"),
    ("item_summary_and_description.xml", "summary"),
    # Whether "<!' <a href=…" is text or markup; browsers show neither.
    ("item_description_not_a_doctype.xml", "description"),
}


def expectations() -> list[dict[str, object]]:
    lines = (FEEDS / "expectations.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def headers(expected: dict[str, object]) -> dict[str, str]:
    given = expected["headers"] or {}
    assert isinstance(given, dict)
    pairs = (str(value).partition(":") for value in given.values())
    return {"content-type": "application/xml"} | {
        name.strip().lower(): value.strip() for name, colon, value in pairs if colon
    }


def told(feed: Feed, path: list[str | int]) -> object:
    """Return what furphy makes of a field, NotImplemented for one that it does not use."""
    if path[0] != "entries":
        ours = {"bozo": feed.fault is not None, "encoding": feed.encoding}
        if path == ["feed", "title"]:
            return feed.title
        return ours.get(str(path[0]), NotImplemented)
    if not feed.entries:
        return NotImplemented
    entry = feed.entries[0]
    name = next(str(each) for each in path[2:])
    field = {
        "title_detail": "title", "link": "url", "guid": "id", "authors": "author",
        "author_detail": "author", "published_parsed": "published", "updated_parsed": "updated",
        "description": "html", "summary": "html", "summary_detail": "html", "content": "html",
    }.get(name, name)  # fmt: skip
    if path[-1] not in {name, "value", "name"} or field not in OURS:
        return NotImplemented
    return getattr(entry, field) or (entry.text if field == "html" else None)


OURS = {"title", "url", "id", "author", "published", "updated", "html"}


def same(ours: object, theirs: object) -> bool:
    """Tell whether both say the same: as words, as a moment, or as one of several names."""
    if isinstance(theirs, list):
        moment = datetime.fromisoformat(str(ours)).astimezone(UTC)
        return list(moment.timetuple()[:6]) == theirs[:6]
    if not isinstance(ours, str) or not isinstance(theirs, str):
        return (ours or None) == (theirs or None) or words(str(theirs)) == ""
    if ours[:4].isdigit() and theirs[-3:] == "GMT":
        return datetime.fromisoformat(ours) == parsedate_to_datetime(theirs)
    return theirs in ours.split(", ") or words(theirs) in {ours, words(ours)}


def words(markup: str) -> str:
    return " ".join(" ".join(line for line, _ in flat(markup)).split())


@pytest.mark.skipif(not FEEDS.exists(), reason="the sample feeds are not here")
def test_feeds_say_what_feedparser_expects_of_them() -> None:
    checked, missed = 0, []
    for expected in expectations():
        checks = expected["checks"] or []
        assert isinstance(checks, list)
        file = FEEDS / str(expected["file"])
        feed = feed_of(file.read_bytes(), headers(expected)) if checks else None
        for check in checks:
            ours = told(feed, check["path"]) if feed else NotImplemented
            if ours is NotImplemented or (file.name, str(check["path"][2:3])[2:-2]) in NOT_OURS:
                continue
            checked += 1
            if not same(ours, check["equals"]):
                missed.append((file.name, check["path"], ours))
    assert missed == []
    assert checked >= 650


@pytest.mark.skipif(not FEEDS.exists(), reason="the sample feeds are not here")
def test_every_sample_ends_in_documents_or_named_failures() -> None:
    for path in sorted(FEEDS.rglob("*.xml")):
        assert list(open_bytes(Capture(path.name, path.read_bytes()))), path.name
