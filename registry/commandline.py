"""What the command lines do alike: their words, one sentence on an error, the exit code."""

from __future__ import annotations

import argparse
import codecs
import io
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, TextIO, TypeVar

from registry import sentences
from registry.errors import AtlasError, shell_language
from registry.files.together import settle
from registry.naming import visible
from registry.paths import DEFAULT, Paths, real

if TYPE_CHECKING:
    #: What ``add_subparsers`` gives.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse._SubParsersAction

Item = TypeVar("Item")

WORDS: Mapping[str, tuple[str, str]] = {
    "error": ("错误", "error"),
    "data": ("数据文件夹（默认为随附的 data）", "data folder (default: the one shipped)"),
    "stopped": ("已中断，没有留下半个文件", "interrupted; no half file is left"),
}


def say(words: Mapping[str, tuple[str, str]], key: str, lang: str, **values: object) -> str:
    """The words for ``key`` (Chinese, English) in ``"zh"`` or, for any other value, English."""
    return words[key][0 if lang == "zh" else 1].format(**values)


#: How a stream writes what its encoding cannot show.
AS_JSON = "as-json"


def _as_json(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(AS_JSON, _as_json)


def begin() -> str:
    r"""What every command does first; returns the shell's language.

    Its output can carry every text from then on: what the encoding of a terminal or of a
    redirected file (GBK, cp1252, ASCII) cannot show is written as ``\u6210``, as JSON has it. What
    is typed and is no text of the encoding becomes characters that records refuse by name.
    """
    for stream, errors in (
        (sys.stdout, AS_JSON),
        (sys.stderr, AS_JSON),
        (sys.stdin, "surrogateescape"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)
    return shell_language()


class Parser(argparse.ArgumentParser):
    """A parser whose complaints show what was typed without acting on it."""

    def error(self, message: str) -> NoReturn:
        """Tell ``message`` and the usage, and exit with 2."""
        super().error(visible(message))


def tell(text: object, *, to: TextIO | None = None) -> None:
    """Print ``text``, of one line or several, at once; standard output unless ``to`` says another.

    What a terminal would act on instead of showing it, and what cannot be seen, is spelled out:
    text comes from data.
    """
    lines = map(visible, str(text).split("\n"))
    print("\n".join(lines), file=to or sys.stdout, flush=True)


def complain(error: AtlasError, lang: str) -> None:
    """The sentence of ``error`` on standard error."""
    tell(f"{say(WORDS, 'error', lang)}: {error.text(lang)}", to=sys.stderr)


def add_data(command: argparse._ActionsContainer, lang: str) -> None:
    """The option ``--data``, a folder; by default the data that are shipped."""
    command.add_argument(
        "--data", type=Path, default=DEFAULT.data, help=say(WORDS, "data", lang), metavar="DIR"
    )


def check_data(paths: Paths) -> None:
    """Refuse (AtlasError) a data folder that is a file."""
    if paths.data.is_file():
        raise sentences.not_a_folder(paths.data)


def ask(question: str, reply: Callable[[str], str] = input) -> str:
    """What is typed after ``question``; nothing where there is nobody to type."""
    try:
        return reply(visible(question))
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
    lang = begin()
    options = parser(lang).parse_args(arguments)

    def command() -> int:
        _read_as_text(options)
        paths = Paths(_folder(options.data))
        check_data(paths)
        settle(paths)
        return commands[options.command](paths, lang, options)

    return run(command, lang)


def _folder(data: Path) -> Path:
    """The data folder from the root on; AtlasError where it, or what it is told from, is gone."""
    try:
        folder = real(data)
    except FileNotFoundError as error:
        raise sentences.missing_folder(f"--data {data}") from error
    if not folder.exists():
        raise sentences.missing_folder(f"--data {data}")
    return folder


def _read_as_text(options: argparse.Namespace) -> None:
    """Let what was typed be text, as UTF-8 has it, where the system takes it for another encoding.

    Paths stay as the system has them. Raises AtlasError for what is no text at all.
    """
    for name, value in vars(options).items():
        if isinstance(value, str):
            setattr(options, name, _as_text(name, value))
        elif isinstance(value, list):
            setattr(options, name, [_as_text(name, one) for one in value])


def _as_text(name: str, value: object) -> object:
    if not isinstance(value, str) or not any("\udc80" <= one <= "\udcff" for one in value):
        return value
    try:
        return os.fsencode(value).decode()
    except UnicodeEncodeError:  # halves of characters of another origin, which records refuse
        return value
    except UnicodeDecodeError as error:
        raise sentences.not_text(name.replace("_", "-")) from error


def run(command: Callable[[], int], lang: str) -> int:
    """What ``command`` returns.

    2 after one sentence on standard error for an AtlasError, or where the system refuses
    something (OSError, MemoryError); 130 after one when it is stopped (Ctrl+C, SIGTERM).
    """
    try:
        with _stoppable():
            code = command()
            if sys.stdout is not None:
                sys.stdout.flush()
            return code
    except AtlasError as error:
        complain(error, lang)
        return 2
    except BrokenPipeError:
        # The reader of our output, such as `head`, has gone; that is no error of ours.
        _silence(sys.stdout)
        return 0
    except (OSError, MemoryError) as error:
        complain(sentences.refused_by_system(error), lang)
        _silence(sys.stdout)
        return 2
    except KeyboardInterrupt:
        print(f"\n{say(WORDS, 'stopped', lang)}", file=sys.stderr)
        return 130


def run_script(main: Callable[[], int | None]) -> int:
    """:func:`run` a ``main`` that looks for its arguments itself; None counts as 0."""
    lang = begin()
    return run(lambda: main() or 0, lang)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a polite kill clean up as Ctrl+C does; only a main thread hears of one."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _silence(stream: TextIO | None) -> None:
    """Keep the interpreter from writing at its end what could not be written."""
    # A stream that is no file of the system's has no number.
    with suppress(OSError, ValueError, AttributeError):
        number = stream.fileno() if stream is not None else -1
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
