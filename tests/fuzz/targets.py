"""Every loader, with the files it is tried on and how they come out wrong."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from registry.paths import Paths
from tests.fuzz.mutations import ANY, CSV, JSON, TEXT, YAML, Kind
from tests.support.scene import without_triggers

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


def _forget() -> None:
    """Let nothing that was read before be remembered."""
    from geo import boundaries, network, rivers
    from registry.land import extent

    for remembered in (
        *(boundaries._load, boundaries._county_index, rivers._load, network._load, extent._load),
    ):
        remembered.cache_clear()


def _project(here: Path, file: Path) -> None:
    from facts.upkeep.places import place_names
    from facts.upkeep.validity import check_facts
    from geo.gazetteer import load_gazetteer
    from geo.geocode import locate_project
    from registry.load import load_facts, load_project

    paths = Paths(here / "data")
    project = load_project(file, paths)
    if not _KEPT:
        _KEPT.update(
            rules=load_facts(paths), names=place_names(paths), places=load_gazetteer(paths)
        )
    check_facts(project, _KEPT["rules"], _KEPT["names"], file.name)  # type: ignore[arg-type]
    locate_project(project, _KEPT["places"], paths)  # type: ignore[arg-type]


#: What does not change between inputs.
_KEPT: dict[str, object] = {}


def _plans(here: Path, _: Path) -> None:
    from registry.load import load_plans
    from registry.tables import read_plans

    load_plans(Paths(here / "data"))
    read_plans(Paths(here / "data"))


def _regions(here: Path, _: Path) -> None:
    from registry.load import load_regions
    from registry.tables import read_regions

    load_regions(Paths(here / "data"))
    read_regions(Paths(here / "data"))


def _facts(here: Path, _: Path) -> None:
    from registry.load import load_facts
    from registry.tables.listed import read_facts_day

    load_facts(Paths(here / "data"))
    read_facts_day(Paths(here / "data"))


def _retired(here: Path, _: Path) -> None:
    from registry.load import load_retired

    load_retired(Paths(here / "data"))


def _released(here: Path, _: Path) -> None:
    from registry.load import load_released

    load_released(Paths(here / "data"))


def _titles(here: Path, _: Path) -> None:
    from registry.land.titles import read_titles

    read_titles(Paths(here / "data"))


def _accepted(here: Path, _: Path) -> None:
    from plans.accepting.base import read_accepted

    read_accepted("plan", Paths(here / "data"))


def _sites(here: Path, _: Path) -> None:
    from geo.gazetteer import checked
    from registry.tables.built import read_sites

    list(checked(read_sites(Paths(here / "data"))))


def _places(here: Path, _: Path) -> None:
    from geo.gazetteer import checked
    from registry.tables.built import read_derived

    list(checked(read_derived(Paths(here / "data"))))


def _counties(here: Path, _: Path) -> None:
    from geo.boundaries import county_at, load_counties, region_geometry

    _forget()
    load_counties(Paths(here / "data"))
    county_at(104.0, 30.0, Paths(here / "data"))
    region_geometry("chengyu", Paths(here / "data"))


def _borders(here: Path, _: Path) -> None:
    from registry.borders import read_borders

    read_borders(Paths(here / "data"))


def _rivers(here: Path, _: Path) -> None:
    from geo.rivers import load_rivers

    _forget()
    load_rivers(Paths(here / "data"))


def _network(here: Path, _: Path) -> None:
    from geo.network import load_network

    _forget()
    load_network("rail", Paths(here / "data"))


def _atlas(here: Path, _: Path) -> None:
    from layers.records.data import load, load_what_can_be

    paths = Paths(here / "data")
    # The page stays up whatever stands there; an export says what is wrong.
    load_what_can_be(paths)
    load(paths)


def _features_of(here: Path, _: Path) -> None:
    from registry.load import load_plans
    from registry.tables.built import read_projects

    paths = Paths(here / "data")
    if "plans" not in _KEPT:
        _KEPT["plans"] = list(load_plans(paths))
    read_projects(paths, plans=_KEPT["plans"])  # type: ignore[arg-type]


def _frames(here: Path, _: Path) -> None:
    import geo

    geo.load_projects(here / "data")


def _table(name: str) -> Callable[[Path, Path], object]:
    def load(here: Path, _: Path) -> None:
        from geo import frames

        getattr(frames, f"load_{name}")(here / "data")

    return load


def _edits(here: Path, file: Path) -> None:
    from analyst.edits.read import read_edits

    read_edits(file, Paths(here / "data"))


def _diff(here: Path, file: Path) -> None:
    from analyst.diff.compare import compare
    from analyst.diff.render import render

    other = here / "data" / "projects.geojson"
    for one, two in ((file, other), (other, file)):
        found = compare(one, two, retired={})
        for form in ("text", "markdown", "json"):
            render(found, form, "zh")


def _talk(here: Path, file: Path) -> None:
    from layers.publish import talk_file
    from layers.records.data import load

    if "atlas" not in _KEPT:
        _KEPT["atlas"] = load(Paths(here / "data"))
    talk_file.load(file, _KEPT["atlas"])  # type: ignore[arg-type]


def _address(here: Path, file: Path) -> None:
    from layers.address import EXPLORER, FILE
    from layers.address_reader import from_query, from_values, read_query
    from layers.records.data import load

    if "atlas" not in _KEPT:
        _KEPT["atlas"] = load(Paths(here / "data"))
    atlas = _KEPT["atlas"]
    errors = "surrogateescape" if file.stat().st_size % 2 else "replace"
    query = file.read_bytes().decode("utf-8", errors)
    from_query(query, atlas)  # type: ignore[arg-type]
    for page in (EXPLORER, FILE):
        read_query(query, atlas, page)  # type: ignore[arg-type]
    pairs = [part.partition("=") for part in query.split("&")]
    from_values({key: [value, value] for key, _, value in pairs}, atlas)  # type: ignore[arg-type]


def _reviewed(_: Path, file: Path) -> None:
    from plans.accepting.rows import reviewed_rows

    reviewed_rows(file.read_bytes(), file.name)


def _document(_: Path, file: Path) -> None:
    from plans.extraction.extraction import read_file
    from plans.matching.match import known

    read_file(file.read_bytes(), file.name, known([]))


def _described(_: Path, file: Path) -> None:
    from plans.commands.atlas import _described as described

    described(file)


def database(data: bytes, chance: Random) -> bytes:
    """A cell, row, column or table of a GeoPackage is another or gone."""
    with closing(sqlite3.connect(":memory:")) as base:
        try:
            base.deserialize(data)
            _change(base, chance)
            base.commit()
            return base.serialize()
        except (sqlite3.Error, OverflowError, UnicodeEncodeError):
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
        "project": Target("data/projects/rail/yukun-hsr.yaml", YAML, _project, commands=registry),
        "river project": Target(
            "data/projects/waterway/minjiang-longxikou-yibin.yaml", YAML, _project
        ),
        "area project": Target(
            "data/projects/pipeline/shale-weiyuan-rongxian.yaml", YAML, _project
        ),
        "plans": Target("data/plans.yaml", YAML, _plans, commands=("stale",)),
        "regions": Target("data/regions.yaml", YAML, _regions, commands=("stale",)),
        "facts": Target("data/facts.yaml", YAML, _facts, commands=("stale",)),
        "retired": Target("data/retired.yaml", YAML, _retired, commands=("diff",)),
        "titles": Target("data/atlas.yaml", YAML, _titles, commands=built),
        "accepted": Target(
            "data/accepted/plan.yaml", YAML, _accepted, (_read(here, "accepted.yaml"),)
        ),
        "described plans": Target("described.yaml", YAML, _described, (_read(data, "plans.yaml"),)),
        "talk": Target("talk.yaml", YAML, _talk, (_talk_seed(),), commands=("talk",)),
        "released": Target("data/released.txt", TEXT, _released, commands=("check",)),
        "sites": Target(
            "data/sites.csv", CSV, _sites, (_first(data / "sites.csv", 12),), ("locate",)
        ),
        "places": Target(
            *("data/places.csv", CSV, _places, (_first(data / "places.csv", 12),)),
            without="data/rows.json",
        ),
        "counties": Target(
            *("data/boundaries/counties.geojson", JSON, _counties),
            (_features(data / "boundaries" / "counties.geojson", 3),),
            commands=("locate",),
            share=0.5,
        ),
        "borders": Target(
            *("data/boundaries/display/borders.json", JSON, _borders),
            (_small_borders(data / "boundaries" / "display" / "borders.json"),),
            commands=built,
        ),
        "rivers": Target(
            *("data/reference/rivers.geojson", JSON, _rivers),
            (_features(data / "reference" / "rivers.geojson", 4),),
        ),
        "network": Target(
            *("data/reference/rail.geojson", JSON, _network),
            (_features(data / "reference" / "rail.geojson", 8),),
        ),
        "projects.geojson": Target(
            "data/projects.geojson", JSON, _atlas, commands=built, share=0.08
        ),
        "features": Target(
            *("data/projects.geojson", JSON, _features_of),
            (_features(data / "projects.geojson", 4),),
        ),
        "projects in Python": Target("data/projects.geojson", JSON, _frames, share=0.5),
        "rows.json": Target("data/rows.json", JSON, _table("mentions"), commands=built),
        "diff": Target("old.geojson", JSON, _diff, commands=("diff",), share=0.5),
        "package": Target(
            *("edited.gpkg", (database, database, database, database, *ANY), _edits),
            (_read(here, "small.gpkg"),),
            commands=("import-edits",),
            share=0.1,
        ),
        "reviewed rows": Target(
            *("read/mentions.csv", CSV, _reviewed),
            commands=("accept",),
        ),
        "address": Target("query.txt", TEXT, _address, (QUERY,)),
    }
    for name in ("mentions", "events", "findings", "outcomes", "timeline", "county_lengths"):
        seed = _first(data / f"{name}.csv", 12)
        found[name] = Target(
            *(f"data/{name}.csv", CSV, _table(name), (seed,), built), without="data/rows.json"
        )
    for suffix, kinds, names, share in (
        ("txt", TEXT, ("txt_utf8.txt", "txt_pipe_table.txt", "pasted_web_pages.txt"), 1.0),
        ("html", TEXT, ("page_wrong_meta_utf8.html", "page_gb2312_scripts.html"), 1.0),
        ("rtf", TEXT, ("plan.rtf",), 1.0),
        ("docx", (*ANY, zipped), ("plan.docx", "plan_tables_tracked.docx"), 0.3),
        ("xlsx", (*ANY, zipped, zipped, zipped), ("projects.xlsx",), 0.5),
        ("pdf", ANY, ("plan_onecolumn.pdf", "plan_table.pdf", "plan_twocolumn.pdf"), 0.3),
    ):
        found[suffix] = Target(
            *(f"plan.{suffix}", kinds, _document, _forms(*names)),
            commands=("read",) if suffix == "txt" else (),
            # A document of a million bytes is a book.
            seconds=10.0,
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
