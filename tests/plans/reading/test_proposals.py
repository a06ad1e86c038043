"""Records proposed for new projects: ids, English names, places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from plans.matching.propose import LONGEST_ID, propose
from plans.matching.romanize import pinyin, with_syllable
from registry.models import Slug
from registry.vocab import Mode

SLUG: TypeAdapter[str] = TypeAdapter(Slug)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("安岳", "Anyue"),
        ("西安", "Xi'an"),
        ("重庆", "Chongqing"),
        ("六安", "Lu'an"),
        ("长沙", "Changsha"),
        ("都江堰", "Dujiangyan"),
        ("云泽A", "YunzeA"),
        ("", ""),
    ],
)
def test_places_are_read(name: str, read: str) -> None:
    assert pinyin(name) == read


@pytest.mark.parametrize(
    ("name", "mode", "key", "english", "stops"),
    [
        ("云泽至青岚铁路", "rail", "yunze-qinglan-railway", "Yunze-Qinglan Railway", 2),
        ("云泽经白石至青岚高速公路", "highway", "yunze-baishi-qinglan-expwy",
         "Yunze-Baishi-Qinglan Expressway", 3),
        ("云青铁路云泽至白石段扩能改造", "rail", "yunqing-railway-yunze-baishi",
         "Yunqing Railway, Yunze-Baishi section", 2),
        ("G247", "highway", "g247", "National Road G247", 0),
        ("S210线", "highway", "s210", "Provincial Road S210", 0),
        ("云泽港二期", "port", "yunze-port-phase-ii", "Yunze Port Phase II", 0),
        ("云泽500千伏输变电工程", "power", "yunze-500-kv-transmission",
         "Yunze 500 kV Transmission and Substation", 0),
        ("云泽新机场", "airport", "yunze-new-airport", "Yunze New Airport", 0),
        ("引白济云工程", "water", "yinbaijiyun-water", "Yinbaijiyun Water Project", 0),
        ("铁路", "rail", "tielu-rail", "Tielu Railway", 0),
        ("云泽东站", "rail", "yunze-east-station", "Yunze East Station", 0),
    ],
)  # fmt: skip
def test_a_new_project_gets_its_names(
    name: str, mode: str, key: str, english: str, stops: int
) -> None:
    found = propose(name, mode)
    assert (found.id, found.name_en, len(found.stops)) == (key, english, stops)
    assert (found.name, found.mode) == (name, mode)


def test_an_id_is_given_once() -> None:
    first = propose("云青铁路", "rail").id
    second = propose("云青铁路", "rail", {first}).id
    third = propose("云青铁路", "rail", {first, second}).id
    assert (first, second, third) == (
        *("yunqing-railway", "yunqing-railway-2", "yunqing-railway-3"),
    )


def test_a_long_name_keeps_room_for_its_number() -> None:
    name = "云泽青岚河湾金塘白石东岭" * 3 + "铁路"
    first = propose(name, "rail").id
    second = propose(name, "rail", {first}).id
    assert len(first) <= LONGEST_ID
    assert len(second) <= LONGEST_ID
    assert second.endswith("-2")


@given(st.text(max_size=30), st.sampled_from(sorted(Mode)))
def test_any_name_gets_an_id_that_the_registry_takes(name: str, mode: Mode) -> None:
    SLUG.validate_python(propose(name, mode.value, {mode.value}).id)


@pytest.mark.parametrize(
    ("word", "syllable", "written"),
    [
        ("", "an", "an"),
        ("xi", "an", "xi'an"),
        ("da", "e", "da'e"),
        ("hai", "ou", "hai'ou"),
        ("an", "yue", "anyue"),
        ("an", "uang", "anuang"),
        ("an", "iu", "aniu"),
        ("an", "", "an"),
    ],
)
def test_an_apostrophe_parts_syllables_before_a_vowel(
    word: str, syllable: str, written: str
) -> None:
    assert with_syllable(word, syllable) == written
