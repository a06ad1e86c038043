"""Adding a fact to a project's file: what is there stays, the new entry goes to the end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facts.upkeep.places import place_names
from facts.upkeep.validity import check_facts
from registry import sentences
from registry.errors import AtlasError
from registry.files import read_text, write_text
from registry.files.records import entry_yaml, validate
from registry.files.yaml.entries import OddLayout, with_entry
from registry.files.yaml.read import parse_yaml
from registry.load import load_facts, load_project, project_files
from registry.models import Event, Project
from registry.naming import trimmed
from registry.paths import DEFAULT, Paths

#: What is asked for, in this order; ``add`` takes the same as options.
ASKED = tuple(Event.model_fields)


def file_of(ident: str, paths: Paths = DEFAULT) -> Path:
    """The file of the project ``ident``; AtlasError with the nearest id where there is none."""
    files = {path.stem: path for path in project_files(paths)}
    if ident not in files:
        raise sentences.unknown_code("project", "project", ident, sorted(files))
    return files[ident]


def fact_from(given: Mapping[str, str], label: str) -> Event:
    """A fact from text as it is typed; empty text stands for nothing.

    Raises
    ------
    AtlasError
        At ``label`` and the field, for one that is missing, unknown or of the wrong kind.
    """
    data: dict[str, Any] = {key: trimmed(text) for key, text in given.items() if trimmed(text)}
    if "km" in data:
        try:
            data["km"] = float(data["km"])
        except ValueError as error:
            raise sentences.not_a_number(f"{label}: km", data["km"]) from error
    if "disputed" in data:
        flag = {"true": True, "false": False, "1": True, "0": False}.get(data["disputed"].lower())
        if flag is None:
            raise sentences.not_flag(f"{label}: disputed", data["disputed"])
        data["disputed"] = flag
    return validate(Event, data, label)


def add(ident: str, given: Mapping[str, str], paths: Paths = DEFAULT) -> Path:
    """Add a fact to the project ``ident``; returns the file that was written.

    Raises
    ------
    AtlasError
        For the first thing wrong with the fact; nothing is written then.
    """
    path = file_of(ident, paths)
    label = paths.label(path)
    project = load_project(path, paths)
    fact = fact_from(given, f"{label}: since[{len(project.since)}]")
    new = project.model_copy(update={"since": [*project.since, fact]})
    if fact in project.since:
        raise AtlasError(f"{label}: since", zh="这条事实已经在了", en="this fact is there already")
    check_facts(new, load_facts(paths), place_names(paths), label)
    try:
        text = with_entry(read_text(path, label), "since", entry_yaml(fact))
    except OddLayout as error:
        raise AtlasError(
            f"{label}: since", zh="since 应当分行写", en="since must be written in lines"
        ) from error
    if validate(Project, parse_yaml(text, label), label) != new:
        raise AtlasError(
            label, zh="文件的写法特别，请手工加入", en="is laid out unusually; add it by hand"
        )
    write_text(path, text, label)
    return path
