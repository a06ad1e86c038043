"""Streamlit's page is told to open no dialog over ours, and nothing else otherwise than before."""

from __future__ import annotations

import json

import pytest
from starlette.types import Message, Receive, Scope, Send

from serving.host_config import HostConfig
from tests.serving.waiting import to_the_end

TABLE = {"allowedOrigins": ["https://a.cn"], "blockErrorDialogs": False}


def answered(path: str, status: int = 200, *parts: bytes, kind: str = "http") -> list[Message]:
    """What goes out at ``path`` where the server would send ``parts``."""

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        length = [(b"content-length", str(sum(map(len, parts))).encode())]
        await send({"type": "http.response.start", "status": status, "headers": length})
        for i, part in enumerate(parts):
            more = i + 1 < len(parts)
            await send({"type": "http.response.body", "body": part, "more_body": more})

    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": kind, "path": path, "method": "GET", "headers": []}
    to_the_end(HostConfig(app)(scope, receive, send))
    return sent


@pytest.mark.parametrize("path", ["/_stcore/host-config", "/maps/_stcore/host-config/"])
def test_no_dialog_is_opened_over_the_page(path: str) -> None:
    text = json.dumps(TABLE).encode()
    start, body = answered(path, 200, text[:9], text[9:])
    assert json.loads(body["body"]) == {**TABLE, "blockErrorDialogs": True}
    assert start["headers"] == [(b"content-length", str(len(body["body"])).encode())]


@pytest.mark.parametrize(
    ("path", "status", "text", "kind"),
    [
        ("/_stcore/health", 200, b'{"a": 1}', "http"),
        ("/host-config", 200, b'{"a": 1}', "http"),
        ("/_stcore/host-config", 404, b"Not Found", "http"),
        ("/_stcore/host-config", 200, b"", "http"),
        ("/_stcore/host-config", 200, b'{"a": 1}', "websocket"),
    ],
)
def test_everything_else_goes_out_as_it_is(path: str, status: int, text: bytes, kind: str) -> None:
    start, body = answered(path, status, text, kind=kind)
    assert (start["status"], body["body"]) == (status, text)
    assert start["headers"] == [(b"content-length", str(len(text)).encode())]
