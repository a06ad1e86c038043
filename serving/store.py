"""Files made for downloads, kept in a folder of the system's for temporary ones."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
import time
from collections import OrderedDict
from pathlib import Path
from typing import BinaryIO

#: How many files are kept, and how many bytes of them; those not asked for longest go first.
MOST_FILES = 32
MOST_BYTES = 256 * 2**20
#: How the folders are called, and after how many seconds one that a killed server left is litter.
PREFIX = "atlas-downloads-"
LITTER = 24 * 3600.0


class Store:
    """Files by key. The folder is made when it is first needed and removed by :meth:`close`.

    Parameters
    ----------
    most_files, most_bytes : int
        What is kept at most; one file more than fits is kept alone.
    """

    def __init__(self, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES) -> None:
        self._most = (most_files, most_bytes)
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._kept: OrderedDict[str, int] = OrderedDict()
        self._made = 0

    @property
    def folder(self) -> Path:
        """The folder; OSError where none can be made."""
        with self._lock:
            if self._folder is None or not self._folder.is_dir():
                _sweep()
                self._kept.clear()
                self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
                atexit.register(self.close)
            return self._folder

    def part(self) -> Path:
        """A path in the folder that nobody else has, to write a file to before it is kept."""
        folder = self.folder
        with self._lock:
            self._made += 1
            return folder / f"{self._made}.part"

    def keep(self, key: str, part: Path) -> None:
        """Keep the file ``part`` under ``key`` and let go of what is too much."""
        folder = self.folder
        with self._lock:
            size = part.stat().st_size
            part.replace(folder / key)
            self._kept.pop(key, None)
            self._kept[key] = size
            files, most = self._most
            while len(self._kept) > 1 and (
                len(self._kept) > files or sum(self._kept.values()) > most
            ):
                old, _ = self._kept.popitem(last=False)
                (folder / old).unlink(missing_ok=True)

    def holds(self, key: str) -> bool:
        """Whether a file is kept under ``key``."""
        with self._lock:
            return key in self._kept and self._folder is not None and (self._folder / key).is_file()

    def open(self, key: str) -> BinaryIO | None:
        """The file under ``key`` to read, None where there is none; whoever asks closes it."""
        with self._lock:
            if key not in self._kept or self._folder is None:
                return None
            try:
                file = (self._folder / key).open("rb")
            except OSError:
                del self._kept[key]
                return None
            self._kept.move_to_end(key)
            return file

    def close(self) -> None:
        """Remove the folder and all that is in it."""
        with self._lock:
            folder, self._folder = self._folder, None
            self._kept.clear()
        atexit.unregister(self.close)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _sweep() -> None:
    """Remove what servers left that were killed."""
    now = time.time()
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            old = now - folder.stat().st_mtime > LITTER
        except OSError:
            continue
        if old and folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
