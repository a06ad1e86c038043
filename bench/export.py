"""The exported file against folium as most people write it: size, making, opening.

python -m bench.export            the real data, then a hundred times as much
python -m bench.export --quick    the real data only
python -m bench.export --write    put the table into docs/performance-export.md
"""

from __future__ import annotations

import argparse
import copy
import json
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.export_plain import plain, read_boundaries
from layers import data
from layers.export import export_html
from layers.filters import Filter
from layers.records import Atlas
from registry.paths import DEFAULT, ROOT
from tests import browser

TARGET = ROOT / "docs" / "performance-export.md"

#: Waits for what says that the map is there, then for two frames.
DRAWN = """async ready => {
  const frame = () => new Promise(requestAnimationFrame);
  while (!document.querySelector(ready)) await frame();
  await frame(); await frame();
}"""


#: Seconds between two openings.
REST = 0.5


@dataclass
class Result:
    """One way at one size: bytes, seconds to make, seconds from opening to drawn, requests."""

    size: int
    made: float
    opened: float
    requests: int


def features() -> list[dict[str, Any]]:
    """The built features, in file order."""
    found: list[dict[str, Any]] = json.loads(DEFAULT.geojson.read_text("utf-8"))["features"]
    return found


def many(atlas: Atlas, built: list[dict[str, Any]], times: int) -> tuple[Atlas, list[Any]]:
    """``times`` copies of every project, each up to a tenth of a degree away and renamed."""
    dice = random.Random(5)
    projects, copies = [], []
    for turn in range(times):
        for project, feature in zip(atlas.projects, built, strict=True):
            dx, dy = (dice.uniform(-0.1, 0.1), dice.uniform(-0.1, 0.1)) if turn else (0.0, 0.0)
            moved = copy.deepcopy(feature)
            key, name = f"{project.id}-{turn}", f"{project.name} {turn}"
            moved["properties"].update(id=key, name=name)
            geometry = moved["geometry"]
            if geometry is not None:
                geometry["coordinates"] = _moved(geometry["coordinates"], dx, dy)
            copies.append(moved)
            projects.append(
                replace(
                    project,
                    id=key,
                    name=name,
                    name_en=f"{project.name_en} {turn}",
                    geometry=geometry,
                )
            )
    found = tuple(projects)
    return replace(atlas, projects=found, by_id={p.id: p for p in found}), copies


def _moved(part: Any, dx: float, dy: float) -> Any:
    if isinstance(part[0], int | float):
        return [round(part[0] + dx, 5), round(part[1] + dy, 5)]
    return [_moved(inner, dx, dy) for inner in part]


@dataclass(frozen=True)
class Way:
    """How a page is made, a selector of what is there once its map is, and how often to try."""

    make: Callable[[], str]
    ready: str
    makes: int
    opens: int


def measure(ways: list[Way], *, patience: int) -> list[Result]:
    """Make the pages and open them from disk by turns, with the network off; medians."""
    from playwright.sync_api import sync_playwright

    made: list[list[float]] = [[] for _ in ways]
    shown: list[list[float]] = [[] for _ in ways]
    requests: list[list[str]] = [[] for _ in ways]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        files = [Path(folder) / f"{i}.html" for i in range(len(ways))]
        for way, path, times in zip(ways, files, made, strict=True):
            for _ in range(way.makes):
                began = time.perf_counter()
                text = way.make()
                times.append(time.perf_counter() - began)
            path.write_text(text, encoding="utf-8")
        # A browser that is running already, as on a presenter's computer.
        running = play.chromium.launch(executable_path=browser.chromium(), args=browser.FLAGS)
        running.new_page().set_content("<p style='font-family:Noto Sans CJK SC'>成渝 Aa</p>")
        for turn in range(max(way.opens for way in ways)):
            for way, path, times, asked in zip(ways, files, shown, requests, strict=True):
                if turn >= way.opens:
                    continue
                context = running.new_context(viewport={"width": 1440, "height": 900}, offline=True)
                page = context.new_page()
                page.set_default_timeout(patience * 1000)
                page.on("request", lambda r, asked=asked: asked.append(r.url))
                began = time.perf_counter()
                page.goto(path.as_uri())
                page.evaluate(DRAWN, way.ready)
                times.append(time.perf_counter() - began)
                assert page.locator("path").count() > 20
                context.close()
                # The one that was closed must not slow the next.
                time.sleep(REST)
        running.close()
        sizes = [path.stat().st_size for path in files]
    med = statistics.median
    return [
        Result(size, med(times), med(opened), sum(not _inside(url) for url in asked))
        for size, times, opened, asked in zip(sizes, made, shown, requests, strict=True)
    ]


def _inside(url: str) -> bool:
    return url.startswith(("file:", "data:", "blob:"))


def table(title: str, ours: Result, theirs: Result) -> list[str]:
    """Rows of a Markdown table."""

    def row(name: str, a: float, b: float, unit: str, digits: int) -> str:
        return f"| {name} | {a:,.{digits}f} {unit} | {b:,.{digits}f} {unit} | {b / a:.1f} |"

    return [
        f"### {title}",
        "",
        "| | this file | folium, one object a feature | times |",
        "|---|---|---|---|",
        row("size", ours.size / 1e6, theirs.size / 1e6, "MB", 2),
        row("making it from loaded data", ours.made, theirs.made, "s", 2),
        row("opening it to drawn", ours.opened, theirs.opened, "s", 2),
        f"| requests with the network off | {ours.requests} | {theirs.requests} | |",
        "",
    ]


def machine() -> str:
    """The machine and the versions, in a sentence."""
    import os

    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=browser.chromium(), args=browser.FLAGS)
        engine = running.version
        running.close()
    return (
        f"{date.today().isoformat()}; {os.cpu_count()} cores ({platform.machine()}), "
        f"{platform.system()}, Python {platform.python_version()}, Chromium {engine} headless, "
        f"folium {version('folium')}, Leaflet {version('XStatic-Leaflet')}."
    )


def main() -> int:
    """Run it and print the table."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--quick", action="store_true")
    given.add_argument("--write", action="store_true")
    args = given.parse_args()
    atlas, built, boundaries = data.load(), features(), read_boundaries()
    lines = [machine(), ""]
    everything = Filter.everything()
    plans = [("The whole atlas", 1, 5, 11, 120)]
    if not args.quick:
        plans.append(("A hundred times the data", 100, 1, 1, 1200))
    for title, times, makes, opens, patience in plans:
        some, copies = many(atlas, built, times) if times > 1 else (atlas, built)

        def ours(some: Atlas = some) -> str:
            return export_html(some, chosen=everything)

        def theirs(some: Atlas = some, copies: list[Any] = copies) -> str:
            return plain(some, boundaries, copies)

        first, second = measure(
            [
                Way(ours, "html[data-drawn]", makes, max(opens, 3)),
                Way(theirs, "path", min(makes, 3), opens),
            ],
            patience=patience,
        )
        print(title, first, second, file=sys.stderr)
        lines += table(f"{title} ({len(some.projects):,} projects)", first, second)
    text = "\n".join(lines)
    print(text)
    if args.write:
        page = TARGET.read_text(encoding="utf-8")
        head, _, rest = page.partition("<!-- bench -->\n")
        tail = rest.partition("<!-- /bench -->")[2]
        TARGET.write_text(f"{head}<!-- bench -->\n{text}\n<!-- /bench -->{tail}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
