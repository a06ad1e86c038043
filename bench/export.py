"""The exported file against folium as most people write it: size, making, opening.

python -m bench.export            the real data, then a hundred times as much
python -m bench.export --quick    the real data only
python -m bench.export --write    put the table into docs/performance-export.md
python -m bench.export --code     the real data with its code packed and not: what opening it costs
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import bigger, docs
from bench.export_plain import plain, read_boundaries
from layers.publish import assets
from layers.publish.export import export_html, script_safe
from layers.records import data
from layers.selection.filters import Filter
from registry.commandline import run_script
from registry.files import write_text
from registry.files.geojsonfile import read_features
from registry.paths import ROOT, Paths
from tests.support import browser

if TYPE_CHECKING:
    from playwright.sync_api import Request

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


def features(paths: Paths) -> list[dict[str, Any]]:
    """The built features, in file order."""
    return read_features(paths.geojson, paths.label(paths.geojson))


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
            write_text(path, text)
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
                page.on("request", partial(_note, asked))
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


def _note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


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


def main() -> int:
    """Run it and print the table."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--quick", action="store_true")
    given.add_argument("--write", action="store_true")
    given.add_argument("--code", action="store_true")
    args = given.parse_args()
    if args.code:
        return packing()
    lines = [
        f"{date.today().isoformat()}; {docs.machine('folium', 'XStatic-Leaflet')}",
        "",
    ]
    plans = [("The whole atlas", 1, 5, 11, 120)]
    if not args.quick:
        plans.append(("A hundred times the data", 100, 1, 1, 1200))
    for title, times, makes, opens, patience in plans:
        lines += compare(title, times, makes=makes, opens=opens, patience=patience)
    return docs.publish("\n".join(lines), TARGET if args.write else None)


def packing() -> int:
    """Open the file by turns with its code packed and as it is; print size and seconds."""
    atlas = data.load(Paths())

    def bare() -> str:
        text, code = export_html(atlas), assets.scripts("page")
        # The policy names the code as it is, so it must not need mending to stand in a script.
        assert script_safe(code) == code
        block = r'(id="atlas-code") data-size="\d+">.*?</script>'
        return re.sub(block, lambda found: f"{found[1]}>{code}</script>", text, flags=re.S)

    drawn = "html[data-drawn]"
    ways = [Way(lambda: export_html(atlas), drawn, 1, 21), Way(bare, drawn, 1, 21)]
    for name, found in zip(("packed", "as it is"), measure(ways, patience=120), strict=True):
        print(f"{name}: {found.size / 1e3:.0f} kB, opened in {found.opened:.3f} s")
    return 0


def compare(title: str, times: int, *, makes: int, opens: int, patience: int) -> list[str]:
    """Measure both pages of the data ``times`` over; the lines of their table.

    ``makes`` and ``opens`` say how often each is made and opened at most, ``patience`` how many
    seconds a page may take.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = bigger.write(Path(folder), times)
        atlas, built = data.load(paths), features(paths)
    boundaries = read_boundaries()
    everything = Filter.everything()
    first, second = measure(
        [
            Way(
                lambda: export_html(atlas, chosen=everything),
                "html[data-drawn]",
                makes,
                max(opens, 3),
            ),
            Way(lambda: plain(atlas, boundaries, built), "path", min(makes, 3), opens),
        ],
        patience=patience,
    )
    print(title, first, second, file=sys.stderr)
    return table(f"{title} ({len(atlas.projects):,} projects)", first, second)


if __name__ == "__main__":
    sys.exit(run_script(main))
