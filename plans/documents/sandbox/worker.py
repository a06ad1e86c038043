"""The process that opens documents, one after another; ``python -m`` starts it.

On its standard input comes a line of JSON and then the file; on its standard output goes a line of
JSON: the document, a refusal, or how it broke down. The system ends it where a document takes more
processor than allowed, and gives it no more memory than allowed; Windows has neither limit, so
that there the time of whoever asks is all.
"""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from plans.documents.archive import weight
from plans.documents.detect import is_package
from plans.documents.reader import load_libraries, read_here
from plans.documents.sandbox.wire import packed
from plans.limits import Limits
from registry.commandline import run_script
from registry.errors import AtlasError

#: After so many documents, or with so many bytes of memory in use, another takes over.
_MOST_DOCUMENTS = 500
_MOST_KEPT = 200_000_000
#: A process that nobody asks for so long ends, in seconds.
_IDLE_S = 60
#: How libxml2, which knows no error then, expat, zlib and the system say that memory lacks.
_NO_MEMORY = re.compile(
    r"memory allocation|out of memory|allocate memory|error -4 |unknown error", re.I
)


def _in_use() -> tuple[int, int]:
    """Address space and memory of this process, bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0, 0
    try:
        whole, resident = Path("/proc/self/statm").read_text("ascii").split()[:2]
    except OSError:
        return 0, 0
    size = os.sysconf("SC_PAGE_SIZE")
    return int(whole) * size, int(resident) * size


@contextmanager
def _bounded(seconds: float, megabytes: int) -> Iterator[None]:
    """What may be taken of processor and memory."""
    if sys.platform == "win32":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    if in_use := _in_use()[0]:
        most = in_use + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, before)


def allowed(asked: dict[str, Any], data: bytes) -> tuple[int, int]:
    """Seconds of processor and megabytes that a file may take."""
    limits = Limits(**asked["limits"])
    size = len(data)
    if is_package(data):
        load_libraries()  # which are no part of what a document takes
        size = max(size, min(weight(data), limits.parts_bytes))
    return limits.processor_seconds(size), limits.memory_mb(size)


def lacks_memory(error: BaseException | None) -> bool:
    """Whether an error, or one that it came of, is of a parser that was given no more memory.

    Parsers written in C tell it as an error of the document's syntax, of its packing or of a call.
    """
    while error is not None:
        code = getattr(error, "errno", None)
        if isinstance(error, MemoryError) or code == errno.ENOMEM or _NO_MEMORY.search(str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def answer(asked: dict[str, Any], data: bytes, may: tuple[int, int]) -> dict[str, Any]:
    """What is told of a file: ``document``, ``refused``, ``large`` or ``broke``."""
    limits = Limits(**asked["limits"])
    try:
        with _bounded(*may):
            document = read_here(data, asked["name"], limits=limits, first=asked["first"])
    except AtlasError as error:
        if lacks_memory(error.__cause__):
            return {"large": True}
        return {"refused": [error.where, error.zh, error.en]}
    except Exception as error:
        return {"large": True} if lacks_memory(error) else {"broke": traceback.format_exc()}
    return {"document": packed(document) if document else None}


def _asked(stream: BinaryIO) -> Iterator[tuple[dict[str, Any], bytes]]:
    """What is asked for, one file after another, until nobody asks any more."""
    while sys.platform == "win32" or _comes(stream):
        line = stream.readline()
        if not line:
            return
        asked = json.loads(line)
        yield asked, stream.read(asked["length"])


def _comes(stream: BinaryIO) -> bool:
    import select

    return bool(select.select([stream], [], [], _IDLE_S)[0])


def _tell(stream: BinaryIO, said: dict[str, Any]) -> None:
    stream.write(json.dumps(said, ensure_ascii=True).encode() + b"\n")
    stream.flush()


def main() -> int:
    """Answer until the standard input ends, or for long enough."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks hears of it, and ends this
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    for number, (asked, data) in enumerate(_asked(sys.stdin.buffer), 1):
        began = time.process_time()
        may = allowed(asked, data)
        _tell(told, {"may": may})
        said = answer(asked, data, may)
        del data
        last = "large" in said or number >= _MOST_DOCUMENTS or _in_use()[1] > _MOST_KEPT
        said |= {"seconds": time.process_time() - began, "last": last}
        _tell(told, said)
        if last:
            break
    return 0


if __name__ == "__main__":
    sys.exit(run_script(main))
