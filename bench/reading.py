"""How fast plans are read: text of several sizes, the five plans, the page in a browser.

python -m bench.reading           print the table
python -m bench.reading --write   put it into docs/performance-reader.md
python -m bench.reading --quick   the two smallest sizes, without a browser

Each size is read in a process of its own, so that its memory is its own. Seconds are the
processor's, which what else runs on the machine hardly changes, and beside them those of the clock.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bench import docs
from bench.prose import SEED, plan_text
from registry.commandline import run_script
from registry.files import write_text
from registry.paths import DEFAULT, ROOT
from tests.support import browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

T = TypeVar("T")

TARGET = ROOT / "docs" / "performance-reader.md"
#: Megabytes of UTF-8.
SIZES = (0.25, 0.5, 1.0, 2.0, 4.0)
#: In the order in which they are done; the last is the page's.
STEPS = ("opening", "finding", "matching", "proposing", "locating", "comparing")
#: The files that are dropped, by the bytes of their text.
DROPPED = {"20 kB": 20_000, "1 MB": 1_000_000}
#: How often each is dropped, into a page of its own.
DROPS = 5
FIRST = ".reader-mark", ".reader-table tbody tr"


@dataclass(frozen=True)
class Reading:
    """One text read: bytes, mentions, seconds of the processor a step, of the clock, megabytes."""

    size: int
    mentions: int
    steps: dict[str, float]
    clock: float
    memory: float

    @property
    def seconds(self) -> float:
        """Of the processor, for all steps."""
        return sum(self.steps.values())


def read_once(size: float) -> Reading:
    """Read a text of ``size`` megabytes in this process, which has read none before."""
    from plans.documents import read_document
    from plans.matching.match import each_matched, known
    from plans.matching.propose import propose_all
    from plans.reading.lexical.gazetteer import gazetteer
    from plans.reading.lexical.lexicon import lexicon
    from plans.reading.mentions import read_mentions
    from registry.load import load_registry
    from review import rows
    from review.corrections import reviewed
    from review.shapes import Locator
    from review.source import Source

    data = plan_text(round(size * 1e6)).encode()
    registry = load_registry()
    candidates = known(registry.projects.values())
    locator = Locator(DEFAULT, registry)
    lexicon()
    gazetteer()
    # Rivers and borders are read once for all documents, with the first.
    list(locator.shapes(read_mentions("开工建设宜宾至泸州铁路，推进成都天府机场二期。"), {}))
    spent: dict[str, float] = {}

    def step(name: str, do: Callable[[], T]) -> T:
        began = time.process_time()
        found = do()
        spent[name] = time.process_time() - began
        return found

    clock = time.perf_counter()
    document = step("opening", lambda: read_document(data, "plan.txt"))
    found = step("finding", lambda: read_mentions(document.body, achievements=True))
    matched = step("matching", lambda: list(each_matched(found, candidates)))
    step("proposing", lambda: propose_all(matched, registry.projects))
    step("locating", lambda: list(locator.shapes(matched, {})))
    # Locating proposes too; what that took is told once.
    spent["locating"] -= min(spent["proposing"], spent["locating"])
    source = Source("1", "plan.txt", "plan", document=document, mentions=matched)
    told = list(reviewed(source, {}, candidates))
    step("comparing", lambda: rows.compared(registry, source, told, None))
    clock = time.perf_counter() - clock
    memory = _memory()
    return Reading(len(data), len(matched), {name: spent[name] for name in STEPS}, clock, memory)


def _memory() -> float:
    """The most that this process held, in megabytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read_five(folder: Path) -> tuple[float, int]:
    """Seconds of the processor for all plans of ``folder`` after start-up, and their mentions."""
    from plans.extraction.extraction import read_file
    from plans.matching.match import known
    from plans.reading.lexical.gazetteer import gazetteer
    from plans.reading.lexical.lexicon import lexicon
    from registry.load import load_registry

    candidates = known(load_registry().projects.values())
    lexicon()
    gazetteer()
    files = sorted(folder.glob("*.txt"))
    began = time.process_time()
    found = sum(len(read_file(path.read_bytes(), path.name, candidates)[1]) for path in files)
    return time.process_time() - began, found


def growth(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The power of the size with which the seconds grow: 1 is in proportion, 2 the square.

    The slope of the line that fits their logarithms best.

    >>> round(growth([1, 2, 4], [3, 6, 12]), 2), round(growth([1, 2, 4], [1, 4, 16]), 2)
    (1.0, 2.0)
    """
    xs, ys = [math.log(s) for s in sizes], [math.log(s) for s in seconds]
    return statistics.linear_regression(xs, ys).slope


def dropped(text: str) -> list[float]:
    """Seconds from the drop of ``text`` as a file to its first mark and row; pages of their own.

    The server runs and has read a text before, the browser is fresh for each page.
    """
    from playwright.sync_api import sync_playwright

    from tests.review.in_browser import drop, paste

    seconds = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "plan.txt"
        write_text(path, text)
        running = play.chromium.launch(executable_path=browser.chromium(), args=browser.FLAGS)

        def opened(url: str) -> Page:
            page = running.new_context(viewport={"width": 1440, "height": 900}).new_page()
            page.set_default_timeout(180_000)
            page.goto(f"{url}?page=read")
            page.locator(".reader-zone").wait_for()
            return page

        with browser.explorer(DEFAULT.data, Path(folder) / "log.txt") as url:
            page = opened(url)
            paste(page, "加快建设渝昆高铁。")
            page.locator('.reader[data-state="read"]').wait_for()
            page.context.close()
            for _ in range(DROPS):
                page = opened(url)
                # Until the bytes are in the browser nothing is dropped.
                page.evaluate(TIMED, list(FIRST))
                drop(page, path)
                page.wait_for_function("window.benchFirst", polling=50)
                seconds.append(float(page.evaluate("window.benchFirst")) / 1000)
                # What is still being read would slow the next.
                page.locator('.reader[data-state="read"]').wait_for()
                page.context.close()
        running.close()
    return seconds


#: Notes when a file is dropped, and the milliseconds until all of what is awaited is drawn.
TIMED = """wanted => {
  const deep = (selector, at = document) => at.querySelector(selector) ||
    [...at.querySelectorAll("*")].some(e => e.shadowRoot && deep(selector, e.shadowRoot));
  let began = 0;
  window.addEventListener("drop", () => { began = performance.now(); }, true);
  const look = () => {
    if (began && wanted.every(selector => deep(selector)))
      requestAnimationFrame(() => { window.benchFirst = performance.now() - began; });
    else setTimeout(look, 20);
  };
  look();
}"""


def table(readings: Sequence[Reading]) -> list[str]:
    """Rows of a Markdown table: a line a size, and how each step grows with the size."""
    sizes = [reading.size for reading in readings]
    lines = [
        "| text | mentions | " + " | ".join(STEPS) + " | all | clock | memory |",
        "|---|---|" + "---|" * (len(STEPS) + 3),
    ]
    for found in readings:
        steps = " | ".join(f"{found.steps[name]:.2f} s" for name in STEPS)
        lines.append(
            f"| {found.size / 1e6:.2f} MB | {found.mentions:,} | {steps} "
            f"| {found.seconds:.2f} s | {found.clock:.2f} s | {found.memory:.0f} MB |"
        )
    if len(readings) > 1:
        powers = [growth(sizes, [r.steps[name] for r in readings]) for name in STEPS]
        whole = growth(sizes, [r.seconds for r in readings])
        told = " | ".join(f"{power:.2f}" for power in [*powers, whole])
        lines.append(f"| *grows with the size to the power of* | | {told} | | |")
    return lines


def plans_folder() -> Path | None:
    """The folder of the five plans' texts, where they are."""
    folder = Path(os.environ.get("ATLAS_PLANS", ROOT.parent / "shared" / "plans"))
    return folder if any(folder.glob("*.txt")) else None


def main() -> int:
    """Measure and print, or write."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--quick", action="store_true")
    given.add_argument("--write", action="store_true")
    args = given.parse_args()

    def alone(do: Callable[..., T], *said: object) -> T:
        with ProcessPoolExecutor(1, max_tasks_per_child=1) as pool:
            return pool.submit(do, *said).result()

    machine = "" if args.quick else f"; {docs.machine('streamlit', 'opencc')}"
    lines = [f"{date.today().isoformat()}; seed {SEED}{machine}", ""]
    readings = [alone(read_once, size) for size in SIZES[: 2 if args.quick else None]]
    lines += [*table(readings), ""]
    if folder := plans_folder():
        seconds, found = alone(read_five, folder)
        lines += [f"The five plans, {found} mentions: {seconds:.2f} s of the processor.", ""]
    if not args.quick:
        lines += ["| dropped file | to the first mark and row |", "|---|---|"]
        for name, size in DROPPED.items():
            all_of_them = dropped(plan_text(size))
            told = f"{statistics.median(all_of_them):.2f} s ({min(all_of_them):.2f} at best)"
            lines.append(f"| {name} | {told} |")
    return docs.publish("\n".join(lines), TARGET if args.write else None)


if __name__ == "__main__":
    sys.exit(run_script(main))
