"""The command line of the maps: ``python -m layers export``, ``find``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date as Date
from functools import partial
from pathlib import Path

from layers import address, options
from layers.publish import export_all, save, talk_file
from layers.publish.export import Sheets, export_html
from layers.records import data
from layers.records.lost import told
from layers.records.model import Atlas
from layers.search.matcher import find as search
from layers.selection import filters
from layers.selection.comparison import Comparing, compare
from layers.selection.resolver import find, names, resolve
from registry import sentences
from registry.commandline import Parser, add_data, run_chosen, say, tell, watched
from registry.errors import AtlasError
from registry.files import write_text
from registry.naming import first_hidden
from registry.paths import Paths

WORDS: dict[str, tuple[str, str]] = {
    "about": ("成渝工程图：把地图写成文件", "Chengyu Project Atlas: write maps to files"),
    "export": (
        "写一个 HTML 文件：不联网也能打开、筛选、演示、打印",
        "write one HTML file that opens, filters, presents and prints without a network",
    ),
    "find": (
        "按名称找项目：与网页的搜索相同，最相符的在前",
        "find projects by name, as the page's search does, the best first",
    ),
    "words": (
        "名称、简称、拼音、站名、起讫点，错一个字也可以",
        "a name or a part of one, pinyin, a station, two ends; a slip does no harm",
    ),
    "near": ("没有叫“{text}”的，名称相近的有：", "none is called {text!r}; with a name like it:"),
    "output": ("要写的文件", "the file to write"),
    "all": (
        "写一个文件夹：每个区域、每部计划一张图，加一页目录",
        "write a folder: one map a region and plan, and an index page",
    ),
    "view": (
        "怎么画：now 现状（默认），plan 计划所说（--all-regions 的默认）",
        "how it is drawn: now, how far projects are (default), or plan, what the plan says"
        " (default of --all-regions)",
    ),
    "on": (
        "地图停在哪一年的 12 月 31 日（默认现在）",
        "the year on whose 31 December the map stands",
    ),
    "compare": (
        "打开时对照两部计划或两个年份（FROM 也可以是 earlier、all）",
        "open on a comparison of two plans or two years (FROM may be earlier or all)",
    ),
    "change": ("只对照这几种变化", "compare these changes alone"),
    "maps": (
        "怎样对照：one 一张图（默认），two 两图并排，swipe 卷帘",
        "how to compare: one map (default), two side by side, or swipe",
    ),
    "only": (
        "文件里只放符合条件的项目（默认放全部，打开后可以放宽）",
        "put only what fits into the file (by default all, so that its filters can widen)",
    ),
    "project": ("打开时选中的项目", "the project whose card is open"),
    "viewport": ("打开时的位置：纬度,经度,级别", "where the map opens: LAT,LON,ZOOM"),
    "title": ("标题", "the title"),
    "subtitle": ("副标题", "the line under the title"),
    "date": ("图上的日期（默认今天）", "the date on the sheet (default: today)"),
    "lang": ("图上的语言（默认随系统）", "the map's language (default: the shell's)"),
    "talk": ("演示的步骤，一个 YAML 文件", "the steps of the talk, a YAML file"),
    "sheets": (
        "打开时就是项目单：筛选出的项目一项一单（用 --project 时只有那一项），可打印成 PDF",
        "open on project sheets, one for each project of the filter (with --project that one"
        " alone), to print as PDF",
    ),
    "force": ("文件已存在时覆盖", "replace a file that is there"),
    "examples": ("例子", "examples"),
    "exist": ("有的是", "what exists"),
    "wrote": ("已写入 {path}（{n} 项，{kb} kB）", "wrote {path} ({n} projects, {kb} kB)"),
    "missing": (
        "{n} 个项目因数据有误不在图上：",
        "{n} not on the map, since the data are wrong:",
    ),
    "wrote_all": ("已写入 {path}（{n} 张图和目录）", "wrote {path} ({n} maps and their index)"),
}

#: What is asked of one file alone: of a folder, each file has its own.
ALONE = ("project", "viewport", "title", "talk", "compare", "change", "maps", "sheets")

EXAMPLES = """\
  python -m layers export -o map.html
  python -m layers export -o wandakai.html --region 万达开 --plan shuangcheng-2020 --lang zh
  python -m layers export -o tongnan.html --place 潼南区 --mode all
  python -m layers export -o neijiang.html --near 内江,20 --mode all
  python -m layers export -o rail.html --mode rail --status preparation,research --title 待建铁路
  python -m layers export -o south.html --region chuannan-yuxi --viewport 29.2,105.4,8.5 --lang en
  python -m layers export -o talk.html --talk docs/talks/chuannan-yuxi.yaml
  python -m layers export -o building.html --current construction,partly_open
  python -m layers export -o then.html --on 2020 --lang zh
  python -m layers export -o changed.html --compare chuannan-2018 chuannan-yuxi-2023 --maps two
  python -m layers export -o slipped.html --finding start_slip,complete_slip --mode all
  python -m layers export -o sheets.html --region 万达开 --sheets --lang zh
  python -m layers export --all-regions maps --mode rail,highway --lang zh
  python -m layers export --all-regions then --on 2020
"""


_word = partial(say, WORDS)


def _codes(lang: str) -> str:
    """What may be asked for, for the help; empty where the data cannot be read."""
    try:
        there = names(data.load())
    except AtlasError:
        return ""
    lines = []
    for kind in (name for name in address.NAMED if name != "place"):
        which = 0 if lang == "zh" else 1
        listed = "\n".join(f"    {code:20} {called[which]}" for code, called in there[kind].items())
        lines.append(f"  --{kind}\n{listed}")
    return "\n" + _word("exist", lang) + ":\n" + "\n".join(lines) + "\n"


class _Export(Parser):
    """Adds what exists to the help; the data are read only when it is asked for."""

    lang = "en"

    def format_help(self) -> str:
        return super().format_help() + _codes(self.lang)


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = Parser(prog="python -m layers", description=_word("about", lang))
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Export)
    one = commands.add_parser(
        "export",
        help=_word("export", lang),
        description=f"{_word('export', lang)}\n\n{options.word('accepts', lang)}",
        epilog=f"{_word('examples', lang)}:\n{EXAMPLES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    one.lang = lang
    target = one.add_mutually_exclusive_group(required=True)
    target.add_argument(
        "-o", "--output", type=Path, metavar="FILE.html", help=_word("output", lang)
    )
    target.add_argument("--all-regions", type=Path, metavar="DIR", help=_word("all", lang))
    group = options.add_filters(one, lang)
    one.add_argument("--view", choices=address.VIEWS, help=_word("view", lang))
    one.add_argument("--on", metavar="YEAR", help=_word("on", lang))
    one.add_argument("--compare", nargs=2, metavar=("FROM", "TO"), help=_word("compare", lang))
    one.add_argument("--change", action="append", metavar="CHANGE", help=_word("change", lang))
    one.add_argument("--maps", choices=address.MAPS, help=_word("maps", lang))
    group.add_argument("--only", action="store_true", help=_word("only", lang))
    group.add_argument("--project", metavar="PROJECT", help=_word("project", lang))
    group.add_argument("--viewport", metavar="LAT,LON,ZOOM", help=_word("viewport", lang))
    one.add_argument("--title", metavar="TEXT", help=_word("title", lang))
    one.add_argument("--subtitle", metavar="TEXT", help=_word("subtitle", lang))
    one.add_argument("--date", metavar="YYYY-MM-DD", help=_word("date", lang))
    one.add_argument("--lang", choices=("zh", "en"), help=_word("lang", lang))
    one.add_argument("--talk", type=Path, metavar="FILE.yaml", help=_word("talk", lang))
    one.add_argument("--sheets", action="store_true", default=None, help=_word("sheets", lang))
    one.add_argument("--force", action="store_true", help=_word("force", lang))
    add_data(one, lang)
    two = commands.add_parser(
        "find",
        help=_word("find", lang),
        description=_word("find", lang),
    )
    two.lang = lang
    two.add_argument("words", metavar="WORDS", nargs="+", help=_word("words", lang))
    add_data(two, lang)
    return top


def _viewport(text: str | None, atlas: Atlas) -> address.Viewport | None:
    if text is None:
        return None
    within = address.limits(atlas)
    found = address.parse_viewport(text, within)
    if found is None:
        limits = [f"{low:g}–{high:g}" for low, high in within.values()]
        example = ",".join(f"{(low + high) / 2:g}" for low, high in within.values())
        raise AtlasError(
            "--viewport",
            zh=f"“{text}”不对：应为 纬度,经度,级别（{'、'.join(limits)}），如 {example}",
            en=f"{text!r} is not LAT,LON,ZOOM ({', '.join(limits)}), such as {example}",
        )
    return found


def _year(text: str | None, atlas: Atlas) -> int | None:
    """The year on which the map stands, by its key of the address."""
    if text is None:
        return None
    years = address.codes_of(atlas)["on"]
    found = find(text, years)
    if found is not None:
        return int(found)
    if not years:
        raise AtlasError(
            "--on",
            zh="数据里没有年份已知的事实，地图不能停在某一年",
            en="the data have no fact with a year, so the map can stand on none",
        )
    first, last = min(years), max(years)
    raise AtlasError(
        "--on",
        zh=f"“{text}”不对：应为 {first} 到 {last} 之间的一年",
        en=f"{text!r} is not a year from {first} to {last}",
    )


def _comparing(given: argparse.Namespace, atlas: Atlas) -> Comparing | None:
    """What the file compares when it opens."""
    if given.compare is None:
        for name in ("change", "maps"):
            if getattr(given, name) is not None:
                raise AtlasError(
                    f"--{name}",
                    zh="只与 --compare 同用",
                    en="goes with --compare only",
                )
        return None
    if given.on is not None:
        raise AtlasError(
            "--on",
            zh="不能与 --compare 同用：对照两个年份写 --compare 2020 2025",
            en="does not go with --compare: two years are --compare 2020 2025",
        )
    start, end = given.compare
    asked = {"from": start, "to": end, "change": given.change, "maps": given.maps}
    return address.named_comparing(
        lambda key: "--compare" if key in ("from", "to") else f"--{key}",
        asked,
        address.codes_of(atlas),
    )


def _shown(name: str, text: str | None) -> str | None:
    """A text of the sheet; AtlasError at its option for a character that cannot be seen."""
    if found := first_hidden(text or ""):
        raise sentences.hidden_character(name, found)
    return text


def _date(text: str | None) -> Date:
    if text is None:
        return Date.today()
    try:
        return Date.fromisoformat(text)
    except ValueError:
        raise AtlasError(
            "--date",
            zh=f"“{text}”不是日期，应如 2024-05-01",
            en=f"{text!r} is not a date such as 2024-05-01",
        ) from None


def _refuse_alone(given: argparse.Namespace) -> None:
    """Refuse for a folder of maps what only one file can be asked for."""
    for name in ALONE:
        if getattr(given, name) is not None:
            raise AtlasError(
                f"--{name}",
                zh="不能与 --all-regions 同用：每张图各有自己的区域、计划、标题和范围",
                en="does not go with --all-regions: each map has its own region, plan, title and"
                " place",
            )


def _tell_missing(atlas: Atlas, lang: str) -> None:
    """What is not on the map, on standard error."""
    if atlas.missing:
        tell(_word("missing", lang, n=len(atlas.missing)), to=sys.stderr)
    for line in told(atlas.missing, lang):
        tell(line, to=sys.stderr)


def _export(paths: Paths, lang: str, given: argparse.Namespace) -> int:
    if given.output is None:
        _refuse_alone(given)
    else:
        save.check_target(given.output, force=given.force)
    date = _date(given.date)
    title, subtitle = _shown("--title", given.title), _shown("--subtitle", given.subtitle)
    atlas = data.load_good(paths)
    _tell_missing(atlas, lang)
    viewport = _viewport(given.viewport, atlas)
    comparing = _comparing(given, atlas)
    year = _year(given.on, atlas)
    chosen = options.chosen_by(atlas, given)
    talk = talk_file.load(given.talk, atlas) if given.talk else None
    map_lang = given.lang or (talk.lang if talk else "") or lang
    if given.output is None:
        written = export_all.export_all(
            atlas,
            given.all_regions,
            chosen=chosen,
            lang=map_lang,
            force=given.force,
            date=date,
            watch=watched,
            view=given.view or address.PLAN,
            on=year,
            subtitle=given.subtitle,
        )
        tell(_word("wrote_all", lang, path=given.all_regions, n=len(written) - 1))
        return 0
    project = given.project
    if project:
        project = resolve("--project", "project", project, names(atlas)["project"])
    if comparing:
        ids = [row.project.id for row in compare(atlas, chosen, comparing)]
    else:
        ids = filters.apply(atlas, chosen).ids
    if not ids:
        raise export_all.empty(str(given.output))
    if project and given.only and project not in ids:
        ids = [*ids, project]
    text = export_html(
        atlas,
        ids=ids if given.only else None,
        chosen=chosen,
        title=title or (talk.title if talk else None) or None,
        subtitle=subtitle,
        lang=map_lang,
        date=date,
        selected=Sheets(project) if given.sheets else project,
        viewport=viewport,
        view=given.view,
        on=comparing or year,
        talk=talk,
    )
    write_text(given.output, text)
    kb = round(len(text.encode()) / 1000)
    tell(_word("wrote", lang, path=given.output, n=len(ids), kb=kb))
    return 0


def _find(paths: Paths, lang: str, given: argparse.Namespace) -> int:
    text = " ".join(given.words)
    atlas = data.load_good(paths)
    found = search(atlas, text)
    if not found.ids:
        near = [f"{atlas.by_id[key].name} ({key})" for key in found.doubts]
        raise AtlasError(
            text,
            zh="没有这个名称的项目" + (f"；是不是要找 {'、'.join(near)}" if near else ""),
            en="no project is called so" + (f", perhaps {', '.join(near)}" if near else ""),
        )
    if found.slipped:
        tell(_word("near", lang, text=text), to=sys.stderr)
    for key in found.ids:
        project = atlas.by_id[key]
        tell(f"{key:30} {project.name if lang == 'zh' else project.name_en or project.name}")
    return 0


_COMMANDS = {"export": _export, "find": _find}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 for bad input (one sentence on stderr), 130 when interrupted."""
    return run_chosen(parser, _COMMANDS, argv)
