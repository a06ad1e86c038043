"""``python -m bench.load``: so many readers at once on a real server, and what each of them costs.

A reader is a connection as a browser's: the page's address goes over Streamlit's own websocket,
the answer names the static files, and these are fetched as a browser does. Readers come all at
once and stay. Told are the server's memory and processor for each, how long the last waited for
its page, and the slowest answer of the server's health, asked for all along.

Seconds by the clock are those of an idle machine only; processor and memory are the server's own.
Linux: both are read from /proc. ``--write docs/reliability.md`` puts the table there.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from bench import docs
from registry.commandline import run_script
from registry.paths import DEFAULT
from tests.support import browser

READERS = (10, 25, 50)
#: Names of static files in what the server sends.
_FILES = re.compile(rb"[a-z]+-[0-9a-f]{12}\.json\.gz")
#: Files that a browser fetches when the map opens; the others when they are needed.
_AT_ONCE = (b"payload-", b"view-", b"reader-")
#: Seconds between two questions for the server's health, and how long what was freed takes.
ASK, REST = 0.1, 3.0
LONGEST, MINUTE = 300.0, 60.0
#: How the state of a package is called that nobody waits for any more.
_ENDS = ("ready", "failed")
#: In what Linux tells processor time to programs: hundredths of a second.
_TICK = 100


def process_of(url: str) -> Path:
    """The folder in /proc of the server at ``url``."""
    port = f"--server.port={urlsplit(url).port}"
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and port in (folder / "cmdline").read_text(
                encoding="utf-8"
            ).split("\0"):
                return folder
        except OSError:
            continue
    raise RuntimeError("the server is not among the processes")


def memory_mb(process: Path) -> float:
    """Resident memory, in MB."""
    return (
        int((process / "status").read_text(encoding="utf-8").split("VmRSS:")[1].split()[0]) / 1024
    )


def processor_s(process: Path) -> float:
    """Seconds of processor so far, of all threads."""
    fields = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


@dataclass
class Load:
    """What so many readers cost; ``mb`` and ``cpu`` for each, seconds for the slowest."""

    page: str
    readers: int
    mb: float
    cpu: float
    drawn: float
    health: float


@dataclass
class _Health:
    """Asks the server how it is, all along; the slowest answer counts."""

    url: str
    slowest: float = 0.0
    asked: int = 0
    ends: asyncio.Event = field(default_factory=asyncio.Event)

    async def ask(self) -> None:
        """Until it ends."""
        while not self.ends.is_set():
            began = time.monotonic()
            await asyncio.to_thread(_fetch, f"{self.url}_stcore/health")
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.asked += 1
            await asyncio.sleep(ASK)


def _fetch(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=LONGEST) as answer:
        found: bytes = answer.read()
        return found


def _asks_for(query: str) -> bytes:
    from streamlit.proto.BackMsg_pb2 import BackMsg

    message = BackMsg()
    message.rerun_script.query_string = query
    return bytes(message.SerializeToString())


async def _read(url: str, query: str, held: list[ClientConnection]) -> float:
    """Open the page as one reader; seconds until it has what it draws. The connection stays."""
    began = time.monotonic()
    address = url.replace("http://", "ws://") + "_stcore/stream"
    socket = await connect(
        address,
        origin=Origin(url.rstrip("/")),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        open_timeout=LONGEST,
        ping_interval=None,
    )
    held.append(socket)
    await socket.send(_asks_for(query))
    wanted: set[bytes] = set()
    async with asyncio.timeout(LONGEST):
        while not _finished(message := await socket.recv()):
            assert isinstance(message, bytes)
            wanted |= set(_FILES.findall(message))
    if not wanted:
        raise RuntimeError("the page names no file: it was not drawn")
    for name in sorted(wanted):
        if name.startswith(_AT_ONCE):
            await asyncio.to_thread(_fetch, f"{url}app/static/{name.decode()}")
    return time.monotonic() - began


def _finished(message: str | bytes) -> bool:
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    told = ForwardMsg.FromString(message)
    return bool(told.WhichOneof("type") == "script_finished")


async def measure(url: str, query: str, readers: int) -> Load:
    """So many readers at once on the page with the address ``query``."""
    server, health, held = process_of(url), _Health(url), list[ClientConnection]()
    memory, processor = memory_mb(server), processor_s(server)
    asking = asyncio.create_task(health.ask())
    try:
        took = await asyncio.gather(*(_read(url, query, held) for _ in range(readers)))
        await asyncio.sleep(REST)
        health.ends.set()
        await asking
        return Load(
            query or "/",
            readers,
            (memory_mb(server) - memory) / readers,
            (processor_s(server) - processor) / readers,
            max(took),
            health.slowest,
        )
    finally:
        health.ends.set()
        await asyncio.gather(*(socket.close() for socket in held))


@dataclass
class Waiting:
    """So many packages asked for at once: seconds, and the server's MB before, at most, after."""

    packages: int
    seconds: float
    health: float
    before: float
    most: float
    after: float

    def told(self, quiet: bool) -> str:
        """In a sentence; seconds by the clock only of a machine that was ``quiet``."""
        memory = f"memory {self.before:.0f} MB before, {self.most:.0f} at most, {self.after:.0f}"
        clock = f"; all there after {self.seconds:.0f} s, slowest health {self.health:.2f} s"
        return (
            f"{self.packages} packages at once: {memory} a minute after" + (clock if quiet else "")
        ) + "."


def _state(url: str, ident: str, method: str) -> str:
    address = f"{url}downloads/package/state?mode=all&q={ident}"
    with urllib.request.urlopen(
        urllib.request.Request(address, method=method), timeout=LONGEST
    ) as answer:
        return str(json.load(answer)["state"])


async def wait_for(url: str, packages: int) -> Waiting:
    """So many packages, each of another project, asked for at once and waited for."""
    server, health = process_of(url), _Health(url)
    idents = [path.stem for path in sorted(DEFAULT.projects.rglob("*.yaml"))[:packages]]
    before, began = memory_mb(server), time.monotonic()
    asking = asyncio.create_task(health.ask())
    asked = (asyncio.to_thread(_state, url, ident, "POST") for ident in idents)
    left, most = dict(zip(idents, await asyncio.gather(*asked), strict=True)), before
    while left:
        most = max(most, memory_mb(server))
        await asyncio.sleep(ASK)
        states = {ident: await asyncio.to_thread(_state, url, ident, "GET") for ident in left}
        left = {key: state for key, state in states.items() if state not in _ENDS}
    took = time.monotonic() - began
    health.ends.set()
    await asking
    await asyncio.sleep(MINUTE)
    return Waiting(packages, took, health.slowest, before, most, memory_mb(server))


def run_packages(packages: int) -> Waiting:
    """:func:`wait_for` so many packages of a server of its own that has drawn a page."""
    with (
        tempfile.TemporaryDirectory() as folder,
        browser.explorer(DEFAULT.data, Path(folder) / "log.txt") as url,
    ):
        asyncio.run(measure(url, "", 1))
        return asyncio.run(wait_for(url, packages))


def run(readers: Sequence[int]) -> list[Load]:
    """Each number of readers on a server of its own, that one reader has opened before."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for query in ("", "page=read"):
            for number in readers:
                log = Path(folder) / "log.txt"
                with browser.explorer(DEFAULT.data, log) as url:
                    asyncio.run(measure(url, query, 1))
                    found.append(asyncio.run(measure(url, query, number)))
                print(found[-1], file=sys.stderr, flush=True)
    return found


def table(found: Sequence[Load], quiet: bool) -> str:
    """What was measured, as Markdown; seconds by the clock only of a machine that was ``quiet``."""
    head = ["page", "readers at once", "memory each, MB", "processor each, s"]
    if quiet:
        head += ["the last has its page after, s", "slowest health, s"]
    lines = [
        f"Run of {date.today().isoformat()}, {os.cpu_count()} cores"
        + ("." if quiet else "; the machine did other work, so nothing by the clock is told."),
        "",
        f"| {' | '.join(head)} |",
        f"|{'---|' * len(head)}",
    ]
    for one in found:
        name = "Read a plan" if one.page != "/" else "the map"
        cells = [name, str(one.readers), f"{one.mb:.1f}", f"{one.cpu:.2f}"]
        if quiet:
            cells += [f"{one.drawn:.1f}", f"{one.health:.2f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> int:
    """Measure and print, and write where that is asked; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--readers", type=int, nargs="+", default=list(READERS))
    parser.add_argument("--quiet", action="store_true", help="the machine does nothing else")
    parser.add_argument("--write", type=Path, help="the page to put the table into")
    parser.add_argument("--packages", type=int, help="so many packages at once instead of readers")
    asked = parser.parse_args()
    if asked.packages:
        print(run_packages(asked.packages).told(asked.quiet))
        return 0
    return docs.publish(table(run(asked.readers), asked.quiet), asked.write, "load")


if __name__ == "__main__":
    sys.exit(run_script(main))
