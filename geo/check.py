"""Validating everything that is committed, and saying what is wrong where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from geo.boundaries import (
    county_at,
    load_counties,
    load_prefectures,
    load_provinces,
    load_regions,
)
from geo.build import build_projects, outputs
from geo.gazetteer import Gazetteer, load_gazetteer
from geo.geocode import locate_project
from geo.membership import members
from geo.releases import vanished
from geo.rivers import load_rivers
from registry.errors import AtlasError
from registry.load import (
    Registry,
    load_project,
    load_registry,
    load_released,
    load_retired,
    project_files,
)
from registry.paths import DEFAULT, Paths


def _collect(steps: list[Callable[[], object]]) -> list[AtlasError]:
    problems = []
    for step in steps:
        try:
            step()
        except AtlasError as error:
            problems.append(error)
    return problems


def _misplaced(gazetteer: Gazetteer, paths: Paths) -> Iterator[AtlasError]:
    """Hand-kept sites that do not lie in the county they name."""
    counties = {str(code) for code in load_counties(paths)["adcode"]}
    sites = paths.label(paths.sites)
    for place in gazetteer:
        if place.adcode not in counties:
            continue
        found = county_at(place.lon, place.lat, paths)
        if found != place.adcode:
            label = paths.label(paths.places) if place.source.startswith("cpca") else sites
            yield AtlasError(
                f"{label}: {place.name}: adcode",
                zh=f"坐标落在 {found or '两省市之外'}，不在 {place.adcode}",
                en=f"the position lies in {found or 'neither province'}, not in {place.adcode}",
            )


def _regions(registry: Registry, paths: Paths) -> Iterator[AtlasError]:
    """Regions whose dissolved outline is not made of the counties their definition names."""
    adcodes = [str(code) for code in load_counties(paths)["adcode"]]
    drawn = load_regions(paths)
    outlines = dict(zip(drawn["id"], drawn["members"], strict=True))
    label = paths.label(paths.boundaries / "regions.geojson")
    for region in registry.regions.values():
        if outlines.get(region.id) != ";".join(sorted(members(region, adcodes))):
            yield AtlasError(
                f"{label}: {region.id}: members",
                zh="与 data/regions.yaml 的定义不符，请重新运行 scripts.derive_regions",
                en="differs from data/regions.yaml, run scripts.derive_regions again",
            )


def _stale(paths: Paths) -> Iterator[AtlasError]:
    """Built files that differ from what a build would write now."""
    for path, text in outputs(paths).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield AtlasError(
                paths.label(path),
                zh="与登记册不一致，请运行 python -m geo build",
                en="is not what the registry builds, run python -m geo build",
            )


def check(paths: Paths = DEFAULT) -> list[AtlasError]:
    """Every problem found; empty when all is well.

    Later stages need the earlier ones, so a broken record is reported before what hangs on it.
    """
    problems = _collect(
        [lambda p=path: load_project(p, paths) for path in project_files(paths)]  # type: ignore[misc]
    )
    if problems:
        return problems
    problems = _collect(
        [
            lambda: load_registry(paths),
            lambda: load_gazetteer(paths),
            lambda: load_provinces(paths),
            lambda: load_prefectures(paths),
            lambda: load_counties(paths),
            lambda: load_regions(paths),
            lambda: load_rivers(paths),
            lambda: load_retired(paths),
            lambda: load_released(paths),
        ]
    )
    if problems:
        return problems
    registry, gazetteer = load_registry(paths), load_gazetteer(paths)
    problems = _collect(
        [
            lambda p=project: locate_project(p, gazetteer, paths)  # type: ignore[misc]
            for project in registry.projects.values()
        ]
    )
    problems += [
        *_misplaced(gazetteer, paths),
        *_regions(registry, paths),
        *vanished(registry, paths),
    ]
    return problems or list(_stale(paths))


def summary(paths: Paths = DEFAULT, lang: str = "en") -> str:
    """One line of counts for a clean data folder."""
    registry = load_registry(paths)
    built = build_projects(registry, load_gazetteer(paths), paths)
    mentions = sum(len(p.mentions) for p in registry.projects.values())
    kinds = Counter(str(b.located.precision) for b in built)
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    counts = (len(built), mentions, len(registry.plans))
    if lang == "zh":
        return "无误：{} 个项目，{} 处提及，{} 份计划".format(*counts) + f"（{listed}）"
    return "ok: {} projects, {} mentions, {} plans".format(*counts) + f" ({listed})"
