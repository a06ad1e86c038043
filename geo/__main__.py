"""The command line: ``python -m geo build``, ``check``, ``doctor``, ``locate``, ``compare``.

A composition root: what a command needs is imported inside its function.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from registry.commandline import Parser, add_data, begin, complain, run_chosen, say, tell
from registry.errors import AtlasError
from registry.paths import Paths

WORDS = {
    "about": ("成渝工程图：由登记册与地理数据生成图层", "Chengyu Project Atlas: build the layers"),
    "moved": (
        "package、import-edits、diff、release 在 python -m analyst",
        "package, import-edits, diff and release are commands of python -m analyst",
    ),
    "build": ("生成 projects.geojson 等文件", "write projects.geojson and its companions"),
    "check": ("检查全部数据，说明哪里不对", "validate everything and say what is wrong where"),
    "locate": (
        "说明一个项目或一句地名是怎样定位的，例如：泸州至永川高速公路",
        "tell how a project, or a phrase such as 泸州至永川高速公路, is found",
    ),
    "doctor": (
        "说明这台机器与数据的情况，供报告问题时附上",
        "tell the state of this machine and the data, for a bug report",
    ),
    "name": ("项目编号、名称、别名，或含地名的短语", "a project's id, name or alias, or a phrase"),
    "compare": (
        "比较一条真实的线（GeoJSON、GeoPackage 等，任何坐标系）：各段差多远",
        "compare a real line (GeoJSON, GeoPackage, …, any CRS): how far off each leg is",
    ),
    "file": ("真实线位所在的文件", "the file that holds the real line"),
    "project": ("与哪个项目比：编号、名称或别名", "which project it is: its id, name or alias"),
    "crs": (
        "文件没有写坐标系时，它是什么，如 EPSG:4490",
        "what the file is in where it does not say, such as EPSG:4490",
    ),
    "layer": ("文件里的哪个图层", "which layer of the file"),
    "no_line": ("没有画成线，无从比较", "is not drawn as a line, there is nothing to compare"),
    "wrote": ("已写入 {path}", "wrote {path}"),
    "same": ("没有变化", "nothing changed"),
}
#: Commands that were here once.
MOVED = ("package", "import-edits", "diff", "release")

_word = partial(say, WORDS)


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = Parser(
        prog="python -m geo", description=_word("about", lang), epilog=_word("moved", lang)
    )
    commands = top.add_subparsers(dest="command", required=True)

    def add(name: str) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(name, help=_word(name, lang))
        add_data(command, lang)
        return command

    add("build")
    add("check")
    add("doctor")
    add("locate").add_argument("name", help=_word("name", lang))
    compared = add("compare")
    compared.add_argument("file", type=Path, metavar="FILE", help=_word("file", lang))
    compared.add_argument("--project", required=True, help=_word("project", lang))
    compared.add_argument("--crs", help=_word("crs", lang))
    compared.add_argument("--layer", help=_word("layer", lang))
    return top


def _build(paths: Paths, lang: str, _: argparse.Namespace) -> int:
    from building.build import write

    changed = write(paths)
    for path in changed:
        tell(_word("wrote", lang, path=paths.label(path)))
    if not changed:
        tell(_word("same", lang))
    return 0


def _check(paths: Paths, lang: str, _: argparse.Namespace) -> int:
    from building.check import check, summary

    checked = check(paths)
    for problem in checked.problems:
        complain(problem, lang)
    if checked.problems:
        return 2
    tell(summary(checked, paths, lang))
    return 0


def _doctor(paths: Paths, lang: str, _: argparse.Namespace) -> int:
    from building.doctor import report

    for line in report(paths, lang):
        tell(line)
    return 0


def _locate(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from geo.gazetteer import load_gazetteer
    from geo.locate import describe, find
    from layers.search.index import by_names
    from layers.search.matcher import search
    from registry.load import Registry, load_registry

    def meant(text: str, registry: Registry) -> tuple[str, ...]:
        there = {p.id: (p.name, p.name_en, *p.aliases) for p in registry.projects.values()}
        found = search(by_names(there), text)
        return (found.sole,) if found.sole else found.ids

    answer = find(options.name, load_registry(paths), load_gazetteer(paths), paths, search=meant)
    tell(describe(answer, lang))
    return 0


def _compare(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from geo.gazetteer import load_gazetteer
    from geo.legs.comparing import compare, described
    from geo.legs.lines import read_line
    from geo.locate import find
    from registry.load import load_registry

    answer = find(options.project, load_registry(paths), load_gazetteer(paths), paths)
    legs = answer.located.legs
    if answer.project is None or not legs:
        zh, en = WORDS["no_line"]
        raise AtlasError(options.project, zh=zh, en=en)
    compared = compare(read_line(options.file, options.crs, options.layer, paths), legs, paths)
    tell(f"{answer.title} ({answer.project.id})")
    for line in described(compared, lang):
        tell(line)
    return 0


COMMANDS = {
    "build": _build,
    "check": _check,
    "doctor": _doctor,
    "locate": _locate,
    "compare": _compare,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, or 2 after one sentence on what is wrong."""
    lang = begin()
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] in MOVED:
        now = f"python -m analyst {arguments[0]}"
        complain(
            AtlasError(f"python -m geo {arguments[0]}", zh=f"现在是 {now}", en=f"is now {now}"),
            lang,
        )
        return 2
    return run_chosen(parser, COMMANDS, arguments)


if __name__ == "__main__":
    sys.exit(main())
