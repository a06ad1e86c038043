"""The code of an area is text in whatever reads our files, so that tables join by it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest

import geo
from analyst.data_package import short_names
from analyst.package import write_package
from geo.boundaries import load_counties
from registry.paths import DEFAULT
from tests.support import require

KEYS = ["chengdawan-hsr", "yukun-hsr"]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("codes") / "atlas"
    write_package(folder, ids=KEYS)
    return folder


def _joins(lengths: pd.DataFrame, counties: pd.DataFrame) -> None:
    joined = lengths.merge(counties[["adcode", "name"]], on="adcode", validate="many_to_one")
    assert len(joined) == len(lengths) > 0
    assert (joined["county"] == joined["name"]).all()


def test_lengths_join_with_counties_by_geo() -> None:
    _joins(geo.load_county_lengths(), load_counties(DEFAULT))


def test_lengths_join_with_counties_by_pandas() -> None:
    lengths = pd.read_csv(DEFAULT.county_lengths, dtype={"adcode": str})
    _joins(lengths, gpd.read_file(DEFAULT.boundaries / "counties.geojson"))


@pytest.mark.parametrize("table", ["county_lengths", "places"])
def test_gdal_takes_a_code_of_the_packages_csv_for_text(package: Path, table: str) -> None:
    file = package / "csv" / f"{table}.csv"
    found = pyogrio.read_info(file)
    kinds = dict(zip(found["fields"], found["dtypes"], strict=True))
    assert kinds["adcode"] == "object"
    number = "length_km" if table == "county_lengths" else "lon"
    assert kinds[number] == "float64"


def test_lengths_join_with_counties_in_the_geopackage_and_parquet(package: Path) -> None:
    file = package / "atlas.gpkg"
    _joins(
        pyogrio.read_dataframe(file, layer="county_lengths"),
        pyogrio.read_dataframe(file, layer="counties"),
    )
    _joins(
        pd.read_parquet(package / "parquet" / "county_lengths.parquet"),
        gpd.read_parquet(package / "parquet" / "counties.parquet"),
    )


def test_ogr2ogr_keeps_a_code_text(package: Path, tmp_path: Path) -> None:
    require(shutil.which("ogr2ogr") is not None, "ogr2ogr (Debian gdal-bin)")
    new = tmp_path / "a.gpkg"
    subprocess.run(["ogr2ogr", new, package / "csv" / "county_lengths.csv"], check=True)
    assert pyogrio.read_dataframe(new)["adcode"].map(type).eq(str).all()


def test_the_tables_of_data_are_plain_and_those_of_the_package_are_for_people(
    package: Path,
) -> None:
    for file in (package / "csv").glob("*.csv"):
        assert file.read_bytes().startswith(b"\xef\xbb\xbf"), file.name
        assert (package / "csv" / f"{file.stem}.csvt").is_file()
    for file in DEFAULT.data.glob("*.csv"):
        data = file.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf"), file.name
        assert b"\r" not in data, file.name


# A Shapefile keeps the first 254 bytes of a text.
@pytest.mark.filterwarnings("ignore:Value .* has been truncated:RuntimeWarning")
def test_a_shapefile_keeps_every_column_apart_by_its_short_name(
    package: Path, tmp_path: Path
) -> None:
    # As docs/qgis.md says it.
    short = dict(pd.read_csv(package / "shapefile-names.csv").itertuples(index=False))
    rail = gpd.read_file(package / "atlas.gpkg", layer="rail")
    rail.rename(columns=short).to_file(tmp_path / "rail.shp", encoding="utf-8")
    found = gpd.read_file(tmp_path / "rail.shp")
    wanted = [short.get(name, name) for name in rail.columns]
    assert list(found.columns) == wanted
    assert len(set(wanted)) == len(wanted)
    assert max(map(len, wanted)) <= 10
    plan = "status_chuannan_yuxi_2023"
    assert short[plan] == "stchyu2023"
    assert found[short[plan]].fillna("").tolist() == rail[plan].fillna("").tolist()


def test_short_names_are_apart_whatever_the_columns_are_called() -> None:
    names = ["status", "status_chu", "status_chuannan", "status_chuanyu", "a" * 30, "a" * 31]
    found = short_names(names)
    assert list(found) == names
    assert (found["status"], found["status_chu"]) == ("status", "status_chu")
    assert len(set(found.values())) == len(names)
    assert all(len(short) <= 10 for short in found.values())
