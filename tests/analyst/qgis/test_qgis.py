"""A real QGIS loads what the build writes."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from registry.load import load_registry
from registry.paths import DEFAULT, ROOT
from tests.support import SYSTEM_PYTHON, has_qgis, require


@pytest.mark.qgis
def test_qgis_loads_every_layer(tmp_path: Path) -> None:
    require(has_qgis(), "QGIS (python3-qgis)")
    done = subprocess.run(
        [
            SYSTEM_PYTHON,
            ROOT / "tests" / "support" / "qgis_client.py",
            DEFAULT.data,
            tmp_path / "m.png",
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    registry = load_registry()
    assert all(told["valid"])
    assert told["crs"] in ("EPSG:4326", "OGC:CRS84")
    assert told["projects"] == len(registry.projects)
    assert told["mentions"] == sum(len(p.mentions) for p in registry.projects.values())
    assert told["prefectures"] == 22
    assert told["rail"] == sum(p.mode == "rail" for p in registry.projects.values())
    assert told["lines"] > 60
    assert told["name"] == "渝昆高铁"
    assert not any("JSON" in kind.upper() for kind in told["fields"].values())
    assert told["fields"]["length_km"] == "Real"
    assert told["fields"]["n_plans"].startswith("Integer")
    assert told["drawn"]
    assert told["colours"] > 2
