"""The registry's files as they will be: changed in memory, written by nobody here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plans.accepting.base import Accepted, accepted_text, path_of, project_text
from registry import sentences
from registry.errors import AtlasError
from registry.files.records import entry_yaml, validate
from registry.files.together import FileChange, held
from registry.files.yaml.entries import OddLayout, with_entry, without_entry
from registry.files.yaml.read import parse_yaml
from registry.load import (
    Registry,
    assemble,
    by_date,
    load_facts,
    load_plans,
    load_project,
    load_regions,
    project_files,
)
from registry.models import Mention, Plan, Project
from registry.paths import Paths
from registry.vocab import Mode


@dataclass(frozen=True)
class Told:
    """What a reviewer is told: ``kind`` is new, added, changed, removed, there or kept."""

    kind: str
    zh: str
    en: str


@dataclass(frozen=True)
class Changes:
    """What would change: files with what they hold before and after, and the registry then."""

    files: Mapping[Path, FileChange]
    told: list[Told]
    registry: Registry


class Draft:
    """A registry and the texts of its files, to be changed; nothing is written.

    Raises
    ------
    AtlasError
        When the registry is broken.
    """

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.plans = load_plans(paths)
        self.regions = load_regions(paths)
        self.told: list[Told] = []
        self._files = {path.stem: path for path in project_files(paths)}
        self.projects = {key: load_project(path, paths) for key, path in self._files.items()}
        self._before: dict[Path, bytes | None] = {}
        self._after: dict[Path, str | None] = {}

    # Texts

    def text(self, path: Path) -> str | None:
        """The text of a file as it will be; None where there will be none."""
        if path not in self._after:
            data = self._before[path] = held(path)
            try:
                self._after[path] = None if data is None else data.decode()
            except UnicodeDecodeError as error:
                raise sentences.not_utf8(self.paths.label(path)) from error
        return self._after[path]

    def put(self, path: Path, text: str | None) -> None:
        """Let a file hold ``text``, or be gone."""
        self.text(path)
        self._after[path] = text

    def file(self, project: str) -> Path:
        """The file of a project that is there."""
        return self._files[project]

    def _edited(self, text: str | None, label: str) -> str:
        if text is None:
            raise sentences.missing(label)
        return text

    def _odd(self, label: str) -> AtlasError:
        return AtlasError(
            label,
            zh="文件的写法特别，程序改不了，请手工修改",
            en="is laid out unusually and cannot be changed by a program; edit it by hand",
        )

    # Projects

    def put_project(self, project: Project, text: str | None = None) -> None:
        """Let ``project`` stand as it is made, or with ``text`` of its own."""
        path = self.paths.projects / project.mode / f"{project.id}.yaml"
        old = self._files.get(project.id)
        if old is not None and old != path:
            self.put(old, None)
        self.put(path, project_text(project) if text is None else text)
        self._files[project.id] = path
        self.projects[project.id] = project

    def drop_project(self, project: str) -> None:
        """Take a project and its file away."""
        self.put(self._files.pop(project), None)
        del self.projects[project]

    def add_mention(self, project: str, mention: Mention) -> None:
        """Put a mention behind the others; AtlasError where the file is laid out unusually."""
        self._change(project, None, mention)

    def drop_mention(self, project: str, mention: Mention) -> None:
        """Take out a mention that is there; AtlasError where the file is laid out unusually."""
        self._change(project, mention, None)

    def swap_mention(self, project: str, old: Mention, new: Mention) -> None:
        """Put ``new`` behind the others and take out ``old``, which is there."""
        self._change(project, old, new)

    def _change(self, project: str, old: Mention | None, new: Mention | None) -> None:
        record = self.projects[project]
        path = self._files[project]
        label = self.paths.label(path)
        text = self._edited(self.text(path), label)
        mentions = [*record.mentions, *([new] if new else [])]
        try:
            if new is not None:
                text = with_entry(text, "mentions", entry_yaml(new))
            if old is not None:
                text = without_entry(text, "mentions", mentions.index(old))
                mentions.remove(old)
        except OddLayout as error:
            raise self._odd(label) from error
        made = record.model_copy(update={"mentions": mentions})
        if validate(Project, parse_yaml(text, label), label) != made:
            raise self._odd(label)
        self.put(path, text)
        self.projects[project] = made

    # Plans

    def add_plan(self, plan: Plan) -> None:
        """Put a plan at the end of plans.yaml."""
        self._edit_plans(lambda text: with_entry(text, "plans", entry_yaml(plan)))
        self.plans = by_date([*self.plans.values(), plan])

    def drop_plan(self, plan_id: str) -> None:
        """Take a plan out of plans.yaml."""
        label = self.paths.label(self.paths.plans)
        listed = parse_yaml(self._edited(self.text(self.paths.plans), label), label)["plans"]
        number = next(n for n, item in enumerate(listed) if item["id"] == plan_id)
        self._edit_plans(lambda text: without_entry(text, "plans", number))
        del self.plans[plan_id]

    def _edit_plans(self, change: Callable[[str], str]) -> None:
        path = self.paths.plans
        label = self.paths.label(path)
        text = self._edited(self.text(path), label)
        try:
            self.put(path, change(text))
        except OddLayout as error:
            raise self._odd(label) from error

    # What was accepted

    def put_accepted(self, accepted: Accepted, *, keep: bool = True) -> None:
        """Keep what a plan's acceptance proposed, or forget it."""
        path = path_of(accepted.plan_id, self.paths)
        self.put(path, accepted_text(accepted) if keep else None)

    def tell(self, kind: str, zh: str, en: str) -> None:
        """Note what a reviewer is told."""
        self.told.append(Told(kind, zh, en))

    def _in_order(self) -> Iterable[tuple[Path, Project]]:
        order = list(Mode)
        place = {key: order.index(project.mode) for key, project in self.projects.items()}
        keys = sorted(self.projects, key=lambda key: (place[key], self._files[key]))
        return [(self._files[key], self.projects[key]) for key in keys]

    def changes(self) -> Changes:
        """All of it, checked as a registry is."""
        registry = assemble(
            self.plans, self.regions, self._in_order(), load_facts(self.paths), self.paths
        )
        files = {
            path: FileChange(self._before[path], None if text is None else text.encode())
            for path, text in self._after.items()
            if self._before[path] != (None if text is None else text.encode())
        }
        return Changes(files, self.told, registry)
