"""Three sides of an edit: what the package held, what stands in it now, what the registry has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analyst.edits import read
from analyst.edits.places import _Sites, site_changes
from analyst.edits.projects import apply, project_changes
from registry.errors import AtlasError
from registry.geometry import Basis
from registry.models import LineRoute, NoRoute, PlaceRoute
from registry.paths import DEFAULT
from registry.tables import read_sites
from tests.support.reported import project

LINE = project().model_copy(
    update={
        "note": "注",
        "aliases": ["旧名"],
        "route": LineRoute(kind="line", stops=["甲", "乙"], basis=Basis.PLAN, note="走向"),
    }
)


@pytest.mark.parametrize(
    ("column", "old", "new", "field", "value"),
    [
        ("name", "line", "新名", "name", "新名"),
        ("note", "注", "", "note", None),
        ("aliases", "旧名", "旧名；又名; ;别名", "aliases", ["旧名", "又名", "别名"]),
        ("aliases", "旧名", "", "aliases", []),
    ],
)
def test_a_field_takes_its_new_value(
    column: str, old: str, new: str, field: str, value: object
) -> None:
    found = apply(LINE, {column: (old, new)}, "x")
    assert getattr(found, field) == value
    assert found == LINE.model_copy(update={field: value})


def test_a_route_takes_stops_and_note() -> None:
    found = apply(LINE, {"stop_refs": ("甲;乙", "甲;丙;乙"), "route_note": ("走向", "")}, "x")
    assert found.route == LineRoute(kind="line", stops=["甲", "丙", "乙"], basis=Basis.PLAN)
    at = LINE.model_copy(
        update={"route": PlaceRoute(kind="place", places=["甲"], basis=Basis.PLAN)}
    )
    moved = apply(at, {"stop_refs": ("甲", "乙")}, "x").route
    assert moved == PlaceRoute(kind="place", places=["乙"], basis=Basis.PLAN)
    # What has no route has a reason in that place, and no stops.
    nowhere = apply(project(), {"route_note": ("没有", "不知")}, "x").route
    assert nowhere == NoRoute(kind="none", reason="不知")
    with pytest.raises(AtlasError, match="has no stops to change"):
        apply(project(), {"stop_refs": ("", "甲")}, "x")


@pytest.mark.parametrize(
    ("held", "now", "refused"),
    [
        # The registry has what the package held, or has come to the same already.
        ("line", "新名", False),
        ("旧", "line", False),
        ("旧", "新名", True),
    ],
)
def test_what_the_registry_changed_since_is_not_undone(held: str, now: str, refused: bool) -> None:
    if refused:
        with pytest.raises(AtlasError, match="has become 'line' in the registry since"):
            apply(LINE, {"name": (held, now)}, "x")
    else:
        assert apply(LINE, {"name": (held, now)}, "x").name == now


def rows(**columns: str) -> dict[str, dict[str, dict[str, Any]]]:
    return {"rail": {"a": {"id": "a", "name": "甲", "geometry": "1", "status": "start", **columns}}}


def test_a_change_is_what_differs_from_what_the_package_held() -> None:
    assert project_changes(rows(), rows(), "x") == {}
    assert project_changes(rows(), rows(name=" 甲 "), "x") == {}
    assert project_changes(rows(), rows(name="乙"), "x") == {"a": {"name": ("甲", "乙")}}
    # A column that was taken out of a layer is no change.
    bare = rows()
    del bare["rail"]["a"]["name"]
    assert project_changes(rows(), bare, "x") == {}
    two = {**rows(), "projects": rows()["rail"]}
    alike = {**rows(name="乙"), "projects": rows(name="乙")["rail"]}
    assert project_changes(two, alike, "x") == {"a": {"name": ("甲", "乙")}}
    with pytest.raises(AtlasError, match=r"in one layer and '[乙丙]' in another"):
        project_changes(two, {**rows(name="乙"), "projects": rows(name="丙")["rail"]}, "x")
    for column in ("status", "geometry"):
        with pytest.raises(AtlasError, match=f"a.{column}"):
            project_changes(rows(), rows(**{column: "2"}), "x")
    with pytest.raises(AtlasError, match="was deleted"):
        project_changes(rows(), {"rail": {}}, "x")
    with pytest.raises(AtlasError, match="no project 'b'"):
        project_changes(rows(), {"rail": {**rows()["rail"], "b": {"id": "b"}}}, "x")


# Places

#: In 雁江区, 512002.
SPOT = "104.6500000 30.1200000"


def place(**columns: object) -> dict[str, Any]:
    return {
        "name": "新地",
        "name_en": "",
        "kind": "",
        "adcode": "",
        "lon": None,
        "lat": None,
        "accuracy_m": "300.0",
        "source": "某图",
        "note": "",
        "geometry": SPOT,
        **columns,
    }


def added(**columns: object) -> dict[str, str]:
    sites = _Sites(DEFAULT)
    before = len(sites.rows)
    sites.add(place(**columns), "x")
    assert len(sites.rows) == before + 1
    assert sites.concerned == {"新地"}
    return sites.rows[-1]


@pytest.mark.parametrize(
    ("columns", "adcode"),
    [
        ({}, "512002"),
        ({"adcode": "512002"}, "512002"),
        # Outside the land its code is taken as it is given.
        ({"geometry": "116.4 39.9", "adcode": "110101"}, "110101"),
        # And inside it too, where it is the code of no county of ours.
        ({"adcode": "5120"}, "5120"),
    ],
)
def test_a_place_that_is_added(columns: dict[str, object], adcode: str) -> None:
    found = added(**columns)
    assert found["adcode"] == adcode
    assert found["accuracy_m"] == "300"
    assert found["kind"] == "site"
    lon, lat = map(float, str(columns.get("geometry", SPOT)).split())
    assert (found["lon"], found["lat"]) == (f"{lon:.5f}", f"{lat:.5f}")


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"geometry": ""}, "no point"),
        ({"geometry": "116.4 39.9"}, "neither province"),
        ({"adcode": "510104"}, "lies in 512002, not in 510104"),
        ({"geometry": "116.4 39.9", "adcode": "510104"}, "neither province, not in 510104"),
        ({"name": ""}, "x: name"),
        ({"source": ""}, "x: source"),
        ({"accuracy_m": ""}, "x: accuracy_m"),
        ({"accuracy_m": "far"}, "x: accuracy_m"),
    ],
)
def test_a_place_that_cannot_be_added(columns: dict[str, object], says: str) -> None:
    with pytest.raises(AtlasError, match=says):
        added(**columns)


def held_site() -> dict[str, Any]:
    """A site of the registry that lies in the land, as a package holds it."""
    site = next(p for _, p in read_sites(DEFAULT) if p.adcode.startswith("51"))
    return place(
        name=site.name,
        name_en=site.name_en,
        kind=site.kind.value,
        adcode=site.adcode,
        lon=site.lon,
        lat=site.lat,
        accuracy_m=site.accuracy_m,
        source=site.source,
        note=site.note,
        geometry=f"{site.lon:.7f} {site.lat:.7f}",
    )


def test_a_site_that_is_renamed_concerns_both_names() -> None:
    old = held_site()
    sites = _Sites(DEFAULT)
    before = [dict(row) for row in sites.rows]
    at = next(n for n, row in enumerate(before) if row["name"] == old["name"])
    sites.change(old, {**old, "name": "新名"}, "x")
    # It stays where it stands, with all else that is said of it.
    assert sites.rows == [*before[:at], {**before[at], "name": "新名"}, *before[at + 1 :]]
    assert sites.concerned == {old["name"], "新名"}
    assert [line[:4] for line in sites.shown] == ["  - ", "  + "]
    same = _Sites(DEFAULT)
    same.change(old, dict(old), "x")
    assert (same.shown, same.concerned) == ([], set())


def test_a_site_that_cannot_be_changed_so() -> None:
    old = held_site()
    with pytest.raises(AtlasError, match="move the point itself"):
        _Sites(DEFAULT).change(old, {**old, "lon": 104.0}, "x")
    with pytest.raises(AtlasError, match=r"is not in data/sites\.csv"):
        _Sites(DEFAULT).change({**old, "name": "无"}, {**old, "name": "又"}, "x")
    with pytest.raises(AtlasError, match="has changed in the registry since"):
        _Sites(DEFAULT).change({**old, "note": "前"}, {**old, "note": "后"}, "x")
    with pytest.raises(AtlasError, match="was deleted"):
        site_changes({"places": {"1": old}}, {"places": {}}, "x", DEFAULT)
    known = {"places": {"1": old}}
    assert site_changes(known, known, "x", DEFAULT) is None
    assert site_changes(known, {"places": {"1": old, "2": dict(old)}}, "x", DEFAULT) is None


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({}, False),
        # A number is the same however it is written.
        ({"accuracy_m": "same"}, False),
        ({"accuracy_m": 12345.0}, True),
        ({"note": "另一处"}, True),
        ({"source": "另一来源"}, True),
        ({"kind": "port"}, True),
    ],
)
def test_a_place_that_is_there_already_may_only_come_as_it_is(
    change: dict[str, Any], refused: bool
) -> None:
    old = held_site()
    if change.get("accuracy_m") == "same":
        change = {"accuracy_m": f"{float(old['accuracy_m']):.3f}"}
    if change.get("kind") == old["kind"]:
        change = {"kind": "site"}
    sites = _Sites(DEFAULT)
    if refused:
        with pytest.raises(AtlasError, match="is in the registry already"):
            sites.add({**old, **change}, "x")
    else:
        sites.add({**old, **change}, "x")
    assert (sites.shown, sites.concerned) == ([], set())


def test_a_moved_site_draws_its_lines_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(read, "locate_project", lambda p, *_: drawn.append(p.id))
    registry = read.load_registry(DEFAULT)
    stops = {
        key: {ref.partition("@")[0] for ref in one.stop_refs}
        for key, one in registry.projects.items()
    }
    site = next(
        p
        for _, p in read_sites(DEFAULT)
        if p.adcode.startswith("51") and any(p.name in names for names in stops.values())
    )
    old = {**held_site(), "name": site.name, "adcode": site.adcode, "kind": site.kind.value}
    old |= {"name_en": site.name_en, "source": site.source, "note": site.note}
    old |= {"lon": site.lon, "lat": site.lat, "accuracy_m": site.accuracy_m}
    old["geometry"] = f"{site.lon:.7f} {site.lat:.7f}"
    moved = {**old, "geometry": f"{site.lon + 0.0002:.7f} {site.lat:.7f}"}
    monkeypatch.setattr(read, "read_base", lambda _: {"places": {"1": old}})
    monkeypatch.setattr(read, "read_now", lambda *_: {"places": {"1": moved}})
    monkeypatch.setattr(read, "layer_names", lambda _: ["places"])
    edits = read.read_edits(Path("x.gpkg"), DEFAULT)
    assert list(edits.files) == [DEFAULT.sites]
    assert drawn == [key for key, names in stops.items() if site.name in names]
    monkeypatch.setattr(read, "read_now", lambda *_: {"places": {"1": old}})
    drawn.clear()
    assert read.read_edits(Path("x.gpkg"), DEFAULT).files == {}
    assert drawn == []
