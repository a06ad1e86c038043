"""``make fuzz``: more hostile files, kills and full disks than the tests try, and their table.

Usage: python -m tests.fuzz [--count 10000] [--kills 20] [--write docs/reliability.md]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench.docs import publish
from registry.commandline import run_script
from tests.fuzz import full_disk
from tests.fuzz.kills import kill_all
from tests.fuzz.run import Result, run_all
from tests.support import scene


def table(results: list[Result], killed: str, disks: str, word: str) -> str:
    """What was tried and found, as Markdown."""
    lines = [
        f"Run of {date.today().isoformat()}, `--run {word}`.",
        "",
        "| loader | inputs | refused | through a command | slowest, s of processor | faults |",
        "|---|---|---|---|---|---|",
    ]
    for r in results:
        told = (r.name, r.tried, r.refused, r.typed, f"{r.slowest:.2f}", len(r.faults))
        lines.append(f"| {' | '.join(map(str, told))} |")
    whole = [sum(getattr(r, n) for r in results) for n in ("tried", "refused", "typed")]
    faults = sum(len(r.faults) for r in results)
    slowest = max((r.slowest for r in results), default=0.0)
    lines.append(f"| all | {' | '.join(map(str, whole))} | {slowest:.2f} | {faults} |")
    return "\n".join([*lines, "", killed, "", disks])


def main() -> int:
    """Run all; 1 where anything was wrong."""
    os.environ["LC_ALL"] = "C.UTF-8"
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--run", default=date.today().isoformat())
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, base = Path(name), Path(name) / "scene"
        base.mkdir()
        scene.write(base)
        results = run_all(base, folder, asked.count, asked.run, tell=_tell)
        (folder / "kills").mkdir()
        kills = kill_all(base, folder / "kills", asked.kills)
        killed = (
            f"Kills: {kills.kills}, {kills.in_the_middle} of them before the command had ended; "
            f"{len(kills.wrong)} left anything but the old files or the new ones."
        )
        disks, wrong = "Full disks: not tried, `unshare -rm` is not allowed here.", list[str]()
        if full_disk.available():
            (folder / "disk").mkdir()
            found = full_disk.run_all(base, folder / "disk", 1)
            wrong = found["wrong"]
            disks = f"Full disks: {found['runs']} runs, {len(wrong)} faults."
        for told in (*kills.wrong, *wrong):
            _tell(told)
    publish(table(results, killed, disks, asked.run), asked.write)
    return 1 if kills.wrong or wrong or any(result.faults for result in results) else 0


def _tell(line: str) -> None:
    if line:
        print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(run_script(main))
