"""``oc4ids.json``: as the standard describes it, and every code of ours mapped."""

from __future__ import annotations

import json
import os
from datetime import date
from typing import Any

import pytest

from analyst.oc4ids import SECTORS, TYPES, project_id
from analyst.oc4ids import oc4ids as written
from analyst.tables import collect
from geo.tables import load_projects
from registry.load import load_registry
from registry.paths import DEFAULT
from registry.vocab import STATUS_CROSSWALK, Mode, Status


@pytest.fixture(scope="module")
def oc4ids() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(collect(DEFAULT), date(2026, 1, 2)))
    return found


#: The codes of the closed and open lists that we use, as OC4IDS 0.9.5 has them.
CODES = {
    "status": {"identification", "preparation", "implementation", "completion", "maintenance"},
    "type": {"construction", "expansion"},
    "sector": {
        *("transport", "transport.rail", "transport.road", "transport.water", "transport.air"),
        *("energy", "waterAndWaste"),
    },
}


_TEXT = {"type": "string", "minLength": 1}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    """A closed object; ``required`` names its fields that must be there."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


#: The part of the standard that we use, as its reference describes it, and nothing beside it.
SHAPE = _object(
    "uri publishedDate publisher version projects",
    uri=_TEXT,
    publishedDate=_MOMENT,
    version={"type": "string", "pattern": r"^\d+\.\d+$"},
    license=_TEXT,
    publisher=_object("name", name=_TEXT),
    projects={
        "type": "array",
        "minItems": 1,
        "items": _object(
            "id",
            **dict.fromkeys(("id", "title", "description", "status", "type"), _TEXT),
            updated=_MOMENT,
            sector={"type": "array", "items": _TEXT, "uniqueItems": True},
            period=_object("", startDate=_MOMENT, endDate=_MOMENT),
            additionalClassifications={
                "type": "array",
                "items": _object("scheme id", scheme=_TEXT, id=_TEXT, description=_TEXT),
            },
            locations={
                "type": "array",
                "items": _object(
                    "id",
                    id=_TEXT,
                    description=_TEXT,
                    geometry=_object("type coordinates", type=_TEXT, coordinates={"type": "array"}),
                    gazetteer=_object(
                        "scheme identifiers",
                        scheme=_TEXT,
                        identifiers={"type": "array", "items": _TEXT},
                    ),
                ),
            },
            documents={
                "type": "array",
                "items": _object(
                    "id",
                    **dict.fromkeys(
                        ("id", "documentType", "title", "description", "language"), _TEXT
                    ),
                    datePublished=_MOMENT,
                ),
            },
        ),
    },
)


def test_oc4ids_is_built_as_the_standard_describes(oc4ids: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(oc4ids, SHAPE)


def test_oc4ids_has_what_the_standard_requires(oc4ids: dict[str, Any]) -> None:
    assert set(oc4ids) >= {"uri", "publishedDate", "publisher", "version", "projects"}
    assert oc4ids["version"] == "0.9"
    assert oc4ids["publishedDate"] == "2026-01-02T00:00:00Z"
    projects = {p["id"]: p for p in oc4ids["projects"]}
    assert len(projects) == len(oc4ids["projects"]) == len(load_registry().projects)
    for project in projects.values():
        assert project.get("status", "preparation") in CODES["status"]
        assert project.get("type", "construction") in CODES["type"]
        assert set(project["sector"]) <= CODES["sector"]
        assert {s.split(".")[0] for s in project["sector"]} <= set(project["sector"])
        for group in ("locations", "documents"):
            ids = [one["id"] for one in project.get(group, [])]
            assert len(ids) == len(set(ids)), project["id"]


def test_oc4ids_maps_every_code_of_ours(oc4ids: dict[str, Any]) -> None:
    assert set(SECTORS) == set(Mode)
    assert set(TYPES) < set(Status)
    rows = load_projects().set_index("id")
    for project in oc4ids["projects"]:
        row = rows.loc[project["id"].split("-", 2)[2]]
        assert project["id"] == project_id(str(row.name))
        assert project.get("status") == STATUS_CROSSWALK[Status(row["status"])].oc4ids
        assert len(project["documents"]) == row["n_mentions"]


def test_oc4ids_passes_the_standards_own_checks(oc4ids: dict[str, Any]) -> None:
    """Its additional checks need no network. Its schema does: see the test below."""
    checks = pytest.importorskip("libcoveoc4ids.additional_checks")
    from libcoveocds.lib.additional_checks import flatten_dict

    flat = dict(flatten_dict(oc4ids))
    for check in (*checks.ADDITIONAL_CHECKS, *checks.CONFORMANCE_CHECKS):
        assert list(check(oc4ids, flat)) == [], check.__name__
    spoiled = {**oc4ids, "projects": [{"id": "yukun", "title": " "}]}
    flat = dict(flatten_dict(spoiled))
    found = [
        list(c(spoiled, flat)) for c in (*checks.ADDITIONAL_CHECKS, *checks.CONFORMANCE_CHECKS)
    ]
    assert sum(map(bool, found)) == 2


@pytest.mark.skipif(
    not os.environ.get("ATLAS_NETWORK"),
    reason="set ATLAS_NETWORK=1: the checker reads the schema from the standard's site",
)
def test_oc4ids_passes_the_standards_checker(oc4ids: dict[str, Any]) -> None:
    from libcoveoc4ids.api import oc4ids_json_output

    told = oc4ids_json_output(json_data=oc4ids)
    assert told["validation_errors_count"] == 0, told["validation_errors"][:5]
    assert not told["additional_closed_codelist_values"]
