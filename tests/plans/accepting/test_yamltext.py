"""Entries put into a person's YAML and taken out again: all else stays to the byte."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.files.yaml.entries import OddLayout, with_entry, without_entry

HEAD = "id: a\nname: 甲\n"
ENTRY = "  - event: start\n    date: '2020'\n"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (HEAD, HEAD + "since:\n", ""),
        (HEAD + "since: []\n", HEAD + "since:\n", ""),
        (HEAD + "since:\n", HEAD + "since:\n", ""),
        (HEAD + "since:\n  - x: 1\n", HEAD + "since:\n  - x: 1\n", ""),
        (
            "since: # 事实\n  - x: 1\n    # 说明\n\n# 人写的\nid: a\n",
            "since: # 事实\n  - x: 1\n",
            "    # 说明\n\n# 人写的\nid: a\n",
        ),
        ("since:\n  - x: [1,\n     2]\nid: a\n", "since:\n  - x: [1,\n     2]\n", "id: a\n"),
        ("since:\n  - x: |\n      甲\nid: a\n", "since:\n  - x: |\n      甲\n", "id: a\n"),
        ("since:\n  - x: 甲\n      乙\n", "since:\n  - x: 甲\n      乙\n", ""),
    ],
)  # fmt: skip
def test_where_the_entry_goes(text: str, before: str, after: str) -> None:
    assert with_entry(text, "since", ENTRY) == before + ENTRY + after


def test_an_entry_stands_as_the_others_do() -> None:
    text = "since:\n- x: 1\nid: a\n"
    made = with_entry(text, "since", ENTRY)
    assert made == "since:\n- x: 1\n- event: start\n  date: '2020'\nid: a\n"
    assert without_entry(made, "since", 1) == text
    deep = "since:\n      - x: 1\n"
    assert with_entry(deep, "since", ENTRY).endswith("      - event: start\n        date: '2020'\n")


@pytest.mark.parametrize(
    "text",
    [
        "since: [{event: open}]\n",
        "since: 甲\n",
        "since:   []\n",
        "since: {a: 1}\n",
    ],
)
def test_a_list_on_one_line_is_refused(text: str) -> None:
    with pytest.raises(OddLayout):
        with_entry(text, "since", ENTRY)


@pytest.mark.parametrize("number", [-1, 2])
def test_an_item_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(OddLayout):
        without_entry("since:\n  - x: 1\n  - x: 2\n", "since", number)
    with pytest.raises(OddLayout):
        without_entry(HEAD, "since", number)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nsince:\n  - x: 1\n  # 之间\n  - x: 2\n# 之后\nb: 2\n",
        "since:\n  - x: 1\n  - x: 2",
        "since:\r\n  - x: 1\r\n  - x: 2\r\nb: 2\r\n",
        "since: []\n",
        "a: 1\nsince: []\nb: 2\n",
    ],
)
def test_what_is_put_in_comes_out_to_the_byte(text: str) -> None:
    count = len(yaml.safe_load(text)["since"])
    made = with_entry(text, "since", ENTRY)
    assert yaml.safe_load(made)["since"][count] == {"event": "start", "date": "2020"}
    assert without_entry(made, "since", count) == text


def test_one_item_of_several_goes_and_its_neighbours_stay() -> None:
    text = "since:\n  - x: 1\n  - x: 2\n    y: |\n      甲\n  # 三\n  - x: 3\n"
    assert without_entry(text, "since", 1) == "since:\n  - x: 1\n  # 三\n  - x: 3\n"
    assert without_entry("a: 1\nsince:\n  - x: 1\n", "since", 0) == "a: 1\nsince: []\n"


PLAIN = st.dictionaries(
    st.sampled_from(["x", "y", "z"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=8)
    | st.integers()
    | st.lists(st.integers(), max_size=3),
    min_size=1,
)


@given(st.lists(PLAIN, max_size=4), st.booleans())
def test_any_list_takes_and_gives_back_an_entry(items: list[dict[str, object]], last: bool) -> None:
    data: dict[str, object] = {"a": 1, "since": items}
    text = yaml.safe_dump(data if last else {**data, "z": [1]}, allow_unicode=True, sort_keys=False)
    made = with_entry(text, "since", ENTRY)
    assert yaml.safe_load(made)["since"] == [*items, {"event": "start", "date": "2020"}]
    assert without_entry(made, "since", len(items)) == text


@pytest.mark.parametrize("text", [HEAD, HEAD + "since: []\n", HEAD + "since:\n  - x: 1\n"])
def test_lines_end_as_those_of_the_file_do(text: str) -> None:
    windows = text.replace("\n", "\r\n")
    made = with_entry(windows, "since", ENTRY)
    assert made == with_entry(text, "since", ENTRY).replace("\n", "\r\n")
    number = len(yaml.safe_load(made)["since"]) - 1
    again = without_entry(made, "since", number)
    assert again == without_entry(with_entry(text, "since", ENTRY), "since", number).replace(
        "\n", "\r\n"
    )
