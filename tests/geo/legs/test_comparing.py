"""A surveyed line beside a drawn one: how far off each leg is, and what is no such line."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import LineString, Point

from geo.__main__ import main
from geo.crs import distance_m, plane
from geo.legs.comparing import compare, described
from geo.legs.drawing import Leg
from geo.legs.lines import read_line
from registry.errors import AtlasError
from registry.geometry import Basis, Method


def leg(start: str, end: str, line: LineString, band: int = 1000) -> Leg:
    return Leg(start, end, line, band, Method.STOPS, Basis.STATIONS, "source")


FIRST = leg("甲", "乙", LineString([(104.0, 30.0), (104.5, 30.0)]))
SECOND = leg("乙", "丙", LineString([(104.5, 30.0), (105.0, 30.0)]), band=3000)
#: So many metres north of the legs are a hundredth of a degree.
NORTH = distance_m((104.5, 30.0), (104.5, 30.01))


def written(tmp_path: Path, line: LineString, name: str = "x.gpkg", crs: str = "EPSG:4326") -> Path:
    target = tmp_path / name
    gpd.GeoDataFrame(geometry=[line], crs="EPSG:4326").to_crs(crs).to_file(target)
    return target


@pytest.mark.parametrize("name", ["x.gpkg", "x.geojson", "x.shp", "x.fgb"])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32648", "EPSG:4490"])
def test_each_leg_tells_how_far_the_real_line_is(tmp_path: Path, name: str, crs: str) -> None:
    if name == "x.geojson":
        crs = "EPSG:4326"
    real = LineString([(104.1, 30.01), (104.4, 30.01), (104.6, 30.02), (104.9, 30.02)])
    found = compare(read_line(written(tmp_path, real, name, crs)), [FIRST, SECOND])
    first, second = found
    assert (first.number, second.number) == (1, 2)
    assert first.median_m == pytest.approx(NORTH, rel=0.02)
    assert first.most_m == pytest.approx(1.5 * NORTH, rel=0.02)
    assert second.median_m == pytest.approx(2 * NORTH, rel=0.02)
    assert second.most_m == pytest.approx(2 * NORTH, rel=0.02)
    assert [one.held for one in found] == [False, True]
    assert first.km + second.km == pytest.approx(77.2, abs=0.4)


def test_what_goes_on_beyond_the_ends_is_no_leg_s(tmp_path: Path) -> None:
    real = LineString([(103.0, 30.0), (104.25, 30.0)])
    first, second = compare(read_line(written(tmp_path, real)), [FIRST, SECOND])
    assert first.km == pytest.approx(distance_m((104.0, 30.0), (104.25, 30.0)) / 1000, abs=0.3)
    assert first.held
    assert (second.km, second.median_m, second.most_m, second.held) == (0, None, None, None)


def test_the_words(tmp_path: Path) -> None:
    found = compare(
        read_line(written(tmp_path, LineString([(104.1, 30.0), (104.4, 30.0)]))), [FIRST, SECOND]
    )
    assert list(described(found, "en")) == [
        "   1. 甲 — 乙: median 0.02 km, most 0.02 km, ±1 km: within the band (28.9 km compared)",
        "   2. 乙 — 丙: no line beside it",
        "  1 of 1 legs within their bands",
    ]
    zh = list(described(found, "zh"))
    assert "在带内" in zh[0]
    assert zh[1:] == ["   2. 乙 — 丙: 旁边没有线", "  1 段中 1 段在带内"]


def test_a_line_elsewhere_is_another(tmp_path: Path) -> None:
    far = read_line(written(tmp_path, LineString([(100.0, 35.0), (101.0, 35.0)])))
    with pytest.raises(AtlasError, match="nowhere beside"):
        compare(far, [FIRST])


def test_the_layer_and_the_crs_can_be_given(tmp_path: Path) -> None:
    file = tmp_path / "two.gpkg"
    for name, line in (("far", [(110, 30), (111, 30)]), ("near", [(104.1, 30), (104.4, 30)])):
        gpd.GeoDataFrame(geometry=[LineString(line)], crs="EPSG:4326").to_file(file, layer=name)
    points = gpd.GeoDataFrame(geometry=[Point(104, 30)], crs="EPSG:4326")
    points.to_file(file, layer="a point")
    assert compare(read_line(file, layer="near"), [FIRST])[0].held
    bare = tmp_path / "bare.shp"
    written(tmp_path, LineString([(104.1, 30), (104.4, 30)]), "bare.shp")
    bare.with_suffix(".prj").unlink()
    assert compare(read_line(bare, crs="EPSG:4326"), [FIRST])[0].held
    for crs, layer, words in (
        (None, "nowhere", "there is no layer 'nowhere'"),
        (None, "a point", "holds no line"),
    ):
        with pytest.raises(AtlasError, match=words):
            read_line(file, crs, layer)
    with pytest.raises(AtlasError, match="does not say its CRS"):
        read_line(bare)
    with pytest.raises(AtlasError, match="there is no CRS 'EPSG:0'"):
        read_line(bare, crs="EPSG:0")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.geojson", "{", "no vector file"),
        ("x.gpkg", "SQLite format 3", "no vector file"),
        ("x.txt", "words", "no vector file"),
        ("x.vrt", "<OGRVRTDataSource></OGRVRTDataSource>", "points to other files"),
        (
            "x.geojson",
            json.dumps(
                {
                    "type": "Feature",
                    "properties": {},
                    "geometry": {"type": "LineString", "coordinates": [[380000, 1], [390000, 2]]},
                }
            ),
            "no degrees",
        ),
    ],
)
def test_what_is_no_line_is_one_sentence(
    tmp_path: Path,
    name: str,
    content: str,
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    assert main(["compare", str(file), "--project", "yukun-hsr"]) == 2
    [told] = capsys.readouterr().err.strip().splitlines()
    assert words in told


def test_the_command_names_project_and_legs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    real = written(tmp_path, LineString([(105.0, 29.0), (105.6, 29.1)]))
    assert main(["compare", str(real), "--project", "渝昆高铁"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "渝昆高铁 (yukun-hsr)"
    assert "重庆西站" in told[1]
    assert told[-1].endswith("within their bands")
    for name, words in (("yuxi-water", "not drawn as a line"), ("火星铁路", "火星")):
        assert main(["compare", str(real), "--project", name]) == 2
        assert words in capsys.readouterr().err
    missing = tmp_path / "none.gpkg"
    assert main(["compare", str(missing), "--project", "yukun-hsr"]) == 2
    assert "does not exist" in capsys.readouterr().err


def test_metres_are_of_the_plane_that_fits_the_land(tmp_path: Path) -> None:
    found = read_line(written(tmp_path, LineString([(104.0, 30.0), (104.5, 30.0)])))
    assert found.length == pytest.approx(plane().to_plane(FIRST.line).length, rel=1e-6)
