"""What every answer says, and what a file may be called."""

from __future__ import annotations

import re
from email.message import Message
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import Message as Event
from starlette.types import Receive, Scope, Send

from serving.headers import BARE_POLICY, PAGE_POLICY, Headers, attachment, file_name
from tests.serving.waiting import to_the_end


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("atlas.csv", 'attachment; filename="atlas.csv"'),
        ("图 a.csv", "attachment; filename=\"_ a.csv\"; filename*=UTF-8''%E5%9B%BE%20a.csv"),
        ('a"b\\c.csv', 'attachment; filename="a_b_c.csv"'),
        ("a\r\nSet-Cookie: x=1.csv", 'attachment; filename="a__Set-Cookie_ x=1.csv"'),
        ("../../etc/passwd", 'attachment; filename="_.._etc_passwd"'),
        ("C:\\con.txt", 'attachment; filename="C__con.txt"'),
        ("\u202egpj.exe", 'attachment; filename="_gpj.exe"'),
        ("%00;filename=x", 'attachment; filename="_00;filename=x"'),
        ("\ud800", 'attachment; filename="_"'),
        ("", 'attachment; filename="download"'),
        (" . ", 'attachment; filename="download"'),
        ("x" * 300 + ".csv", 'attachment; filename="' + "x" * 116 + '.csv"'),
    ],
)
def test_a_name_is_a_name_on_every_system(name: str, value: str) -> None:
    assert attachment(name) == value


@given(st.text())
def test_whatever_a_name_holds_the_header_holds_one_name(name: str) -> None:
    value = attachment(name)
    assert re.fullmatch(r"[\x20-\x7e]+", value)
    header = Message()
    header["Content-Disposition"] = value
    assert header.get_content_disposition() == "attachment"
    starred = re.search(r"filename\*=UTF-8''(\S+)$", value)
    plain = re.search(r'filename="([^"\\]*)"', value)
    assert plain is not None
    assert (unquote(starred.group(1)) if starred else plain.group(1)) == file_name(name)
    assert "/" not in file_name(name)
    assert file_name(name) not in ("", ".", "..")


def answered(path: str, kind: str = "text", **headers: str) -> tuple[int, dict[str, str]]:
    """Status and headers with which an answer of ``kind`` at ``path`` goes out."""
    made = HTMLResponse if kind == "html" else PlainTextResponse

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await made("x", headers=headers)(scope, receive, send)

    sent: list[Event] = []

    async def send(event: Event) -> None:
        sent.append(event)

    async def receive() -> Event:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    to_the_end(Headers(app)(scope, receive, send))
    found = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return sent[0]["status"], found


def test_every_answer_says_that_it_is_what_it_says() -> None:
    status, found = answered("/x")
    assert status == 200
    assert found["x-content-type-options"] == "nosniff"
    assert found["referrer-policy"] == "same-origin"
    assert "content-security-policy" not in found
    assert "cache-control" not in found


def test_a_page_loads_nothing_from_elsewhere() -> None:
    assert answered("/", "html")[1]["content-security-policy"] == PAGE_POLICY
    assert "http" not in PAGE_POLICY
    own = {"Content-Security-Policy": BARE_POLICY}
    assert answered("/", "html", **own)[1]["content-security-policy"] == BARE_POLICY


@pytest.mark.parametrize("path", ["/media/a.csv", "/x/y/media/a", "/_stcore/upload_file/a/b"])
def test_what_one_reader_has_is_kept_by_nobody_between(path: str) -> None:
    assert answered(path, **{"Cache-Control": "public"})[1]["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/x/y/_stcore/metrics", "/_stcore/metrics/"])
def test_the_servers_figures_are_closed(path: str) -> None:
    status, found = answered(path)
    assert status == 404
    assert found["x-content-type-options"] == "nosniff"
    assert answered("/_stcore/health")[0] == 200


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (b"", b""),
        (b"q=%E6%B8%9D&a=!~", b"q=%E6%B8%9D&a=!~"),
        (b"q=\xff\xe6", b"q=%FF%E6"),
        ("q=渝".encode(), b"q=%E6%B8%9D"),
        (b"a b\x00\x7f\r\n", b"a%20b%00%7F%0D%0A"),
    ],
)
def test_what_is_no_text_of_an_address_is_written_as_browsers_do(sent: bytes, read: bytes) -> None:
    seen: list[bytes] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["query_string"])
        await PlainTextResponse("")(scope, receive, send)

    async def hear() -> Event:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def say(_: Event) -> None:
        return None

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": sent, "headers": []}
    to_the_end(Headers(app)(scope, hear, say))
    assert seen == [read]
    assert scope["query_string"] == sent
