"""Packages are made one at a time, each in a process of its own, whose memory goes with it."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from registry.errors import AtlasError
from registry.paths import ROOT
from serving.store import Store

log = logging.getLogger("atlas.serving")

#: How many selections may wait, and for how many seconds one waits for which nobody asks any more.
MOST_WAITING = 40
PATIENCE = 60.0
#: How many failures are remembered until they are asked for.
MOST_FAULTS = 100
#: What makes one.
COMMAND = (sys.executable, "-m", "analyst.zipped")
#: Seconds that one package may take.
LONGEST = 600.0


class State(StrEnum):
    """How far a package is."""

    NONE = "none"
    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True)
class Place:
    """How far a package is, how many are made before it, and why it failed."""

    state: State
    before: int = 0
    fault: AtlasError | None = None


@dataclass
class Order:
    """What is to be made: the data folder and the ids of the projects; when last asked for."""

    data: Path
    ids: list[str]
    seen: float = field(default=0.0, compare=False)


#: Makes the package of an order as the file at a path; AtlasError where it cannot.
Make = Callable[[Order, Path], None]


class Packages:
    """The queue. ``make`` runs in a thread that lives as long as something waits.

    Parameters
    ----------
    store : Store
        Where packages are kept.
    make : callable
        Makes one.
    clock : callable
        Seconds that only grow.
    """

    def __init__(
        self, store: Store, make: Make, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._store, self._make, self._clock = store, make, clock
        self._lock = threading.Lock()
        self._waiting: dict[str, Order] = {}
        self._making: str | None = None
        self._faults: dict[str, AtlasError] = {}
        self._thread: threading.Thread | None = None
        self._closed = False

    def ask(self, key: str, order: Order) -> Place:
        """Have ``order`` made, unless it is there or on its way; how far it is.

        One that failed is tried again.

        Raises
        ------
        AtlasError
            Too many wait.
        """
        with self._lock:
            self._faults.pop(key, None)
            place = self._place(key)
            if place.state is not State.NONE or self._closed:
                return place
            self._drop_abandoned()
            if len(self._waiting) >= MOST_WAITING:
                raise AtlasError(
                    "package",
                    zh=f"已有 {MOST_WAITING} 份在等，请过一分钟再试",
                    en=f"{MOST_WAITING} are waiting already, try again in a minute",
                )
            order.seen = self._clock()
            self._waiting[key] = order
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="packages", daemon=True)
                self._thread.start()
            return self._place(key)

    def look(self, key: str) -> Place:
        """How far ``key`` is; whoever looks still waits for it."""
        with self._lock:
            return self._place(key)

    def forget(self, key: str) -> None:
        """Forget that ``key`` failed."""
        with self._lock:
            self._faults.pop(key, None)

    def close(self) -> None:
        """Nothing more is made; what waits is let go."""
        with self._lock:
            self._closed = True
            self._waiting.clear()

    def _place(self, key: str) -> Place:
        if key == self._making:
            return Place(State.MAKING)
        if order := self._waiting.get(key):
            order.seen = self._clock()
            before = list(self._waiting).index(key) + (self._making is not None)
            return Place(State.WAITING, before) if before else Place(State.MAKING)
        if self._store.holds(key):
            return Place(State.READY)
        fault = self._faults.get(key)
        return Place(State.FAILED, fault=fault) if fault else Place(State.NONE)

    def _drop_abandoned(self) -> None:
        late = self._clock() - PATIENCE
        for key in [key for key, order in self._waiting.items() if order.seen < late]:
            del self._waiting[key]

    def _next(self) -> tuple[str, Order] | None:
        with self._lock:
            self._making = None
            self._drop_abandoned()
            if not self._waiting:
                self._thread = None
                return None
            self._making = next(iter(self._waiting))
            return self._making, self._waiting.pop(self._making)

    def _run(self) -> None:
        while (found := self._next()) is not None:
            key, order = found
            fault = self._attempt(key, order)
            with self._lock:
                if fault is not None:
                    self._faults[key] = fault
                    while len(self._faults) > MOST_FAULTS:
                        del self._faults[next(iter(self._faults))]

    def _attempt(self, key: str, order: Order) -> AtlasError | None:
        part: Path | None = None
        try:
            part = self._store.part()
            self._make(order, part)
            self._store.keep(key, part)
        except AtlasError as error:
            return error
        except OSError as error:
            return _not_made(error.strerror or str(error))
        except Exception as error:
            # The queue goes on whatever one package does.
            return _not_made(str(error))
        finally:
            if part is not None:
                part.unlink(missing_ok=True)
        return None


def _not_made(reason: str) -> AtlasError:
    log.warning("package: could not be made: %s", reason)
    return AtlasError(
        "package",
        zh="没有做成，服务器的日志里有原因",
        en="could not be made, the server's log says why",
    )


class Maker:
    """Makes packages by ``python -m analyst.zipped``, one process each."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def __call__(self, order: Order, target: Path) -> None:
        """Write the package of ``order`` to ``target``; AtlasError where it cannot be made."""
        asked = json.dumps({"data": str(order.data), "ids": order.ids, "target": str(target)})
        pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        with subprocess.Popen(COMMAND, cwd=ROOT, encoding="utf-8", **pipes) as process:
            self._process = process
            try:
                if self._stopped:
                    process.kill()
                told, trouble = process.communicate(asked, timeout=LONGEST)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                raise _not_made(f"took longer than {LONGEST:g} s") from None
            finally:
                self._process = None
        if process.returncode == 2 and told:
            said = json.loads(told)
            error = AtlasError(said["where"], zh=said["zh"], en=said["en"])
            log.warning("package: %s", error)
            raise error
        if process.returncode:
            if self._stopped:
                raise AtlasError("package", zh="服务器已停", en="the server has stopped")
            lines = trouble.strip().splitlines() or [f"exit code {process.returncode}"]
            raise _not_made(lines[-1])

    def stop(self) -> None:
        """End the process that runs; none is made any more."""
        self._stopped = True
        if (process := self._process) is not None:
            process.kill()
