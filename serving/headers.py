"""What every answer says beside its content, and the name that a download has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse

from registry.naming import hidden

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: What the pages may load: what the server has, and nothing of any other.
#: Its own code is put into the page as a script, and parts come as blobs; Streamlit's reader of
#: whole numbers is WebAssembly. No text ever becomes code by eval.
PAGE_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
#: What an answer may load that is no page: nothing.
BARE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

#: On every answer that does not say otherwise.
ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
#: Figures of the server's inside, which are nobody's business.
CLOSED = "/_stcore/metrics"
#: Answers with what one reader has: never kept by anybody between.
PRIVATE = ("/media/", "/_stcore/upload_file/")

#: What no file system takes in a name, and what ends a header's value.
_UNFIT = re.compile(r'[\\/:*?"<>|%]')
_LONGEST = 120
#: Bytes that stand in no address.
_RAW = re.compile(rb"[^!-~]")


class Headers:
    """Adds the headers to whatever ``app`` answers, and keeps closed what is closed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope.get("path", "")
        # What is no text of an address is written as browsers write it, before anybody reads it.
        plain = _RAW.sub(lambda byte: b"%%%02X" % byte[0][0], scope.get("query_string", b""))
        scope = {**scope, "query_string": plain}

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in ALWAYS.items():
                    headers.setdefault(name, value)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Security-Policy", PAGE_POLICY)
                if any(part in path for part in PRIVATE):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        if path.rstrip("/").endswith(CLOSED):
            await PlainTextResponse("Not Found", 404)(scope, receive, told)
            return
        await self._app(scope, receive, told)


def file_name(name: str) -> str:
    """``name`` without what cannot be in a file's name on any system; never empty."""
    plain = "".join("_" if hidden(c) else c for c in _UNFIT.sub("_", name))
    return plain.strip(" .")[-_LONGEST:] or "download"


def attachment(name: str) -> str:
    r"""The value of ``Content-Disposition`` for a file ``name`` (RFC 6266), whatever it holds.

    >>> attachment("atlas.csv")
    'attachment; filename="atlas.csv"'
    >>> attachment("图.csv")
    'attachment; filename="_.csv"; filename*=UTF-8\'\'%E5%9B%BE.csv'
    """
    fit = file_name(name)
    plain = "".join(c if c.isascii() else "_" for c in fit)
    value = f'attachment; filename="{plain}"'
    return value if fit == plain else f"{value}; filename*=UTF-8''{quote(fit, safe='')}"
