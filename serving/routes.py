"""Downloads by address: ``downloads/KIND?ADDRESS``, where the address is the explorer's own.

A file is made from what its address says and from nothing that a page remembers, so it is right
whoever asks and whenever. Small files are made at once, two at a time; a package is prepared
first (``POST downloads/package/state?ADDRESS``), and whoever only follows its link waits on a page
that says how far it is.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, BinaryIO

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from registry import sentences
from registry.errors import AtlasError
from registry.files import write_bytes
from serving import handed, kinds, pages
from serving.headers import BARE_POLICY, attachment
from serving.kinds import KINDS, PACKAGE, Chosen
from serving.packages import Maker, Order, Packages, Place, State
from serving.state import loaded, paths
from serving.store import Store

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

log = logging.getLogger("atlas.serving")

#: How many small files are made at the same time.
AT_ONCE = 2
_PIECE = 2**18


class Sent(Response):
    """A file that is open already, sent in pieces and closed whatever happens."""

    def __init__(self, file: BinaryIO, headers: dict[str, str], mime: str) -> None:
        self._file = file
        size = file.seek(0, 2)
        file.seek(0)
        super().__init__(headers={**headers, "Content-Length": str(size)}, media_type=mime)

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it; to ``HEAD`` its headers alone."""
        with self._file as file:
            start = {"type": "http.response.start", "status": self.status_code}
            await send({**start, "headers": self.raw_headers})
            more = scope["method"] != "HEAD"
            while more:
                body = await asyncio.to_thread(file.read, _PIECE)
                more = bool(body)
                if more:
                    await send({"type": "http.response.body", "body": body, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})


class Downloads:
    """The downloads of one server: what is made is kept for who asks for the same."""

    def __init__(self, store: Store | None = None, packages: Packages | None = None) -> None:
        self.store = store or Store()
        self._maker = Maker()
        self.packages = packages or Packages(self.store, self._maker)
        self._turn = asyncio.Semaphore(AT_ONCE)

    def routes(self, base: str) -> list[BaseRoute]:
        """The routes under the path ``base``, which may be empty."""
        root = "/".join(["", *filter(None, base.split("/")), "downloads"])
        return [
            Route(f"{root}/{PACKAGE}/state", self.state, methods=["GET", "POST"]),
            Route(f"{root}/read/{{token}}/{{kind}}", self.handed, methods=["GET"]),
            Route(f"{root}/{{kind}}", self.file, methods=["GET"]),
        ]

    @asynccontextmanager
    async def life(self, _app: object = None) -> AsyncIterator[None]:
        """Nothing is left running or lying about when the server ends."""
        try:
            yield
        finally:
            self.close()

    def close(self) -> None:
        """End what runs, and remove what was made."""
        self.packages.close()
        self._maker.stop()
        self.store.close()

    async def state(self, request: Request) -> Response:
        """How far a package is, as JSON; ``POST`` has it made."""
        try:
            place = await asyncio.to_thread(
                self._asked if request.method == "POST" else self._looked, request.url.query
            )
        except AtlasError as error:
            place = Place(State.FAILED, fault=error)
        return JSONResponse(pages.told(place), headers=_PRIVATE)

    async def file(self, request: Request) -> Response:
        """The file of a kind, or a page that says why there is none (yet)."""
        kind, query = request.path_params["kind"], request.url.query
        back = "../" + (f"?{query}" if query else "")
        if kind not in kinds.offered():
            error = sentences.unknown_code("downloads", "download", kind, kinds.offered())
            return _refused(request, error, back, 404)
        try:
            what = await asyncio.to_thread(_chosen, query)
        except AtlasError as error:
            return _refused(request, error, back, 404)
        if kind == PACKAGE:
            return await self._package(request, what, query, back)
        try:
            file = await self._small(kind, what)
        except kinds.Unasked as error:
            return _refused(request, error, back, 404)
        except AtlasError as error:
            log.warning("%s: %s", kind, error)
            return _refused(request, error, back, 500)
        except Exception:
            log.exception("%s: a file could not be made", kind)
            return _refused(request, _NOT_MADE, back, 500)
        return _sent(file, kind, what)

    async def handed(self, request: Request) -> Response:
        """A file that a page handed over, or why there is none: as JSON to who takes that."""
        token, kind = request.path_params["token"], request.path_params["kind"]
        step = request.query_params.get("step", "")
        wanted = int(step) if step.isascii() and step.isdigit() and len(step) < _LONGEST else 0
        try:
            what = await handed.find(token, wanted)
            async with self._turn:
                name, mime, text = await asyncio.to_thread(what.file, kind)
        except AtlasError as error:
            return _refused(request, error, _READER, 404)
        except Exception:
            # What went wrong is not logged: it may hold the document's words.
            log.warning("downloads: a file of a page could not be made")
            return _refused(request, _NOT_MADE, _READER, 404)
        headers = {
            "Content-Disposition": attachment(name),
            "Content-Security-Policy": BARE_POLICY,
            "Cache-Control": "no-store",
        }
        return Response(text.encode(), headers=headers, media_type=mime)

    async def _small(self, kind: str, what: Chosen) -> BinaryIO:
        """The file of a small kind: the one that is kept, or one made now."""
        key = kinds.key(kind, what)
        if (file := self.store.open(key)) is not None:
            return file
        async with self._turn:
            return await asyncio.to_thread(self._made, kind, key, what)

    def _made(self, kind: str, key: str, what: Chosen) -> BinaryIO:
        # Somebody before may have wanted the same.
        if (file := self.store.open(key)) is not None:
            return file
        make = KINDS[kind].make
        assert make is not None
        text = make(what)
        try:
            part = self.store.part()
            write_bytes(part, text.encode(), "downloads")
            self.store.keep(key, part)
            file = self.store.open(key)
        except OSError as error:
            raise sentences.cannot_write("downloads", error.strerror) from error
        if file is None:
            raise sentences.missing("downloads")
        return file

    async def _package(self, request: Request, what: Chosen, query: str, back: str) -> Response:
        again = f"{PACKAGE}?{query}" if query else PACKAGE
        key = await asyncio.to_thread(kinds.key, PACKAGE, what)
        if (file := self.store.open(key)) is not None:
            return _sent(file, PACKAGE, what)
        place = self.packages.look(key)
        if place.state is State.FAILED and place.fault:
            # Who asks once more has it made once more.
            self.packages.forget(key)
            return _failed(request, place.fault, again)
        try:
            place = self.packages.ask(key, Order(what.where.data, what.ids))
        except AtlasError as error:
            return _failed(request, error, again)
        if _takes_json(request):
            return JSONResponse({"why": list(pages.words_of(place))}, 202, headers=_PRIVATE)
        return pages.waits(place, again, back)

    def _asked(self, query: str) -> Place:
        what = _chosen(query)
        if PACKAGE not in kinds.offered():
            raise sentences.unknown_code("downloads", "download", PACKAGE, kinds.offered())
        return self.packages.ask(kinds.key(PACKAGE, what), Order(what.where.data, what.ids))

    def _looked(self, query: str) -> Place:
        return self.packages.look(kinds.key(PACKAGE, _chosen(query), only_look=True))


#: The longest number of a step, in digits.
_LONGEST = 12
_NOT_MADE = AtlasError(
    "downloads",
    zh="没有做成，请再试一次",
    en="it could not be made, try again",
)


#: From a file of the page Read a plan back to it.
_READER = "../../../?page=read"
_PRIVATE = {"Cache-Control": "no-store"}


def _takes_json(request: Request) -> bool:
    """Whether it is a page that asks, and stays; else a page is the answer."""
    return "application/json" in request.headers.get("accept", "")


def _why(error: AtlasError, status: int) -> Response:
    why = {"why": [error.text("zh"), error.text("en")]}
    return JSONResponse(why, status, headers=_PRIVATE)


def _refused(request: Request, error: AtlasError, back: str, status: int) -> Response:
    """Why there is no file; a page about it leads ``back``."""
    return _why(error, status) if _takes_json(request) else pages.refused(error, back, status)


def _failed(request: Request, error: AtlasError, again: str) -> Response:
    """Why there is no package; a page about it tries ``again``."""
    return _why(error, 500) if _takes_json(request) else pages.failed(error, again)


def _chosen(query: str) -> Chosen:
    where = paths()
    return kinds.chosen(where, loaded(where), query)


def _sent(file: BinaryIO, kind: str, what: Chosen) -> Sent:
    name = what.state.atlas.titles.name + KINDS[kind].ending
    headers = {
        "Content-Disposition": attachment(name),
        "Content-Security-Policy": BARE_POLICY,
        # The same address means other data after the next build.
        "Cache-Control": "no-cache",
    }
    return Sent(file, headers, KINDS[kind].mime)
