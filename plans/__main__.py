"""The command line: ``python -m plans read FILE…``.

It is the composition root: what a command needs is imported inside its function.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plans.limits import LIMITS
from registry import sentences
from registry.commandline import add_data, complain, run_chosen, say
from registry.errors import AtlasError
from registry.files import holds, write_text
from registry.paths import Paths

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from plans.findings.findings import Finding, Findings

WORDS = {
    "about": ("成渝工程图：从计划文本里找出项目", "Chengyu Project Atlas: find projects in plans"),
    "read": (
        "读计划文件，把找到的项目写成表、文本、GeoJSON 和网页",
        "read plan files; write the projects found as a table, text, GeoJSON and a page",
    ),
    "file": (
        "文件：txt、html、docx、xlsx、rtf，或带文字的 pdf",
        "files: txt, html, docx, xlsx, rtf, or pdf with text",
    ),
    "plan_id": (
        "计划的编号，可以是新的（默认用文件名）",
        "the plan's id, which may be new (default: the file's name)",
    ),
    "out": ("要写的文件夹（默认 out）", "the folder to write (default: out)"),
    "achievements": (
        "也列出已完成的成绩",
        "list achievements of past years too",
    ),
    "limits": (
        "上限：每个文件 {file_mb} MB、{pages} 页、{text_mb} MB 文字、{seconds} 秒，"
        "解压不超过 {expansion} 倍。",
        "Limits: {file_mb} MB a file, {pages} pages, {text_mb} MB of text, {seconds} s, "
        "{expansion}:1 when unpacked.",
    ),
    "wrote": ("已写入 {path}", "wrote {path}"),
    "kept": (
        "原有的 {path} 已改名为 {other}",
        "the {path} that was there is now {other}",
    ),
    "note": ("提示", "note"),
}


_word = partial(say, WORDS)


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = argparse.ArgumentParser(prog="python -m plans", description=_word("about", lang))
    commands = top.add_subparsers(dest="command", required=True)
    limits = _word("limits", lang, **vars(LIMITS))
    read = commands.add_parser("read", help=_word("read", lang), epilog=limits)
    read.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_word("file", lang))
    read.add_argument("--plan-id", metavar="X", help=_word("plan_id", lang))
    read.add_argument(
        "--out", type=Path, default=Path("out"), metavar="DIR", help=_word("out", lang)
    )
    read.add_argument("--achievements", action="store_true", help=_word("achievements", lang))
    add_data(read, lang)
    return top


def _bytes(path: Path) -> bytes:
    """What is in a file, if it may be read at all."""
    from plans.documents.reader import check_size

    try:
        check_size(path.stat().st_size, str(path))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise sentences.missing(str(path)) from error
    except OSError as error:
        raise sentences.unreadable(str(path), error.strerror) from error


def _locator(paths: Paths) -> Callable[[Finding], tuple[dict[str, object], BaseGeometry | None]]:
    """How a finding is put on the map: as the known project, else where its places are."""
    from geo.gazetteer import load_gazetteer
    from geo.geocode import locate_project
    from geo.locate import find
    from plans.findings.table import row
    from registry.load import load_registry

    registry, gazetteer = load_registry(paths), load_gazetteer(paths)

    def locate(finding: Finding) -> tuple[dict[str, object], BaseGeometry | None]:
        properties = {"id": f"{finding.plan}-{finding.mention.start}", **row(finding)}
        try:
            if project := registry.projects.get(finding.mention.project_id):
                located = locate_project(project, gazetteer, paths)
            else:
                answer = find(finding.mention.name, registry, gazetteer, paths)
                if answer.project:  # named alike, but not the one that was matched
                    return {**properties, "precision": "none", "located": ""}, None
                located = answer.located
        except AtlasError as error:
            return {**properties, "precision": "none", "located": f"{error.zh} / {error.en}"}, None
        told = {"precision": located.precision.value, "located": located.source}
        return {**properties, **told}, located.geometry

    return locate


def _keep(path: Path, text: str, lang: str) -> None:
    """Move a table that is there and says something else, perhaps corrected by hand, aside."""
    if not path.exists() or holds(path, text):
        return
    number = 1
    while (other := path.with_name(f"{path.stem}.old-{number}{path.suffix}")).exists():
        number += 1
    path.rename(other)
    print(_word("kept", lang, path=path, other=other.name))


def _write(findings: Findings, out: Path, paths: Paths, lang: str) -> None:
    from geo.geojson import feature_collection
    from plans.findings.page import findings_page
    from plans.findings.table import mentions_csv

    locate = _locator(paths)
    table = mentions_csv(findings.found)
    shapes = feature_collection(map(locate, findings.found), decimals=5)
    if out.exists() and not out.is_dir():
        raise sentences.not_a_folder(out)
    _keep(out / "mentions.csv", table, lang)
    for name, text in (
        ("text.txt", findings.text),
        ("mentions.csv", table),
        ("mentions.geojson", shapes),
        ("page.html", findings_page(findings, lang)),
    ):
        write_text(out / name, text)
        print(_word("wrote", lang, path=out / name))


def _read(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    from plans.findings.findings import Findings, read_file
    from plans.findings.page import summary
    from plans.matching.match import known
    from registry.load import load_plans, load_registry

    candidates = known(load_registry(paths).projects.values())
    plans = load_plans(paths)
    findings = Findings()
    read = refused = 0
    for path in options.files:
        plan = options.plan_id or path.stem
        date = plans[plan].date if plan in plans else None
        try:
            document, mentions = read_file(
                _bytes(path), str(path), candidates, date=date, achievements=options.achievements
            )
        except AtlasError as error:
            refused += 1
            complain(error, lang)
            continue
        read += 1
        findings.add(plan, str(path), document, mentions)
    for name, note in findings.notes:
        told = note.zh if lang == "zh" else note.en
        print(f"{_word('note', lang)}: {name}: {told}", file=sys.stderr)
    if read:
        _write(findings, options.out, paths, lang)
        print(summary(findings.found, lang))
    return 2 if refused else 0


COMMANDS = {"read": _read}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, or 2 after one sentence on each thing that is wrong."""
    return run_chosen(parser, COMMANDS, arguments)


if __name__ == "__main__":
    sys.exit(main())
