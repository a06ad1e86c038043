"""What a lexicon of a few words knows of each: its roles, its sense, its kind of facility."""

from __future__ import annotations

from typing import Any

import pytest

from plans.reading.lexical.files import Facilities, Verbs, Words, read_lexicon
from plans.reading.lexical.lexicon import Entry, Lexicon, Role, Sense, build
from registry.vocab import Mode


def emptied(value: Any) -> Any:
    """Lists without their words, whatever holds them."""
    if isinstance(value, dict):
        return {key: emptied(inner) for key, inner in value.items()}
    return [] if isinstance(value, list) else value


def of(name: str, model: Any, changes: dict[str, Any]) -> Any:
    """A file of the lexicon with these words and no others; ``a.b`` is b within a."""
    data = emptied(read_lexicon(name, model).model_dump())
    for path, words in changes.items():
        *steps, last = path.split(".")
        inner = data
        for step in steps:
            inner = inner[step]
        inner[last] = words
    return model.model_validate(data)


def lexicon(
    verbs: dict[str, Any] | None = None,
    facilities: dict[str, Any] | None = None,
    words: dict[str, Any] | None = None,
    **lists: list[str],
) -> Lexicon:
    """A lexicon of these words alone."""
    return build(
        of("verbs.yaml", Verbs, verbs or {}),
        of("facilities.yaml", Facilities, facilities or {}),
        of("words.yaml", Words, words or {}),
        **{"places": [], "plain": [], "nouns": [], **lists},
    )


@pytest.mark.parametrize("sense", list(Sense))
def test_a_verb_has_the_sense_of_its_list(sense: Sense) -> None:
    found = lexicon({sense.value: ["云云"]})
    assert found.entries == {"云云": Entry({Role.VERB}, sense)}


@pytest.mark.parametrize(
    ("shape", "word", "role"),
    [
        ("line", "云路", Role.HEAD),
        ("site", "云场", Role.HEAD),
        ("body", "云河", Role.HEAD),
        ("part", "云段", Role.PART),
    ],
)
@pytest.mark.parametrize("mode", [Mode.RAIL, Mode.PORT])
def test_a_facility_has_the_mode_and_the_shape_of_its_list(
    mode: Mode, shape: str, word: str, role: Role
) -> None:
    found = lexicon(facilities={f"{mode.value}.{shape}": [word]})
    assert found.entries == {word: Entry({role}, mode=mode, shape=shape)}


@pytest.mark.parametrize(("word", "role"), [("线", Role.ENDING), ("号线", Role.HEAD)])
def test_one_character_ends_a_name_and_two_are_a_facility(word: str, role: Role) -> None:
    found = lexicon(facilities={"rail.suffix": [word]})
    assert found.entries == {word: Entry({role}, mode=Mode.RAIL, shape="line")}


@pytest.mark.parametrize(
    ("file", "path", "role"),
    [
        ("verbs", "setting", Role.SETTING),
        *[
            ("facilities", f"suffixes.{role.value}", role)
            for role in (Role.SECTION, Role.PHASE, Role.WORKS, Role.UPGRADE, Role.ANNEX)
        ],
        *[
            ("words", role.value, role)
            for role in (Role.BOUNDARY, Role.GENERIC, Role.NOT_FACILITY, Role.WHOLE, Role.NOMINAL)
        ],
        ("words", "rivers", Role.RIVER),
        *[("words", f"ties.{role.value}", role) for role in (Role.TO, Role.DASH, Role.VIA)],
        ("words", "separators", Role.SEPARATOR),
    ],
)
def test_a_word_has_the_role_of_its_list(file: str, path: str, role: Role) -> None:
    changes: dict[str, Any] = {file: {path: ["云云"]}}
    assert lexicon(**changes).entries == {"云云": Entry({role})}


def test_a_word_of_several_lists_has_all_roles_and_the_first_sense_and_kind() -> None:
    found = lexicon(
        {"start": ["云云"], "operation": ["云云"]},
        {"rail.line": ["云云"], "port.site": ["云云"], "suffixes.upgrade": ["云云"]},
        {"generic": ["云云"]},
        places=["云云"],
        nouns=["云云"],
    )
    roles = {Role.VERB, Role.HEAD, Role.UPGRADE, Role.GENERIC, Role.PLACE, Role.NOUN}
    assert found.entries == {"云云": Entry(roles, Sense.START, Mode.RAIL, "line")}


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("云泽", True),
        # One that ties or parts names, or ends as a section does, would hide them.
        *[(f"云{sign}泽", False) for sign in "至到经和与及等的并"],
        ("云段", False),
        ("段云", True),
        # So would one that ends in a facility, but for one whose beginning is not of two.
        ("云铁路", False),
        ("云泽铁路", False),
        ("铁路云", True),
        ("铁路", True),
        ("云渠", True),
        ("云泽渠", True),
    ],
)
@pytest.mark.parametrize(("kind", "role"), [("plain", Role.PLAIN), ("nouns", Role.NOUN)])
def test_common_words_that_would_hide_a_name_are_left_out(
    kind: str, role: Role, word: str, known: bool
) -> None:
    facilities = {"rail.line": ["铁路"], "water.suffix": ["渠"]}
    found = lexicon(facilities=facilities, **{kind: [word]})
    assert (word in found.entries and role in found.entries[word].roles) is known


def test_the_longest_word_that_stands_there() -> None:
    found = lexicon(places=["云", "云泽", "云泽青岚", "泽"])
    assert found.lengths == {"云": (4, 2, 1), "泽": (1,)}
    told = [
        found.longest(text, at)
        for text, at in (("云泽青岚", 0), ("云泽青", 0), ("云", 0), ("云泽", 1), ("青云泽", 0))
    ]
    assert told == ["云泽青岚", "云泽", "云", "泽", None]
    assert found.longest("青云泽", 1) == "云泽"


def test_lists_that_are_no_words_of_names() -> None:
    found = lexicon(
        {f"achieved.{name}": [name] for name in ("words", "headings", "ahead")}
        | {f"achieved.{name}": [name] for name in ("moments", "now", "to_come")},
        words={"measures": ["米", "平方米", "公里"]},
    )
    # Longer ones are tried first.
    assert found.measures == ("平方米", "公里", "米")
    assert (found.achieved_words, found.achieved_headings) == (("words",), ("headings",))
    assert (found.ahead, found.moments) == (("ahead",), ("moments",))
    assert (found.now, found.to_come) == (("now",), ("to_come",))
    assert found.entries == {}
