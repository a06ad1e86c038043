"""``python -m plans accept OUT_DIR``: reviewed rows become records of the registry."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plans.accepting.describe import ASKED, guessed, plan_from
from registry import sentences
from registry.commandline import Commands, add_data, ask, say, tell, watched
from registry.errors import AtlasError
from registry.fields import FIELDS
from registry.files import read_text
from registry.models import Plan
from registry.paths import Paths

if TYPE_CHECKING:
    from plans.accepting.draft import Changes
    from plans.accepting.rows import Reviewed

WORDS: Mapping[str, tuple[str, str]] = {
    "accept": (
        "把核对过的 mentions.csv 写进登记册；reject 的行不写，人改过的不动",
        "put a reviewed mentions.csv into the registry; rejected rows stay out, what a person "
        "changed stays",
    ),
    "out": ("read 写的文件夹，或其中的 mentions.csv", "the folder that read wrote, or its table"),
    "plan_id": (
        "计划在登记册里的编号（默认用表里的）",
        "the plan's id in the registry (default: that of the table)",
    ),
    "rows": ("只取表里这一部计划的行", "take the rows of this plan only"),
    "text": ("原文的文件名（默认 text.txt）", "name of the text's file (default: text.txt)"),
    "only": ("只写标了 accept 的行", "take only the rows that are marked accept"),
    "replace": (
        "这个编号已接受过另一份文本时，撤回那份的提及，不再询问",
        "where another text was accepted under this id, take its mentions out and do not ask",
    ),
    "replaces": (
        "已接受过另一份文本：其中 {count} 处提及不在这份文本里，会被撤回",
        "was accepted from another text: {count} of its mentions do not stand in this one and "
        "would be taken out",
    ),
    "sure": ("继续吗？[y/N] ", "go on? [y/N] "),
    "dry": ("只说会改什么，不写", "tell what would change and write nothing"),
    "no_build": ("不重新生成成品文件", "do not build the built files anew"),
    "guess": ("{name}（从文本推测）：{value}", "{name} (guessed from the text): {value}"),
    "wrote": ("已写入 {path}", "wrote {path}"),
    "gone": ("已删除 {path}", "removed {path}"),
    "would": ("会写入 {path}", "would write {path}"),
    "would_go": ("会删除 {path}", "would remove {path}"),
    "same": ("没有变化", "nothing changed"),
    "next": ("请运行 python -m geo build{data}", "run python -m geo build{data}"),
    "undo": (
        "撤回：python -m plans remove {plan}{data}",
        "to take it out again: python -m plans remove {plan}{data}",
    ),
    "new": ("新建", "new"),
    "added": ("添加", "added"),
    "changed": ("更新", "changed"),
    "removed": ("撤回", "taken out"),
    "there": ("已有，保留原样", "there already, left as it is"),
    "kept": ("人改过，保留原样", "changed by a person, left as it is"),
    "locating": ("定位", "locating"),
}
word = partial(say, WORDS)


def add(commands: Commands, lang: str) -> None:
    """The command and its arguments, with help in ``lang``."""
    command = commands.add_parser("accept", help=word("accept", lang))
    command.add_argument("out", type=Path, metavar="OUT_DIR", help=word("out", lang))
    command.add_argument("--plan-id", metavar="ID", help=word("plan_id", lang))
    command.add_argument("--rows", metavar="PLAN", help=word("rows", lang))
    for name in ASKED:
        option = f"--{name.replace('_', '-')}"
        command.add_argument(option, dest=name, help=FIELDS[Plan][name][0 if lang == "zh" else 1])
    command.add_argument("--text", default="text.txt", metavar="NAME", help=word("text", lang))
    command.add_argument("--replace", action="store_true", help=word("replace", lang))
    command.add_argument("--only-accepted", action="store_true", help=word("only", lang))
    add_writing(command, lang)
    add_data(command, lang)


def add_writing(command: argparse.ArgumentParser, lang: str) -> None:
    """The options of a command that changes the registry."""
    command.add_argument("--dry-run", action="store_true", help=word("dry", lang))
    command.add_argument("--no-build", action="store_true", help=word("no_build", lang))


def _rows(table: Path, options: argparse.Namespace) -> tuple[str, list[Reviewed]]:
    """The plan's id as the table has it, and its rows."""
    from plans.accepting.rows import reviewed_rows
    from plans.commands.read import plan_bytes

    rows = reviewed_rows(plan_bytes(table), str(table))
    plans = list(dict.fromkeys(row.plan for row in rows))
    wanted = options.rows or (options.plan_id if options.plan_id in plans else None)
    if wanted is None and len(plans) > 1:
        listed = ", ".join(plans)
        raise AtlasError(
            str(table),
            zh=f"有几部计划的行：{listed}，请用 --rows 写明其一",
            en=f"holds rows of several plans: {listed}; name one with --rows",
        )
    if wanted and wanted not in plans:
        raise sentences.unknown_code(f"{table}: plan", "plan", wanted, plans)
    chosen = [row for row in rows if wanted in (None, row.plan)]
    if options.only_accepted:
        chosen = [row for row in chosen if row.sure]
    return wanted or next(iter(plans), ""), chosen


def described(
    plan_id: str,
    given: Mapping[str, str],
    guesses: Mapping[str, str],
    lang: str,
    reply: Callable[[str], str] | None = None,
) -> dict[str, str]:
    """What is said of the plan: what is given, and for the rest what is typed to ``reply``.

    An empty reply takes the guess; without ``reply`` each guess that is taken is printed.
    """
    found = dict(given)
    for name in ASKED:
        if found.get(name):
            continue
        words = FIELDS[Plan][name][0 if lang == "zh" else 1]
        guess = guesses.get(name, "")
        if reply is not None:
            found[name] = ask(f"{plan_id}: {name} ({words}) [{guess}]: ", reply)
        elif guess:
            tell(word("guess", lang, name=name, value=guess), to=sys.stderr)
    return found


def _plan(plan_id: str, text: Path, options: argparse.Namespace, paths: Paths, lang: str) -> Plan:
    """The plan as plans.yaml has it, else as it is described."""
    from registry.load import load_plans

    given = {name: getattr(options, name) or "" for name in ASKED}
    there = load_plans(paths).get(plan_id)
    if there is not None and not any(given.values()):
        return there
    guesses = guessed(read_text(text, str(text)), plan_id) if text.exists() else {}
    reply = input if sys.stdin.isatty() and not any(given.values()) else None
    said = described(plan_id, given, guesses, lang, reply)
    return plan_from(plan_id, said, text=options.text, guesses=guesses)


def finish(changes: Changes, paths: Paths, lang: str, options: argparse.Namespace) -> bool:
    """Tell what changes, and write it unless it is only tried; whether anything changes."""
    from plans.commands.carry import with_built
    from registry.files.together import write_together

    for told in changes.told:
        tell(f"{word(told.kind, lang)}  {told.zh if lang == 'zh' else told.en}")
    if options.no_build:
        files = changes.files
    else:
        files = with_built(changes, paths, lambda all_: watched(all_, word("locating", lang)))
    if options.dry_run:
        done = [path for path, change in files.items() if change.before != change.after]
    else:
        done = write_together(files, paths.data)
    wrote, gone = ("would", "would_go") if options.dry_run else ("wrote", "gone")
    for path in done:
        key = gone if files[path].after is None else wrote
        tell(word(key, lang, path=paths.label(path)))
    if not done:
        tell(word("same", lang))
    elif options.no_build and not options.dry_run:
        tell(word("next", lang, data=_data(paths)))
    return bool(done)


def _data(paths: Paths) -> str:
    """The option that names the data folder, where it is not the shipped one."""
    from registry.paths import DEFAULT

    return "" if paths.data == DEFAULT.data else f" --data {paths.data}"


def _may_replace(
    changes: Changes,
    text: str,
    options: argparse.Namespace,
    paths: Paths,
    lang: str,
    *,
    plan_id: str,
) -> bool:
    """Whether what was accepted from another text may go; AtlasError with nobody to ask.

    A mention left out of the table of the same text goes unasked, as one that is rejected.
    """
    from plans.accepting.base import read_accepted

    gone = len(read_accepted(plan_id, paths).elsewhere(text))
    if not gone or options.replace or all(told.kind != "removed" for told in changes.told):
        return True
    if options.dry_run:
        tell(f"{plan_id}: {word('replaces', lang, count=gone)}", to=sys.stderr)
        return True
    if not sys.stdin.isatty():
        raise AtlasError(
            plan_id,
            zh=word("replaces", "zh", count=gone)
            + "；确要如此请加 --replace，否则换一个 --plan-id",
            en=word("replaces", "en", count=gone) + "; add --replace if so, else another --plan-id",
        )
    answer = ask(f"{plan_id}: {word('replaces', lang, count=gone)}; {word('sure', lang)}")
    return answer.strip().casefold() in ("y", "yes", "是")


def run(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    """Accept the rows of a table."""
    from plans.accepting.changes import accept
    from plans.commands.carry import routes
    from registry.files.together import recover

    recover(paths.data)
    table = options.out / "mentions.csv" if options.out.is_dir() else options.out
    named, rows = _rows(table, options)
    plan_id = options.plan_id or named
    beside = table.with_name("text.txt")
    plan = _plan(plan_id, beside, options, paths, lang)
    changes = accept(plan, rows, routes(paths), paths)
    text = (
        read_text(beside, str(beside)) if beside.exists() else "".join(r.as_written for r in rows)
    )
    if not _may_replace(changes, text, options, paths, lang, plan_id=plan_id):
        tell(word("same", lang))
        return 0
    if finish(changes, paths, lang, options) and not options.dry_run:
        tell(word("undo", lang, plan=plan_id, data=_data(paths)))
    return 0
