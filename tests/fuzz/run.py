"""Tries every loader on files that came out wrong, and says what broke.

Usage: python -m tests.fuzz.run [--count 2000] [--only NAME] [--run WORD] [--processes 2]

An input is good or costs one sentence: an AtlasError of one line. Nothing else is raised or warned
of, nothing is written, and none takes more than a second of processor or 300 MB. Inputs depend on
their number and the word of the run alone, so that what broke can be tried again.
"""

from __future__ import annotations

import argparse
import json
import logging
import signal
import stat
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass, field, replace
from io import StringIO
from multiprocessing import get_context
from pathlib import Path
from types import FrameType

from plans.documents.sandbox.pool import POOL
from registry.errors import AtlasError
from tests.fuzz.mutations import mutate
from tests.fuzz.targets import FORMS, Target, place, prepared, targets
from tests.support import scene
from tests.support.scene import Command

#: What one input may take.
MEGABYTES = 300
#: How many inputs of each loader go through the command line too.
TYPED = 25


@dataclass
class Result:
    """What became of the inputs of one loader."""

    name: str
    tried: int = 0
    refused: int = 0
    typed: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    megabytes: float = 0.0
    faults: list[str] = field(default_factory=list)


class TooLong(BaseException):
    """An input that does not end."""


def _peak() -> float:
    """The most memory that this process has had, in MB."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3


def spent() -> float:
    """Seconds of processor that this process and those that opened documents for it took."""
    return time.process_time() + POOL.spent


class _Log(logging.Handler):
    """What is logged as a fault of our own, though whoever asked was told one sentence."""

    told = ""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            self.told = record.getMessage().strip().splitlines()[-1][:200]


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Stop what takes ever so long; what is only slow is measured."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _where(error: BaseException) -> str:
    """The last place of our own in a traceback, and the error."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "/tests/" not in f.filename and "site-packages" not in f.filename]
    last = (own or frames)[-1]
    told = str(error).replace("\n", " ")[:160]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {told}"


def one(target: Target, here: Path, data: bytes) -> tuple[bool, str]:
    """Whether an input is refused, and what is wrong with that; empty where nothing is."""
    file = place(here, target.file, data)
    before, began = _peak(), spent()
    refused, fault = False, ""
    log = _Log()
    logging.getLogger("atlas").addHandler(log)
    try:
        with warnings.catch_warnings(), _limited(target.seconds + 20):
            warnings.simplefilter("error")
            target.load(here, file)
    except AtlasError as error:
        refused = True
        if any(len(error.text(lang).splitlines()) != 1 for lang in ("zh", "en")):
            fault = f"more than one line: {error}"
        elif len(error.text("en")) > 2000:
            fault = f"a sentence of {len(error.text('en'))} characters"
    except TooLong:
        fault = "does not end"
    except BaseException as error:
        fault = _where(error)
    finally:
        logging.getLogger("atlas").removeHandler(log)
    took = spent() - began
    fault = fault or log.told
    if not fault and took > target.seconds:
        fault = f"takes {took:.1f} s"
    if not fault and _peak() - before > MEGABYTES:
        fault = f"takes {_peak() - before:.0f} MB"
    return refused, fault


def command_of(name: str) -> Command:
    """A command of the scene, or one that reads another form of its input: ``read pdf``."""
    if name == "talk":
        export = scene.COMMANDS["export"]
        return replace(export, arguments=(*export.arguments, "--talk", "{here}/talk.yaml"))
    known, _, form = name.partition(" ")
    command = scene.COMMANDS[known if form in FORMS else name]
    given = tuple(one.replace("plan.txt", f"plan.{form or 'txt'}") for one in command.arguments)
    return replace(command, arguments=given)


def typed(here: Path, name: str) -> tuple[str, bool]:
    """What is wrong with a command on the input that stands there, and whether it wrote."""
    command = command_of(name)
    before = seen(here)
    told = ""
    out, err = StringIO(), StringIO()
    try:
        with warnings.catch_warnings(), redirect_stdout(out), redirect_stderr(err), _limited(30):
            warnings.simplefilter("error")
            code = command.run(here)
    except BaseException as error:
        return f"{name}: {_where(error)}", True
    said = [line for line in err.getvalue().splitlines() if line.startswith("error: ")]
    if "Traceback" in err.getvalue() or "Warning" in err.getvalue():
        told = f"{name}: {err.getvalue()[-300:]}"
    elif code == 2 and (len(said) != 1 and name != "check"):
        told = f"{name}: {len(said)} sentences: {err.getvalue()[-300:]}"
    elif code not in (0, 2):
        told = f"{name}: exit code {code}"
    after = seen(here)
    if code == 2 and after != before:
        wrote = sorted(n for n in {**before, **after} if before.get(n) != after.get(n))
        told = told or f"{name}: wrote {wrote[:4]}"
    return told, after != before


def seen(here: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file, which tell whether any was written."""
    found = {path.relative_to(here).as_posix(): path.stat() for path in here.rglob("*")}
    return {
        name: (s.st_size, s.st_mtime_ns) for name, s in found.items() if not stat.S_ISDIR(s.st_mode)
    }


def try_loader(name: str, base: Path, folder: Path, count: int, run: str) -> Result:
    """Try one loader on ``count`` inputs, some of them through the command line."""
    target = targets(base)[name]
    here = prepared(base, folder / name.replace(" ", "-"), target)
    result = Result(name)
    seeds = target.seeds or ((here / target.file).read_bytes(),)
    whole = (here / target.file).read_bytes() if (here / target.file).exists() else b""
    began, peak = spent(), _peak()
    found: dict[str, str] = {}
    # The first inputs fill what is kept; they are as they should be.
    for seed in seeds:
        refused, fault = one(target, here, seed)
        if refused or fault:
            found[name] = f"{name}: what is as it should be is refused {fault}"
    for number in range(count):
        data = mutate(seeds, target.kinds, number, f"{run}/{name}")
        at = spent()
        refused, fault = one(target, here, data)
        result.slowest = max(result.slowest, spent() - at)
        result.tried += 1
        result.refused += refused
        if fault:
            found.setdefault(fault.partition(": ")[0], f"{name} {run}:{number}: {fault}")
    wrote = False
    for number in range(TYPED if target.commands else 0):
        # What a command that succeeds has written is gone before the next.
        if wrote:
            prepared(base, here, target)
        place(here, target.file, mutate(seeds, target.kinds, number, f"{run}/{name}"))
        command = target.commands[number % len(target.commands)]
        result.typed += 1
        fault, wrote = typed(here, command)
        if fault:
            found.setdefault(fault[:60], f"{name} {run}:{number}: {fault}")
    if whole:
        place(here, target.file, whole)
    result.seconds = spent() - began
    result.megabytes = _peak() - peak
    result.faults = list(found.values())
    return result


def run_all(
    base: Path,
    folder: Path,
    count: int,
    run: str,
    *,
    processes: int = 2,
    only: str = "",
    tell: Callable[[str], None] = print,
) -> list[Result]:
    """Try every loader; ``count`` inputs each, fewer where each takes long."""
    wanted = {n: t for n, t in targets(base).items() if not only or n in only.split(",")}
    # The longest first.
    order = sorted(wanted, key=lambda name: wanted[name].share)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting = [
            pool.submit(try_loader, n, base, folder, max(TYPED, int(count * wanted[n].share)), run)
            for n in order
        ]
        results = []
        for done in as_completed(waiting):
            results.append(done.result())
            tell(json.dumps({k: v for k, v in asdict(results[-1]).items() if k != "faults"}))
            tell("\n".join(results[-1].faults))
        return sorted(results, key=lambda result: result.name)


def main() -> int:
    """Run, print a table and what broke; 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--only", default="", help="names with commas between")
    parser.add_argument("--run", default="1")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "scene"
        base.mkdir()
        scene.write(base)
        results = run_all(
            *(base, Path(folder), asked.count, asked.run),
            processes=asked.processes,
            only=asked.only,
            tell=lambda line: print(line, flush=True) if line else None,
        )
    return 1 if any(result.faults for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
