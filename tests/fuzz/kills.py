"""Every command killed at moments spread over its run: what stands after the next one.

A copy of the process is made before the command begins (``fork``), so that a kill costs no start;
it is killed so many times a command, from its first moment to its last. A command that only reads
is run next: what it leaves must be what was there before, or what a whole run leaves, but for what
is named as litter. Then the command is run again: what it leaves must be what a whole run leaves.
"""

from __future__ import annotations

import os
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from registry.files import litter
from tests.support import scene
from tests.support.scene import Command

#: Folders and files that tell the time of a run.
DATED = ("data/.backup", "atlas")


def state(here: Path) -> dict[str, bytes]:
    """The files of the scene without what tells the time."""
    return {name: data for name, data in scene.files(here).items() if not name.startswith(DATED)}


def start(command: Command, here: Path) -> int:
    """Run ``command`` in a copy of this process; its number."""
    child = os.fork()
    if child:
        return child
    try:
        scene.quietly(command, here)
    finally:
        os._exit(0)


def fresh(prepared: Path, here: Path, command: Command) -> Path:
    """The scene ``here`` as ``command`` finds it."""
    shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(prepared, here)
    command.before(here)
    return here


def is_litter(name: str) -> bool:
    """Whether a file is, or lies in, what a killed run leaves and the next takes away."""
    return any(part.endswith((".part", ".old")) for part in Path(name).parts)


def differs(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files in which two states differ."""
    return sorted(name for name in {**one, **other} if one.get(name) != other.get(name))


def wrong(command: Command, here: Path, before: dict[str, bytes], whole: dict[str, bytes]) -> str:
    """What is wrong after a kill; empty where nothing is."""
    following()
    scene.quietly(scene.COMMANDS["stale"], here)
    kept = {name: data for name, data in state(here).items() if not is_litter(name)}
    # An empty folder is nothing.
    if {n: d for n, d in kept.items() if d} not in (nonempty(before), nonempty(whole)):
        near = min((differs(before, kept), differs(whole, kept)), key=len)
        return f"neither before nor after: {near[:6]}"
    following()
    _, _, err = scene.quietly(command, here)
    after = state(here)
    if after != whole or any(map(is_litter, scene.files(here))):
        return f"run again: {differs(whole, after)[:6]} {err[-300:]}"
    return ""


def nonempty(files: dict[str, bytes]) -> dict[str, bytes]:
    """Without what is empty: folders."""
    return {name: data for name, data in files.items() if data}


def following() -> None:
    """Let this process be as one that begins: it has swept nothing yet."""
    litter._swept.clear()


@dataclass
class Killed:
    """How many runs were killed, how many of them before they ended, and what was wrong then."""

    kills: int
    in_the_middle: int
    wrong: list[str]


def kill_all(prepared: Path, folder: Path, times: int) -> Killed:
    """Kill every command that writes, ``times`` times each."""
    found, kills, landed = [], 0, 0
    for name, command in scene.COMMANDS.items():
        if not command.writes:
            continue
        here = folder / "here"
        before = state(fresh(prepared, here, command))
        # The first run of a command loads what the copies then have.
        scene.quietly(command, here)
        fresh(prepared, here, command)
        began = time.monotonic()
        os.waitpid(start(command, here), 0)
        lasts = time.monotonic() - began
        whole = state(here)
        for number in range(times):
            fresh(prepared, here, command)
            child = start(command, here)
            time.sleep(lasts * (number + 0.5) / times)
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            kills += 1
            landed += os.WIFSIGNALED(status)
            if told := wrong(command, here, before, whole):
                found.append(f"{name}, {number + 1} of {times}: {told}")
    shutil.rmtree(folder / "here", ignore_errors=True)
    return Killed(kills, landed, found)
