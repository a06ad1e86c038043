"""Downloads of one reader's page, which no address describes: the page hands them to the server.

The page keeps them; when it is gone, so are they.
"""

from __future__ import annotations

import asyncio
import time
from typing import Protocol
from weakref import WeakValueDictionary

from registry.errors import AtlasError

#: For how many seconds a download waits for what the page told last, and how often it looks.
PATIENCE, LOOK = 20.0, 0.05


class Handed(Protocol):
    """What a page hands over: files by kind, of what it told up to ``step``."""

    @property
    def token(self) -> str:
        """What the addresses of these downloads hold, so that nobody else finds them."""

    @property
    def step(self) -> int:
        """The number of the page's last message that is in them."""

    def file(self, kind: str) -> tuple[str, str, str]:
        """A file's name, media type and text; AtlasError where there is none."""


_handed: WeakValueDictionary[str, Handed] = WeakValueDictionary()


def hand(what: Handed) -> None:
    """Let the server give out ``what``, as long as whoever made it keeps it."""
    _handed[what.token] = what


async def find(token: str, step: int, *, patience: float = PATIENCE) -> Handed:
    """What was handed over under ``token``, once it has all that the page told up to ``step``.

    Raises
    ------
    AtlasError
        The page is gone, or what it told last does not arrive.
    """
    late = time.monotonic() + patience
    while True:
        what = _handed.get(token)
        if what is None:
            raise AtlasError(
                "downloads",
                zh="这一页已经关闭，或服务器重新启动过，请在页面上再下载一次",
                en="this page was closed or the server restarted, download it again from the page",
            )
        if what.step >= step:
            return what
        if time.monotonic() >= late:
            raise AtlasError(
                "downloads",
                zh="服务器还没有收到刚才的更正，请稍候再试",
                en="the server has not received the last correction yet, try again in a moment",
            )
        await asyncio.sleep(LOOK)
