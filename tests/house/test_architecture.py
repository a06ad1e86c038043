"""The house: which package may import which, no circles, and how long files and folders may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from registry.paths import ROOT

#: What each package may import; a package stands below all that it may import.
MAY_IMPORT: Mapping[str, set[str]] = {
    "registry": set(),
    "facts": {"registry"},
    "plans": {"registry"},
    "geo": {"registry"},
    "building": {"registry", "facts", "geo"},
    "layers": {"registry", "facts"},
    "analyst": {"registry", "facts", "geo", "building", "layers"},
    "review": {"registry", "facts", "plans", "geo", "building", "layers"},
    "serving": {"registry", "facts", "layers"},
    "scripts": {"registry", "geo", "plans", "layers", "review"},
    "store": {"registry", "geo", "building", "layers", "analyst"},
}
#: The composition roots, and what each may import beside what its package may.
ROOTS: Mapping[str, set[str]] = {
    "geo/__main__.py": {"building", "layers"},
    "plans/commands/read.py": {"geo"},
    "plans/commands/placing.py": {"geo"},
    "plans/commands/carry.py": {"geo", "building"},
    "plans/commands/atlas.py": {"building", "scripts"},
    "app.py": {"registry", "layers", "serving", "review"},
}
PACKAGES = {*MAY_IMPORT, "app", "tests"}
#: The most files of code in a folder.
MOST_FILES = 15
#: The suffixes of code.
CODE = {".py", ".js", ".css"}


def _sources(folders: Iterable[str]) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def _named(path: Path) -> str:
    """The module's dotted name; a package's is that of its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_named(path): path for path in [ROOT / "app.py", *_sources(MAY_IMPORT)]}


def imports(source: str, modules: Iterable[str]) -> set[str]:
    """What ``source`` imports anywhere, functions included: a module's name, or what it is of."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in modules else str(node.module))
    return found


def test_every_form_of_import_is_seen() -> None:
    source = "import a.b\nfrom a import c, d\ndef f():\n    from e.g import h\n    import i as j\n"
    assert imports(source, {"a.c"}) == {"a.b", "a.c", "a", "e.g", "i"}


def test_packages_stand_one_above_the_other() -> None:
    order = list(MAY_IMPORT)
    for package, allowed in MAY_IMPORT.items():
        assert allowed <= set(order[: order.index(package)]), package


@pytest.mark.parametrize("name", MODULES)
def test_data_flow_one_way(name: str) -> None:
    path, package = MODULES[name], name.partition(".")[0]
    found = imports(path.read_text(encoding="utf-8"), MODULES)
    others = {module.partition(".")[0] for module in found} & PACKAGES - {package}
    root = ROOTS.get(path.relative_to(ROOT).as_posix(), set())
    assert others <= MAY_IMPORT.get(package, set()) | root


def test_the_composition_roots_are_there() -> None:
    for root in ROOTS:
        assert (ROOT / root).is_file(), root


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """The modules of one circle of imports; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}


def test_no_modules_import_in_a_circle() -> None:
    graph = {
        name: imports(path.read_text(encoding="utf-8"), MODULES) & set(MODULES) - {name}
        for name, path in MODULES.items()
    }
    assert circle(graph) == []


def test_no_file_is_too_long_to_read() -> None:
    files = [ROOT / "app.py", *_sources([*MAY_IMPORT, "tests", "bench"])]
    files += list((ROOT / "layers").rglob("*.js")) + list((ROOT / "layers").rglob("*.css"))
    long = {p.name: n for p in files if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert not long


def test_no_folder_is_too_full_to_find_anything_in() -> None:
    counted: dict[str, int] = {}
    for folder in (*MAY_IMPORT, "tests", "bench"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in CODE:
                held = path.parent.relative_to(ROOT).as_posix()
                counted[held] = counted.get(held, 0) + 1
    assert not {folder for folder, count in counted.items() if count > MOST_FILES}


def _answer(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_map_loads_without_the_heavy_libraries() -> None:
    heavy = "{'geopandas', 'pandas', 'shapely', 'pydantic', 'folium'} & set(sys.modules)"
    loaded = "layers.records.data, layers.payload, layers.publish.export"
    assert _answer(f"import sys, {loaded}; print({heavy} or '')") == ""


@pytest.mark.parametrize("command", ["package", "import-edits", "diff", "release"])
def test_a_command_that_moved_is_named_without_loading_its_house(command: str) -> None:
    code = (
        f"import sys; from geo.__main__ import main; code = main([{command!r}, '-o', 'x']); "
        "loaded = {name.partition('.')[0] for name in sys.modules}; "
        "print(code, loaded & {'analyst', 'building', 'layers', 'pandas'} or '')"
    )
    assert _answer(code) == "2"
