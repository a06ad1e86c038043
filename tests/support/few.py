"""A data folder that is quick to build: the shipped land, plans and facts of a few projects."""

from __future__ import annotations

import shutil
from pathlib import Path

from registry.paths import DEFAULT, Paths

#: A line with a section of its own and facts, a river, an area and a highway.
KEPT = (
    "rail/yukun-hsr.yaml",
    "rail/yukun-hsr-chongqing-yibin.yaml",
    "waterway/minjiang-longxikou-yibin.yaml",
    "pipeline/shale-weiyuan-rongxian.yaml",
)


def few(folder: Path) -> Paths:
    """Write the folder ``data`` under ``folder``; nothing is built yet."""
    data = folder / "data"
    shutil.copytree(DEFAULT.data, data, ignore=shutil.ignore_patterns("projects", "releases"))
    for name in KEPT:
        (data / "projects" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DEFAULT.projects / name, data / "projects" / name)
    (data / "docs").mkdir()
    paths = Paths(data)
    gone = {path.stem for path in DEFAULT.projects.rglob("*.yaml")} - {
        Path(name).stem for name in KEPT
    }
    lines = paths.released.read_text(encoding="utf-8").splitlines(keepends=True)
    paths.released.write_text(
        "".join(line for line in lines if line.strip() not in gone), encoding="utf-8"
    )
    paths.published_lengths.unlink()
    paths.lines.unlink()
    for path in (paths.geojson, paths.counts, *(data / f"{n}.csv" for n in ("events", "findings"))):
        path.unlink()
    return paths
