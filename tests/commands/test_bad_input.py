"""Bad input: one sentence that says what and where, exit code 2, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from building.check import check, summary
from geo.__main__ import main
from geo.geocode import Located, locate_project
from registry.errors import AtlasError
from registry.models import Project
from registry.paths import Paths
from tests.support import copy_data, edit

YUKUN = "projects/rail/yukun-hsr.yaml"
SECTION = "projects/rail/yukun-hsr-chongqing-yibin.yaml"


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _copy_as(name: str, old: str, new: str) -> Callable[[Path], None]:
    def make(data: Path) -> None:
        text = (data / YUKUN).read_text(encoding="utf-8")
        (data / name).write_text(text.replace(old, new), encoding="utf-8")

    return make


def _change(file: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda data: edit(data / file, old, new)


BAD: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "unknown key": (
        lambda data: _append(data / YUKUN, "colour: red\n"),
        (YUKUN, "colour", "there is no such field"),
    ),
    "unknown key in a mention": (
        _change(YUKUN, "    clause:", "    klause: x\n    clause:"),
        (YUKUN, "mentions[0].klause", "no such field"),
    ),
    "unknown plan": (
        _change(YUKUN, "plan: chuanyu-2018", "plan: chuanyu-2081"),
        (YUKUN, "mentions[0].plan", "'chuanyu-2081'", "perhaps chuanyu-2018", "tongnan-2018"),
    ),
    "unknown mode": (
        _change(YUKUN, "mode: rail", "mode: tram"),
        (YUKUN, "mode", "no mode 'tram'", "there are rail, highway", ", pipeline,"),
    ),
    "unknown status": (
        _change(YUKUN, "status: preparation", "status: prepared"),
        (YUKUN, "mentions[0].status", "no status 'prepared'", "perhaps preparation; there are"),
    ),
    "unknown kind of route": (
        _change(YUKUN, "kind: line", "kind: curve"),
        (
            YUKUN,
            "route",
            "no kind of route 'curve'",
            "there are line, river, composed, place, area",
        ),
    ),
    "stop the gazetteer lacks": (
        _change(YUKUN, "    - 宜宾站\n", "    - 宜宾新站\n"),
        (YUKUN, "route.stops[", "the gazetteer has no '宜宾新站'", "宜宾"),
    ),
    "stop the gazetteer holds twice": (
        _change(YUKUN, "    - 宜宾站\n", "    - 市中区\n"),
        (YUKUN, "route.stops[", "'市中区' stands for 2 places", "市中区@511002"),
    ),
    "duplicate id": (
        _copy_as("projects/highway/yukun-hsr.yaml", "mode: rail", "mode: highway"),
        ("projects/highway/yukun-hsr.yaml", "id", "taken by data/" + YUKUN),
    ),
    "id that is not the file name": (
        _copy_as("projects/rail/yukun.yaml", "", ""),
        ("projects/rail/yukun.yaml", "id", "file name"),
    ),
    "part_of that points nowhere": (
        _change(SECTION, "part_of: yukun-hsr", "part_of: yukun-hs"),
        (SECTION, "part_of", "'yukun-hs'", "perhaps yukun-hsr"),
    ),
    "part_of that goes round": (
        _change(YUKUN, "mode: rail", "mode: rail\npart_of: yukun-hsr-chongqing-yibin"),
        ("part_of", "leads back"),
    ),
    "year out of range": (
        _change(SECTION, "start_year: 2019", "start_year: 20019"),
        (SECTION, "mentions[1].start_year", "20019", "2060"),
    ),
    "year that is text": (
        _change(SECTION, "start_year: 2019", "start_year: 二〇一九"),
        (SECTION, "mentions[1].start_year", "whole number"),
    ),
    "start after completion": (
        _change(SECTION, "start_year: 2019", "start_year: 2029"),
        (SECTION, "mentions[1]", "later than"),
    ),
    "key that stands twice": (
        _change(YUKUN, "mode: rail", "mode: rail\nmode: rail"),
        (YUKUN, "line ", "stands twice"),
    ),
    "YAML that does not parse": (
        _change(YUKUN, "route:", "route: ["),
        (YUKUN, "line ", "not valid YAML"),
    ),
    "YAML that is not UTF-8": (
        lambda data: (data / YUKUN).write_bytes("名: 渝昆".encode("gbk")),
        (YUKUN, "not UTF-8"),
    ),
    "empty YAML": (lambda data: (data / YUKUN).write_text(""), (YUKUN,)),
    "folder that is no mode": (
        lambda data: (data / "projects" / "roads").mkdir(),
        ("projects/roads", "'roads'", "highway"),
    ),
    "river that is not there": (
        _change("projects/waterway/minjiang-longxikou-yibin.yaml", "river: 岷江", "river: 珉江"),
        ("minjiang-longxikou-yibin.yaml", "route.reaches[0]", "珉江", "岷江"),
    ),
    "adcode that is no county's": (
        _change("projects/pipeline/shale-weiyuan-rongxian.yaml", "511024", "511999"),
        ("shale-weiyuan-rongxian.yaml", "route.adcodes", "511999"),
    ),
    "missing plans": (
        lambda data: (data / "plans.yaml").unlink(),
        ("plans.yaml", "the file does not exist"),
    ),
    "missing gazetteer": (
        lambda data: (data / "sites.csv").unlink(),
        ("sites.csv", "the file does not exist"),
    ),
    "missing boundaries": (
        lambda data: (data / "boundaries" / "counties.geojson").unlink(),
        ("boundaries/counties.geojson", "the file does not exist"),
    ),
    "missing rivers": (
        lambda data: (data / "reference" / "rivers.geojson").unlink(),
        ("reference/rivers.geojson", "the file does not exist"),
    ),
    "missing registry": (
        lambda data: (data / "projects").rename(data / "old"),
        ("data/projects", "the folder does not exist"),
    ),
    "broken GeoJSON": (
        lambda data: (data / "boundaries" / "counties.geojson").write_text('{"type":"Feat'),
        ("boundaries/counties.geojson", "not GeoJSON"),
    ),
    "gazetteer row without numbers": (
        lambda data: _append(data / "sites.csv", "某站,Mou,station,511500,east,north,500,x,\n"),
        ("sites.csv", "某站): lon: 'east' is not a number"),
    ),
    "gazetteer row outside China": (
        lambda data: _append(data / "sites.csv", "某站,Mou,station,511500,28.7,104.6,500,x,\n"),
        ("sites.csv", "某站", "outside China"),
    ),
    "gazetteer row of an unknown kind": (
        lambda data: _append(data / "sites.csv", "某站,Mou,stop,511500,104.6,28.7,500,x,\n"),
        ("sites.csv", "某站): kind", "no kind of place 'stop'", "station"),
    ),
}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return copy_data(tmp_path_factory.mktemp("shipped"))


@pytest.mark.parametrize("case", BAD)
def test_one_sentence_and_nothing_written(
    case: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    paths = copy_data(tmp_path)
    spoil, expected = BAD[case]
    spoil(paths.data)
    built = [paths.geojson, paths.legs, paths.bands, paths.mentions, paths.county_lengths]
    for path in built:
        path.write_text("kept")
    for command in ("check", "build"):
        assert main([command, "--data", str(paths.data)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert "Traceback" not in told.err
        line, *more = told.err.strip().splitlines()
        assert not more or command == "check", told.err
        assert line.endswith(".")
        for words in expected:
            assert words in line
    assert [path.read_text() for path in built] == ["kept"] * len(built)


def test_the_sentence_comes_in_chinese_too(
    shipped: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    edit(shipped.data / YUKUN, "status: preparation", "status: prepared")
    assert main(["build", "--data", str(shipped.data)]) == 2
    assert (
        "mentions[0].status：没有状态“prepared”，是否指 preparation；有的是 research、"
        in capsys.readouterr().err
    )


def test_a_check_locates_each_project_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def noted(project: Project, *known: Any) -> Located:
        seen.append(project.id)
        return locate_project(project, *known)

    for module in ("building.check", "building.projects"):
        monkeypatch.setattr(f"{module}.locate_project", noted)
    checked = check()
    assert checked.problems == []
    assert sorted(seen) == sorted(b.project.id for b in checked.built)
    assert summary(checked).startswith(f"ok: {len(seen)} projects")


def test_stale_outputs_are_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    paths = copy_data(tmp_path)
    assert main(["check", "--data", str(paths.data)]) == 0
    assert capsys.readouterr().out.startswith("ok: ")
    edit(paths.data / YUKUN, "status: preparation", "status: research")
    assert main(["check", "--data", str(paths.data)]) == 2
    told = capsys.readouterr().err
    assert "data/projects.geojson" in told
    assert "python -m geo build" in told
    assert main(["build", "--data", str(paths.data)]) == 0
    assert main(["check", "--data", str(paths.data)]) == 0


def test_a_site_outside_the_county_it_names_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    paths = copy_data(tmp_path)
    _append(paths.sites, "某站,Mou,station,510104,105.40400,28.92430,500,x,\n")
    assert main(["check", "--data", str(paths.data)]) == 2
    told = capsys.readouterr().err
    assert "data/sites.csv: 某站: adcode: the position lies in 510504, not in 510104." in told


def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from registry.files import write_text

    target = tmp_path / "kept.txt"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(AtlasError, match=r"kept\.txt: cannot be written \(disk full\)"):
        write_text(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
