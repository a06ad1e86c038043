"""JSON Schemas of the YAML files, made from the models, so that an editor completes and checks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import create_model

from registry.models import FactsRules, Plan, Project, Record, Region, Retired
from registry.paths import DEFAULT, Paths

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _text(model: type[Record], title: str) -> str:
    schema: dict[str, Any] = {"$schema": _DRAFT, **model.model_json_schema(), "title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_files(paths: Paths = DEFAULT) -> dict[Path, str]:
    """The text of each schema file, by its path."""
    plans = create_model("Plans", __base__=Record, plans=(list[Plan], ...))
    regions = create_model("Regions", __base__=Record, regions=(list[Region], ...))
    retired = create_model("RetiredIds", __base__=Record, retired=(list[Retired], ...))
    return {
        paths.schema / "project.schema.json": _text(Project, "A project of the registry"),
        paths.schema / "facts.schema.json": _text(FactsRules, "The day of the facts"),
        paths.schema / "plans.schema.json": _text(plans, "The plans"),
        paths.schema / "regions.schema.json": _text(regions, "The planning regions"),
        paths.schema / "retired.schema.json": _text(retired, "The ids that were retired"),
    }
