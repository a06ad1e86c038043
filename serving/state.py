"""The data that the server holds: read once, and again when a file has changed."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from layers import payload
from layers.payload import networks
from layers.payload.compact import compact
from layers.publish import component
from layers.records import data
from layers.records.model import Atlas
from registry.paths import DEFAULT, ROOT, Paths

#: What changes when a file does: its path, time and size (zeros when missing).
Stamp = tuple[tuple[str, int, int], ...]

STATIC = ROOT / "static"

log = logging.getLogger("atlas.serving")

_reading = threading.Lock()


@dataclass(frozen=True)
class Loaded:
    """The data, the names of the static files made from them, and what could not be read."""

    stamp: Stamp
    atlas: Atlas
    files: dict[str, str]
    notices: list[tuple[str, str]]


def paths() -> Paths:
    """The data folder that the environment names, else the shipped one."""
    folder = os.environ.get("ATLAS_DATA")
    return Paths(Path(folder)) if folder else DEFAULT


def stamp_of(files: Iterable[Path]) -> Stamp:
    """The stamp of ``files``, in their order."""
    stamp = []
    for path in files:
        try:
            stat = path.stat()
            stamp.append((str(path), stat.st_mtime_ns, stat.st_size))
        except OSError:
            stamp.append((str(path), 0, 0))
    return tuple(stamp)


def loaded(where: Paths) -> Loaded:
    """The data folder as read last, or read anew where one of its files has changed.

    Whoever asks meanwhile waits for the one who reads.

    Raises
    ------
    AtlasError
        The static files cannot be written. What cannot be read of the data is a notice.
    """
    with _reading:
        return _loaded(where, stamp_of(data.fingerprint_files(where)))


@lru_cache(maxsize=2)
def _loaded(where: Paths, stamp: Stamp) -> Loaded:
    atlas, errors = data.load_what_can_be(where)
    for error in (*errors, *(one.why for one in atlas.missing)):
        log.warning("%s", error)
    texts = {
        "payload": payload.dumps(compact(payload.build(atlas))),
        "view": component.view_bundle(atlas),
        "more": component.more(atlas),
        "networks": payload.dumps(networks.build(where)),
    }
    return Loaded(
        stamp=stamp,
        atlas=atlas,
        files={kind: component.write_static(STATIC, kind, text) for kind, text in texts.items()},
        notices=[(error.text("zh"), error.text("en")) for error in errors],
    )
