"""The options that choose projects: what each is told to mean, and what none stands for."""

from __future__ import annotations

import argparse

import pytest

from layers import address
from layers.options import add_filters, chosen_by, word
from layers.records.model import Atlas
from registry.vocab import CORE_MODES, Mode


def options(every_mode: bool, lang: str = "en") -> argparse.ArgumentParser:
    command = argparse.ArgumentParser()
    add_filters(command, lang, every_mode=every_mode)
    return command


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("every_mode", [False, True])
def test_each_option_says_what_it_takes(every_mode: bool, lang: str) -> None:
    command = options(every_mode, lang)
    told = {one.dest: one.help for one in command._actions}
    for kind in address.NAMED:
        key = "every_mode" if kind == "mode" and every_mode else kind
        assert told[kind] == word(key, lang)
    assert told["query"] == word("query", lang)


def test_without_the_flag_a_command_has_the_core_modes() -> None:
    command = argparse.ArgumentParser()
    add_filters(command, "en")
    told = {one.dest: one.help for one in command._actions}
    assert told["mode"] == word("mode", "en")


@pytest.mark.parametrize(
    ("argv", "every_mode", "modes"),
    [
        ([], False, set(CORE_MODES)),
        # No mode named is every one.
        ([], True, set()),
        (["--mode", "all"], False, set()),
        (["--mode", "rail"], False, {Mode.RAIL}),
        (["--mode", "rail"], True, {Mode.RAIL}),
        (["--mode", "rail", "--mode", "铁路,公路"], True, {Mode.RAIL, Mode.HIGHWAY}),
    ],
)
def test_which_modes_are_chosen(
    atlas: Atlas, argv: list[str], every_mode: bool, modes: set[Mode]
) -> None:
    given = options(every_mode).parse_args([*argv, "--query", "成渝"])
    found = chosen_by(atlas, given, every_mode=every_mode)
    assert (found.modes, found.query) == (modes, "成渝")
    if not every_mode:
        assert chosen_by(atlas, given) == found
