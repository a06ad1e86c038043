"""Which process made something, and whether it still runs."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
import time

#: What a process of another machine has not touched for so many seconds belongs to nobody.
ABANDONED_S = 86_400.0
_HOST = hashlib.sha256(platform.node().encode()).hexdigest()[:6]
# A number of a process is used again; this one is of this process alone.
_TOKEN = os.urandom(3).hex()
#: The form of an owner.
OWNER = r"(?P<host>[0-9a-f]{6})-(?P<number>[0-9]{1,10})-(?P<token>[0-9a-f]{6})"
_OWNER = re.compile(OWNER)


def owner() -> str:
    """What names this process, in a form that fits into a file's name."""
    return f"{_HOST}-{os.getpid()}-{_TOKEN}"


def gone(owned_by: str, moved_at: float, patience: float = ABANDONED_S) -> bool:
    """Whether the process ``owned_by`` has ended.

    Parameters
    ----------
    owned_by : str
        What :func:`owner` gave it; anything else counts as a process of another machine.
    moved_at : float
        When what it made was last changed, in seconds since 1970.
    patience : float
        After so many seconds without a change, one that cannot be asked counts as gone.
    """
    found = _OWNER.fullmatch(owned_by)
    if found is None or found["host"] != _HOST:
        return time.time() - moved_at > patience
    number = int(found["number"])
    if number == os.getpid():
        return found["token"] != _TOKEN
    return not _runs(number) or time.time() - moved_at > ABANDONED_S


if sys.platform == "win32":

    def _runs(number: int) -> bool:
        import ctypes

        # PROCESS_QUERY_LIMITED_INFORMATION, and what GetExitCodeProcess says of one that runs.
        query, active = 0x1000, 259
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query, False, number)
        if not handle:
            return False
        try:
            code = ctypes.c_ulong()
            return not kernel.GetExitCodeProcess(handle, ctypes.byref(code)) or (
                code.value == active
            )
        finally:
            kernel.CloseHandle(handle)

else:

    def _runs(number: int) -> bool:
        try:
            os.kill(number, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except OSError:
            return True  # another user's
        return True
