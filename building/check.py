"""Validating everything that is committed, and saying what is wrong where."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from building.build import built_texts
from building.projects import Built, counted
from building.releases import vanished
from building.reports.lengths import compared
from building.turns import turned_back
from facts.upkeep.places import place_names
from facts.upkeep.validity import check_facts
from geo.boundaries import (
    county_at,
    load_counties,
    load_prefectures,
    load_provinces,
    load_regions,
)
from geo.crs import plane
from geo.gazetteer import Gazetteer, load_gazetteer
from geo.geocode import Located, locate_project
from geo.legs.bands import widths_of
from geo.legs.calibration import calibrate, leave_out
from geo.legs.given import checked_given
from geo.membership import members
from geo.rivers import load_rivers
from registry.errors import AtlasError
from registry.files.csvfile import parse_rows
from registry.files.jsonfile import parse_json
from registry.files.text import file_bytes, read_text
from registry.load import (
    Registry,
    load_plans,
    load_project,
    load_registry,
    load_released,
    load_retired,
    project_files,
)
from registry.models import LineRoute
from registry.paths import DEFAULT, Paths
from registry.tables import BandRow

T = TypeVar("T")
#: Read only to see that they can be.
_OTHERS: tuple[Callable[[Paths], object], ...] = (
    *(load_provinces, load_prefectures, load_counties, load_regions),
    *(load_rivers, load_retired, load_released),
)


@dataclass(frozen=True)
class Checked:
    """What one pass over the data found; ``built`` is empty where a record is wrong."""

    problems: list[AtlasError]
    built: list[Built] = field(default_factory=list)


def _collect(steps: Iterable[Callable[[], T]]) -> tuple[list[T], list[AtlasError]]:
    """What the steps return, and the errors of those that fail."""
    done: list[T] = []
    problems = []
    for step in steps:
        try:
            done.append(step())
        except AtlasError as error:
            problems.append(error)
    return done, problems


def _misplaced(gazetteer: Gazetteer, paths: Paths) -> Iterator[AtlasError]:
    """Hand-kept sites that do not lie in the county they name."""
    counties = {str(code) for code in load_counties(paths)["adcode"]}
    sites = paths.label(paths.sites)
    for place in gazetteer:
        if place.adcode not in counties:
            continue
        county = county_at(place.lon, place.lat, paths)
        if county != place.adcode:
            label = paths.label(paths.places) if place.source.startswith("cpca") else sites
            yield AtlasError(
                f"{label}: {place.name}: adcode",
                zh=f"坐标落在 {county or '两省市之外'}，不在 {place.adcode}",
                en=f"the position lies in {county or 'neither province'}, not in {place.adcode}",
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


def _stale(
    registry: Registry,
    built: list[Built],
    bands: list[BandRow],
    paths: Paths,
    without: Callable[[], Collection[str]],
) -> Iterator[AtlasError]:
    """Built files that cannot be read, or differ from what a build would write now.

    What differs only by the projects in ``without`` is left alone.
    """
    differ = []
    for path, text in built_texts(registry, built, bands, paths).items():
        try:
            there = file_bytes(path, paths.label(path))
        except AtlasError as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                yield error
                continue
            there = b""
        if there != text.encode():
            differ.append((path, text))
    left_out = without() if differ else ()
    for path, text in differ:
        if not (left_out and _holds_the_rest(path, text, left_out)):
            yield AtlasError(
                paths.label(path),
                zh="与登记册不一致，请运行 python -m geo build",
                en="is not what the registry builds, run python -m geo build",
            )


def _holds_the_rest(path: Path, text: str, without: Collection[str]) -> bool:
    """Whether ``path`` says what ``text`` does of all projects but those in ``without``.

    What names no project in the file stands for one that is lost there.
    """
    try:
        there = _by_project(path.suffix, read_text(path, path.name))
    except (AtlasError, LookupError, TypeError, AttributeError):
        return False
    wanted = Counter(told for ident, told in _by_project(path.suffix, text) if ident not in without)
    found = Counter(told for ident, told in there if ident and ident not in without)
    nameless = sum(not ident for ident, _ in there)
    return not found - wanted and (wanted - found).total() == nameless


def _by_project(suffix: str, text: str) -> list[tuple[str, str]]:
    """What a built table says, feature by feature or row by row: of which project, and what."""
    if suffix == ".csv":
        cells = [row.cells for row in parse_rows(text, suffix, ())]
        return [(row["project_id"], json.dumps(row)) for row in cells]
    told = []
    for feature in parse_json(text, suffix, "GeoJSON", finite=False)["features"]:
        given = feature["properties"]
        ident = given.get("id", given.get("project_id"))
        told.append((ident if isinstance(ident, str) else "", json.dumps(feature, sort_keys=True)))
    return told


def _turned_back(registry: Registry, located: list[Located], paths: Paths) -> Iterator[AtlasError]:
    """Lines that turn back at a stop."""
    for project, found in zip(registry.projects.values(), located, strict=True):
        if isinstance(project.route, LineRoute):
            label = paths.label(paths.projects / project.mode / f"{project.id}.yaml")
            yield from turned_back(found.stops, f"{label}: route", plane(paths))


def check(
    paths: Paths = DEFAULT, *, without: Callable[[], Collection[str]] = tuple[str, ...]
) -> Checked:
    """Every problem found, none when all is well; each record is read and located once.

    Later stages need the earlier ones, so a broken record is reported before what hangs on it.
    ``without`` is asked where a built file is not what a build would write: its readers leave these
    projects out, and say so, ``""`` for what names none. If the rest is right, that is no problem.
    """
    files = project_files(paths)
    projects, problems = _collect([partial(load_project, path, paths) for path in files])
    if problems:
        return Checked(problems)
    read = zip(files, projects, strict=True)
    registries, wrong = _collect([partial(load_registry, paths, read=read)])
    gazetteers, unplaced = _collect([partial(load_gazetteer, paths)])
    _, missing = _collect([partial(load, paths) for load in _OTHERS])
    if problems := [*wrong, *unplaced, *missing]:
        return Checked(problems)
    registry, gazetteer = registries[0], gazetteers[0]
    places = place_names(paths)
    labels = [paths.label(file) for file in files]
    facts = zip(registry.projects.values(), labels, strict=True)
    _, unfit = _collect(
        [partial(check_facts, p, registry.facts, places, label) for p, label in facts]
    )
    given, unknown = _collect([partial(checked_given, registry.projects, paths)])
    if unknown:
        return Checked(unknown)
    bands = calibrate(registry, leave_out(registry, gazetteer, paths), given[0])
    widths = widths_of(bands)
    located, problems = _collect(
        [partial(locate_project, p, gazetteer, paths, widths) for p in registry.projects.values()]
    )
    problems += [
        *unfit,
        *_misplaced(gazetteer, paths),
        *_regions(registry, paths),
        *vanished(registry, paths),
    ]
    if problems:
        return Checked(problems)
    where = dict(zip(registry.projects, located, strict=True))
    built = counted(registry, lambda p: where[p.id], paths)
    _, wrong_lengths = _collect([partial(compared, built, paths)])
    if problems := [*_turned_back(registry, located, paths), *wrong_lengths]:
        return Checked(problems)
    return Checked(list(_stale(registry, built, bands, paths, without)), built)


def summary(checked: Checked, paths: Paths = DEFAULT, lang: str = "en") -> str:
    """One line of counts for a clean data folder."""
    mentions = sum(len(b.project.mentions) for b in checked.built)
    kinds = Counter(str(b.located.precision) for b in checked.built)
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    counts = (len(checked.built), mentions, len(load_plans(paths)))
    if lang == "zh":
        return "无误：{} 个项目，{} 处提及，{} 份计划".format(*counts) + f"（{listed}）"
    return "ok: {} projects, {} mentions, {} plans".format(*counts) + f" ({listed})"
