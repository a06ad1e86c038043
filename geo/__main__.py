"""The command line: ``python -m geo build``, ``check`` and ``locate``."""

from __future__ import annotations

import argparse
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
    "name": ("项目编号、名称、别名，或含地名的短语", "a project's id, name or alias, or a phrase"),
    "data": ("数据文件夹（默认为随附的 data）", "data folder (default: the one shipped)"),
    "wrote": ("已写入 {path}", "wrote {path}"),
    "same": ("没有变化", "nothing changed"),
    "error": ("错误", "error"),
}


def _word(key: str, lang: str, **values: object) -> str:
    return WORDS[key][0 if lang == "zh" else 1].format(**values)


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = argparse.ArgumentParser(prog="python -m geo", description=_word("about", lang))
    commands = top.add_subparsers(dest="command", required=True)
    for name in ("build", "check", "locate"):
        command = commands.add_parser(name, help=_word(name, lang))
        if name == "locate":
            command.add_argument("name", help=_word("name", lang))
        command.add_argument(
            "--data", type=Path, default=DEFAULT.data, help=_word("data", lang), metavar="DIR"
        )
    return top


def _build(paths: Paths, lang: str, _: argparse.Namespace) -> int:
    from geo.build import write

    changed = write(paths)
    for path in changed:
        print(_word("wrote", lang, path=paths.label(path)))
    if not changed:
        print(_word("same", lang))
    return 0


def _check(paths: Paths, lang: str, _: argparse.Namespace) -> int:
    from geo.check import check, summary

    problems = check(paths)
    for problem in problems:
        print(f"{_word('error', lang)}: {problem.text(lang)}", file=sys.stderr)
    if problems:
        return 2
    print(summary(paths, lang))
    return 0


def _locate(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from geo.gazetteer import load_gazetteer
    from geo.locate import describe, find
    from registry.load import load_registry

    answer = find(options.name, load_registry(paths), load_gazetteer(paths), paths)
    print(describe(answer, lang))
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, or 2 after one sentence on what is wrong."""
    lang = shell_language()
    options = parser(lang).parse_args(arguments)
    paths = Paths(options.data.resolve())
    try:
        commands = {"build": _build, "check": _check, "locate": _locate}
        return commands[options.command](paths, lang, options)
    except AtlasError as error:
        print(f"{_word('error', lang)}: {error.text(lang)}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
