"""What Streamlit's page is told of itself: it opens no dialog over ours.

When its server goes away Streamlit lays a dialog over the page and makes the page inert. The map
and its filters need no server, so it is told to leave that; the page itself says in a line that
the connection is lost (``web/src/core/page/connection.js``).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Where the page asks.
PATH = "/_stcore/host-config"
#: What it is told otherwise than Streamlit would tell it.
TOLD = {"blockErrorDialogs": True}


class HostConfig:
    """Tells the page :data:`TOLD` beside what ``app`` answers at :data:`PATH`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or not scope["path"].rstrip("/").endswith(PATH):
            await self._app(scope, receive, send)
            return
        starts: list[Message] = []
        parts: list[bytes] = []

        async def kept(message: Message) -> None:
            if message["type"] == "http.response.start":
                starts.append(message)
                return
            parts.append(message.get("body", b""))
            if message.get("more_body", False):
                return
            (start,) = starts
            body = b"".join(parts)
            # What is sent to HEAD has no body, and a refusal is no table.
            if body and start["status"] == _OK:
                body = json.dumps({**json.loads(body), **TOLD}).encode()
                MutableHeaders(scope=start)["Content-Length"] = str(len(body))
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self._app(scope, receive, kept)


_OK = 200
