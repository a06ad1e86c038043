"""Every command on a disk that is full, or nearly; run by ``unshare -rm`` in a folder of its own.

Usage: unshare -rm python -m tests.fuzz.full_disk SCENE FOLDER STEPS

Copies the scene onto a small disk in memory at FOLDER, leaves ever more room and runs each command
that writes. Prints a JSON list of what was wrong, and how many runs were made.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from registry.paths import ROOT
from tests.support import scene

#: Room that is left, in kB: from nothing to where most fits.
ROOM = (0, 4, 12, 40, 100, 200, 400, 800, 1600, 3200, 5000, 7000, 9000, 12000, 18000)
#: The disk, in MB.
SIZE = 60
#: The layers and tables of the package of the small atlas.
LAYERS = 22


def fill(here: Path, room: int) -> None:
    """Leave about ``room`` kB on the disk of ``here``."""
    ballast = here / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"\0" * 4096) == 4096:
            pass
    left = max(0, ballast.stat().st_size - room * 1024)
    os.truncate(ballast, left)


def wrong(name: str, here: Path, room: int) -> str:
    """What is wrong with a run of the command ``name``; empty where nothing is."""
    before = scene.files(here)
    code, _, err = scene.quietly(scene.COMMANDS[name], here)
    after = scene.files(here)
    if room == ROOM[-1] and code != 0:
        return f"{name}, {room} kB, which is enough: {code}, {err[-400:]}"
    said = [line for line in err.splitlines() if line.startswith("error: ")]
    if code == 0:
        # It fitted; then nothing is left under a name that is none of the command's.
        litter = [path for path in after if Path(path).name.endswith((".part", ".old"))]
        if litter or not _sound(here):
            return f"{name}, {room} kB: left {litter}, a package that is whole: {_sound(here)}"
        return ""
    if code != 2 or len(said) != 1 or "Traceback" in err or "Warning" in err:
        return f"{name}, {room} kB: {code}, {err[-400:]}"
    if after != before:
        changed = [path for path in {**before, **after} if before.get(path) != after.get(path)]
        return f"{name}, {room} kB: changed {changed[:5]}"
    return ""


def _sound(here: Path) -> bool:
    """Whether the package's database, if one was made, is whole."""
    file = here / "atlas" / "atlas.gpkg"
    if not file.exists():
        return True
    with closing(sqlite3.connect(file)) as base:
        whole = base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        layers = base.execute("SELECT count(*) FROM gpkg_contents").fetchone()[0]
        return bool(whole and layers == LAYERS)


def run_all(prepared: Path, folder: Path, steps: int) -> dict[str, Any]:
    """Run this module on a small disk of its own; what it prints, as :func:`apart`."""
    return apart("tests.fuzz.full_disk", prepared, folder, str(steps))


def apart(module: str, prepared: Path, folder: Path, *more: str) -> dict[str, Any]:
    """Run ``module`` on the scene ``prepared`` where it may mount disks; what it prints.

    Raises
    ------
    subprocess.CalledProcessError
        Where ``unshare`` is not allowed here.
    """
    command = ["unshare", "-rm", sys.executable, "-m", module]
    done = subprocess.run(
        [*command, str(prepared), str(folder), *more],
        cwd=ROOT,
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def available() -> bool:
    """Whether a process may have a disk of its own here."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode == 0


def main(prepared: Path, folder: Path, steps: int) -> None:
    """Run each command with every ``steps``-th room."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", folder], check=True)
    tempfile.tempdir = str(folder)
    found, runs = [], 0
    for name, command in scene.COMMANDS.items():
        # Always with most room too, where every command succeeds.
        for room in (*ROOM[:-1:steps], ROOM[-1]) if command.writes else (ROOM[0],):
            here = folder / "here"
            shutil.copytree(prepared, here)
            command.before(here)
            fill(here, room)
            runs += 1
            if told := wrong(name, here, room):
                found.append(told)
            shutil.rmtree(here)
    print(json.dumps({"runs": runs, "wrong": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
