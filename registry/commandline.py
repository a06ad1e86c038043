"""What the command lines do alike: their words, one sentence on an error, the exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from registry.errors import AtlasError, shell_language
from registry.paths import DEFAULT, Paths

if TYPE_CHECKING:
    #: What ``add_subparsers`` gives.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse._SubParsersAction

Item = TypeVar("Item")

WORDS: Mapping[str, tuple[str, str]] = {
    "error": ("错误", "error"),
    "data": ("数据文件夹（默认为随附的 data）", "data folder (default: the one shipped)"),
}


def say(words: Mapping[str, tuple[str, str]], key: str, lang: str, **values: object) -> str:
    """The words for ``key`` (Chinese, English) in ``"zh"`` or, for any other value, English."""
    return words[key][0 if lang == "zh" else 1].format(**values)


def complain(error: AtlasError, lang: str) -> None:
    """The sentence of ``error`` on standard error."""
    print(f"{say(WORDS, 'error', lang)}: {error.text(lang)}", file=sys.stderr)


def add_data(command: argparse._ActionsContainer, lang: str) -> None:
    """The option ``--data``, a folder; by default the data that are shipped."""
    command.add_argument(
        "--data", type=Path, default=DEFAULT.data, help=say(WORDS, "data", lang), metavar="DIR"
    )


def ask(question: str, reply: Callable[[str], str] = input) -> str:
    """What is typed after ``question``; nothing where there is nobody to type."""
    try:
        return reply(question)
    except EOFError:
        return ""


def watched(items: Collection[Item], what: str = "") -> Iterable[Item]:
    """``items`` one by one, with a bar of progress: on a terminal, and after a second."""
    from tqdm import tqdm

    found: Iterable[Item] = tqdm(items, desc=what, unit="", delay=1, leave=False, disable=None)
    return found


#: What a command is called with: the data folder, the language, its arguments.
Command = Callable[[Paths, str, argparse.Namespace], int]


def run_chosen(
    parser: Callable[[str], argparse.ArgumentParser],
    commands: Mapping[str, Command],
    arguments: Sequence[str] | None,
) -> int:
    """Run the one of ``commands`` that ``arguments`` name; returns what :func:`run` does.

    Parameters
    ----------
    parser : callable
        Makes the parser in a language; it sets ``command`` and ``data`` (:func:`add_data`).
    commands : mapping
        The commands by their names.
    arguments : sequence of str, optional
        By default those of the process.
    """
    lang = shell_language()
    options = parser(lang).parse_args(arguments)
    paths = Paths(options.data.resolve())
    return run(lambda: commands[options.command](paths, lang, options), lang)


def run(command: Callable[[], int], lang: str) -> int:
    """What ``command`` returns; 2 after one sentence on standard error for an AtlasError."""
    try:
        return command()
    except AtlasError as error:
        complain(error, lang)
        return 2
    except BrokenPipeError:
        # The reader of our output, such as `head`, has gone; that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
