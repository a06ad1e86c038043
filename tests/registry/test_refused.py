"""What a record is refused for: one sentence, in both languages, whatever stands in a field."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest

from registry.errors import AtlasError
from registry.files.records import validate
from registry.load import load_registry
from registry.models import Project
from registry.naming import is_day

BASE: dict[str, Any] = {
    **{"id": "x", "name": "某线", "name_en": "X", "mode": "rail"},
    "mentions": [{"plan": "p", "clause": "1", "as_written": "某线", "status": "research"}],
}

_ODD: list[object] = [None, True, 5, -3.5, "", "x" * 500, "２０２４", "\x00", "\ud800", [], {}]


def _spots(data: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    if not isinstance(data, dict | list):
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _spots(value, (*at, key))


def _changed(data: Any, at: tuple[str | int, ...], value: object) -> Any:
    if not at:
        return value
    made = copy.copy(data)
    made[at[0]] = _changed(data[at[0]], at[1:], value)
    return made


def test_whatever_stands_in_a_field_is_told_in_both_languages() -> None:
    project = load_registry().projects["yukun-hsr"]
    data = project.model_dump(mode="json", by_alias=True)
    data["mentions"], data["since"] = data["mentions"][:1], data["since"][:1]
    for at in _spots(data):
        for value in _ODD:
            try:
                validate(Project, _changed(data, at, value), "f")
            except AtlasError as error:
                told = error.zh
            else:
                continue
            assert re.search("[\u4e00-\u9fff]", told), (at, value)
            assert not re.search("[a-z]+ [a-z]+ [a-z]+", told), (at, value)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"part_of": "x"}, "part_of names the project itself"),
        ({"length_km": 3}, "length_km has no length_source"),
        ({"mentions": BASE["mentions"] * 2}, "mention p 1 stands twice"),
        ({"id": "x" * 61}, "is longer than 60 characters"),
        ({"reviewed": 1}, "reviewed: must be true or false"),
        ({"length_km": True, "length_source": "y"}, "length_km: True is not a number"),
        ({"aliases": "乙"}, "aliases: must be a list"),
        ({"route": []}, "route: must be a mapping of keys to values"),
        ({"note": "a\ud800"}, r"note: holds the character U\+D800, which cannot be seen"),
        (
            {"aliases": ["乙", "\udcff"]},
            r"aliases\[1\]: holds the character U\+DCFF, which cannot be seen",
        ),
    ],
)
def test_what_is_refused(change: dict[str, object], says: str) -> None:
    data = {**BASE, "route": {"kind": "none", "reason": "不详"}, **change}
    with pytest.raises(AtlasError, match=says):
        validate(Project, data, "f")


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("2024", True),
        ("2024-12", True),
        ("2024-02-29", True),
        ("1900", True),
        ("2060-12-31", True),
        ("1899", False),
        ("2061", False),
        ("2023-02-29", False),
        ("2024-04-31", False),
        ("2024-13", False),
        ("2024-00", False),
        ("2024-05-00", False),
        ("2024-5", False),
        ("2024-05-1", False),
        ("2024-05-99", False),
        ("-99", False),
        ("２０２４", False),
        ("2024-05-٠١", False),
        ("2024\n", False),
        ("20240501", False),
        ("", False),
    ],
)
def test_what_is_a_day(text: str, fits: bool) -> None:
    assert is_day(text) is fits


@pytest.mark.parametrize(
    ("at", "where", "told"),
    [
        (("mode",), "f: mode", "no mode"),
        (("mentions", 0, "status"), r"f: mentions\[0\].status", "no status"),
    ],
)
def test_a_wrong_code_is_told_by_what_it_is_of(
    at: tuple[str | int, ...], where: str, told: str
) -> None:
    data = _changed({**BASE, "route": {"kind": "none", "reason": "x"}}, at, "nothing")
    with pytest.raises(AtlasError, match=f"^{where}: .*{told}"):
        validate(Project, data, "f")
