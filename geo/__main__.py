"""The command line: ``python -m geo build``, ``check``, ``locate``, ``package``, ``diff``, …

It is the composition root: what a command needs is imported inside its function.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from registry.errors import AtlasError, shell_language
from registry.paths import DEFAULT, Paths

WORDS = {
    "about": ("成渝工程图：由登记册与地理数据生成图层", "Chengyu Project Atlas: build the layers"),
    "build": ("生成 projects.geojson 等文件", "write projects.geojson and its companions"),
    "check": ("检查全部数据，说明哪里不对", "validate everything and say what is wrong where"),
    "locate": (
        "说明一个项目或一句地名是怎样定位的，例如：泸州至永川高速公路",
        "tell how a project, or a phrase such as 泸州至永川高速公路, is found",
    ),
    "package": (
        "写分析包：GeoPackage、QGIS 项目、GeoJSON、GeoParquet、CSV、OC4IDS",
        "write the analyst's package: GeoPackage, QGIS project, GeoJSON, GeoParquet, CSV, OC4IDS",
    ),
    "diff": ("比较两版 projects.geojson", "compare two releases of projects.geojson"),
    "import-edits": (
        "把在 QGIS 里改过的 atlas.gpkg 带回登记册",
        "bring what was edited in QGIS in atlas.gpkg back into the registry",
    ),
    "release": (
        "发布时记下现有编号，以后不得悄悄消失",
        "note the ids at a release, so that none vanishes silently afterwards",
    ),
    "name": ("项目编号、名称、别名，或含地名的短语", "a project's id, name or alias, or a phrase"),
    "data": ("数据文件夹（默认为随附的 data）", "data folder (default: the one shipped)"),
    "output": ("要写的文件夹", "the folder to write"),
    "force": ("已有的分析包可以覆盖", "replace a package that is there"),
    "filter": ("只要这些，可用逗号或重复给出", "only these; comma-separated or repeated"),
    "query": ("名称、别名或编号里的字", "words in the name, an alias or the id"),
    "old": ("旧版文件", "the older file"),
    "new": ("新版文件", "the newer file"),
    "format": ("输出格式", "how to print it"),
    "least": ("移动多少公里才算（默认 {km}）", "how many km count as moved (default {km})"),
    "edited": ("改过的 atlas.gpkg", "the edited atlas.gpkg"),
    "yes": ("不再询问", "do not ask"),
    "version": ("版本号，写在文件头", "the release's number, written at the head"),
    "wrote": ("已写入 {path}", "wrote {path}"),
    "same": ("没有变化", "nothing changed"),
    "ask": ("写入登记册？[y/N] ", "Write this to the registry? [y/N] "),
    "kept": ("没有写入", "nothing written"),
    "rebuild": ("接着请运行 python -m geo build", "now run python -m geo build"),
    "error": ("错误", "error"),
}


def _word(key: str, lang: str, **values: object) -> str:
    return WORDS[key][0 if lang == "zh" else 1].format(**values)


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = argparse.ArgumentParser(prog="python -m geo", description=_word("about", lang))
    commands = top.add_subparsers(dest="command", required=True)

    def add(name: str, *, data: bool = True) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(name, help=_word(name, lang))
        if data:
            command.add_argument(
                "--data", type=Path, default=DEFAULT.data, help=_word("data", lang), metavar="DIR"
            )
        return command

    add("build")
    add("check")
    add("locate").add_argument("name", help=_word("name", lang))
    package = add("package")
    package.add_argument("-o", "--output", required=True, metavar="DIR", help=_word("output", lang))
    package.add_argument("--force", action="store_true", help=_word("force", lang))
    for name in ("plan", "status", "region", "mode"):
        package.add_argument(f"--{name}", action="append", help=_word("filter", lang))
    package.add_argument("--query", help=_word("query", lang))
    diff = add("diff")
    diff.add_argument("old", type=Path, help=_word("old", lang))
    diff.add_argument("new", type=Path, help=_word("new", lang))
    diff.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help=_word("format", lang)
    )
    diff.add_argument(
        "--least-km", type=float, default=0.1, help=_word("least", lang, km=0.1), metavar="KM"
    )
    edits = add("import-edits")
    edits.add_argument("edited", type=Path, help=_word("edited", lang))
    edits.add_argument("--yes", action="store_true", help=_word("yes", lang))
    add("release").add_argument("version", help=_word("version", lang))
    return top


def _build(paths: Paths, lang: str, _: argparse.Namespace) -> int:
    from building.build import write

    changed = write(paths)
    for path in changed:
        print(_word("wrote", lang, path=paths.label(path)))
    if not changed:
        print(_word("same", lang))
    return 0


def _check(paths: Paths, lang: str, _: argparse.Namespace) -> int:
    from building.check import check, summary

    checked = check(paths)
    for problem in checked.problems:
        print(f"{_word('error', lang)}: {problem.text(lang)}", file=sys.stderr)
    if checked.problems:
        return 2
    print(summary(checked, paths, lang))
    return 0


def _locate(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from geo.gazetteer import load_gazetteer
    from geo.locate import describe, find
    from registry.load import load_registry

    answer = find(options.name, load_registry(paths), load_gazetteer(paths), paths)
    print(describe(answer, lang))
    return 0


def _package(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from analyst.command import run

    return run(paths, lang, options)


def _diff(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from analyst.diff.compare import compare
    from analyst.diff.render import render
    from registry.load import load_retired

    found = compare(
        options.old, options.new, retired=load_retired(paths), least_km=options.least_km
    )
    print(render(found, options.format, lang), end="")
    return 0


def _import_edits(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from analyst.edits.read import read_edits

    edits = read_edits(options.edited, paths)
    if not edits.files:
        print(_word("same", lang))
        return 0
    print("\n".join(edits.shown), flush=True)
    if not options.yes:
        try:
            answer = input(_word("ask", lang))
        except EOFError:
            answer = ""
        if answer.strip().casefold() not in ("y", "yes", "是"):
            print(_word("kept", lang))
            return 0
    for path in edits.write(paths):
        print(_word("wrote", lang, path=paths.label(path)))
    print(_word("rebuild", lang))
    return 0


def _release(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from building.releases import write_released

    print(_word("wrote", lang, path=paths.label(write_released(options.version, paths))))
    return 0


COMMANDS = {
    "build": _build,
    "check": _check,
    "locate": _locate,
    "package": _package,
    "diff": _diff,
    "import-edits": _import_edits,
    "release": _release,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, or 2 after one sentence on what is wrong."""
    lang = shell_language()
    options = parser(lang).parse_args(arguments)
    paths = Paths(options.data.resolve())
    try:
        return COMMANDS[options.command](paths, lang, options)
    except AtlasError as error:
        print(f"{_word('error', lang)}: {error.text(lang)}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output, such as `head`, has gone; that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
