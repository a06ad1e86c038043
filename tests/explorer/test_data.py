"""Pinyin, and data that are damaged in part: one sentence, the rest is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from layers import payload
from layers.payload import networks
from layers.records import data
from layers.records.model import Atlas
from layers.search import pinyin
from layers.search.spelling import spelt
from registry.paths import DEFAULT, Paths


@pytest.mark.parametrize(
    ("word", "name", "found"),
    [
        ("yukun", "渝昆高铁", True),
        ("yk", "渝昆高铁", True),
        ("ykgt", "渝昆高铁", True),
        ("yukungaot", "渝昆高铁", True),
        ("ykun", "渝昆高铁", True),
        ("chongqing", "重庆至贵阳铁路", True),
        ("zgzhi", "自贡至宜宾", True),
        ("leshan", "乐山港", True),
        ("ukun", "渝昆高铁", False),
        ("kunyu", "渝昆高铁", False),
        ("yk2", "渝昆高铁", False),
    ],
)
def test_pinyin(word: str, name: str, found: bool) -> None:
    assert (spelt(word, name, 0, pinyin.readings()) > 0) is found


def test_every_name_can_be_spelt() -> None:
    atlas = data.load(DEFAULT)
    known = pinyin.readings()
    names = {c for p in atlas.projects for c in p.name if "\u4e00" <= c <= "\u9fff"}
    assert not names - known.keys(), "run python -m scripts.derive_pinyin"


@pytest.mark.parametrize(
    "name",
    [
        *("plans.yaml", "regions.yaml", "projects.geojson", "mentions.csv", "events.csv"),
        *("places.csv", "sites.csv", "county_lengths.csv", "reference/rivers.geojson"),
        *("boundaries/display/borders.json", "boundaries/display/regions.geojson"),
    ],
)
@pytest.mark.parametrize("damage", ["gone", "half", "noise"])
def test_damage_costs_one_part(small_paths: Paths, tmp_path: Path, name: str, damage: str) -> None:
    shutil.copytree(small_paths.data, tmp_path / "data")
    paths = Paths(tmp_path / "data")
    path = paths.data / name
    kept = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(b"\xff\xfe{" if damage == "noise" else b"[" + kept[: len(kept) // 3])
    atlas, errors = data.load_what_can_be(paths)
    assert len(errors) == 1
    assert name in errors[0].text("en")
    # What is wrong, and what helps.
    assert errors[0].text("en").endswith("run python -m geo build.")
    assert errors[0].text("zh").endswith("运行 python -m geo build。")
    assert errors[0].en.count("geo build") == 1
    assert "\n" not in errors[0].text("zh")
    assert isinstance(atlas, Atlas)
    payload.dumps(payload.build(atlas))


def test_networks_are_small_and_optional(tmp_path: Path) -> None:
    found = networks.build(DEFAULT)
    assert found["rail"]
    assert found["road"]
    assert len(payload.dumps(found)) < 80_000
    assert networks.build(Paths(tmp_path)) == {"scale": networks.SCALE, "rail": [], "road": []}
