"""The short forms of places' names."""

from __future__ import annotations

import pytest

from registry.borders import read_borders
from registry.land.placenames import map_name, short


@pytest.mark.parametrize(
    ("name", "bare", "mapped"),
    [
        ("阿坝藏族羌族自治州", "阿坝", "阿坝州"),
        ("甘孜藏族自治州", "甘孜", "甘孜州"),
        ("凉山彝族自治州", "凉山", "凉山州"),
        ("恩施土家族苗族自治州", "恩施", "恩施州"),
        ("泸州市", "泸州", "泸州"),
        ("大兴安岭地区", "大兴安岭", "大兴安岭"),
        ("渠县", "渠县", "渠县"),
        ("阿拉善盟", "阿拉善", "阿拉善"),
        ("北川羌族自治县", "北川", "北川"),
    ],
)
def test_short_forms(name: str, bare: str, mapped: str) -> None:
    assert short(name) == bare
    assert map_name(name) == mapped


def test_the_data_folder_holds_the_names_of_the_map() -> None:
    named = {area.name: area.short for area in read_borders().prefectures}
    assert len(named) == 22
    assert named["阿坝藏族羌族自治州"] == "阿坝州"
    assert named["攀枝花市"] == "攀枝花"
