"""``python -m plans atlas DIR FILE… --provinces 42``: a data folder from nothing but plans."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plans.accepting.describe import ASKED, guessed, plan_from
from plans.commands.read import plan_bytes
from registry import sentences
from registry.commandline import Commands, complain, say, tell, watched
from registry.errors import AtlasError
from registry.files import write_text
from registry.files.litter import sweep_once
from registry.files.writing import whole_folder
from registry.files.yaml.read import read_list
from registry.models import Plan
from registry.naming import hidden, trimmed, unfit
from registry.paths import DEFAULT, Paths, real

if TYPE_CHECKING:
    from plans.accepting.rows import Reviewed
    from plans.documents import Document

WORDS: Mapping[str, tuple[str, str]] = {
    "atlas": (
        "从计划文件做出另一个地区的整套数据：边界、地名、河流、路网、计划、项目（未核对）、成品文件",
        "make the whole data folder of another region from plan files: boundaries, places, rivers, "
        "networks, plans, projects (not reviewed), built files",
    ),
    "dir": ("要做的数据文件夹", "the data folder to make"),
    "file": ("计划文件", "plan files"),
    "provinces": (
        "省级区划代码或名称，可写几个，如 42 或 湖北省,湖南省",
        "provinces by code or name, several if wanted, such as 42 or 湖北省,湖南省",
    ),
    "plans": (
        "像 plans.yaml 那样说明计划的文件；没写的从文本推测",
        "a file like plans.yaml that describes the plans; the rest is guessed from the texts",
    ),
    "title": ("标题（默认 省名+工程图）", "the title in Chinese (default: the provinces' names)"),
    "title_en": ("英文标题", "the title in English"),
    "force": ("替换已有的数据文件夹", "replace a data folder that is there"),
    "achievements": ("也收入已完成的成绩", "take in achievements of past years too"),
    "deriving": ("地理", "geography"),
    "reading": ("计划", "plans"),
    "building": ("生成", "building"),
    "left": (
        "{plan}：“{name}”不能作名称，没有收入",
        "{plan}: {name!r} is no name and was left out",
    ),
    "guess": ("{plan}：{name}（从文本推测）：{value}", "{plan}: {name} (guessed): {value}"),
    "made": ("已写入 {path}", "wrote {path}"),
    "show": ("查看：ATLAS_DATA={path} make app", "to see it: ATLAS_DATA={path} make app"),
}
word = partial(say, WORDS)
_FILES = {
    "plans": "plans: []\n",
    "retired": "# An id is never used again and never vanishes.\nretired: []\n",
    "released": "# The ids of the last release, none yet.\n",
}


@dataclass(frozen=True)
class Text:
    """A plan's file as it was read."""

    plan: Plan
    path: Path
    document: Document


def add(commands: Commands, lang: str) -> None:
    """The command and its arguments, with help in ``lang``."""
    command = commands.add_parser("atlas", help=word("atlas", lang))
    command.add_argument("dir", type=Path, metavar="DIR", help=word("dir", lang))
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help=word("file", lang))
    command.add_argument(
        "--provinces",
        nargs="+",
        action="extend",
        required=True,
        metavar="42",
        help=word("provinces", lang),
    )
    command.add_argument("--plans", type=Path, metavar="YAML", help=word("plans", lang))
    command.add_argument("--title", metavar="TEXT", help=word("title", lang))
    command.add_argument("--title-en", metavar="TEXT", help=word("title_en", lang))
    command.add_argument("--achievements", action="store_true", help=word("achievements", lang))
    command.add_argument("--force", action="store_true", help=word("force", lang))
    command.set_defaults(data=DEFAULT.data)


def _check_target(target: Path, files: list[Path], force: bool) -> None:
    """Refuse a target that is no folder, or holds what is not to be replaced."""
    sweep_once(target.parent)
    if not target.exists():
        return
    if not target.is_dir():
        raise sentences.not_a_folder(target)
    if not any(target.iterdir()):
        return
    if not force:
        raise sentences.already_there(target)
    own = Paths(target)
    made = all(path.exists() for path in (own.titles, own.plans, own.borders))
    inside = any(real(file).is_relative_to(target) for file in files)
    if not made or inside or target == DEFAULT.data:
        raise AtlasError(
            str(target),
            zh="不是 atlas 做出的数据文件夹，或者计划文件就在里面，不替换",
            en="is no data folder made by atlas, or holds the plan files; it is not replaced",
        )


def _ident(stem: str, taken: set[str]) -> str:
    """An id for the plan in a file called ``stem``, which no other plan has."""
    from plans.matching.romanize import pinyin

    parts = (pinyin(part) for part in re.findall(r"[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+", stem))
    words = re.findall("[a-z0-9]+", " ".join(parts).lower().replace("'", ""))
    ident = base = "-".join(words)[:50].strip("-") or "plan"
    number = 2
    while ident in taken:
        ident, number = f"{base}-{number}", number + 1
    return ident


def _described(path: Path | None) -> dict[str, dict[str, Any]]:
    """What a person says of the plans, by the name of their file and by id."""
    if path is None:
        return {}
    told = read_list(path, str(path), "plans")
    return {**{str(item.get("text", "")): item for item in told.values()}, **told}


def _texts(options: argparse.Namespace, lang: str) -> tuple[list[Text], int]:
    """The files that can be read, by the plans' dates, and how many cannot."""
    from plans.documents import read_document

    told = _described(options.plans)
    found: list[Text] = []
    refused = 0
    for path in options.files:
        try:
            document = read_document(plan_bytes(path), str(path))
        except AtlasError as error:
            complain(error, lang)
            refused += 1
            continue
        item = told.get(path.name) or told.get(path.stem) or {}
        ident = str(item.get("id") or _ident(path.stem, {text.plan.id for text in found}))
        guesses = guessed(document.text, ident)
        day = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC).date()
        guesses = {"date": str(day.year), "issuer": "（文本未写明）", **guesses}
        given = {name: _said(item[name]) for name in ASKED if item.get(name)}
        plan = plan_from(ident, given, text=path.name, guesses=guesses)
        for name in ("title", "date"):
            if name not in given:
                tell(word("guess", lang, plan=ident, name=name, value=guesses[name]), to=sys.stderr)
        # Neither region nor plan of other data folders is known here.
        plan = plan.model_copy(update={"region": None, "based_on": None})
        found.append(Text(plan, path, document))
    return sorted(found, key=lambda text: (text.plan.date, text.plan.id)), refused


def _said(value: object) -> str:
    return "-".join(map(str, value)) if isinstance(value, list) else str(value)


def _titles(options: argparse.Namespace) -> dict[str, str]:
    """What the data folder calls itself; AtlasError at the option for what is no title."""
    from registry.land.titles import check_title
    from scripts.frame import home_of, province_names
    from scripts.make_land import region_id
    from scripts.sources.romanize import english

    called = [province_names()[code] for code in home_of(options.provinces)]
    zh, en = options.title, options.title_en
    if zh is None:
        zh = "、".join(called) + "工程图"
    if en is None:
        en = f"{', '.join(map(english, called))} Project Atlas"
    check_title(zh, "--title")
    check_title(en, "--title-en")
    name = "-".join([*map(region_id, called), "atlas"])[:60].rstrip("-")
    return {"title": trimmed(zh), "title_en": trimmed(en), "name": name}


def _settings(paths: Paths, titles: Mapping[str, str]) -> None:
    """The small files of a data folder, and what it calls itself."""
    from registry.files.records import yaml_text

    for name, text in _FILES.items():
        write_text(getattr(paths, name), text)
    paths.projects.mkdir()
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    write_text(paths.facts, f'# Up to which day facts are gathered.\nfacts_as_of: "{today}"\n')
    write_text(paths.titles, yaml_text(dict(titles)))


def _fits(row: Reviewed, lang: str) -> bool:
    """Whether a record can hold the row's texts; one that cannot is told."""
    fine = not unfit(row.name) and not any(
        hidden(text) for text in (row.as_written, row.action, row.clause, row.doubt)
    )
    if not fine:
        tell(word("left", lang, plan=row.plan, name=row.name), to=sys.stderr)
    return fine


def _take(text: Text, paths: Paths, lang: str, achievements: bool) -> None:
    """Put the mentions of one plan into the registry."""
    from plans.accepting.changes import accept
    from plans.accepting.rows import reviewed
    from plans.commands.carry import routes
    from plans.extraction.extraction import Extraction, document_mentions
    from plans.matching.match import known
    from registry.files.together import write_together
    from registry.land.extent import load_land
    from registry.load import load_registry

    projects = load_registry(paths).projects
    mentions = document_mentions(
        text.document, known(projects.values()), date=text.plan.date, achievements=achievements
    )
    extraction = Extraction()
    extraction.add(text.plan.id, text.path.name, text.document, mentions)
    extraction.propose(projects, load_land(paths).provinces)
    rows = [
        row for row in reviewed(extraction.found, achievements=achievements) if _fits(row, lang)
    ]
    changes = accept(text.plan, rows, routes(paths), paths)
    write_together(changes.files, paths.data)


def _fill(
    paths: Paths,
    texts: list[Text],
    titles: Mapping[str, str],
    options: argparse.Namespace,
    lang: str,
) -> str:
    """Fill an empty folder with a data folder; what it holds in one line."""
    from building.build import write
    from building.check import check, summary
    from scripts.make_land import quietly, steps

    for _, step in watched(list(steps(options.provinces, paths)), word("deriving", lang)):
        quietly(step)
    _settings(paths, titles)
    (paths.data / "docs").mkdir()
    for text in watched(texts, word("reading", lang)):
        _take(text, paths, lang, options.achievements)
    write(paths, progress=lambda projects: watched(projects, word("building", lang)))
    checked = check(paths)
    for problem in checked.problems:
        raise problem
    return summary(checked, paths, lang)


def run(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    """Make the data folder: all of it or nothing."""
    from scripts.sources.packages import check_packages

    del paths
    check_packages()
    options.provinces = [one for given in options.provinces for one in re.split("[,，、]", given)]
    target = real(options.dir)
    _check_target(target, options.files, options.force)
    titles = _titles(options)
    texts, refused = _texts(options, lang)
    if not texts:
        return 2
    with whole_folder(target) as work:
        told = _fill(Paths(work), texts, titles, options, lang)
    tell(word("made", lang, path=options.dir))
    tell(told)
    tell(word("show", lang, path=options.dir))
    return 2 if refused else 0
