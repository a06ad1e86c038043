"""Comparing two releases, and that no id vanishes silently."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import shape

from analyst.__main__ import main
from analyst.diff.compare import _moved, compare
from geo.__main__ import main as geo_main
from registry.load import load_registry, load_released, load_retired
from registry.models import Retired
from registry.paths import DEFAULT
from tests.support import copy_data, edit

HEAD = (
    "plan_id,project_id,mode,name,clause,as_written,action,status,start_year,complete_year,note\n"
)


def _feature(key: str, **changes: Any) -> dict[str, Any]:
    geometry = changes.pop(
        "geometry", {"type": "LineString", "coordinates": [[104, 30], [105, 30]]}
    )
    properties = {"id": key, "name": f"名{key}", "name_en": key, "status": "start",
                  "status_p": "start", "note": None, "length_km": 1.0}  # fmt: skip
    return {"type": "Feature", "properties": properties | changes, "geometry": geometry}


def _release(folder: Path, features: list[dict[str, Any]], mentions: str = "") -> Path:
    folder.mkdir()
    file = folder / "projects.geojson"
    found = {"type": "FeatureCollection", "features": features}
    file.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    if mentions:
        (folder / "mentions.csv").write_text(HEAD + mentions, encoding="utf-8")
    return file


@pytest.fixture
def releases(tmp_path: Path) -> tuple[Path, Path]:
    old = _release(
        tmp_path / "old",
        [_feature("a"), _feature("b"), _feature("c"), _feature("d"), _feature("gone")],
        "p,a,rail,x,1,甲线,建,start,2019,,\np,a,rail,x,2,甲,,research,,,\np,b,rail,x,1,乙,,start,,,\n",
    )
    line = {"type": "LineString", "coordinates": [[104, 30.1], [105, 30]]}
    new = _release(
        tmp_path / "new",
        [
            _feature("a", status="construction", status_p="construction", length_km=2.0),
            _feature("b", name="新名", note="x"),
            _feature("c", geometry=line),
            _feature("d", geometry=None),
            _feature("e", name="[链](http://x)<b>"),
        ],
        "p,a,rail,x,1,甲线,建,construction,2019,,\np,a,rail,x,3,甲,,research,,,\n",
    )
    return old, new


def test_mentions_are_compared_only_where_both_have_them(releases: tuple[Path, Path]) -> None:
    old, new = releases
    new.with_name("mentions.csv").unlink()
    found = compare(old, new, retired={})
    assert found.changed
    assert not any(change.mentions for change in found.changed)


def test_everything_that_changed_is_told(releases: tuple[Path, Path]) -> None:
    row = Retired(id="gone", name="名gone", date="2026", reason="并入甲", successor="a")
    found = compare(*releases, retired={"gone": row})
    assert [key for key, _ in found.added] == ["e"]
    assert found.removed == [("gone", "名gone", row)]
    assert not found.unexplained
    changes = {change.id: change for change in found.changed}
    assert set(changes) == {"a", "b", "c", "d"}
    assert {c.what: c.after for c in changes["a"].status} == {
        "status": "construction",
        "status_p": "construction",
    }
    told = {(c.what, c.before, c.after) for c in changes["a"].mentions}
    assert told == {
        ("p 1 “甲线”.status", "start", "construction"),
        ("p 2 “甲”", "-", ""),
        ("p 3 “甲”", "", "+"),
    }
    assert changes["a"].fields == ()
    assert [(c.before, c.after) for c in changes["b"].renamed] == [("名b", "新名")]
    assert [c.what for c in changes["b"].fields] == ["note"]
    # 0.1 degrees of latitude are 11.09 km at 30 N.
    assert changes["c"].moved_km == pytest.approx(11.09, rel=0.01)
    assert changes["d"].geometry is not None
    assert changes["d"].moved_km is None


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (None, None, None),
        (None, [104, 30], ("", "Point")),
        ([104, 30], None, ("Point", "")),
        ([104, 30], [104, 30], None),
    ],
)
def test_a_place_that_comes_or_goes_is_a_change(
    tmp_path: Path,
    before: list[float] | None,
    after: list[float] | None,
    told: tuple[str, str] | None,
) -> None:
    def release(name: str, at: list[float] | None) -> Path:
        geometry = None if at is None else {"type": "Point", "coordinates": at}
        return _release(tmp_path / name, [_feature("a", geometry=geometry)])

    changed = compare(release("old", before), release("new", after), retired={}).changed
    found = [change.geometry for change in changed if change.geometry is not None]
    assert [(one.before, one.after) for one in found] == ([] if told is None else [told])
    assert len(changed) == len(found)


def test_small_moves_count_from_a_threshold(tmp_path: Path) -> None:
    moved = {"type": "LineString", "coordinates": [[104, 30.0005], [105, 30]]}
    old = _release(tmp_path / "old", [_feature("a")])
    new = _release(tmp_path / "new", [_feature("a", geometry=moved)])
    assert not compare(old, new, retired={}).changed
    assert compare(old, new, retired={}, least_km=0.05).changed[0].moved_km == 0.06


def test_a_move_counts_from_its_threshold_on(tmp_path: Path) -> None:
    moved = {"type": "LineString", "coordinates": [[104, 30.01], [105, 30]]}
    old = _release(tmp_path / "old", [_feature("a")])
    new = _release(tmp_path / "new", [_feature("a", geometry=moved)])
    distance = _moved(
        *(shape(f["geometry"]) for f in (_feature("a"), _feature("a", geometry=moved)))
    )
    assert compare(old, new, retired={}, least_km=distance).changed[0].moved_km == 1.11
    assert not compare(old, new, retired={}, least_km=distance * 1.0001).changed


def test_a_column_that_one_release_lacks_is_no_change_of_a_project(tmp_path: Path) -> None:
    less, more = _feature("a"), _feature("a", since="2020")
    del less["properties"]["note"]
    old, new = _release(tmp_path / "old", [less]), _release(tmp_path / "new", [more])
    assert not compare(old, new, retired={}).changed
    assert not compare(new, old, retired={}).changed


@pytest.mark.parametrize(
    ("kind", "told"), [("MultiLineString", None), ("MultiPoint", ("LineString", "MultiPoint"))]
)
def test_one_line_or_several_is_one_kind_of_shape(
    tmp_path: Path, kind: str, told: tuple[str, str] | None
) -> None:
    ends = [[104, 30], [105, 30]]
    other = {"type": kind, "coordinates": [ends] if kind == "MultiLineString" else ends}
    old = _release(tmp_path / "old", [_feature("a")])
    new = _release(tmp_path / "new", [_feature("a", geometry=other)])
    changes = compare(old, new, retired={}).changed
    found = [c.geometry and (c.geometry.before, c.geometry.after) for c in changes]
    assert found == ([told] if told else [])


def test_the_three_formats(
    releases: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["diff", *map(str, releases)]
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert main(arguments) == 0
    text = capsys.readouterr().out
    for wanted in ("Added (1)", "Removed (1)", "unexplained", "by 11.09", "名b → 新名"):
        assert wanted in text
    assert main([*arguments, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["removed"][0] == {"id": "gone", "name": "名gone", "retired": None}
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main([*arguments, "--format", "markdown"]) == 0
    marked = capsys.readouterr().out
    assert "### 状态变化" in marked
    # A name is text, never a link or HTML.
    assert "\\[链\\](http://x)\\<b\\>" in marked
    assert main(["diff", str(releases[0]), str(releases[0])]) == 0
    assert capsys.readouterr().out == "没有变化\n"


def test_the_shipped_data_compare_with_themselves() -> None:
    found = compare(DEFAULT.geojson, DEFAULT.geojson, retired={})
    assert not (found.added)
    assert not (found.removed)
    assert not (found.changed)


BROKEN: dict[str, Callable[[Path], object]] = {
    "missing": lambda file: file.unlink(),
    "not JSON": lambda file: file.write_text('{"type":"Feat'),
    "deep": lambda file: file.write_text("[" * 100_000),
    "not GeoJSON": lambda file: file.write_text("[1]"),
    "not UTF-8": lambda file: file.write_bytes("名".encode("gbk")),
    "no id": lambda file: file.write_text('{"features":[{"properties":{}}]}'),
    "not a feature": lambda file: file.write_text('{"features":[3]}'),
    "id twice": lambda file: file.write_text(
        '{"features":[{"properties":{"id":"a"}},{"properties":{"id":"a"}}]}'
    ),
    "bad geometry": lambda file: file.write_text(
        '{"features":[{"properties":{"id":"a"},"geometry":{"type":"Point","coordinates":["x"]}}]}'
    ),
    "no number": lambda file: file.write_text(
        '{"features":[{"properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[NaN,1]}}]}'
    ),
    "off the earth": lambda file: file.write_text(
        '{"features":[{"properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[4e5,1]}}]}'
    ),
    "bad mentions": lambda file: file.with_name("mentions.csv").write_text("a,b\n1,2\n"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_files_are_refused(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = (_release(tmp_path / name, [_feature("a")]) for name in ("old", "new"))
    BROKEN[case](new)
    assert main(["diff", str(old), str(new)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1
    assert str(new.parent) in told.err


# --- ids are kept


def test_the_last_releases_ids_are_all_here_or_retired() -> None:
    registry = load_registry()
    assert set(load_released()) <= {*registry.projects, *load_retired()}
    assert not set(load_retired()) & set(registry.projects)


def test_a_vanished_id_is_found_until_it_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    paths = copy_data(tmp_path)
    data = ["--data", str(paths.data)]
    (paths.projects / "rail" / "luzun-hsr.yaml").unlink()
    assert geo_main(["build", *data]) == 0
    assert geo_main(["check", *data]) == 2
    assert "data/released.txt: luzun-hsr: was in the last release" in capsys.readouterr().err
    assert main(["release", "0.2", *data]) == 2
    capsys.readouterr()
    edit(
        paths.retired,
        "retired: []",
        'retired:\n  - id: luzun-hsr\n    name: 泸遵高铁\n    date: "2026-11"\n    reason: 试\n',
    )
    assert geo_main(["check", *data]) == 0
    assert main(["release", "0.2", *data]) == 0
    assert "luzun-hsr" not in load_released(paths)
    edit(paths.retired, "id: luzun-hsr", "id: yukun-hsr")
    assert geo_main(["check", *data]) == 2
    assert "must not be used again" in capsys.readouterr().err
