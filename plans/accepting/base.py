"""What accepting a plan has put into the registry: ``data/accepted/<plan>.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from registry.files.folder import files_in
from registry.files.records import to_yaml, validate
from registry.files.yaml.read import read_yaml
from registry.models import Mention, Plan, Project, Record, Slug
from registry.naming import seen
from registry.paths import Paths

HEAD = (
    "# What `python -m plans accept` proposed, kept so that it can be taken out again.\n"
    "# Not edited by hand: change the records themselves.\n"
)
SCHEMA_LINE = "# yaml-language-server: $schema=../../schema/project.schema.json\n"


class Added(Record):
    """A mention that was added to a project which was there already."""

    project: Slug
    mention: Mention


class Accepted(Record):
    """What one plan's acceptance has put into the registry; empty before the first.

    ``plan`` is None where the plan was there already; ``projects`` are the records made.
    """

    plan_id: Slug
    plan: Plan | None = None
    projects: list[Project] = Field(default=[])
    mentions: list[Added] = Field(default=[])

    @property
    def made(self) -> dict[str, Project]:
        """The records made, by id."""
        return {project.id: project for project in self.projects}

    def of(self, project: str) -> list[Mention]:
        """The mentions put into ``project``, whether it was made or there already."""
        own = self.made[project].mentions if project in self.made else []
        return [*own, *(added.mention for added in self.mentions if added.project == project)]

    def elsewhere(self, text: str) -> list[Mention]:
        """The mentions whose words do not stand in ``text``: they were read from another one."""
        words = _bare(text)
        every = [
            *(mention for project in self.projects for mention in project.mentions),
            *(added.mention for added in self.mentions),
        ]
        return [
            mention
            for mention in every
            if not all(_bare(w) in words for w in mention.as_written.split("…"))
        ]


def _bare(text: str) -> str:
    """``text`` without white space and what cannot be seen."""
    return "".join(seen(text).split())


def path_of(plan_id: str, paths: Paths) -> Path:
    """The file of a plan."""
    return paths.accepted / f"{plan_id}.yaml"


def accepted_ids(paths: Paths) -> list[str]:
    """The ids of the plans that have been accepted; AtlasError for a file that has another name."""
    return [path.stem for path in files_in(paths.accepted, ".yaml", paths.label)]


def read_accepted(plan_id: str, paths: Paths) -> Accepted:
    """What accepting the plan has proposed; AtlasError where its file is broken."""
    path = path_of(plan_id, paths)
    if not path.exists():
        return Accepted(plan_id=plan_id)
    label = paths.label(path)
    return validate(Accepted, read_yaml(path, label), label)


def read_others(plan_id: str, paths: Paths) -> Iterator[Accepted]:
    """What accepting the other plans has proposed, by id."""
    for other in accepted_ids(paths):
        if other != plan_id:
            yield read_accepted(other, paths)


def accepted_text(accepted: Accepted) -> str:
    """The text of a plan's file."""
    return HEAD + to_yaml(accepted)


def project_text(project: Project) -> str:
    """The text of a record as it is made."""
    return SCHEMA_LINE + to_yaml(project)
