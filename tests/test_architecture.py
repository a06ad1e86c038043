"""The house: which package may import which, and how long a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from registry.paths import ROOT

MAY_IMPORT = {
    "registry": set(),
    "plans": {"registry"},
    "geo": {"registry"},
    "layers": {"registry"},
    "building": {"registry", "geo"},
    "analyst": {"registry", "geo", "building", "layers"},
    "explorer": {"registry", "layers"},
    "scripts": {"registry", "geo"},
}
PACKAGES = {*MAY_IMPORT, "app", "tests", "bench"}


def _imports(source: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_data_flow_one_way(package: str) -> None:
    for path in (ROOT / package).rglob("*.py"):
        others = (_imports(path.read_text(encoding="utf-8")) & PACKAGES) - {package}
        # A command line puts the packages together; it may call on any of them.
        allowed = PACKAGES if path.name == "__main__.py" else MAY_IMPORT[package]
        assert others <= allowed, path


def test_no_file_is_too_long_to_read() -> None:
    folders = [*MAY_IMPORT, "tests", "bench"]
    files = [ROOT / "app.py", *(p for f in folders for p in (ROOT / f).rglob("*.py"))]
    files += list((ROOT / "layers").rglob("*.js")) + list((ROOT / "layers").rglob("*.css"))
    long = {p.name: n for p in files if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert not long


def test_the_map_loads_without_the_heavy_libraries() -> None:
    heavy = "{'geopandas', 'pandas', 'shapely', 'pydantic', 'folium'} & set(sys.modules)"
    code = f"import sys, layers.data, layers.payload, layers.export; print({heavy} or '')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
