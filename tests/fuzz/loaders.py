"""What each loader does with the file that was just written: ``(scene, file)``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from registry.paths import Paths


def project(here: Path, file: Path) -> None:
    from facts.upkeep.places import place_names
    from facts.upkeep.validity import check_facts
    from geo.gazetteer import load_gazetteer
    from geo.geocode import locate_project
    from registry.load import load_facts, load_project

    paths = Paths(here / "data")
    project = load_project(file, paths)
    if "rules" not in _KEPT:
        _KEPT.update(
            rules=load_facts(paths), names=place_names(paths), places=load_gazetteer(paths)
        )
    check_facts(project, _KEPT["rules"], _KEPT["names"], file.name)  # type: ignore[arg-type]
    locate_project(project, _KEPT["places"], paths)  # type: ignore[arg-type]


#: What does not change between inputs.
_KEPT: dict[str, object] = {}


def plans(here: Path, _: Path) -> None:
    from registry.load import load_plans
    from registry.tables import read_plans

    load_plans(Paths(here / "data"))
    read_plans(Paths(here / "data"))


def regions(here: Path, _: Path) -> None:
    from registry.load import load_regions
    from registry.tables import read_regions

    load_regions(Paths(here / "data"))
    read_regions(Paths(here / "data"))


def facts(here: Path, _: Path) -> None:
    from registry.load import load_facts
    from registry.tables.listed import read_facts_day

    load_facts(Paths(here / "data"))
    read_facts_day(Paths(here / "data"))


def retired(here: Path, _: Path) -> None:
    from registry.load import load_retired

    load_retired(Paths(here / "data"))


def released(here: Path, _: Path) -> None:
    from registry.load import load_released

    load_released(Paths(here / "data"))


def titles(here: Path, _: Path) -> None:
    from registry.land.titles import read_titles

    read_titles(Paths(here / "data"))


def accepted(here: Path, _: Path) -> None:
    from plans.accepting.base import read_accepted

    read_accepted("plan", Paths(here / "data"))


def sites(here: Path, _: Path) -> None:
    from geo.gazetteer import checked
    from registry.tables.built import read_sites

    list(checked(read_sites(Paths(here / "data"))))


def places(here: Path, _: Path) -> None:
    from geo.gazetteer import checked
    from registry.tables.built import read_derived

    list(checked(read_derived(Paths(here / "data"))))


def counties(here: Path, _: Path) -> None:
    from geo import boundaries

    boundaries._load.cache_clear()
    boundaries._county_index.cache_clear()
    boundaries.load_counties(Paths(here / "data"))
    boundaries.county_at(104.0, 30.0, Paths(here / "data"))
    boundaries.dissolve(["50"], Paths(here / "data"))


def outlines(here: Path, _: Path) -> None:
    from geo import boundaries

    boundaries._load.cache_clear()
    boundaries.region_geometry("chengyu", Paths(here / "data"))


def borders(here: Path, _: Path) -> None:
    from registry.borders import read_borders

    read_borders(Paths(here / "data"))


def rivers(here: Path, _: Path) -> None:
    from geo import rivers

    rivers._load.cache_clear()
    rivers.load_rivers(Paths(here / "data"))


def network(here: Path, _: Path) -> None:
    from geo import network

    network._load.cache_clear()
    network.load_network("rail", Paths(here / "data"))


def atlas(here: Path, _: Path) -> None:
    from layers.records.data import load, load_what_can_be

    paths = Paths(here / "data")
    # The page stays up whatever stands there; an export says what is wrong.
    load_what_can_be(paths)
    load(paths)


def features_of(here: Path, _: Path) -> None:
    from registry.load import load_plans
    from registry.tables.built import read_projects

    paths = Paths(here / "data")
    if "plans" not in _KEPT:
        _KEPT["plans"] = list(load_plans(paths))
    read_projects(paths, plans=_KEPT["plans"])  # type: ignore[arg-type]


def frames(here: Path, _: Path) -> None:
    import geo

    geo.load_projects(here / "data")


def table(name: str) -> Callable[[Path, Path], object]:
    def load(here: Path, _: Path) -> None:
        from geo import frames

        getattr(frames, f"load_{name}")(here / "data")

    return load


def edits(here: Path, file: Path) -> None:
    from analyst.edits.read import read_edits

    read_edits(file, Paths(here / "data"))


def diff(here: Path, file: Path) -> None:
    from analyst.diff.compare import compare
    from analyst.diff.render import render

    other = here / "data" / "projects.geojson"
    for one, two in ((file, other), (other, file)):
        found = compare(one, two, retired={})
        for form in ("text", "markdown", "json"):
            render(found, form, "zh")


def talk(here: Path, file: Path) -> None:
    from layers.publish import talk_file
    from layers.records.data import load

    if "atlas" not in _KEPT:
        _KEPT["atlas"] = load(Paths(here / "data"))
    talk_file.load(file, _KEPT["atlas"])  # type: ignore[arg-type]


def address(here: Path, file: Path) -> None:
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


def reviewed(_: Path, file: Path) -> None:
    from plans.accepting.rows import reviewed_rows

    reviewed_rows(file.read_bytes(), file.name)


def document(_: Path, file: Path) -> None:
    from plans.extraction.extraction import read_file
    from plans.matching.match import known

    read_file(file.read_bytes(), file.name, known([]))


def described_plans(_: Path, file: Path) -> None:
    from plans.commands.atlas import _described as described

    described(file)
