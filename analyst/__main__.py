"""``python -m analyst package``, ``import-edits``, ``import-notes``, ``diff``, ``release``.

A composition root: what a command needs is imported inside its function.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from analyst.edits.words import word as confirmed
from layers.options import add_filters
from registry.commandline import Parser, add_data, run_chosen, say, tell
from registry.errors import AtlasError
from registry.paths import Paths

if TYPE_CHECKING:
    from analyst.edits.read import Edits

WORDS = {
    "about": (
        "成渝工程图：与别的软件交换数据，比较与发布",
        "Chengyu Project Atlas: exchange with other software, compare and release",
    ),
    "package": (
        "写分析包：GeoPackage、QGIS 项目、GeoJSON、GeoParquet、CSV、OC4IDS",
        "write the analyst's package: GeoPackage, QGIS project, GeoJSON, GeoParquet, CSV, OC4IDS",
    ),
    "diff": ("比较两版 projects.geojson", "compare two releases of projects.geojson"),
    "import-edits": (
        "把在 QGIS 里改过的 atlas.gpkg 带回登记册；或用 --project 取入一条真实的线",
        "bring what was edited in QGIS in atlas.gpkg back into the registry; or, with --project, "
        "take in a real line",
    ),
    "import-notes": (
        "看收到的指正：新的、已有的、项目后来改过的、没有这个项目的；什么都不写",
        "look at correction notes: new, already there, project changed since, unknown project; "
        "writes nothing",
    ),
    "release": (
        "发布时记下现有编号，以后不得悄悄消失",
        "note the ids at a release, so that none vanishes silently afterwards",
    ),
    "output": ("要写的文件夹", "the folder to write"),
    "force": ("已有的分析包可以覆盖", "replace a package that is there"),
    "old": ("旧版文件", "the older file"),
    "new": ("新版文件", "the newer file"),
    "format": ("输出格式", "how to print it"),
    "least": ("移动多少公里才算（默认 {km}）", "how many km count as moved (default {km})"),
    "edited": (
        "改过的 atlas.gpkg，或线位所在的文件",
        "the edited atlas.gpkg, or the file of a line",
    ),
    "project": (
        "线位属于哪个项目：编号、名称或别名，可写几次",
        "which project runs along the line: its id, name or alias; may be given several times",
    ),
    "accuracy": ("线位至多偏多少米", "how many metres the line is off at most"),
    "source": ("线位的出处", "who gives the line"),
    "crs": (
        "文件没有写坐标系时，它是什么，如 EPSG:4490",
        "what the file is in where it does not say, such as EPSG:4490",
    ),
    "layer": ("文件里的哪个图层", "which layer of the file"),
    "needs_project": ("要同时写 --project", "needs --project beside it"),
    "needs_both": (
        "取入一条线时要写明 --accuracy 与 --source",
        "a line is taken in with --accuracy and --source",
    ),
    "notes": (
        "指正文件，每个是一条或一列 JSON",
        "files of notes, each one JSON object or a list of them",
    ),
    "known": (
        "以前收下的指正：文件，或其中只有 .json 的文件夹；可写几次",
        "notes that were kept before: a file, or a folder of .json files; may be given several "
        "times",
    ),
    "version": ("版本号，写在文件头", "the release's number, written at the head"),
    "wrote": ("已写入 {path}", "wrote {path}"),
    "rebuild": ("接着请运行 python -m geo build", "now run python -m geo build"),
}

_word = partial(say, WORDS)


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = Parser(prog="python -m analyst", description=_word("about", lang))
    commands = top.add_subparsers(dest="command", required=True)

    def add(name: str) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(name, help=_word(name, lang))
        add_data(command, lang)
        return command

    package = add("package")
    package.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help=_word("output", lang)
    )
    package.add_argument("--force", action="store_true", help=_word("force", lang))
    add_filters(package, lang, every_mode=True)
    edits = add("import-edits")
    edits.add_argument("edited", type=Path, help=_word("edited", lang))
    edits.add_argument("--yes", action="store_true", help=confirmed("yes", lang))
    edits.add_argument("--project", action="append", help=_word("project", lang))
    edits.add_argument("--accuracy", type=float, metavar="M", help=_word("accuracy", lang))
    edits.add_argument("--source", help=_word("source", lang))
    edits.add_argument("--crs", help=_word("crs", lang))
    edits.add_argument("--layer", help=_word("layer", lang))
    notes = add("import-notes")
    notes.add_argument("files", type=Path, nargs="+", metavar="FILE", help=_word("notes", lang))
    notes.add_argument(
        "--known", type=Path, action="append", default=[], help=_word("known", lang), metavar="PATH"
    )
    notes.add_argument(
        "--format", choices=("text", "csv", "json"), default="text", help=_word("format", lang)
    )
    diff = add("diff")
    diff.add_argument("old", type=Path, help=_word("old", lang))
    diff.add_argument("new", type=Path, help=_word("new", lang))
    diff.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help=_word("format", lang)
    )
    diff.add_argument(
        "--least-km", type=float, default=0.1, help=_word("least", lang, km=0.1), metavar="KM"
    )
    add("release").add_argument("version", help=_word("version", lang))
    return top


def _package(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from analyst import command

    return command.run(paths, lang, options)


def _edits(paths: Paths, lang: str, options: argparse.Namespace) -> Edits:
    """What an edited package or, where a project is named, a real line would change."""
    if not options.project:
        from analyst.edits.read import read_edits

        for name in ("accuracy", "source", "crs", "layer"):
            if getattr(options, name) is not None:
                zh, en = WORDS["needs_project"]
                raise AtlasError(f"--{name}", zh=zh, en=en)
        return read_edits(options.edited, paths)
    from analyst.edits.lines import read_given

    if options.accuracy is None or options.source is None:
        zh, en = WORDS["needs_both"]
        raise AtlasError("--project", zh=zh, en=en)
    return read_given(
        options.edited,
        options.project,
        options.accuracy,
        options.source,
        crs=options.crs,
        layer=options.layer,
        paths=paths,
        lang=lang,
    )


def _import_edits(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from analyst.edits.confirm import confirm
    from registry.files.together import recover

    recover(paths.data)
    edits = _edits(paths, lang, options)
    return confirm(edits, paths, lang, yes=options.yes, then=_word("rebuild", lang))


def _import_notes(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from analyst.notes.judging import judge, read_given, read_known
    from analyst.notes.render import render

    given, known = read_given(options.files), read_known(options.known)
    tell(render(judge(given, known, paths), options.format, lang))
    return 0


def _diff(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from analyst.diff.compare import compare
    from analyst.diff.render import render
    from registry.load import load_retired

    difference = compare(
        options.old, options.new, retired=load_retired(paths), least_km=options.least_km
    )
    tell(render(difference, options.format, lang).removesuffix("\n"))
    return 0


def _release(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from building.releases import write_released

    tell(_word("wrote", lang, path=paths.label(write_released(options.version, paths))))
    return 0


COMMANDS = {
    "package": _package,
    "import-edits": _import_edits,
    "import-notes": _import_notes,
    "diff": _diff,
    "release": _release,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, or 2 after one sentence on what is wrong."""
    return run_chosen(parser, COMMANDS, arguments)


if __name__ == "__main__":
    sys.exit(main())
