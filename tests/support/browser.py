"""A real Chromium and a real Streamlit server, for tests that look at what a user sees."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from layers.publish import assets
from registry.paths import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

WEB_SOURCES = ROOT / "web" / "src"

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """Path of Chromium: the environment's ``CHROMIUM``, else the first one on the path."""
    if named := os.environ.get("CHROMIUM"):
        return named if Path(named).exists() else None
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if (found := shutil.which(name))), None)


@contextmanager
def explorer(
    data: Path,
    log: Path,
    base: str = "",
    script: str = "app.py",
    port: int = 0,
    *,
    headless: bool = True,
) -> Iterator[str]:
    """Run ``script`` on the folder ``data`` under the path ``base``; yields its address.

    Without ``headless`` it opens the page in a browser, as for a person. ``port`` is that of a
    server that ran before; by default it is any that is free.
    """
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += [f"--server.headless={str(headless).lower()}"]
    command += [f"--server.port={port}", "--server.fileWatcherType=none"]
    command += [f"--server.baseUrlPath={base}"] if base else []
    root = f"http://127.0.0.1:{port}/{base}".rstrip("/")
    with log.open("w") as out:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "ATLAS_DATA": str(data)},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            for _ in range(240):
                if server.poll() is not None:
                    raise RuntimeError(f"the explorer stopped: {log.read_text()[-2000:]}")
                try:
                    with urllib.request.urlopen(f"{root}/_stcore/health", timeout=2):
                        break
                except OSError:
                    time.sleep(0.25)
            else:
                raise RuntimeError(f"the explorer did not start: {log.read_text()[-2000:]}")
            yield root + "/"
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def load_modules(page: Page, *names: str) -> None:
    """Opens an empty page that has Leaflet and, as ``AtlasKit``, what the view's modules export.

    ``names`` are paths in ``web/src``; the page's origin serves that folder and nothing else.
    """

    def serve(route: Route) -> None:
        path = WEB_SOURCES / unquote(urlsplit(route.request.url).path).lstrip("/")
        if path == WEB_SOURCES:
            route.fulfill(body="<body></body>", content_type="text/html")
        elif path.is_file() and path.suffix == ".js":
            route.fulfill(body=path.read_text("utf-8"), content_type="text/javascript")
        else:
            route.fulfill(status=404)

    page.route("http://view.test/**", serve)
    page.goto("http://view.test/")
    page.add_script_tag(content=assets.leaflet("leaflet.js"))
    page.evaluate(
        """async names => { window.AtlasKit = Object.assign({},
          ...await Promise.all(names.map(name => import("http://view.test/" + name)))); }""",
        list(names),
    )
