"""The command line: ``python -m store init``, ``push``, ``pull``, ``diff``.

A composition root: what a command needs is imported inside its function.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analyst.edits.words import word as edit_word
from registry.commandline import Parser, add_data, run_chosen, tell
from registry.paths import Paths
from store.connection import VARIABLE, Address, address, connected
from store.words import word

if TYPE_CHECKING:
    from analyst.collection import Collection
    from store.schema import Layer
    from store.state import State


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = Parser(prog="python -m store", description=word("about", lang))
    commands = top.add_subparsers(dest="command", required=True)
    for name in ("init", "push", "pull", "diff"):
        command = commands.add_parser(name, help=word(name, lang))
        add_data(command, lang)
        command.add_argument("--url", metavar="URL", help=word("url", lang, variable=VARIABLE))
        if name == "push":
            command.add_argument("--dry-run", action="store_true", help=word("dry_run", lang))
        if name == "pull":
            command.add_argument("--yes", action="store_true", help=edit_word("yes", lang))
    return top


def _read(paths: Paths, lang: str) -> tuple[Collection, list[Layer]]:
    """The data folder, checked as for a package: what others build on is what the registry says."""
    from analyst.collection import collect
    from building.check import check
    from store.schema import layers_of

    tell(word("checking", lang), to=sys.stderr)
    for problem in check(paths).problems:
        raise problem
    collection = collect(paths)
    return collection, layers_of(collection)


def _ready(options: argparse.Namespace) -> Address:
    """The store, of this version; it is asked before the data are read, which takes longer."""
    from store.making import check_version

    at = address(options.url)
    with connected(at, reading=True) as base:
        check_version(base, at)
    return at


def _init(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from store.making import make_store

    at = address(options.url)
    with connected(at) as base:  # an address that does not answer is told before the data are read
        base.execute("SELECT 1")
    _, layers = _read(paths, lang)
    with connected(at) as base:
        made, roles = make_store(base, at, layers)
    if not roles:
        tell(edit_word("note", lang, told=word("no_roles", lang)))
    tell(word("made" if made else "there", lang, where=at.shown, n=made))
    return 0


def _show(state: State, lang: str) -> bool:
    """Print what a push writes; False where that is nothing."""
    for layer in state.fresh:
        tell(word("replaced", lang, table=layer.name, n=len(layer.rows)))
    for one in state.differences:
        counts = {"new": len(one.new), "changed": len(one.changed), "gone": len(one.gone)}
        tell(word("counted", lang, table=one.layer.name, **counts))
    return bool(state.fresh or state.differences)


def _push(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from store.push import push, refuse_unpulled
    from store.state import read_state

    at = _ready(options)
    collection, layers = _read(paths, lang)
    if options.dry_run:
        with connected(at, reading=True) as base:
            state = read_state(base, layers)
        _show(state, lang)
        refuse_unpulled(at, state.unpulled)
        tell(word("would", lang))
        return 0

    def progress(table: str) -> None:
        tell(word("writing", lang, table=table), to=sys.stderr)

    with connected(at) as base:
        state = push(base, at, collection, layers, progress)
    tell(word("pushed", lang, where=at.shown) if _show(state, lang) else edit_word("same", lang))
    return 0


def _diff(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from store.state import read_state

    at = _ready(options)
    _, layers = _read(paths, lang)
    with connected(at, reading=True) as base:
        state = read_state(base, layers)
    if state.unpulled:
        tell(word("others", lang))
        for edit in state.unpulled:
            tell(f"  {edit.told(lang)}")
        if state.fresh or state.differences:
            tell(word("ahead", lang))
    if not _show(state, lang) and not state.unpulled:
        tell(edit_word("same", lang))
    return 0


def _pull(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from analyst.edits.confirm import confirm
    from registry.files.together import recover
    from store.pull import pull

    recover(paths.data)
    at = address(options.url)
    with connected(at, reading=True) as base:
        edits = pull(base, at, paths)
    return confirm(edits, paths, lang, yes=options.yes, then=word("rebuild", lang))


COMMANDS = {"init": _init, "push": _push, "pull": _pull, "diff": _diff}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, or 2 after one sentence on what is wrong."""
    return run_chosen(parser, COMMANDS, arguments)


if __name__ == "__main__":
    sys.exit(main())
