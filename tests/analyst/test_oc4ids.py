"""``oc4ids.json``: as the standard describes it, and every code of ours mapped."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from shapely.geometry import shape

from analyst.collection import collect
from analyst.oc4ids import oc4ids as written
from analyst.oc4ids import project_id
from analyst.oc4ids_facts import SCHEME, milestones, moment
from geo.frames import load_events, load_outcomes, load_projects
from registry.load import load_registry
from registry.outcome.vocab import CURRENT_STATUSES, CurrentStatus
from registry.paths import DEFAULT
from registry.vocab import STATUSES, Status
from tests.support.oc4ids_model import OPEN, PACKAGE, served, write_schema

#: A folder with the standard's own schema files and codelists, for a machine without network.
SCHEMA = os.environ.get("ATLAS_OC4IDS_SCHEMA")
#: What the checker tells of us: open lists, to which we add codes of our own.
OURS = {
    "projects/additionalClassifications/scheme": {
        "chengyu-project-atlas-mode",
        "chengyu-project-atlas-status",
        "chengyu-project-atlas-current-status",
    },
    "projects/locations/gazetteer/scheme": {"CN-ADCODE"},
}


@pytest.fixture(scope="module")
def text() -> str:
    return written(collect(DEFAULT), date(2026, 1, 2))


@pytest.fixture(scope="module")
def oc4ids(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_oc4ids_is_built_as_the_standard_describes(text: str) -> None:
    PACKAGE.validate_json(text)


def _set(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda project: project.update({name: value})


#: What must not stand in a project: the types and the standard's checker both have to tell it.
SPOILED: dict[str, Callable[[dict[str, Any]], None]] = {
    "a status gone since 0.9.4": _set("status", "completed"),
    "a type of our own": _set("type", "upgrade"),
    "a year for a moment": _set("updated", "2020"),
    "a moment without its zone": _set("updated", "2020-07-10T00:00:00"),
    "an empty text": _set("description", ""),
    "an empty list": _set("sector", []),
    "an empty period": _set("period", {}),
    "a null": _set("title", None),
    "a sector twice": _set("sector", ["transport", "transport"]),
    "a document without an id": lambda project: project["documents"][0].pop("id"),
    "a document twice": lambda project: project["documents"].append(project["documents"][0]),
    "a collection of shapes": _set(
        "locations", [{"id": "1", "geometry": {"type": "GeometryCollection", "coordinates": [1]}}]
    ),
    "a field that is not of the standard": _set("colour", "red"),
    "no id": lambda project: project.pop("id"),
    "a milestone of our own": lambda project: project["milestones"][0].update(status="late"),
    "an address that is none": lambda project: project["documents"][-1].update(url="a page"),
}


@pytest.fixture(scope="module")
def restated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("schema")
    write_schema(folder)
    with served(folder) as config:
        yield config


def _told(package: dict[str, Any], config: Any) -> dict[str, Any]:
    from libcoveoc4ids.api import oc4ids_json_output

    told: dict[str, Any] = oc4ids_json_output(json_data=package, lib_cove_oc4ids_config=config)
    return told


def _complaints(told: dict[str, Any]) -> list[Any]:
    """All that the checker holds against a package; codes added to an open list are allowed."""
    found = [*told["validation_errors"], *told["conformance_checks"], *told["additional_checks"]]
    for group in ("additional_closed_codelist_values", "additional_fields", "deprecated_fields"):
        found += told[group]
    return found


def _open_codes(told: dict[str, Any]) -> dict[str, set[str]]:
    # Empty too where the checker could not read the codelists, so it is compared with ``OURS``.
    return {k: set(v["values"]) for k, v in told["additional_open_codelist_values"].items()}


def test_the_checker_finds_nothing_with_what_we_know_of_the_schema(
    oc4ids: dict[str, Any], restated: Any
) -> None:
    pytest.importorskip("libcoveoc4ids")
    told = _told(oc4ids, restated)
    assert _complaints(told) == []
    assert _open_codes(told) == OURS


@pytest.mark.parametrize("fault", SPOILED)
def test_what_does_not_fit_the_standard_is_told(
    fault: str, oc4ids: dict[str, Any], restated: Any
) -> None:
    pytest.importorskip("libcoveoc4ids")
    promised = [project for project in oc4ids["projects"] if "milestones" in project]
    package = {**oc4ids, "projects": copy.deepcopy(promised[:2])}
    PACKAGE.validate_json(json.dumps(package))
    SPOILED[fault](package["projects"][0])
    with pytest.raises(ValidationError):
        PACKAGE.validate_json(json.dumps(package))
    assert _complaints(_told(package, restated))


def test_oc4ids_has_what_the_standard_requires(oc4ids: dict[str, Any]) -> None:
    assert oc4ids["version"] == "0.9"
    assert oc4ids["publishedDate"] == "2026-01-02T00:00:00Z"
    projects = {p["id"]: p for p in oc4ids["projects"]}
    assert len(projects) == len(oc4ids["projects"]) == len(load_registry().projects)
    for project in projects.values():
        # Without it the standard takes the texts for English.
        assert project["language"] == "zh"
        assert set(project["sector"]) <= set(OPEN["projectSector.csv"])
        assert {s.split(".")[0] for s in project["sector"]} <= set(project["sector"])
        assert {d["documentType"] for d in project["documents"]} <= set(OPEN["documentType.csv"])
        for group in ("locations", "documents", "milestones"):
            ids = [one["id"] for one in project.get(group, [])]
            assert len(ids) == len(set(ids)), project["id"]


def test_oc4ids_maps_every_code_of_ours(oc4ids: dict[str, Any]) -> None:
    rows = load_projects().set_index("id")
    for project in oc4ids["projects"]:
        row = rows.loc[project["id"].split("-", 2)[2]]
        assert project["id"] == project_id(str(row.name))
        plans = [d for d in project["documents"] if d["documentType"] == "projectPlan"]
        assert len(plans) == row["n_mentions"]
        drawn = [p["geometry"] for p in project.get("locations", []) if "geometry" in p]
        assert len(drawn) == (row.geometry is not None)
        assert all(shape(one).equals_exact(row.geometry, 1e-4) for one in drawn), project["id"]


def test_the_phase_is_that_of_the_facts_and_without_any_that_of_the_plan(
    oc4ids: dict[str, Any],
) -> None:
    rows = load_projects().set_index("id")
    told = {code: term.oc4ids for code, term in CURRENT_STATUSES.items() if term.oc4ids}
    assert set(told) == set(CurrentStatus) - {CurrentStatus.UNKNOWN}
    kinds = set()
    for project in oc4ids["projects"]:
        row = rows.loc[project["id"].split("-", 2)[2]]
        current = CurrentStatus(row["current_status"])
        kinds.add(current)
        if current is CurrentStatus.UNKNOWN:
            assert project.get("status") == STATUSES[Status(row["status"])].oc4ids
        else:
            assert project["status"] == told[current]
        (said,) = [c for c in project["additionalClassifications"] if c["scheme"] == SCHEME]
        assert said["id"] == f"current-{current}"
    assert CurrentStatus.UNKNOWN in kinds
    by_id = {project["id"].split("-", 2)[2]: project for project in oc4ids["projects"]}
    assert by_id["yukun-hsr"]["status"] == "implementation"
    assert by_id["chenggui-railway"]["status"] == "maintenance"
    assert by_id["yukun-hsr"]["updated"] == "2026-11-26T00:00:00Z"


def test_a_promise_is_a_milestone_and_a_fact_a_report(oc4ids: dict[str, Any]) -> None:
    by_id = {project["id"].split("-", 2)[2]: project for project in oc4ids["projects"]}
    told = [m for p in oc4ids["projects"] for m in p.get("milestones", [])]
    assert len(told) == len(load_outcomes())
    line = by_id["yukun-hsr-chongqing-yibin"]["milestones"]
    assert [(m["dueDate"], m["dateMet"], m["status"], m.get("type")) for m in line] == [
        ("2018-12-31T23:59:59Z", "2020-12-31T23:59:59Z", "met", None),
        ("2019-12-31T23:59:59Z", "2020-12-31T23:59:59Z", "met", None),
        ("2023-12-31T23:59:59Z", "2024-09-29T23:59:59Z", "met", "delivery"),
    ]
    assert "晚 9 个月" in line[2]["description"]
    assert line[2]["dateModified"] == "2026-11-26T00:00:00Z"
    events = load_events()
    events = events[events["event"] != "none_found"]
    reports = [
        d
        for p in oc4ids["projects"]
        for d in p["documents"]
        if d["documentType"] == "physicalProgressReport"
    ]
    assert len(reports) == len(events)
    assert sum("url" in d for d in reports) == events["url"].notna().sum()
    opened = [d for d in by_id["chengziyi-hsr"]["documents"] if "有争议" in d["description"]]
    assert [d["description"].split("，")[0] for d in opened] == ["2019-01"]
    weak = [d for d in by_id["chengziyi-hsr"]["documents"] if "来源 弱 Weak" in d["description"]]
    assert [d["datePublished"] for d in weak] == ["2017-06-05T00:00:00Z"]


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("kept", "met"),
        ("late", "met"),
        ("missed", "notMet"),
        ("due", "scheduled"),
        ("unknown", None),
    ],
)
def test_what_each_verdict_is_as_a_milestone(verdict: str, status: str | None) -> None:
    rows = load_outcomes().iloc[:1].assign(verdict=verdict, happened_on=None)
    plans = load_registry().plans
    (found,) = milestones(rows, plans, "2026-11-26")
    assert found.get("status") == status
    assert "dateMet" not in found


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2020", "2020-01-01T00:00:00Z", "2020-12-31T23:59:59Z"),
        ("2020-02", "2020-02-01T00:00:00Z", "2020-02-29T23:59:59Z"),
        ("2020-02-03", "2020-02-03T00:00:00Z", "2020-02-03T23:59:59Z"),
    ],
)
def test_a_date_is_its_first_or_its_last_moment(day: str, first: str, last: str) -> None:
    assert moment(day) == first
    assert moment(day, end=True) == last


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
    not (SCHEMA or os.environ.get("ATLAS_NETWORK")),
    reason="set ATLAS_NETWORK=1, or ATLAS_OC4IDS_SCHEMA to a folder with the standard's schema",
)
def test_oc4ids_passes_the_standards_checker(oc4ids: dict[str, Any]) -> None:
    with served(Path(SCHEMA)) if SCHEMA else nullcontext() as config:
        told = _told(oc4ids, config)
    assert told["version_used"] == "0.9.5"
    assert _complaints(told) == []
    assert _open_codes(told) == OURS
