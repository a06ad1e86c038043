"""A PostGIS of one's own: a cluster in a temporary folder, run by who may not do much."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

#: The administrator of the cluster.
OWNER = "keeper"


def programs() -> Path | None:
    """The folder of PostgreSQL's programs where PostGIS is installed too; None without."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        shared = Path("/usr/share/postgresql") / folder.parent.name / "extension/postgis.control"
        if (folder / "initdb").exists() and shared.exists():
            return folder
    return None


def _user() -> str | None:
    """Who runs the server: it refuses to be run by root."""
    return "nobody" if os.geteuid() == 0 else None


@contextmanager
def running() -> Iterator[int]:
    """The port of a running cluster, on this machine alone."""
    bin_folder = programs()
    assert bin_folder
    # Not under pytest's folder, into which nobody else may look.
    folder = Path(mkdtemp(prefix="postgis-"))
    if user := _user():
        shutil.chown(folder, user)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = int(one.getsockname()[1])

    def run(name: str, *arguments: str) -> None:
        environment = {**os.environ, "HOME": str(folder)}
        subprocess.run(
            [bin_folder / name, *arguments],
            user=user,
            cwd=folder,
            check=True,
            env=environment,
            stdout=subprocess.DEVNULL,
        )

    data = str(folder / "data")
    # What is written here is thrown away: no need to wait for the disk.
    run("initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    told = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    run("pg_ctl", "-D", data, "-l", str(folder / "log"), "-o", told, "-w", "-t", "120", "start")
    try:
        yield port
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
