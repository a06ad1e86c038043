"""A line that an analyst has, taken into the registry as a source of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from analyst.edits.read import Edits
from geo.crs import plane
from geo.gazetteer import load_gazetteer
from geo.geocode import locate
from geo.geojson import feature_collection, to_shape
from geo.legs.comparing import compare, described
from geo.legs.drawing import Leg
from geo.legs.given import REACH_M, GivenLine, given_lines
from geo.legs.lines import read_line
from geo.locate import find
from registry import sentences
from registry.errors import AtlasError
from registry.files.geojsonfile import read_features
from registry.files.together import FileChange, held
from registry.geometry import Method
from registry.load import Registry, load_registry
from registry.models import Project
from registry.naming import first_hidden, trimmed
from registry.paths import DEFAULT, Paths

#: What is kept of a line differs from it by at most this share of its accuracy.
THINNED = 0.1
#: Decimals of a degree that are written: a metre.
DECIMALS = 5


def read_given(
    file: Path,
    projects: Sequence[str],
    accuracy_m: float,
    source: str,
    *,
    crs: str | None = None,
    layer: str | None = None,
    paths: Paths = DEFAULT,
    lang: str = "en",
) -> Edits:
    """What taking the lines of ``file`` in for ``projects`` would change; nothing is written.

    Parameters
    ----------
    file : Path
        Any vector file that GDAL reads, in any CRS; ``crs`` where it does not say which, ``layer``
        where it has several.
    projects : sequence of str
        Ids, names or aliases of the projects that run along the line.
    accuracy_m : float
        How far the line is off at most, in metres.
    source : str
        Who gives it. A line that the same source gave for the same projects is replaced.

    Raises
    ------
    AtlasError
        When the file holds no line, a project is unknown or not drawn through stops, or the line
        leads along none of its legs.
    """
    if not 0 < accuracy_m < float("inf"):
        raise sentences.not_positive("--accuracy", accuracy_m)
    source = trimmed(source)
    if not source:
        raise sentences.empty("--source")
    if hidden := first_hidden(source):
        raise sentences.hidden_character("--source", hidden)
    registry, real = load_registry(paths), read_line(file, crs, layer, paths)
    lines = _thinned(real, accuracy_m)
    new = [GivenLine(line, plane(paths), accuracy_m, source) for line in lines]
    shown: list[str] = []
    ids = []
    for name in projects:
        project, told = _followed(name, new, real, registry=registry, paths=paths, lang=lang)
        ids.append(project.id)
        shown += told
    text = _with(ids, new, paths)
    return Edits({paths.lines: FileChange(held(paths.lines), text.encode())}, shown, [])


def _thinned(real: BaseGeometry, accuracy_m: float) -> list[LineString]:
    """The lines of ``real`` joined where their ends meet, without needless vertices."""
    parts = shapely.get_parts(real)
    merged = linemerge(parts.tolist()) if len(parts) > 1 else real
    thin = merged.simplify(THINNED * accuracy_m)
    return [part for part in shapely.get_parts(thin) if isinstance(part, LineString)]


def _followed(
    name: str,
    new: Sequence[GivenLine],
    real: BaseGeometry,
    *,
    registry: Registry,
    paths: Paths,
    lang: str,
) -> tuple[Project, list[str]]:
    """The project called ``name``, and lines that show how far it moves and which legs follow."""
    gazetteer = load_gazetteer(paths)
    answer = find(name, registry, gazetteer, paths)
    project, legs = answer.project, answer.located.legs
    if project is None or project.route.kind != "line" or not legs:
        raise AtlasError(
            name,
            zh="没有按站点画成线，取不进线位",
            en="is not drawn as a line through stops, no line can be taken in for it",
        )
    known = [one for one in given_lines(project.id, paths) if one.source != new[0].source]
    given = sorted([*new, *known], key=lambda one: one.accuracy_m)
    after = locate(
        project.route, project.mode, gazetteer, where=project.id, paths=paths, given=given
    )
    follow = [
        number
        for number, leg in enumerate(after.legs, 1)
        if leg.method is Method.LINE and leg.source.startswith(new[0].source)
    ]
    if not follow:
        raise AtlasError(
            project.id,
            zh=f"这条线不经过任何一段的两端（站点应在线旁 {REACH_M / 1000:g} 公里以内）",
            en=f"the line leads along no leg: both stops of one have to lie within "
            f"{REACH_M / 1000:g} km of it",
        )
    return project, [*_told(project, after.legs, follow, lang), *_moved(real, legs, paths, lang)]


def _told(project: Project, legs: Sequence[Leg], follow: Sequence[int], lang: str) -> list[str]:
    listed = ", ".join(str(number) for number in follow)
    if lang == "zh":
        told = f"{len(legs)} 段中 {len(follow)} 段改沿此线：{listed}"
    else:
        told = f"{len(follow)} of {len(legs)} legs will follow it: {listed}"
    return [f"{project.name} ({project.id})", f"  {told}"]


def _moved(real: BaseGeometry, legs: list[Leg], paths: Paths, lang: str) -> list[str]:
    return list(described(compare(real, legs, paths), lang))


def _with(ids: Sequence[str], new: Sequence[GivenLine], paths: Paths) -> str:
    """The text of lines.geojson with ``new``, in place of what their source gave before."""
    label = paths.label(paths.lines)
    there = read_features(paths.lines, label) if paths.lines.exists() else []
    properties = {
        "project_ids": ";".join(ids),
        "accuracy_m": round(new[0].accuracy_m, 1),
        "source": new[0].source,
    }
    same = ("project_ids", "source")
    kept = [
        (old["properties"], to_shape(old["geometry"], label))
        for old in there
        if any(old["properties"].get(key) != properties[key] for key in same)
    ]
    local = plane(paths)
    added = [(properties, local.to_degrees(one.line)) for one in new]
    return feature_collection([*kept, *added], decimals=DECIMALS)
