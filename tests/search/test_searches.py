r"""What people type, by kind, and what they mean by it; the names themselves; what is not here.

``tests/data/searches.csv`` has the list: the first or second answer must be one of those meant,
nothing where none is. In rows of hidden characters these are written ``\u200b``. The view answers
alike, one by one (``test_alike.py``).
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from layers.records.model import Atlas
from layers.search.matcher import Found, find
from layers.search.query import plain

LIST = Path(__file__).parents[1] / "data" / "searches.csv"
#: Kinds of queries for which there is nothing.
NOTHING = ("foreign", "nonsense")
#: The least share of answers that are first or second, of all and of each kind.
LEAST, LEAST_OF_KIND = 0.97, 0.9


def searches() -> list[tuple[str, str, frozenset[str]]]:
    """Kind, query and ids meant."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return [
            (
                row["kind"],
                row["query"].encode().decode("unicode_escape")
                if row["kind"] == "hidden"
                else row["query"],
                frozenset(row["meant"].split()),
            )
            for row in csv.DictReader(file)
        ]


def test_the_list_has_all_kinds() -> None:
    rows = searches()
    kinds = Counter(kind for kind, _, _ in rows)
    assert len(rows) - kinds["foreign"] - kinds["nonsense"] >= 200
    assert kinds["foreign"] + kinds["nonsense"] >= 30
    assert len(kinds) == 24
    assert min(kinds.values()) >= 4
    assert len({query for _, query, _ in rows}) == len(rows)
    for kind, query, meant in rows:
        assert bool(meant) is (kind not in NOTHING), query


def test_first_or_second(atlas: Atlas) -> None:
    asked = [(kind, query, meant) for kind, query, meant in searches() if meant]
    missed = [(k, q) for k, q, meant in asked if meant.isdisjoint(find(atlas, q).ids[:2])]
    every = Counter(kind for kind, _, _ in asked)
    lost = Counter(kind for kind, _ in missed)
    assert len(missed) <= (1 - LEAST) * len(asked), missed
    assert all(lost[kind] <= (1 - LEAST_OF_KIND) * n for kind, n in every.items()), missed
    assert all(key in atlas.by_id for _, _, meant in asked for key in meant)


def test_what_is_not_here_is_not_found(atlas: Atlas) -> None:
    for kind, query, _ in searches():
        if kind in NOTHING:
            assert find(atlas, query).ids == (), query


@pytest.mark.parametrize("called", ["name", "name_en", "id", "aliases"])
def test_a_name_finds_its_own_first(atlas: Atlas, called: str) -> None:
    """Whatever else is like it: also where the name is written in full width or with blanks."""
    owners: dict[str, set[str]] = {}
    for project in atlas.projects:
        for name in (project.name, project.name_en, project.id, *project.aliases):
            owners.setdefault(plain(name), set()).add(project.id)
    for project in atlas.projects:
        own = getattr(project, called)
        for name in own if isinstance(own, tuple) else (own,):
            for text in (name, f" {name} ", name.upper()):
                found = find(atlas, text)
                assert found.ids[0] in owners[plain(name)], (text, found.ids[:2])
                assert not found.slipped
                if len(owners[plain(name)]) == 1:
                    assert found.sole == project.id, text


def test_blank_asks_for_nothing_and_a_mark_finds_nothing(atlas: Atlas) -> None:
    for text in ("", "  ", "　", "！？", "—", "\u200b"):
        assert find(atlas, text) == Found()


def test_a_doubt_stands_outside_the_list(atlas: Atlas) -> None:
    found = find(atlas, "沪昆高铁")
    assert found.ids == ()
    assert found.doubts[0] == "yukun-hsr"
    assert len(found.doubts) == 3
    # A slip answers only where no name does.
    assert find(atlas, "余昆高铁").slipped
    assert find(atlas, "渝昆高铁").slipped is False


def test_any_text_is_answered_in_time(atlas: Atlas) -> None:
    for text in ("s" * 80, "zh" * 40, "shi" * 26, "重庆" * 40, "g1" * 40, "成" * 80, "a b " * 20):
        assert len(find(atlas, text).ids) <= len(atlas.projects)
