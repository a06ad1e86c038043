"""What several tests need: a copy of the data to break, the plans' texts, the real clients."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from layers.payload import packing
from registry.paths import DEFAULT, ROOT, Paths

#: The system's own Python, which sees QGIS's modules.
SYSTEM_PYTHON = Path("/usr/bin/python3")
PLAN_TEXTS = Path(os.environ.get("ATLAS_PLANS", ROOT.parent / "shared" / "plans"))

needs_plans = pytest.mark.skipif(
    not PLAN_TEXTS.is_dir(),
    reason="the plans' texts are not beside this checkout (../shared/plans, or set ATLAS_PLANS)",
)


def copy_data(folder: Path) -> Paths:
    """A copy of the shipped data under ``folder``, with the docs that a build writes beside it."""
    shutil.copytree(DEFAULT.data, folder / "data")
    (folder / "docs").mkdir()
    for page in (ROOT / "docs").glob("*.md"):
        shutil.copy(page, folder / "docs")
    return Paths(folder / "data")


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first ``old`` in ``path``; fails when it is not there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def has_qgis() -> bool:
    """Whether QGIS's Python modules are installed."""
    if not SYSTEM_PYTHON.exists():
        return False
    done = subprocess.run([SYSTEM_PYTHON, "-c", "import qgis.core"], capture_output=True)
    return done.returncode == 0


def require(present: bool, what: str) -> None:
    """Skip the test when a real client is missing, or fail where clients are required."""
    if present:
        return
    if os.environ.get("ATLAS_REQUIRE_CLIENTS"):
        pytest.fail(f"{what} is required here and was not found")
    pytest.skip(f"{what} was not found; docs/architecture.md says how to install it")


def numbers(packed: str) -> list[int]:
    """The whole numbers that ``layers.payload.packing`` packed into text."""
    found, value, worth = [], 0, 1
    for digit in map(packing._DIGITS.index, packed):
        value += digit % 45 * worth
        worth *= 45
        if digit < 45:
            found.append(-(value + 1) // 2 if value % 2 else value // 2)
            value, worth = 0, 1
    return found
