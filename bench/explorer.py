"""``python -m bench.explorer``: the explorer beside a plain st_folium app, in one run.

Needs ``requirements-bench.txt`` and Chromium. Both apps read the same folder; each figure is a
median. The plain app's page asks public servers for Leaflet and more; here Leaflet is answered
from its package and the rest with empty files, which favours the plain app.

``--quick`` leaves out the hundredfold data, ``--write`` puts the table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import bigger, docs
from layers.publish import assets
from registry.commandline import run_script
from registry.paths import ROOT
from tests.support import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page, Route

DOC = ROOT / "docs" / "performance.md"
RUNS = {1: 5, 10: 3, 100: 5}

#: Counties on the plain app's map, which are there before the projects; seconds of no change
#: after which it counts as drawn.
COUNTIES = 221
STILL = 0.15

#: The first element of a selector, also inside shadow roots.
FIND = """const find = s => document.querySelector(s) ||
    [...document.querySelectorAll('*')].map(e => e.shadowRoot && e.shadowRoot.querySelector(s))
      .find(Boolean);"""

#: Clicks, then waits in the page until two frames have been painted; the time is the page's own.
CLICK = f"""async ([button, done]) => {{
  {FIND}
  const frame = () => new Promise(requestAnimationFrame), start = performance.now();
  find(button).click();
  while (!find(done)) {{ await frame(); if (performance.now() - start > 120000) return null; }}
  await frame(); await frame();
  return performance.now() - start;
}}"""

#: True in the second frame after the map is there. Asked in every frame: a locator would look
#: again after half a second only.
DRAWN = f"""() => {{
  {FIND}
  return find('.atlas[data-shown]') ? (window.seen = (window.seen || 0) + 1) > 2 : false;
}}"""


def local(route: Route) -> None:
    """Answers what the plain app asks of public servers."""
    url = route.request.url
    if "127.0.0.1" in url or url.startswith(("blob:", "data:")):
        route.continue_()
    elif url.endswith("leaflet.js"):
        route.fulfill(body=assets.leaflet("leaflet.js"), content_type="text/javascript")
    elif url.endswith("leaflet.css"):
        route.fulfill(body=assets.leaflet("leaflet.css"), content_type="text/css")
    else:
        kind = "text/css" if url.endswith(".css") else "text/javascript"
        route.fulfill(body="", content_type=kind)


def opened(chromium: Browser, url: str, ready: Callable[[Page], None]) -> tuple[Page, float]:
    """A fresh page and the seconds until its map is drawn."""
    page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.route("**/*", local)
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    ready(page)
    return page, time.perf_counter() - start


def drawn(page: Page) -> None:
    """Wait until the explorer's map is there."""
    page.wait_for_function(DRAWN, polling="raf", timeout=180_000)


def frame_of(page: Page) -> Frame | None:
    """The plain app's map, which is a frame of its own; None while it is being replaced."""
    return next((f for f in page.frames if "streamlit_folium" in f.url), None)


def plain_drawn(page: Page, old: int = 0) -> int:
    """Waits until the plain app's map has all its lines, other than ``old`` many; returns them."""
    script = "document.querySelectorAll('path.leaflet-interactive').length"
    limit, before, since = time.perf_counter() + 240, -1, 0.0
    while time.perf_counter() < limit:
        frame = frame_of(page)
        try:
            now = int(frame.evaluate(script)) if frame else 0
        except Exception:  # the frame is being replaced
            now = 0
        if now and now not in (old, COUNTIES) and now == before:
            if time.perf_counter() - since > STILL:
                return now
        else:
            before, since = now, time.perf_counter()
        page.wait_for_timeout(10)  # lets the page go on, which a plain sleep would not
    raise TimeoutError("the plain app's map")


def ours(chromium: Browser, url: str, runs: int) -> dict[str, float]:
    """Medians of the explorer, in milliseconds; ``bytes`` is the most that a filter sent."""
    cold, filters, cards, sent = [], [], [], []
    for _ in range(2 * runs - 1):
        page, seconds = opened(chromium, url, drawn)
        cold.append(1000 * seconds)
        page.context.close()
    sizes: list[int] = []
    page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.on("websocket", lambda ws: ws.on("framereceived", lambda d: sizes.append(len(d))))
    page.goto(url)
    drawn(page)
    page.wait_for_timeout(3000)
    button = '.app-panel [data-choice="status=preparation"]'
    for _ in range(2 * runs):
        all_shown = page.locator(".atlas").get_attribute("data-shown")
        sizes.clear()
        done = f'.atlas:not([data-shown="{all_shown}"])'
        filters.append(page.evaluate(CLICK, [button, done]))
        page.wait_for_timeout(900)
        sent.append(sum(sizes))
    for i in range(runs):
        row = f".atlas-list tr[data-row]:nth-child({i + 2}) button"
        key = page.locator(row).locator("xpath=ancestor::tr").get_attribute("data-row")
        cards.append(page.evaluate(CLICK, [row, f'.atlas[data-selected="{key}"] .atlas-card h2']))
        page.wait_for_timeout(300)
    page.context.close()
    med = statistics.median
    return {"cold": med(cold), "filter": med(filters), "card": med(cards), "bytes": max(sent)}


def plain(chromium: Browser, url: str, runs: int) -> dict[str, float]:
    """Medians of the plain app, in milliseconds, less what it waits to see that all is still."""
    cold, filters, cards = [], [], []
    page, _ = opened(chromium, url, void)
    for i in range(runs):
        page.context.close()
        page, seconds = opened(chromium, url, lambda page: void(plain_drawn(page)))
        cold.append(1000 * (seconds - STILL))
        for _ in range(2 if i < 2 else 0):
            lines = plain_drawn(page)
            start = time.perf_counter()
            clear = page.get_by_role("button", name="Clear all")
            button = clear if clear.count() else page.get_by_role("button", name="preparation")
            button.first.click()
            plain_drawn(page, lines)
            filters.append(1000 * (time.perf_counter() - start - STILL))
        if i < 2:
            frame = frame_of(page)
            assert frame
            start = time.perf_counter()
            frame.locator("path.leaflet-interactive").last.dispatch_event("click")
            page.locator("table").first.wait_for(timeout=180_000)
            cards.append(1000 * (time.perf_counter() - start))
    page.context.close()
    med = statistics.median
    return {"cold": med(cold), "filter": med(filters), "card": med(cards)}


def void(_: object) -> None:
    """Drops a result."""


def measure(quick: bool) -> dict[int, dict[str, dict[str, float]]]:
    """Both apps' figures by how often the data are repeated and by app."""
    from playwright.sync_api import sync_playwright

    figures: dict[int, dict[str, dict[str, float]]] = {}
    for times in (1, 10) if quick else (1, 10, 100):
        with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
            paths = bigger.write(Path(folder), times)
            chromium = play.chromium.launch(executable_path=browser.chromium(), args=browser.FLAGS)
            figures[times] = {}
            apps: list[tuple[str, str, Callable[..., dict[str, float]]]] = [
                ("ours", "app.py", ours)
            ]
            if times < 100:
                apps.append(("plain", "bench/explorer_plain.py", plain))
            for name, script, run in apps:
                log = Path(folder) / f"{name}.txt"
                with browser.explorer(paths.data, log, script=script) as url:
                    # The server's first answer reads the data; that is once, not for each page.
                    ready = drawn if name == "ours" else lambda page: void(plain_drawn(page))
                    warm, _ = opened(chromium, url, ready)
                    warm.context.close()
                    figures[times][name] = run(chromium, url, RUNS[times])
                    print(times, name, {k: round(v) for k, v in figures[times][name].items()})
            chromium.close()
    return figures


def report(figures: dict[int, dict[str, dict[str, float]]]) -> str:
    """The figures of :func:`measure` as a Markdown table, with the machine below it."""
    one, ten = figures[1], figures.get(10)
    rows: list[tuple[str, Any, Any, str, str]] = []

    def add(what: str, a: float, b: float | None, target: str, ratio: str) -> None:
        rows.append((what, f"{a:,.0f}", "" if b is None else f"{b:,.0f}", ratio, target))

    def times(a: float, b: float) -> str:
        return f"{b / a:.0f}x faster"

    ours_1, plain_1 = one["ours"], one["plain"]
    a, b = ours_1["filter"], plain_1["filter"]
    add("filter click to map drawn, ms", a, b, "15x", times(a, b))
    a, b = ours_1["card"], plain_1["card"]
    add("click to card, ms", a, b, "10x", times(a, b))
    a, b = ours_1["cold"], plain_1["cold"]
    add("cold page to map, ms", a, b, "0.55 of it", f"{a / b:.2f} of it")
    add("over the websocket for a filter, bytes", ours_1["bytes"], None, "5,000", "")
    if ten:
        a, b = ten["ours"]["filter"], ten["plain"]["filter"]
        add("filter, ten times the data, ms", a, b, "20x", times(a, b))
    if 100 in figures:
        a, b = figures[100]["ours"]["filter"], ours_1["filter"]
        rows.append(
            (
                "filter, a hundred times the data, ms",
                f"{a:,.0f}",
                "",
                f"{a / b:.1f} of real size",
                "5",
            )
        )
        rows.append(
            ("cold page, a hundred times, ms", f"{figures[100]['ours']['cold']:,.0f}", "", "", "")
        )
    lines = ["| | explorer | plain st_folium | ratio | asked |", "|---|---:|---:|---:|---:|"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    names = ("streamlit", "streamlit-folium", "folium", "playwright")
    lines += ["", f"Medians. {docs.machine(*names)}"]
    return "\n".join(lines)


def main() -> int:
    """Measure, print the table and, if asked, write it; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without the hundredfold data")
    parser.add_argument("--write", action="store_true", help="put the table into docs")
    options = parser.parse_args()
    if importlib.util.find_spec("streamlit_folium") is None:
        parser.error("streamlit-folium is missing: pip install -r requirements-bench.txt")
    return docs.publish(report(measure(options.quick)), DOC if options.write else None)


if __name__ == "__main__":
    sys.exit(run_script(main))
