"""The processes that open documents, one a processor at most; one that overruns is ended."""

from __future__ import annotations

import atexit
import json
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import fields
from typing import Any

from plans.documents.document import Document
from plans.documents.refusals import refusal
from plans.documents.sandbox.wire import unpacked
from plans.limits import Limits
from registry.errors import AtlasError
from registry.paths import ROOT

log = logging.getLogger("atlas")

COMMAND = (sys.executable, "-m", "plans.documents.sandbox.worker")
#: How often it is asked whether reading shall go on, in seconds.
_EVERY_S = 0.1
#: What ends a process that took more processor than it may (SIGPROF, which Windows has not).
_OVERRUN = -27


class _Worker:
    """One process, and a thread that waits for what it tells."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            COMMAND,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.told: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.asked = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        with suppress(ValueError):  # closed meanwhile
            for line in self.process.stdout:
                self.told.put(line)
        self.told.put(b"")

    def ask(self, head: bytes, data: bytes) -> None:
        """Give it a file; what it tells is put into ``told``."""
        self.asked += 1
        threading.Thread(target=self._give, args=(head, data), daemon=True).start()

    def _give(self, head: bytes, data: bytes) -> None:
        assert self.process.stdin
        with suppress(OSError, ValueError):  # it has ended, which is told by its silence
            self.process.stdin.write(head)
            self.process.stdin.write(data)
            self.process.stdin.flush()

    def end(self) -> int:
        """End it; its exit code."""
        self.process.kill()
        code = self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):  # what it was to be told is lost with it
                if pipe:
                    pipe.close()
        return code


class Pool:
    """Hands files to processes, at most ``most`` at once, and keeps one for the next file."""

    def __init__(self, most: int) -> None:
        self._free = threading.Semaphore(most)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._of = os.getpid()
        #: Seconds of processor that the answers took.
        self.spent = 0.0

    def _worker(self) -> _Worker:
        with self._lock:
            if self._of != os.getpid():  # a copy of the process that asked them
                _OTHERS.extend(self._idle)
                self._idle, self._of = [], os.getpid()
            return self._idle.pop() if self._idle else _Worker()

    def _back(self, worker: _Worker, last: bool) -> None:
        with self._lock:
            if not last and not self._idle:
                self._idle.append(worker)
                return
        worker.end()

    def close(self) -> None:
        """End those that wait."""
        with self._lock:
            mine = self._of == os.getpid()
            idle, self._idle = self._idle, []
        for worker in idle if mine else ():
            worker.end()

    def read(
        self, data: bytes, name: str, *, limits: Limits, first: int | None = None
    ) -> Document | None:
        """As :func:`plans.documents.reader.read_here`, in another process.

        Raises
        ------
        AtlasError
            As that does, and where it takes too much time or memory, or breaks down.
        """
        while not self._free.acquire(timeout=_EVERY_S):
            limits.heed()
        try:
            return self._read(data, name, limits, first)
        finally:
            self._free.release()

    def _read(self, data: bytes, name: str, limits: Limits, first: int | None) -> Document | None:
        deadline = limits.deadline()
        plain = {f.name: getattr(limits, f.name) for f in fields(limits) if f.name != "heed"}
        asked = {"name": name, "length": len(data), "first": first, "limits": plain}
        head = json.dumps(asked).encode() + b"\n"
        said: dict[str, Any] = {}
        may = limits.processor_seconds(len(data)), limits.memory_mb(len(data))
        while "last" not in said:
            worker = self._worker()
            fresh = not worker.asked
            try:
                worker.ask(head, data)
                line = _waited(worker, name, limits, deadline)
                if "may" in (told := _heard(line)):
                    may = told["may"]
                    line = _waited(worker, name, limits, deadline)
                said = _heard(line)
            except BaseException:
                worker.end()
                raise
            if "last" in said:
                self._back(worker, said["last"])
            elif (code := _ended(worker)) or fresh or line:
                raise _broken_off(code, name, *may)
            # Else it had waited for too long, and ended as it was asked.
        self.spent += said["seconds"]
        return _document(said, name, may[1])


def _waited(worker: _Worker, name: str, limits: Limits, deadline: float) -> bytes:
    """What a process tells; nothing when it has ended."""
    while True:
        limits.heed()
        try:
            return worker.told.get(timeout=_EVERY_S)
        except queue.Empty:
            if time.monotonic() > deadline:
                raise refusal(name, "too_slow", most=limits.seconds) from None


def _heard(line: bytes) -> dict[str, Any]:
    """What a line of a process says; nothing where it says nothing of the kind."""
    try:
        said = json.loads(line)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _ended(worker: _Worker) -> int:
    """The exit code of a process that tells nothing more."""
    with suppress(subprocess.TimeoutExpired):
        worker.process.wait(timeout=1)
    return worker.end()


def _broken_off(code: int, name: str, seconds: int, megabytes: int) -> AtlasError:
    if code == _OVERRUN:
        return refusal(name, "too_slow", most=seconds)
    log.info("document: a process that opened one ended with %s", code)
    return refusal(name, "broken_off", most=megabytes)


def _document(said: dict[str, Any], name: str, megabytes: int) -> Document | None:
    if "refused" in said:
        where, zh, en = said["refused"]
        raise AtlasError(where, zh=zh, en=en)
    if "large" in said:
        raise refusal(name, "too_much_memory", most=megabytes)
    if "broke" in said:
        log.warning("document: could not be opened: %s", said["broke"].strip())
        raise refusal(name, "damaged")
    return unpacked(said["document"]) if said["document"] else None


#: Processes of the process that this one is a copy of: not to be touched.
_OTHERS: list[_Worker] = []
POOL = Pool(min(4, os.cpu_count() or 1))
atexit.register(POOL.close)
