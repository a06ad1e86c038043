"""The one YAML reader: what is text, what is a number, and what is refused, with its line."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import AtlasError
from registry.files.records import yaml_text
from registry.files.yaml import limits
from registry.files.yaml.read import parse_yaml, read_list, read_yaml


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10:30", "10:30"),
        ("1:02:03", "1:02:03"),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2020-10-16", "2020-10-16"),
        ("=", "="),
        ("<<", "<<"),
        ("１２", "１２"),
        ("010", 10),
        ("+5", 5),
        ("-99", -99),
        ("1e3", 1000.0),
        ("5.", 5.0),
        (".5", 0.5),
        ("'5'", "5"),
        ('"true"', "true"),
        ("!!str 5", "5"),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("Null", None),
        ("''", ""),
        ("", None),
    ],
)
def test_a_scalar(text: str, found: object) -> None:
    value = parse_yaml(f"a: {text}\n", "f")["a"]
    assert value == found
    assert type(value) is type(found)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: 1\na: 2\n", r"f: line 2, column 1: the key 'a' stands twice"),
        ("a: {b: 1, 'b': 2}\n", r"f: line 1, column 11: the key 'b' stands twice"),
        ("a: [", r"f: line \d, column \d: not valid YAML"),
        ("? [a, b]\n: 1\n", r"f: line 1, column 3: a key must be text"),
        ("a: {{待定}}\n", r"f: line 1, column 5: a key must be text"),
        ("a: {[1]: 2}\n", r"f: line 1, column 5: a key must be text"),
        ("1: a\n", r"f: line 1, column 1: a key must be text"),
        ("? \n: b\n", r"f: line 1, column 2: a key must be text"),
        ("a:\n  - .inf\n", r"f: line 2, column 5: '.inf' is not a number"),
        ("a: -.Inf\n", r"f: line 1, column 4: '-.Inf' is not a number"),
        ("a: .NaN\n", r"f: line 1, column 4: '.NaN' is not a number"),
        ("a: 1e999\n", r"f: line 1, column 4: '1e999' is not a number"),
        ("a: !!int abc\n", r"f: line 1, column 4: types such as !!int are not given"),
        ("a: !!timestamp foo\n", r"f: line 1, column 4: types such as !!timestamp"),
        ("a: !!python/object/apply:os.system [ls]\n", r"f: line 1, column 4: types such as"),
        ("a: !mine {b: 1}\n", r"f: line 1, column 4: types such as !mine are"),
        ("a: !!str [1]\n", r"f: line 1, column 4: types such as !!str are"),
        ("a: 1\n---\nb: 2\n", r"f: line 2, column 1: only one document"),
        ("a: *b\n", r"f: line 1, column 4: there is no anchor &b before it"),
        ("a: &b [*b]\n", r"f: line 1, column 8: \*b stands inside itself"),
        ("a: 1\nb: \x07\n", r"f: line 2, column 4: holds the character U\+0007"),
        ("b: x\u2028y\n", r"f: line 1, column 5: holds the character U\+2028"),
        ("b: x\x85y\n", r"f: line 1, column 5: holds the character U\+0085"),
        ("b: \ud800\n", r"f: line 1, column 4: holds the character U\+D800"),
        (f"a: {'9' * 1001}\n", r"f: line 1, column 4: the number has more than 1000 digits"),
        (f"a: 1.{'9' * 1000}\n", r"f: line 1, column 4: the number has more than 1000 digits"),
    ],
)
def test_what_is_refused_with_line_and_column(text: str, says: str) -> None:
    with pytest.raises(AtlasError, match=f"^{says}"):
        parse_yaml(text, "f")


def test_what_stands_at_a_limit_is_read() -> None:
    assert parse_yaml(f"a: -{'9' * 1000}\n", "f") == {"a": 1 - 10**1000}
    assert parse_yaml(f"a: '{'9' * 1001}'\n", "f") == {"a": "9" * 1001}
    deep: Any = "[" * 64 + "]" * 64
    assert str(parse_yaml(deep, "f")) == deep
    assert len(parse_yaml("a: &a x\nb: [" + "*a," * 100 + "]", "f")["b"]) == 100
    most = "- a\n" * (limits.VALUES - 1)
    assert len(parse_yaml(most, "f")) == limits.VALUES - 1
    with pytest.raises(AtlasError, match=f"f: line 100000, .*at most {limits.VALUES} values"):
        parse_yaml(most + "- a\n", "f")


@pytest.mark.parametrize("one", ["[", "{a: ", "- ", "? ", "[a: "])
@pytest.mark.parametrize("times", [65, 2000, 100_000])
def test_nesting_is_refused_before_it_is_made(one: str, times: int) -> None:
    with pytest.raises(AtlasError, match=r"^f: line 1, column \d+: more than 64 lists"):
        parse_yaml(one * times, "f")


def test_nesting_by_aliases_counts_too() -> None:
    inner = "a: &a " + "[" * 40 + "]" * 40
    assert parse_yaml(f"{inner}\nb: {'[' * 23}*a{']' * 23}\n", "f")["b"]
    with pytest.raises(AtlasError, match=r"f: line 2, column 28: more than 64 lists"):
        parse_yaml(f"{inner}\nb: {'[' * 24}*a{']' * 24}\n", "f")


def _bomb(levels: int, each: int, first: str = "x") -> str:
    lines = [f"a0: &a0 [{', '.join([first] * each)}]"]
    for level in range(1, levels):
        many = ", ".join([f"*a{level - 1}"] * each)
        lines.append(f"a{level}: &a{level} [{many}]")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &a x\nb: [" + "*a," * 101 + "]", r"f: line 2, column 305: .* at most 100 aliases"),
        (_bomb(10, 10), r"f: line 5, column \d+: a file has at most 100000 values"),
        (f"a: &a {'x' * 30_000}\nb: [" + "*a," * 80 + "]", "f: line 2, .*more than 2 MB"),
    ],
)
def test_aliases_that_make_a_small_file_large(text: str, says: str) -> None:
    begun = time.monotonic()
    with pytest.raises(AtlasError, match=says):
        parse_yaml(text, "f")
    assert time.monotonic() - begun < 5


def test_an_alias_stands_for_its_anchor() -> None:
    assert parse_yaml("a: &x {b: [1]}\nc: *x\nd: [*x]\n", "f")["d"] == [{"b": [1]}]


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("# " + "x" * 2_000_000)
    with pytest.raises(AtlasError, match=r"^f: has 2\.0 MB, at most 2 MB are read"):
        read_yaml(tmp_path / "f", "f")
    with pytest.raises(AtlasError, match=r"^f: has 3\.0 MB, at most 2 MB"):
        parse_yaml("名" * 1_000_000, "f")


_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029")),
    st.from_regex(r"[-+]?[0-9.]+[eE]?[-+]?[0-9]*", fullmatch=True),
    st.sampled_from(["", "~", "null", "true", "No", "0o7", "0x1", "1_0", "10:30", ".inf", "1e5"]),
)


@given(st.recursive(_SCALARS, lambda of: st.lists(of) | st.dictionaries(st.text("ab名"), of)))
def test_what_is_written_is_read_again(data: object) -> None:
    assert parse_yaml(yaml_text(data), "f") == data


@given(st.text(st.sampled_from("ab:-?[]{}&*!|>'\"%@`#, \n\t10.e~<=\\")))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    try:
        parse_yaml(text, "f")
    except AtlasError as error:
        told = error.text("zh")
    else:
        return
    assert told.startswith("f")
    assert "\n" not in told


def test_dates_stay_text_and_entries_keep_their_order(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("plans:\n  - {id: b, date: 2020-10-16}\n  - {id: a}\n")
    found = read_list(tmp_path / "f", "f", "plans")
    assert list(found.items()) == [("b", {"id": "b", "date": "2020-10-16"}), ("a", {"id": "a"})]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "f: must hold one list named plans"),
        ("- id: a\n", "f: must hold one list named plans"),
        ("plans: 3\n", "f: must hold one list named plans"),
        ("plans: []\nmore: 1\n", "f: must hold one list named plans"),
        ("plans: [3]\n", r"f: plans\[0\]: id: the field is missing"),
        ("plans: [{id: a}, {name: b}]\n", r"f: plans\[1\]: id: the field is missing"),
        ("plans: [{id: ''}]\n", r"f: plans\[0\]: id: the field is missing"),
        ("plans: [{id: a}, {id: a}]\n", "f: a: id: the id stands twice"),
    ],
)
def test_what_is_no_list_of_records(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "f").write_text(text)
    with pytest.raises(AtlasError, match=says):
        read_list(tmp_path / "f", "f", "plans")
