"""``oc4ids.json``: the projects as an Open Contracting for Infrastructure package, version 0.9.

docs/oc4ids.md tells how our fields and codes map. Fields without a value are left out, as the
standard asks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from analyst.collection import Collection
from analyst.oc4ids_facts import (
    classification,
    milestones,
    moment,
    present,
    reports,
    text,
)
from geo.crs import to_geojson
from registry.geometry import Precision
from registry.outcome.vocab import CURRENT_STATUSES, CurrentStatus
from registry.vocab import MODES, STATUSES, Mode, Status

VERSION = "0.9"
SCHEMA_VERSION = "0.9.5"
#: A prefix in the standard's form. It is not registered with the standard's helpdesk.
PREFIX = "oc4ids-cyatls"
#: Of titles and descriptions; the standard takes a project without it for English.
LANGUAGE = "zh"
LICENSE = "https://opendatacommons.org/licenses/odbl/1-0/"
DECIMALS = 5


def project_id(key: str) -> str:
    """Our id in the standard's form."""
    return f"{PREFIX}-{key}"


def _certainty(row: Any) -> str:
    """How surely a geometry is known: its precision, and how far the true place may be from it."""
    known = f"geometry_precision={row.geometry_precision}"
    if str(row.geometry_precision) == Precision.AREA:
        return f"{known}；在范围内某处 somewhere inside"
    return known if pd.isna(row.uncertainty_m) else f"{known}；±{int(row.uncertainty_m)} m"


def _locations(row: Any, names: Mapping[str, str]) -> list[dict[str, Any]]:
    locations: list[dict[str, Any]] = []
    codes = [code for code in (text(row.counties) or "").split(";") if code]
    if row.geometry is not None:
        locations.append(
            {
                "id": "geometry",
                "description": "；".join(filter(None, (_certainty(row), text(row.route_note)))),
                "geometry": to_geojson(row.geometry, DECIMALS),
            }
        )
    locations += [
        {
            "id": code,
            "description": names[code],
            "gazetteer": {"scheme": "CN-ADCODE", "identifiers": [code]},
        }
        for code in codes
    ]
    return locations


def _documents(mentions: pd.DataFrame, plans: Mapping[str, Any]) -> list[dict[str, Any]]:
    documents = []
    for number, mention in enumerate(mentions.itertuples(), start=1):
        plan = plans[str(mention.plan_id)]
        words = STATUSES[Status(str(mention.status))]
        said = [f"{plan.issuer}《{plan.title}》{mention.clause}：{mention.as_written}"]
        if action := text(mention.action):
            said.append(action)
        said.append(f"{words.zh} {words.en}")
        documents.append(
            {
                "id": str(number),
                "documentType": "projectPlan",
                "title": f"{plan.title}，{mention.clause}",
                "description": "；".join(said),
                "datePublished": moment(plan.date),
                "language": LANGUAGE,
            }
        )
    return documents


def _project(
    row: Any,
    about: Mapping[str, pd.DataFrame],
    plans: Mapping[str, Any],
    names: Mapping[str, str],
    as_of: str,
) -> dict[str, Any]:
    status, mode = Status(str(row.status)), Mode(str(row.mode))
    current = CurrentStatus(str(row.current_status))
    documents = _documents(about["mentions"], plans)
    start, complete = text(row.start_year), text(row.complete_year)
    period = present(
        {
            "startDate": moment(start) if start else None,
            "endDate": moment(complete, end=True) if complete else None,
        }
    )
    described = [str(row.name_en)]
    if aliases := text(row.aliases):
        described.append("又名 also called: " + aliases.replace(";", "；"))
    if whole := text(row.part_of):
        described.append(f"属于 part of: {project_id(whole)}")
    if note := text(row.note):
        described.append(note)
    return present(
        {
            "id": project_id(str(row.id)),
            "updated": moment(max(plans[str(row.status_plan)].date, text(row.last_checked) or "")),
            "language": LANGUAGE,
            "title": str(row.name),
            "description": "。".join(described),
            # The phase by facts; where none decides, what the newest plan intends.
            "status": CURRENT_STATUSES[current].oc4ids or STATUSES[status].oc4ids,
            "type": STATUSES[status].oc4ids_type,
            "sector": list(MODES[mode].sectors),
            "additionalClassifications": [
                {
                    "scheme": "chengyu-project-atlas-mode",
                    "id": mode.value,
                    "description": f"{MODES[mode].zh} {MODES[mode].en}",
                },
                {
                    "scheme": "chengyu-project-atlas-status",
                    "id": status.value,
                    "description": f"{STATUSES[status].zh} {STATUSES[status].en}",
                },
                classification(row),
            ],
            "period": period,
            "locations": _locations(row, names),
            "documents": [*documents, *reports(about["events"], len(documents) + 1)],
            "milestones": milestones(about["outcomes"], plans, as_of),
        }
    )


def oc4ids(collection: Collection, made: date) -> str:
    """The text of ``oc4ids.json``.

    Parameters
    ----------
    collection : Collection
        The projects, with geometry in EPSG:4326, their mentions, facts and outcomes.
    made : date
        ``publishedDate``, at midnight UTC.
    """
    counties = collection.table("counties").frame
    names = dict(zip(counties["adcode"], counties["name"], strict=True))
    plans = {plan.id: plan for plan in collection.plans}
    tables = {name: collection.table(name).frame for name in ("mentions", "events", "outcomes")}
    package = {
        "uri": f"urn:{collection.titles.key}:oc4ids",
        "publishedDate": moment(made.isoformat()),
        "version": VERSION,
        "publisher": {"name": "成渝工程图 Chengyu Project Atlas"},
        "license": LICENSE,
        "projects": [
            _project(
                row,
                {name: rows[rows["project_id"] == row.id] for name, rows in tables.items()},
                plans,
                names,
                collection.as_of,
            )
            for row in collection.projects.itertuples()
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"
