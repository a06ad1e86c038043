"""Every command where nothing can be written; run by ``unshare -rm`` in a folder of its own.

Usage: unshare -rm python -m tests.fuzz.read_only SCENE FOLDER

Copies the scene onto a small disk in memory at FOLDER, mounts it read-only and runs each command:
the disk, then the data folder alone, which is how a shared folder or a container gives it. Prints a
JSON list of what was wrong, and how many runs were made.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.full_disk import SIZE
from tests.support import scene
from tests.support.scene import Command

#: Commands that write beside the data, not into them: where these alone are read-only, they write.
BESIDE = ("export", "export all", "package", "read")


def mount(*given: str | Path) -> None:
    """``mount`` with these arguments."""
    subprocess.run(["mount", *map(str, given)], check=True)


def wrong(name: str, command: Command, here: Path, *, allowed: bool) -> str:
    """What is wrong with a run where it is ``allowed`` to write or not; empty where nothing is."""
    before = scene.files(here)
    code, _, err = scene.quietly(command, here)
    after = scene.files(here)
    said = [line for line in err.splitlines() if line.startswith("error: ")]
    if "Traceback" in err or "Warning" in err:
        return f"{name}: {err[-400:]}"
    if allowed:
        return f"{name}: {code}, {err[-400:]}" if code else ""
    if code != 2 or len(said) != 1:
        return f"{name}: {code}, {err[-400:]}"
    return "" if after == before else f"{name}: something was written"


def main(prepared: Path, folder: Path) -> None:
    """Run each command on a disk that is read-only, then where the data folder is."""
    found, runs = [], 0
    for name, command in scene.COMMANDS.items():
        for whole in (True, False):
            mount("-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", folder)
            here = folder / "here"
            shutil.copytree(prepared, here)
            command.before(here)
            shut = folder if whole else here / "data"
            if not whole:
                mount("--bind", shut, shut)
            mount("-o", "remount,bind,ro" if not whole else "remount,ro", shut)
            # A machine's folder for temporary files is on another disk.
            tempfile.tempdir = None
            allowed = not command.writes or (not whole and name in BESIDE)
            runs += 1
            if told := wrong(name, command, here, allowed=allowed):
                found.append(f"{'disk' if whole else 'data'}: {told}")
            if not whole:
                subprocess.run(["umount", str(shut)], check=True)
            subprocess.run(["umount", str(folder)], check=True)
    print(json.dumps({"runs": runs, "wrong": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
