"""Reading the registry and checking what one record says of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from registry import sentences
from registry.errors import AtlasError
from registry.files import read_text
from registry.files.folder import entries, files_in
from registry.files.records import validate
from registry.files.yaml.read import read_list, read_yaml
from registry.models import FactsRules, Plan, Project, Record, Region, Retired
from registry.paths import DEFAULT, Paths
from registry.vocab import Mode

#: How the list of released ids says how many there are.
_IDS = re.compile(r"# The ([0-9]{1,9}) ids of release ")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Registry:
    """Plans by date, regions in file order, projects by mode and id; keys are ids.

    ``facts`` says up to which day facts are gathered.
    """

    plans: dict[str, Plan]
    regions: dict[str, Region]
    projects: dict[str, Project]
    facts: FactsRules


def load_facts(paths: Paths = DEFAULT) -> FactsRules:
    """Up to which day facts are gathered, and which hosts are no source."""
    label = paths.label(paths.facts)
    return validate(FactsRules, read_yaml(paths.facts, label), label)


def _read_list(path: Path, label: str, key: str, model: type[R]) -> Iterator[R]:
    for name, item in read_list(path, label, key).items():
        yield validate(model, item, label, record=name)


def load_plans(paths: Paths = DEFAULT) -> dict[str, Plan]:
    """The plans, oldest first."""
    return by_date(_read_list(paths.plans, paths.label(paths.plans), "plans", Plan))


def by_date(plans: Iterable[Plan]) -> dict[str, Plan]:
    """``plans`` by id, oldest first."""
    return {plan.id: plan for plan in sorted(plans, key=lambda plan: (plan.date, plan.id))}


def load_regions(paths: Paths = DEFAULT) -> dict[str, Region]:
    """The planning regions, in file order."""
    regions = _read_list(paths.regions, paths.label(paths.regions), "regions", Region)
    return {region.id: region for region in regions}


def load_retired(paths: Paths = DEFAULT) -> dict[str, Retired]:
    """The ids that no longer stand for a project, in file order."""
    rows = _read_list(paths.retired, paths.label(paths.retired), "retired", Retired)
    return {row.id: row for row in rows}


def load_released(paths: Paths = DEFAULT) -> list[str]:
    """The ids of the last release; lines that begin with ``#`` are remarks."""
    label = paths.label(paths.released)
    text = read_text(paths.released, label)
    ids = [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
    # A file that ends early would let ids vanish silently, which it is there to prevent.
    if (told := _IDS.match(text)) and len(ids) != int(told[1]):
        raise sentences.rows_lost(label, len(ids), int(told[1]))
    return ids


def load_project(path: Path, paths: Paths = DEFAULT) -> Project:
    """The project in ``path``, whose name and folder must be the record's id and mode."""
    label = paths.label(path)
    project = validate(Project, read_yaml(path, label), label)
    if project.id != path.stem:
        raise AtlasError(
            f"{label}: id",
            zh=f"编号“{project.id}”应与文件名“{path.stem}”相同",
            en=f"{project.id!r} must equal the file name {path.stem!r}",
        )
    if project.mode != path.parent.name:
        raise AtlasError(
            f"{label}: mode",
            zh=f"“{project.mode}”应与文件夹“{path.parent.name}”相同",
            en=f"{project.mode.value!r} must equal the folder {path.parent.name!r}",
        )
    return project


def project_files(paths: Paths = DEFAULT) -> list[Path]:
    """The registry's files, by mode and id.

    Raises
    ------
    AtlasError
        For a folder that is no mode, and for a file that would not be read: of another ending, or
        in another place.
    """
    if not paths.projects.is_dir():
        raise sentences.missing_folder(paths.label(paths.projects))
    for entry in entries(paths.projects, paths.label):
        if not entry.is_dir():
            right = paths.label(paths.projects / f"<{sentences.KINDS['mode'][1]}>" / entry.name)
            raise sentences.misplaced(paths.label(entry), right)
        if entry.name not in set(Mode):
            raise sentences.unknown_code(paths.label(entry), "mode", entry.name, Mode)
    return [path for mode in Mode for path in files_in(paths.projects / mode, ".yaml", paths.label)]


def load_registry(
    paths: Paths = DEFAULT, *, read: Iterable[tuple[Path, Project]] | None = None
) -> Registry:
    """Everything, checked.

    Parameters
    ----------
    read : iterable of (Path, Project), optional
        The projects by file where they are read already; by default all are read.

    Raises
    ------
    AtlasError
        For the first record that breaks a rule: its own fields, a duplicate id, a plan, region
        or whole that does not exist.
    """
    plans, regions = load_plans(paths), load_regions(paths)
    if read is None:
        read = ((path, load_project(path, paths)) for path in project_files(paths))
    return assemble(plans, regions, read, load_facts(paths), paths)


def assemble(
    plans: dict[str, Plan],
    regions: dict[str, Region],
    read: Iterable[tuple[Path, Project]],
    facts: FactsRules,
    paths: Paths = DEFAULT,
) -> Registry:
    """The registry of these records; ``read`` are the projects by file, as they are or will be.

    Raises
    ------
    AtlasError
        For the first record that names what does not exist, or an id that stands twice.
    """
    for plan in plans.values():
        where = f"{paths.label(paths.plans)}: {plan.id}"
        if plan.region and plan.region not in regions:
            raise sentences.unknown_code(f"{where}: region", "region", plan.region, regions)
        if plan.based_on and plan.based_on not in plans:
            raise sentences.unknown_code(f"{where}: based_on", "plan", plan.based_on, plans)
    projects: dict[str, Project] = {}
    labels: dict[str, str] = {}
    for path, project in read:
        label = paths.label(path)
        if project.id in projects:
            raise AtlasError(
                f"{label}: id",
                zh=f"编号“{project.id}”已在 {labels[project.id]} 用过",
                en=f"{project.id!r} is taken by {labels[project.id]}",
            )
        projects[project.id], labels[project.id] = project, label
        for number, mention in enumerate(project.mentions):
            if mention.plan not in plans:
                raise sentences.unknown_code(
                    f"{label}: mentions[{number}].plan", "plan", mention.plan, plans
                )
    _check_wholes(projects, labels)
    return Registry(plans, regions, projects, facts)


def _check_wholes(projects: dict[str, Project], labels: dict[str, str]) -> None:
    for project in projects.values():
        seen, whole = {project.id}, project
        while whole.part_of is not None:
            if whole.part_of not in projects:
                raise sentences.unknown_code(
                    f"{labels[whole.id]}: part_of", "project", whole.part_of, sorted(projects)
                )
            if whole.part_of in seen:
                raise AtlasError(
                    f"{labels[project.id]}: part_of",
                    zh=f"“{whole.part_of}”绕回了自己",
                    en=f"{whole.part_of!r} leads back to the project itself",
                )
            seen.add(whole.part_of)
            whole = projects[whole.part_of]
