"""The command line: ``python -m facts stale`` and ``add``."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from facts.upkeep.add import ASKED, add, file_of
from facts.upkeep.asking import add_asking, described
from facts.upkeep.stale import Stale, stale
from registry.commandline import Parser, add_data, complain, run_chosen, say, tell
from registry.errors import AtlasError
from registry.load import load_registry
from registry.outcome.vocab import CURRENT_STATUSES
from registry.paths import Paths

WORDS = {
    "about": (
        "成渝工程图：计划之后的事实",
        "Chengyu Project Atlas: the facts that came after the plans",
    ),
    "stale": (
        "列出很久没有查看的项目，最要紧的在前",
        "list the projects not looked at for long, the most wanted first",
    ),
    "add": (
        "给一个项目加一条事实；没给的选项会逐项询问",
        "add a fact to a project; what is not given as an option is asked for",
    ),
    "older": ("多久没有查看，如 12m 或 1y（默认 12m）", "for how long, as 12m or 1y (default 12m)"),
    "on": ("从哪一天算起（默认今天）", "the day to count from (default today)"),
    "project": ("项目编号", "the project's id"),
    "none": ("没有要查看的", "nothing to look at"),
    "never": ("从未查看", "never looked at"),
    "looked": ("{date} 查看", "looked at {date}"),
    "silent": ("{date} 之后没有消息", "no sign since {date}"),
    "due": ("{date} 已过", "{date} has passed"),
    "wrote": ("已写入 {path}；请运行 python -m geo build", "wrote {path}; run python -m geo build"),
    "total": ("共 {n} 项", "{n} in all"),
}
_AGE = re.compile(r"([0-9]{1,4})(m|y)")
_word = partial(say, WORDS)


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = Parser(prog="python -m facts", description=_word("about", lang))
    commands = top.add_subparsers(dest="command", required=True)
    seen = commands.add_parser("stale", help=_word("stale", lang))
    add_data(seen, lang)
    seen.add_argument("--older-than", default="12m", metavar="12m", help=_word("older", lang))
    seen.add_argument("--on", metavar="DATE", help=_word("on", lang))
    new = commands.add_parser("add", help=_word("add", lang))
    add_data(new, lang)
    new.add_argument("project", help=_word("project", lang))
    for name in ASKED:
        option = f"--{name.replace('_', '-')}"
        new.add_argument(option, dest=name, metavar=name.upper(), help=described(name, lang))
    return top


def months(text: str) -> int:
    """``12m`` or ``1y`` in months; AtlasError for anything else."""
    match = _AGE.fullmatch(text)
    if match is None:
        raise AtlasError(
            "--older-than", zh=f"“{text}”应当像 12m 或 1y", en=f"{text!r} must look like 12m or 1y"
        )
    return int(match[1]) * (12 if match[2] == "y" else 1)


def day(text: str | None) -> str:
    """The day in ``text``, today without one; AtlasError when it is no day."""
    try:
        return (datetime.date.fromisoformat(text) if text else datetime.date.today()).isoformat()
    except ValueError as error:
        raise AtlasError(
            "--on",
            zh=f"“{text}”不是像 2026-11-26 的日期",
            en=f"{text!r} is no date such as 2026-11-26",
        ) from error


def _line(entry: Stale, lang: str) -> str:
    term = CURRENT_STATUSES[entry.status]
    said = [
        _word("looked", lang, date=entry.looked_at) if entry.looked_at else _word("never", lang),
        term.zh if lang == "zh" else term.en,
    ]
    if entry.heard:
        said.append(_word("silent", lang, date=entry.heard))
    if entry.due:
        said.append(_word("due", lang, date=entry.due))
    name = entry.project.name if lang == "zh" else entry.project.name_en
    return f"{entry.project.id}  {name}  " + ("；" if lang == "zh" else "; ").join(said)


def _stale(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    back, on = months(options.older_than), day(options.on)
    listed = stale(load_registry(paths).projects, on=on, months=back)
    for one in listed:
        tell(_line(one, lang))
    tell(_word("total", lang, n=len(listed)) if listed else _word("none", lang))
    return 0


def _add(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    file_of(options.project, paths)
    given = {name: getattr(options, name) or "" for name in ASKED}

    def write(facts: Mapping[str, str]) -> Path:
        return add(options.project, facts, paths)

    if any(given.values()):
        wrote = write(given)
    else:
        wrote = add_asking(write, lambda error: complain(error, lang), lang, input)
    tell(_word("wrote", lang, path=paths.label(wrote)))
    return 0


COMMANDS = {"stale": _stale, "add": _add}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; 2 on bad input, with one sentence that says where."""
    return run_chosen(parser, COMMANDS, argv)


if __name__ == "__main__":
    sys.exit(main())
