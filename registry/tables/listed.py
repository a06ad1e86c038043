"""Plans, regions and the day of the facts, as far as whoever only shows them needs these.

A build and a check go by ``registry.load``, whose models hold every field to its rule. They need
pydantic, which a page does without: here each field that is shown must be there and be text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from registry import sentences
from registry.files.yamlfile import read_list, read_yaml
from registry.naming import is_day
from registry.paths import DEFAULT, Paths


@dataclass(frozen=True)
class PlanRow:
    """A plan; ``number`` and ``region`` are ``""`` where it has none.

    ``date_inferred`` is True where the text itself is undated.
    """

    id: str
    title: str
    title_en: str
    short: str
    short_en: str
    issuer: str
    date: str
    number: str = ""
    region: str = ""
    date_inferred: bool = False


@dataclass(frozen=True)
class RegionRow:
    """A planning region; its counties stand in its outline."""

    id: str
    name: str
    name_en: str
    definition: str
    source: str


Row = TypeVar("Row", PlanRow, RegionRow)


def _rows(path: Path, paths: Paths, key: str, row: type[Row]) -> list[Row]:
    label = paths.label(path)
    return [
        _row(row, item, f"{label}: {ident}") for ident, item in read_list(path, label, key).items()
    ]


def _row(row: type[Row], item: Mapping[str, Any], where: str) -> Row:
    values: dict[str, Any] = {}
    for field in fields(row):
        value = item.get(field.name)
        if value is None:
            if field.default is MISSING:
                raise sentences.missing_field(f"{where}: {field.name}")
            continue
        if field.default is False:
            if not isinstance(value, bool):
                raise sentences.not_flag(f"{where}: {field.name}", value)
        elif not isinstance(value, str):
            raise sentences.not_text(f"{where}: {field.name}")
        values[field.name] = value
    return row(**values)


def read_plans(paths: Paths = DEFAULT) -> list[PlanRow]:
    """The plans, oldest first; AtlasError where plans.yaml is missing or a field is wrong."""
    rows = _rows(paths.plans, paths, "plans", PlanRow)
    return sorted(rows, key=lambda plan: (plan.date, plan.id))


def read_regions(paths: Paths = DEFAULT) -> list[RegionRow]:
    """The regions in file order; AtlasError where regions.yaml is missing or a field is wrong."""
    return _rows(paths.regions, paths, "regions", RegionRow)


def read_facts_day(paths: Paths = DEFAULT) -> str:
    """The day up to which facts are gathered; AtlasError where facts.yaml has none."""
    label = paths.label(paths.facts)
    found = read_yaml(paths.facts, label)
    where = f"{label}: facts_as_of"
    if not isinstance(found, dict) or "facts_as_of" not in found:
        raise sentences.missing_field(where)
    day = found["facts_as_of"]
    if not isinstance(day, str) or not is_day(day):
        raise sentences.not_a_day(where, day)
    return day
