"""What runs, runs on Windows too: no call, path or module that only POSIX systems have."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.paths import ROOT

FOLDERS = (
    *(
        "registry",
        "facts",
        "plans",
        "geo",
        "building",
        "layers",
        "analyst",
        "review",
        "scripts",
        "store",
    ),
    "bench",
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: The one module that asks whether a process runs, and the one that looks for fonts, in the way of
#: each system.
ALLOWED = {
    # Where a system does not tell how much memory was used, the bench says 0.
    "bench/reading.py": {"resource"},
    "registry/files/processes.py": {"os.kill"},
    # What a process may take is bounded where the system can do it.
    "plans/documents/sandbox/worker.py": {
        *("resource", "os.sysconf", "signal.setitimer", "signal.ITIMER_PROF"),
        "/proc/self/statm",
    },
    "building/doctor.py": {"/usr/share", "/usr/local/share"},
}
#: Modules that Windows does not have.
MODULES = _words("""
    curses fcntl grp nis posix pty pwd readline resource spwd syslog termios tty uvloop
""")
#: Names of ``os`` that Windows does not have, or that do another thing there (``kill`` kills).
OS = _words("""
    chown chroot ctermid fchdir fchown fork forkpty getegid geteuid getgid getgroups getloadavg
    getpgid getpgrp getpriority getresgid getresuid getsid getuid initgroups kill killpg lchown
    lockf major makedev minor mkfifo mknod nice openpty plock posix_fadvise posix_fallocate
    posix_spawn pread preadv pwrite pwritev register_at_fork sched_getaffinity sched_setaffinity
    sendfile setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid
    setresuid setreuid setsid setuid statvfs fstatvfs sync sysconf sysconf_names tcgetpgrp
    tcsetpgrp ttyname uname wait wait3 wait4 waitid waitpid O_CLOEXEC O_DIRECTORY O_NOFOLLOW
    O_NONBLOCK O_SYNC O_TMPFILE WNOHANG
""")
#: Names of ``signal`` that Windows does not have.
SIGNAL = _words("""
    SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGPROF SIGQUIT SIGSTOP SIGTSTP SIGTTIN
    SIGTTOU SIGUSR1 SIGUSR2 SIGWINCH alarm getitimer pause pthread_kill pthread_sigmask
    set_wakeup_fd setitimer siginterrupt sigpending sigwait
""")
#: Methods and arguments, of whatever they are, that only POSIX systems have.
METHODS = frozenset(("owner", "lchmod", "is_mount", "add_signal_handler"))
ARGUMENTS = frozenset(("preexec_fn", "start_new_session", "pass_fds"))
#: A path that stands in one system's place for such files.
FIXED = re.compile(r"(/(dev|proc|tmp|usr|etc|var|home|bin|opt|mnt)(/[\w.]+)+|[A-Za-z]:\\\w)")


def strays(source: str) -> Iterator[str]:
    """What in ``source`` only POSIX systems have, or stands in a place of one system's."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom):
            yield from _imported(node)
        elif isinstance(node, ast.Attribute):
            yield from _attribute(node)
        elif isinstance(node, ast.Call):
            yield from _called(node)
        elif isinstance(node, ast.Constant) and FIXED.fullmatch(str(node.value)):
            yield str(node.value)  # a path as a whole; text may speak of one


def _imported(node: ast.ImportFrom) -> Iterator[str]:
    if str(node.module).split(".")[0] in MODULES:
        yield str(node.module)
    of = {"os": OS, "signal": SIGNAL}.get(str(node.module), frozenset())
    yield from (f"{node.module}.{a.name}" for a in node.names if a.name in of)


def _attribute(node: ast.Attribute) -> Iterator[str]:
    of = {"os": OS, "signal": SIGNAL}
    if isinstance(node.value, ast.Name) and node.attr in of.get(node.value.id, frozenset()):
        yield f"{node.value.id}.{node.attr}"


def _called(node: ast.Call) -> Iterator[str]:
    yield from (str(k.arg) for k in node.keywords if k.arg in ARGUMENTS)
    if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS and not node.args:
        yield f".{node.func.attr}()"
    text = (ast.Constant, ast.JoinedStr)
    for argument in (*node.args, *(k.value for k in node.keywords)):
        if isinstance(argument, text) and _name(node) == "get_context":
            yield "get_context"
    yield from _encoding(node)


def _encoding(node: ast.Call) -> Iterator[str]:
    """Text read in whatever encoding the machine has."""
    named = {str(k.arg) for k in node.keywords}
    if _name(node) == "read_text" and isinstance(node.func, ast.Attribute):
        if not node.args and "encoding" not in named:
            yield "read_text without an encoding"
    elif _name(node) == "open" and "encoding" not in named:
        of_module = isinstance(node.func, ast.Attribute)
        if getattr(getattr(node.func, "value", None), "id", "") == "os":
            return  # a number, which has no encoding
        modes = [a.value for a in node.args[not of_module :] if isinstance(a, ast.Constant)]
        # What opens without a mode is a function of another module, or opens to read text.
        plain = not of_module or modes
        if plain and not any("b" in str(mode) for mode in modes):
            yield "open without an encoding"


def _name(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import fcntl", ["fcntl"]),
        ("from resource import getrusage", ["resource"]),
        ("from os import fork, getpid", ["os.fork"]),
        ("from signal import SIGKILL, SIGTERM", ["signal.SIGKILL"]),
        ("import os\nos.getuid()", ["os.getuid"]),
        ("import os\nos.kill(pid, 0)", ["os.kill"]),
        ("import signal\nsignal.signal(signal.SIGHUP, f)", ["signal.SIGHUP"]),
        ("import signal\nsignal.signal(signal.SIGTERM, f)", []),
        ("path.owner()", [".owner()"]),
        ("match.group(1)", []),
        ("Popen(a, preexec_fn=f)", ["preexec_fn"]),
        ("get_context('fork')", ["get_context"]),
        ("x = '/dev/null'", ["/dev/null"]),
        ("x = '/usr/share/fonts'", ["/usr/share/fonts"]),
        ("x = 'C:\\\\x'", ["C:\\x"]),
        ("x = 'see /usr/share/fonts'", []),
        ("x = os.devnull", []),
        ("path.read_text()", ["read_text without an encoding"]),
        ("path.read_text('utf-8')", []),
        ("path.read_text(encoding='utf-8')", []),
        ("read_text(path, label)", []),
        ("open(x)", ["open without an encoding"]),
        ("open(x, 'rb')", []),
        ("path.open('r')", ["open without an encoding"]),
        ("path.open('rb')", []),
        ("path.open('r', encoding='utf-8')", []),
    ],
)
def test_what_counts(source: str, found: list[str]) -> None:
    assert list(strays(source)) == found


def _files() -> list[Path]:
    return [ROOT / "app.py", *(p for f in FOLDERS for p in sorted((ROOT / f).rglob("*.py")))]


def test_nothing_needs_one_system() -> None:
    found = {}
    for path in _files():
        name = path.relative_to(ROOT).as_posix()
        there = set(strays(path.read_text(encoding="utf-8"))) - ALLOWED.get(name, set())
        if there:
            found[name] = there
    assert found == {}


def test_every_command_begins_and_ends_alike() -> None:
    """What is started by name runs through ``run``, ``run_chosen`` or ``run_script``."""
    bare = []
    for path in _files():
        source = path.read_text(encoding="utf-8")
        if path.name == "app.py" or "__main__" not in source:
            continue
        if not re.search(r'if __name__ == "__main__":', source):
            continue
        if not re.search(r"sys\.exit\((run_script\(main\)|main\(\))\)", source):
            bare.append(path.name)
        whole = source
        for name in re.findall(r"from ([\w.]+) import main", source):
            whole += (ROOT / (name.replace(".", "/") + ".py")).read_text(encoding="utf-8")
        if not re.search(r"\b(run_chosen|run_script|run)\(", whole):
            bare.append(path.name)
    assert bare == []
