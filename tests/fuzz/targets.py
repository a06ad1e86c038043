"""Every loader, with the files it is tried on and how they come out wrong."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.fuzz import loaders
from tests.fuzz.mutations import ANY, CSV, JSON, TEXT, YAML, Kind
from tests.support.scene import without_triggers

#: The forms of documents that are tried.
FORMS = ("txt", "html", "rtf", "docx", "xlsx", "pdf")
READER = Path(__file__).parent.parent / "data" / "reader"


@dataclass(frozen=True)
class Target:
    """A loader: ``load`` reads what was just written to ``file`` of a scene."""

    file: str
    kinds: Sequence[Kind]
    load: Callable[[Path, Path], object]
    #: What is mutated; by default the scene's own file.
    seeds: tuple[bytes, ...] = ()
    #: Commands of a scene that read the file too.
    commands: tuple[str, ...] = ()
    #: How much of the number of inputs a quick run tries, where each takes long.
    share: float = 1.0
    #: How many seconds of processor an input may take.
    seconds: float = 1.0
    #: What the scene must not have: how many rows a table has, of one that is only its beginning.
    without: str = ""


def database(data: bytes, chance: Random) -> bytes:
    """A cell, row, column or table of a GeoPackage is another or gone."""
    with closing(sqlite3.connect(":memory:")) as base:
        try:
            base.deserialize(data)
            _change(base, chance)
            base.commit()
            return base.serialize()
        except (sqlite3.Error, OverflowError, UnicodeError, IndexError):
            return data  # damaged before, or a change that SQLite itself refuses


def _change(base: sqlite3.Connection, chance: Random) -> None:
    without_triggers(base)
    rows = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    table = chance.choice([name for (name,) in rows if not name.startswith(("rtree", "sqlite"))])
    column = chance.choice([row[1] for row in base.execute(f'PRAGMA table_info("{table}")')])
    one = f'rowid = (SELECT rowid FROM "{table}" ORDER BY rowid * 7919 % 101 LIMIT 1)'
    value = (chance.choice(_CELLS),)
    way = chance.randrange(9)
    if way == 0:
        base.execute(f'DROP TABLE "{table}"')
    elif way == 1:
        base.execute(f'ALTER TABLE "{table}" RENAME "{column}" TO "other"')
    elif way == 2:
        base.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
    elif way == 3:
        base.execute(f'DELETE FROM "{table}" WHERE {one}')
    elif way == 4:
        base.execute(f'UPDATE "{table}" SET "{column}" = ?', value)
    else:
        base.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {one}', value)


_CELLS: tuple[object, ...] = (
    *(None, "", "x", -1, 0, 1.5, 2**40, float("inf"), b"", b"GP", b"GP\0\1\0\0\0\0", b"\xff" * 40),
    *("渝昆高铁", "a;b", "2020-13-40", "[]", "{}", "null", "NaN", "\u200b", "x" * 100_000, "=1+1"),
    *("rail", "projects", "places", "sqlite_master", "510104", "泸州站@511502", "true", "{{x}}"),
)


def _first(file: Path, lines: int) -> bytes:
    """The first lines of a table, which is enough of it."""
    return b"".join(file.read_bytes().splitlines(keepends=True)[:lines])


def _features(file: Path, count: int, points: int = 30) -> bytes:
    """The first features of a file, with short lines."""
    import json

    whole = json.loads(file.read_text("utf-8"))
    whole["features"] = whole["features"][:count]
    for feature in whole["features"]:
        _shorten(feature["geometry"], points)
    return json.dumps(whole, ensure_ascii=False).encode()


def _shorten(geometry: object, points: int) -> None:
    if isinstance(geometry, dict) and geometry.get("type") == "LineString":
        geometry["coordinates"] = geometry["coordinates"][:points]


def _forms(*names: str) -> tuple[bytes, ...]:
    return tuple((READER / name).read_bytes() for name in names)


QUERY = (
    b"lang=zh&mode=rail,highway&status=preparation&plan=chuanyu-2018&region=chengyu&q=yk&tab=table"
    b"&project=yukun-hsr&lat=29.5&lon=105.1&zoom=8&view=plan&on=2020&year=2025&current=open"
    b"&verdict=late&finding=start_slip&at=29.2,105.4,8.5"
)


def targets(here: Path) -> dict[str, Target]:
    """Every loader by its name, for the scene ``here``."""
    data = here / "data"
    registry = ("stale", "check")
    built = ("export",)
    found = {
        "project": Target(
            "data/projects/rail/yukun-hsr.yaml", YAML, loaders.project, commands=registry
        ),
        "river project": Target(
            "data/projects/waterway/minjiang-longxikou-yibin.yaml", YAML, loaders.project
        ),
        "area project": Target(
            "data/projects/pipeline/shale-weiyuan-rongxian.yaml", YAML, loaders.project
        ),
        "plans": Target("data/plans.yaml", YAML, loaders.plans, commands=("stale",)),
        "regions": Target("data/regions.yaml", YAML, loaders.regions, commands=("stale",)),
        "facts": Target("data/facts.yaml", YAML, loaders.facts, commands=("stale",)),
        "retired": Target("data/retired.yaml", YAML, loaders.retired, commands=("diff",)),
        "titles": Target("data/atlas.yaml", YAML, loaders.titles, commands=built),
        "accepted": Target(
            "data/accepted/plan.yaml", YAML, loaders.accepted, (_read(here, "accepted.yaml"),)
        ),
        "described plans": Target(
            "described.yaml", YAML, loaders.described_plans, (_read(data, "plans.yaml"),)
        ),
        "talk": Target("talk.yaml", YAML, loaders.talk, (_talk_seed(),), ("talk",)),
        "released": Target("data/released.txt", TEXT, loaders.released, commands=("check",)),
        "sites": Target(
            "data/sites.csv", CSV, loaders.sites, (_first(data / "sites.csv", 12),), ("locate",)
        ),
        "places": Target(
            *("data/places.csv", CSV, loaders.places, (_first(data / "places.csv", 12),)),
            without="data/rows.json",
        ),
        "counties": Target(
            *("data/boundaries/counties.geojson", JSON, loaders.counties),
            (_features(data / "boundaries" / "counties.geojson", 3),),
            commands=("locate",),
            share=0.5,
        ),
        "outlines": Target(
            *("data/boundaries/regions.geojson", JSON, loaders.outlines),
            (_features(data / "boundaries" / "regions.geojson", 2),),
        ),
        "borders": Target(
            *("data/boundaries/display/borders.json", JSON, loaders.borders),
            (_small_borders(data / "boundaries" / "display" / "borders.json"),),
            commands=built,
        ),
        "rivers": Target(
            *("data/reference/rivers.geojson", JSON, loaders.rivers),
            (_features(data / "reference" / "rivers.geojson", 4),),
        ),
        "network": Target(
            *("data/reference/rail.geojson", JSON, loaders.network),
            (_features(data / "reference" / "rail.geojson", 8),),
            share=0.6,
        ),
        "projects.geojson": Target(
            "data/projects.geojson", JSON, loaders.atlas, commands=built, share=0.1
        ),
        "features": Target(
            *("data/projects.geojson", JSON, loaders.features_of),
            (_features(data / "projects.geojson", 4),),
        ),
        "projects in Python": Target("data/projects.geojson", JSON, loaders.frames),
        "rows.json": Target("data/rows.json", JSON, loaders.table("mentions"), commands=built),
        "diff": Target("old.geojson", JSON, loaders.diff, commands=("diff",)),
        "package": Target(
            *("edited.gpkg", (database, database, database, database, *ANY), loaders.edits),
            (_read(here, "small.gpkg"),),
            commands=("import-edits",),
            share=0.3,
        ),
        "reviewed rows": Target(
            *("read/mentions.csv", CSV, loaders.reviewed),
            commands=("accept",),
        ),
        "address": Target("query.txt", TEXT, loaders.address, (QUERY,), seconds=3.0, share=0.6),
    }
    for name in ("mentions", "events", "findings", "outcomes", "timeline", "county_lengths"):
        seed = _first(data / f"{name}.csv", 12)
        found[name] = Target(
            *(f"data/{name}.csv", CSV, loaders.table(name), (seed,), built),
            without="data/rows.json",
        )
    for suffix, kinds, names, share in (
        ("txt", TEXT, ("txt_utf8.txt", "txt_pipe_table.txt", "pasted_web_pages.txt"), 0.5),
        ("html", TEXT, ("page_wrong_meta_utf8.html", "page_gb2312_scripts.html"), 0.2),
        ("rtf", TEXT, ("plan.rtf",), 0.3),
        ("docx", (*ANY, *[zipped] * 6), ("plan.docx", "plan_tables_tracked.docx"), 0.5),
        ("xlsx", (*ANY, *[zipped] * 6), ("projects.xlsx",), 1.0),
        ("pdf", ANY, ("plan_onecolumn.pdf", "plan_table.pdf", "plan_twocolumn.pdf"), 0.3),
    ):
        found[suffix] = Target(
            *(f"plan.{suffix}", kinds, loaders.document, _forms(*names)),
            commands=(f"read {suffix}",),
            # A document of a million bytes is a book, and is read, not refused.
            seconds=30.0,
            share=share,
        )
    return found


def _read(folder: Path, name: str) -> bytes:
    return (folder / name).read_bytes()


def _talk_seed() -> bytes:
    from registry.paths import ROOT

    return (ROOT / "docs" / "talks" / "chuannan-yuxi.yaml").read_bytes()


def _small_borders(file: Path) -> bytes:
    import json

    whole = json.loads(file.read_text("utf-8"))
    small = {key: value[:4] if isinstance(value, list) else value for key, value in whole.items()}
    return json.dumps(small, ensure_ascii=False).encode()


def zipped(data: bytes, chance: Random) -> bytes:
    """A member of an archive is damaged or gone, or another stands in its place."""
    import io
    import zipfile

    from tests.fuzz import mutations

    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except Exception:
        return mutations.flipped(data, chance)
    if not members:
        return data
    name = chance.choice([n for n in members if n.endswith(".xml")] or list(members))
    if chance.random() < 0.15:
        del members[name]
    else:
        members[name] = chance.choice(TEXT)(members[name], chance)
    with zipfile.ZipFile(
        out, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    ) as made:
        for member, inside in members.items():
            made.writestr(member, inside)
    return out.getvalue()


def place(here: Path, file: str, data: bytes) -> Path:
    """Write an input where its loader looks."""
    path = here / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def prepared(base: Path, here: Path, target: Target) -> Path:
    """A scene of a loader's own."""
    shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(base, here)
    if target.without:
        (here / target.without).unlink()
    return here
