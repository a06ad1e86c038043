"""``python -m plans read FILE…``: from files to a table, a text, shapes and a page."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plans.limits import LIMITS
from registry import sentences
from registry.commandline import Commands, add_data, complain, say, tell
from registry.errors import AtlasError
from registry.files.text import file_bytes
from registry.files.writing import whole_files
from registry.naming import first_hidden
from registry.paths import Paths

if TYPE_CHECKING:
    from plans.extraction.extraction import Extraction

WORDS = {
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


def _word(key: str, lang: str, **values: object) -> str:
    return say(WORDS, key, lang, **values)


def add(commands: Commands, lang: str) -> None:
    """The command and its arguments, with help in ``lang``."""
    limits = _word("limits", lang, **vars(LIMITS))
    read = commands.add_parser("read", help=_word("read", lang), epilog=limits)
    read.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_word("file", lang))
    read.add_argument("--plan-id", metavar="X", help=_word("plan_id", lang))
    read.add_argument(
        "--out", type=Path, default=Path("out"), metavar="DIR", help=_word("out", lang)
    )
    read.add_argument("--achievements", action="store_true", help=_word("achievements", lang))
    add_data(read, lang)


def plan_bytes(path: Path) -> bytes:
    """What is in a file, if it may be read at all."""
    return file_bytes(path, str(path), most=LIMITS.file_mb)


def _keep(path: Path, text: str, lang: str) -> None:
    """Move a table that is there and says something else, perhaps corrected by hand, aside."""
    if not path.exists() or path.read_bytes() == text.encode():
        return
    number = 1
    while (other := path.with_name(f"{path.stem}.old-{number}{path.suffix}")).exists():
        number += 1
    path.rename(other)
    tell(_word("kept", lang, path=path, other=other.name))


def _write(extraction: Extraction, out: Path, paths: Paths, lang: str) -> None:
    from geo.geojson import feature_collection
    from plans.commands.placing import feature, locator
    from plans.extraction.page import extraction_page
    from plans.extraction.table import mentions_csv

    locate = locator(paths)
    extraction.place(lambda extracted: locate(extracted).precision.value)
    table = mentions_csv(extraction.found)
    shapes = feature_collection((feature(f, locate(f)) for f in extraction.found), decimals=5)
    texts = {
        "text.txt": extraction.text,
        "mentions.csv": table,
        "mentions.geojson": shapes,
        "page.html": extraction_page(extraction, lang),
    }
    with whole_files() as put:
        for name, text in texts.items():
            put(out / name, text)
        _keep(out / "mentions.csv", table, lang)
    for name in texts:
        tell(_word("wrote", lang, path=out / name))


def run(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    """Read the files and write what was found."""
    if options.out.exists() and not options.out.is_dir():
        raise sentences.not_a_folder(options.out)
    if found := first_hidden(options.plan_id or ""):
        raise sentences.hidden_character("--plan-id", found)
    from plans.extraction.extraction import Extraction, read_file
    from plans.extraction.page import summary
    from plans.matching.match import known
    from registry.land.extent import load_land
    from registry.load import load_plans, load_registry, load_retired

    projects = load_registry(paths).projects
    candidates = known(projects.values())
    plans = load_plans(paths)
    extraction = Extraction()
    read = refused = 0
    for path in options.files:
        plan = options.plan_id or path.stem
        date = plans[plan].date if plan in plans else None
        try:
            document, mentions = read_file(
                plan_bytes(path),
                str(path),
                candidates,
                date=date,
                achievements=options.achievements,
            )
        except AtlasError as error:
            refused += 1
            complain(error, lang)
            continue
        read += 1
        extraction.add(plan, str(path), document, mentions)
    for name, note in extraction.notes:
        told = note.zh if lang == "zh" else note.en
        tell(f"{_word('note', lang)}: {name}: {told}", to=sys.stderr)
    if read:
        extraction.propose({*projects, *load_retired(paths)}, load_land(paths).provinces)
        _write(extraction, options.out, paths, lang)
        tell(summary(extraction.found, lang))
    return 2 if refused else 0
