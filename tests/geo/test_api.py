"""``import geo; geo.load_projects()``: typed, documented, and light to import."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

import geo
import geo.frames
from registry.errors import AtlasError
from registry.load import load_registry
from registry.paths import ROOT
from registry.vocab import Status
from tests.support import copy_data


@pytest.mark.parametrize("module", [geo, geo.frames])
def test_the_examples_in_the_documentation_run(module: object) -> None:
    found = doctest.testmod(module)  # type: ignore[arg-type]
    assert found.attempted > 2
    assert found.failed == 0


def test_projects_are_a_typed_table() -> None:
    projects = geo.load_projects()
    assert isinstance(projects, gpd.GeoDataFrame)
    assert projects.crs.to_epsg() == 4326
    assert list(projects["id"].sort_values()) == sorted(load_registry().projects)
    assert list(projects["status"].cat.categories) == [s.value for s in Status]
    assert str(projects["complete_year"].dtype) == "Int64"
    assert str(projects["uncertainty_m"].dtype) == "Int64"
    assert projects["length_km"].dtype == "float64"
    assert isinstance(projects["name"].dtype, pd.StringDtype)
    assert (projects["geometry_precision"] == "none").equals(projects.geometry.isna())


def test_the_other_tables_hang_together() -> None:
    ids = set(geo.load_projects()["id"])
    mentions, events = geo.load_mentions(), geo.load_events()
    assert set(mentions["project_id"]) == ids
    assert set(events["project_id"]) <= ids
    assert events["disputed"].dtype == bool
    lengths = geo.load_county_lengths().groupby("project_id")["length_km"].sum()
    projects = geo.load_projects().set_index("id")["length_km"]
    both = pd.concat([lengths, projects], axis=1, keys=["inside", "whole"]).dropna()
    assert (both["inside"] <= both["whole"] * 1.001 + 0.1).all()


def test_import_is_light() -> None:
    code = "import sys, geo; print({'geopandas', 'pandas', 'shapely'} & set(sys.modules) or '')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_bad_data_is_told_in_one_sentence(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    paths.geojson.write_text('{"type":"FeatureCollection","features":[]}')
    with pytest.raises(AtlasError, match=r"lacks the columns id"):
        geo.load_projects(paths.data)
    paths.geojson.write_text("{")
    with pytest.raises(AtlasError, match="not GeoJSON"):
        geo.load_projects(paths.data)
    paths.geojson.unlink()
    with pytest.raises(AtlasError, match="does not exist"):
        geo.load_projects(paths.data)
    paths.mentions.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AtlasError, match=r"mentions\.csv"):
        geo.load_mentions(paths.data)
    with pytest.raises(AttributeError):
        _ = geo.load_nothing


def test_a_shape_that_cannot_be_is_told_or_costs_its_project(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    text = paths.geojson.read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    line = next(f for f in features if (f["geometry"] or {}).get("type") == "LineString")
    ident, places = line["id"], line["geometry"]["coordinates"]
    line["geometry"]["coordinates"] = [places[0], [places[1][0], "north"]]
    made = {"type": "FeatureCollection", "features": features}
    paths.geojson.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(AtlasError, match=rf"projects\.geojson: {ident}: geometry"):
        geo.load_projects(paths.data)
    heard: list[tuple[str, str]] = []
    left = geo.frames.load_projects(
        paths.data, wrong=lambda key, error: heard.append((key, error.where))
    )
    assert [key for key, _ in heard] == [ident]
    assert list(left["id"]) == [f["id"] for f in features if f["id"] != ident]
