"""``python -m plans remove PLAN``: what accepting a plan put into the registry is taken out."""

from __future__ import annotations

import argparse

from plans.commands.accept import add_writing, finish
from registry.commandline import Commands, add_data
from registry.paths import Paths

HELP = (
    "把一部接受过的计划撤出登记册；人改过的保留，并说明",
    "take an accepted plan out of the registry; what a person changed stays and is told",
)
PLAN = ("计划的编号", "the plan's id")


def add(commands: Commands, lang: str) -> None:
    """The command and its arguments, with help in ``lang``."""
    at = 0 if lang == "zh" else 1
    command = commands.add_parser("remove", help=HELP[at])
    command.add_argument("plan", metavar="PLAN", help=PLAN[at])
    add_writing(command, lang)
    add_data(command, lang)


def run(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    """Take the plan out."""
    from plans.accepting.changes import remove
    from registry.files.together import recover

    recover(paths.data)
    finish(remove(options.plan, paths), paths, lang, options)
    return 0
