"""Values that hostile files brought: too large, half a character, twice, without an end."""

from __future__ import annotations

import math
import pickle

import pytest

from geo.crs import plane
from geo.gazetteer import load_gazetteer
from geo.geojson import to_shape
from geo.proposing import route_of
from geo.smooth import between
from registry import sentences
from registry.errors import AtlasError
from registry.files.cells import number, whole
from registry.files.jsonfile import parse_json
from registry.files.shapes import check_shape
from registry.paths import DEFAULT
from registry.vocab import Mode


def test_an_error_reaches_another_process() -> None:
    error = AtlasError("f", zh="坏", en="bad")
    again = pickle.loads(pickle.dumps(error))
    assert (again.where, again.zh, again.en) == ("f", "坏", "bad")
    assert again.text("zh") == error.text("zh")


@pytest.mark.parametrize("value", [10**30, 10**400, 1e308, 1e300])
def test_a_number_too_large_for_a_shape(value: float) -> None:
    with pytest.raises(AtlasError, match=r"^f: x: "):
        to_shape({"type": "LineString", "coordinates": [[104, 30], [value, 31]]}, "f: x")


@pytest.mark.parametrize("value", [10**400, -(10**400), math.inf, math.nan])
def test_a_position_too_large(value: float) -> None:
    for position in ([104, 30, value], [value, 30], [104, value]):
        with pytest.raises(AtlasError, match="the geometry is missing or not valid"):
            check_shape({"type": "Point", "coordinates": position}, "f: x")
    check_shape({"type": "Point", "coordinates": [104, 30, 5000]}, "f: x")


def test_a_stop_that_stands_twice_bends_no_line() -> None:
    local = plane(DEFAULT)
    a, b, c = (104.0, 30.0), (105.0, 30.0), (105.5, 31.0)
    plain = between(None, a, b, c, local)
    assert len(plain) > 1
    assert between(a, a, b, c, local) == plain
    assert between(c, b, a, a, local) == between(c, b, a, None, local)
    assert between((103.0, 31.0), a, b, c, local) != plain


def test_a_sentence_ends() -> None:
    error = AtlasError("f", zh="坏", en="x" * 10_000 + " is wrong")
    assert len(error.text("en")) == 1501
    assert error.text("en").startswith("f: xxx")
    assert error.text("en").endswith("xxx is wrong.")
    assert AtlasError("f", zh="坏" * 1000, en="x").text("zh") == f"f：{'坏' * 1000}。"


@pytest.mark.parametrize("half", ["\\ud800", "\\uDFFF", "\\ude84\\ud83d", "\\ud83dx"])
def test_half_a_character_in_json(half: str) -> None:
    with pytest.raises(AtlasError, match=r"^f: holds the character U\+D"):
        parse_json(f'[{{"a": ["{half}"]}}]', "f")


@pytest.mark.parametrize("value", ["13.3\x1d", " 13.3 ", 13.3])
def test_a_number_among_blanks(value: object) -> None:
    assert number(value, "f") == 13.3


@pytest.mark.parametrize("value", [10**400, -(10**400), "9" * 400])
def test_a_number_too_large(value: object) -> None:
    with pytest.raises(AtlasError, match="is not a number"):
        number(value, "f")


def test_a_whole_number_is_exact() -> None:
    assert whole(2**53, "f") == 2**53
    assert whole(str(-(2**53)), "f") == -(2**53)
    for value in (2**53 + 2, "9" * 25, -(2**54)):
        with pytest.raises(AtlasError, match="is not a whole number"):
            whole(value, "f")


def test_whole_characters_in_json() -> None:
    assert parse_json('["\\ud83d\\ude84", "\\\\ud800"]', "f") == ["\U0001f684", "\\ud800"]


def test_a_list_of_columns_can_be_read() -> None:
    error = sentences.unknown_columns("f", ["x" * 100_000, *map(str, range(40))])
    assert error.en == f"has unknown columns {'x' * 39}…, {', '.join(map(str, range(29)))}…"
    assert sentences.lacks_columns("f", ["a", "b"]).en == "lacks the columns a, b"


def test_a_route_of_a_name_that_lost_a_character() -> None:
    found = route_of(["\ufffd源", "泸州"], "\ufffd源至泸州高速公路", Mode.HIGHWAY, load_gazetteer())
    assert found.kind == "none"
    assert found.reason == "“\\ufffd源”地名录中没有“\\ufffd源”"
