"""The command line: ``python -m plans read``, ``accept``, ``remove``, ``atlas``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from plans.commands import accept, atlas, read, remove
from registry.commandline import Parser, run_chosen

ABOUT = ("成渝工程图：从计划文本里找出项目", "Chengyu Project Atlas: find projects in plans")
COMMANDS = {"read": read, "accept": accept, "remove": remove, "atlas": atlas}


def parser(lang: str) -> argparse.ArgumentParser:
    """The arguments, with help in ``lang``."""
    top = Parser(prog="python -m plans", description=ABOUT[0 if lang == "zh" else 1])
    commands = top.add_subparsers(dest="command", required=True)
    for command in COMMANDS.values():
        command.add(commands, lang)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0, or 2 after one sentence on each thing that is wrong."""
    return run_chosen(parser, {name: one.run for name, one in COMMANDS.items()}, arguments)


if __name__ == "__main__":
    sys.exit(main())
