"""A real QGIS on the store: its layers open styled, and what is edited comes back."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from store.connection import address, connected
from store.pull import pull
from tests.store.conftest import Read, Session
from tests.support import SYSTEM_PYTHON, copy_data, has_qgis, require

SCRIPT = Path(__file__).with_name("qgis_editor.py")


def qgis(store: str, user: str, home: Path) -> subprocess.CompletedProcess[str]:
    where = address(store).shown.replace(":", "/").split("/")
    return subprocess.run(
        [SYSTEM_PYTHON, SCRIPT, where[1], where[2], user],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
        check=False,
    )


@pytest.mark.postgis
@pytest.mark.qgis
def test_an_editor_in_qgis(store: str, session: Session, read: Read, tmp_path: Path) -> None:
    require(has_qgis(), "QGIS (python3-qgis)")
    emil = session("emil")
    emil.execute(
        "INSERT INTO atlas.places (name, name_en, kind, adcode, accuracy_m, source, geom) VALUES "
        "('试点', 'X', 'site', '500101', 100, 'me', ST_SetSRID(ST_MakePoint(108.4, 30.8), 4326))"
    )
    # A copy under another name, which a push would tell the styles.
    session().execute("UPDATE public.layer_styles SET f_table_catalog = current_database()")
    done = qgis(store, "emma", tmp_path)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert told.pop("editable")
    for name, layer in told.items():
        count = len(read[0].table(name).frame) + (name == "places")
        assert (layer["rows"], layer["seen"]) == (count, count), name
        assert layer["keys"] == ["id" if name in ("rail", "highway") else "fid"]
        assert layer["styled"], name
        assert layer["alias"].endswith((" Name", " Project")), layer["alias"]
    assert told["rail"]["renderer"] == told["highway"]["renderer"] == "categorizedSymbol"
    at = address(store)
    with connected(at, reading=True) as base:
        edits = pull(base, at, copy_data(tmp_path / "office"))
    changed = {path.name: change.after for path, change in edits.files.items()}
    assert set(changed) == {"yukun-hsr.yaml", "sites.csv"}
    assert "note: 由 QGIS 改" in (changed["yukun-hsr.yaml"] or b"").decode()
    assert "试点,X,site,500101,108.41000,30.81000,100,me," in (changed["sites.csv"] or b"").decode()
    who = emil.execute("SELECT who, layer, action FROM atlas.history ORDER BY id").fetchall()
    assert who == [
        ("emil", "places", "insert"),
        ("emma", "rail", "update"),
        ("emma", "places", "update"),
    ]


@pytest.mark.postgis
@pytest.mark.qgis
def test_a_reader_in_qgis_writes_nothing(store: str, tmp_path: Path) -> None:
    require(has_qgis(), "QGIS (python3-qgis)")
    done = qgis(store, "rita", tmp_path)
    assert done.returncode != 0
    assert "assert rail.startEditing()" in done.stderr
