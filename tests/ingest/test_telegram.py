"""Telegram Desktop's exports: JSON and pages say the same of the same posts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from opened import codes

from furphy.errors import UnreadableDocument
from furphy.ingest import Capture, Failure, Outcome, open_bytes, open_path
from furphy.ingest.limits import Limits
from furphy.ingest.telegram import counted, named, stamped
from furphy.model.document import DerivationKind, DerivedFrom, Document

CHANNEL = "River port news"


def sent(number: int, **fields: object) -> dict[str, object]:
    """Return a post as the export writes it in JSON."""
    return {
        "id": number,
        "type": "message",
        "date": f"2024-03-14T11:20:{number:02}",
        "date_unixtime": str(1_710_408_000 + number),
        "from": CHANNEL,
        "from_id": "channel7",
        "text": "",
        **fields,
    }


SERVICE = {"type": "service", "date": "2024-03-14T11:00:00", "action": "pin_message", "text": ""}
MESSAGES = [
    {"id": 1, **SERVICE},
    sent(2, text=["Fire at the ", {"type": "bold", "text": "port"}, ".\nIt burns."]),
    sent(
        3,
        text=["See ", {"type": "text_link", "text": "here", "href": "https://a.example/"}],
        edited="2024-03-14T11:30:00",
        edited_unixtime="1710408600",
        reply_to_message_id=2,
    ),
    sent(6, forwarded_from="A battalion", text="We hold the bridge."),
    sent(7, forwarded_from="A battalion", text="Still."),
    sent(8, forwarded_from=None, text="Nobody was hurt."),
    sent(9, photo="photos/p.jpg", text="The port at night."),
    sent(10, photo="(File not included.)", width=1, height=1),
    sent(
        11, poll={"question": "Was it an accident?", "answers": [{"text": "Yes"}, {"text": "No"}]}
    ),
    {"id": 12, **SERVICE},
    {"id": 13, **SERVICE},
]


def exported(messages: object = MESSAGES, kind: str = "public_channel", **more: object) -> str:
    return json.dumps({"name": CHANNEL, "type": kind, "id": 7, "messages": messages, **more})


def block(number: int, inner: str, sender: str | None = CHANNEL) -> str:
    """Return a post as the export writes it on a page."""
    name = f'<div class="from_name">\n{sender} \n</div>' if sender else ""
    return (
        f'<div class="message default clearfix{"" if sender else " joined"}" id="message{number}">'
        f'<div class="body"><div class="pull_right date details"'
        f' title="14.03.2024 11:20:{number:02} UTC+02:00">11:20</div>{name}{inner}</div></div>'
    )


def service(number: int, words: str = "someone pinned this message") -> str:
    return (
        f'<div class="message service" id="message{number}"><div class="body details">\n{words}\n'
        "</div></div>"
    )


def text(words: str) -> str:
    return f'<div class="text">\n{words}\n       </div>'


def forwarded(name: str, inner: str) -> str:
    head = f'<div class="from_name">\n{name} <span class="date details"> 01.03.2024</span></div>'
    return f'<div class="forwarded body">{head if name else ""}{inner}</div>'


PHOTO = (
    '<div class="media_wrap clearfix"><a class="photo_wrap clearfix" href="photos/p.jpg"></a></div>'
)
NO_PHOTO = (
    '<div class="media_wrap clearfix"><div class="media clearfix pull_left media_photo">'
    '<div class="body"><div class="title bold">Photo</div></div></div></div>'
)
POLL = (
    '<div class="media_wrap clearfix"><div class="media_poll"><div class="question bold">'
    'Was it an accident?</div><div class="details">Anonymous poll</div><div class="answer">- Yes'
    '<span class="details">1 vote</span></div><div class="answer">- No</div></div></div>'
)
REPLY = (
    '<div class="reply_to details">In reply to <a href="messages.html#go_to_message2">this'
    " message</a></div>"
)
PAGE = (
    '<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header">'
    '<div class="content">'
    f'<div class="text bold">\n{CHANNEL} \n</div></div></div><div class="page_body chat_page">\n'
    '<div class="history">'
    + "".join(
        [
            service(-1, "14 March 2024"),
            service(1),
            block(2, text("Fire at the <strong>port</strong>.<br>It burns.")),
            block(3, REPLY + text('See <a href="https://a.example/">here</a>'), sender=None),
            block(6, forwarded("A battalion", text("We hold the bridge."))),
            block(7, forwarded("", text("Still.")), sender=None),
            block(8, forwarded("Deleted Account", text("Nobody was hurt."))),
            block(9, PHOTO + text("The port at night.")),
            block(10, NO_PHOTO),
            block(11, POLL),
            service(12),
            service(13),
        ]
    )
    + "</div></div></div></body></html>"
)


def opened(data: str, limits: Limits | None = None) -> list[Outcome]:
    return list(open_bytes(Capture("chat", data.encode()), limits or Limits()))


def posts(data: str) -> dict[str, Document]:
    found = opened(data)
    assert all(isinstance(each, Document) for each in found), found
    return {each.key: each for each in found if isinstance(each, Document)}


FORMATS = pytest.mark.parametrize("export", [exported(), PAGE], ids=["JSON", "page"])


def test_both_formats_say_the_same() -> None:
    # Pages do not tell that, or when, a post was edited.
    ours = [replace(each, id="", updated=None) for each in posts(exported()).values()]
    assert ours == [replace(each, id="") for each in posts(PAGE).values()]


@FORMATS
def test_a_post_is_what_it_says(export: str) -> None:
    found = posts(export)["chat#2"]
    assert (found.text, found.outlet, found.author) == (
        "Fire at the port.\nIt burns.",
        CHANNEL,
        None,
    )
    assert found.published is not None
    assert found.published.start == "2024-03-14T09:20:02Z"


@FORMATS
def test_forwards_name_their_origin_or_leave_it_open(export: str) -> None:
    found = posts(export)
    named_one = (DerivedFrom(DerivationKind.FORWARD, "A battalion"),)
    assert found["chat#6"].derived_from == found["chat#7"].derived_from == named_one
    assert found["chat#8"].derived_from == (DerivedFrom(DerivationKind.FORWARD, None),)
    assert found["chat#9"].derived_from == ()


@FORMATS
def test_an_answer_names_the_key_of_what_it_answers(export: str) -> None:
    found = posts(export)
    assert found["chat#3"].replies_to == "chat#2"
    assert found["chat#3"].text == "See here"


def test_an_edit_tells_its_time() -> None:
    assert posts(exported())["chat#3"].updated == "2024-03-14T09:30:00Z"


@FORMATS
def test_media_without_words_leave_a_note(export: str) -> None:
    found = posts(export)
    assert (found["chat#9"].text, codes(found["chat#9"])) == ("The port at night.", ["media"])
    assert (found["chat#10"].text, codes(found["chat#10"])) == ("", ["no-words"])


@FORMATS
def test_a_poll_is_read_with_its_answers(export: str) -> None:
    assert posts(export)["chat#11"].text == "Was it an accident?\n- Yes\n- No"


@FORMATS
def test_gaps_and_service_messages_are_told(export: str) -> None:
    found = posts(export)
    told = {key: [note.message for note in each.notes] for key, each in found.items()}
    assert told["chat#2"] == ["1 service message left out before this one"]
    assert told["chat#6"] == [
        "messages 4 to 5 are missing before this one: deleted, or not exported"
    ]
    assert told["chat#11"] == ["2 service messages left out after this one"]


def test_gaps_mean_nothing_where_a_chat_has_no_numbers_of_its_own() -> None:
    found = posts(exported(kind="private_group"))
    assert "missing-messages" not in {code for each in found.values() for code in codes(each)}


def test_who_writes_in_a_group_is_its_author() -> None:
    one = sent(1, text="We saw it.", **{"from": "A sailor"})
    other = sent(2, text="So did we.", author="The desk")
    found = posts(exported([one, other]))
    assert [each.author for each in found.values()] == ["A sailor", "The desk"]


def test_posts_of_one_number_and_different_words_are_both_kept() -> None:
    twice = [
        sent(1, text="It burns."),
        sent(1, text="It does not burn."),
        sent(1, text="It burns."),
    ]
    keys = [each.key for each in opened(exported(twice))]
    assert keys[0] == keys[2] == "chat#1"
    assert keys[1].startswith("chat#1~")


def test_an_account_is_read_chat_by_chat() -> None:
    chats = [
        json.loads(exported([sent(1, text="One.")])),
        json.loads(exported([sent(1, text="Two.")])),
    ]
    chats[1] |= {"id": 8, "name": "Second", "type": "private_supergroup"}
    account = {"about": "x", "contacts": {"list": []}, "chats": {"about": "y", "list": chats}}
    found = posts(json.dumps(account))
    assert [(key, each.outlet) for key, each in found.items()] == [
        ("chat#7/1", CHANNEL),
        ("chat#8/1", "Second"),
    ]


def test_an_export_cut_short_gives_what_it_holds_and_says_so() -> None:
    whole = exported()
    *read, last = opened(whole[: whole.index("Nobody was hurt")])
    assert [each.key for each in read] == ["chat#2", "chat#3", "chat#6", "chat#7"]
    assert isinstance(last, Failure)
    assert last.error is UnreadableDocument
    assert "from here on it is no JSON" in last.reason


def test_a_record_without_end_is_refused_by_its_limit() -> None:
    long = exported([sent(1, text="a" * 900_000)])
    [failed] = opened(long, Limits(line=100_000))
    assert str(failed) == "chat: a record of more than 100000 bytes"


@pytest.mark.parametrize(
    "message",
    [{}, {"id": "x"}, {"id": 1, "text": 5}, {"id": 1, "text": [None, {"text": 3}], "poll": []},
     {"id": 1, "date": 7, "from": {}, "text": "x", "reply_to_message_id": "y"},
     {"id": 1, "text": "x", "date_unixtime": "9" * 30, "poll": {"answers": [1, {"text": None}]}}],
)  # fmt: skip
def test_what_no_export_writes_is_survived(message: object) -> None:
    for outcome in opened(exported([message, sent(2, text="It burns.")])):
        assert isinstance(outcome, Document | Failure)


def test_a_chat_of_service_messages_alone_is_said_to_be_one() -> None:
    [failed] = opened(exported([{"id": 1, **SERVICE}]))
    assert str(failed) == "chat: a chat without posts; 1 service messages left out"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("14.03.2024 11:20:00", "2024-03-14T11:20:00"),
        ("14.03.2024 11:20:00 UTC-05:30", "2024-03-14T16:50:00Z"),
        ("99.99.2024 11:20:00 UTC+02:00", "2024-99-99T11:20:00"),
        ("yesterday", None),
    ],
)
def test_times_on_pages(written: str, moment: str | None) -> None:
    assert stamped(written) == moment


def test_names_lose_the_bot_they_came_by() -> None:
    assert (named("A sailor via @gif"), named(" "), named("Deleted Account")) == (
        "A sailor",
        None,
        None,
    )
    assert counted(10**20) is None


SHARED = Path(__file__).parents[3] / "shared" / "data"
SAMPLE = SHARED / "telegram-export-sample"
NEWS = SHARED / "ru-telegram-news"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample export is not here")
def test_the_sample_export_is_the_same_in_both_formats() -> None:
    ours = list(open_path(SAMPLE / "result.json", "chat"))
    assert ours == list(open_path(SAMPLE / "messages.html", "chat"))
    assert len(ours) == 8
    assert all(isinstance(each, Document) for each in ours)


@pytest.mark.skipif(not NEWS.exists(), reason="the sample channels are not here")
def test_all_posts_of_a_channel_are_read_in_their_language() -> None:
    [file] = NEWS.glob("channels/1001039626561_*.json")
    found = list(open_path(file))
    assert len(found) == len(json.loads(file.read_text(encoding="utf-8"))) == 719
    russian = [each for each in found if isinstance(each, Document) and each.language == "ru"]
    assert len(russian) > 0.95 * len(found)
