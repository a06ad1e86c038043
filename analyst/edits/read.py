"""The way back: what an analyst changed in ``atlas.gpkg``, brought into the registry.

The package remembers what it held when it was made. An edit is what differs from that; it is
refused where the registry has changed the same thing since, and where it breaks a rule. Routes
change through the column ``stop_refs``, places through the points of the layer ``places``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import ndiff
from pathlib import Path

from analyst.edits.columns import Note, check_columns, new_layers
from analyst.edits.places import edited_gazetteer, site_changes
from analyst.edits.projects import apply, project_changes
from analyst.geopackage.contents import (
    Layers,
    is_project_layer,
    layer_names,
    read_base,
    read_now,
)
from geo.gazetteer import load_gazetteer
from geo.geocode import locate_project
from geo.geopackage.opening import lacks_wal
from registry.errors import AtlasError
from registry.files import read_text
from registry.files.records import to_yaml
from registry.files.together import FileChange, held, write_together
from registry.load import Registry, load_registry
from registry.paths import DEFAULT, Paths

#: The folder in the data folder that keeps what edits have replaced.
BACKUP = ".backup"
SCHEMA_LINE = "# yaml-language-server: $schema=../../schema/project.schema.json\n"


@dataclass(frozen=True)
class Edits:
    """What would change: each file before and after, and lines that show it.

    ``notes`` say in Chinese and English what of the package stays behind.
    """

    files: Mapping[Path, FileChange]
    shown: list[str]
    notes: list[Note]

    def write(self, paths: Paths = DEFAULT) -> tuple[list[Path], Path]:
        """Write the files, all or none; returns them and the folder that keeps what was there.

        Raises
        ------
        AtlasError
            When a file has changed in the meantime, or cannot be written.
        """
        folder = _backup(paths)
        kept = {
            folder / path.relative_to(paths.data): FileChange(None, change.before)
            for path, change in self.files.items()
            if change.before is not None
        }
        wrote = write_together({**kept, **self.files}, paths.data)
        return [path for path in wrote if path not in kept], folder


def _backup(paths: Paths) -> Path:
    """A new folder for what is replaced, which no reader looks into."""
    when = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    number, folder = 1, paths.data / BACKUP / when
    while folder.exists():
        number, folder = number + 1, folder.with_name(f"{when}-{number + 1}")
    return folder


def _others_untouched(before: Layers, now: Layers, where: str) -> None:
    for layer, known in before.items():
        if layer == "places" or is_project_layer(layer) or now.get(layer) == known:
            continue
        raise AtlasError(
            f"{where}: {layer}",
            zh="改动不从这个图层带回；可改的是各类别图层与 places",
            en="changes to this layer are not brought back; edit the mode layers and places",
        )


def _lines(path: Path, old: str, new: str, paths: Paths) -> Iterator[str]:
    yield f"{paths.label(path)}:"
    for line in ndiff(old.splitlines(), new.splitlines()):
        if line[:2] in ("- ", "+ "):
            yield f"  {line}"


def read_edits(file: Path, paths: Paths = DEFAULT) -> Edits:
    """What an edited ``atlas.gpkg`` would change in the registry; nothing is written.

    Raises
    ------
    AtlasError
        When the file is not an atlas package, and as for :func:`edits_between`.
    """
    before = read_base(file)
    edits = edits_between(before, read_now(file, before), layer_names(file), file.name, paths)
    if wal := lacks_wal(file):
        edits.notes.append(
            (
                f"若少了改动：最近的可能在 {wal} 里，而它不在旁边；请在 QGIS 里关闭文件后再试",
                f"if changes are missing: the newest may be in {wal}, which is not beside it; "
                "close the file in QGIS first",
            )
        )
    return edits


def edits_between(
    before: Layers, now: Layers, there: list[str], where: str, paths: Paths = DEFAULT
) -> Edits:
    """What the difference of two states would change in the registry; nothing is written.

    Parameters
    ----------
    before, now : mapping
        The rows as they were handed out, and as they are.
    there : list of str
        Every layer that is there now.
    where : str
        The file, or the store.

    Raises
    ------
    AtlasError
        When an edit breaks a rule: an unknown project or stop, a point outside its county, a column
        or layer that is not edited here, a record that the registry has changed since.
    """
    notes = [*check_columns(before, now, where), *new_layers(before, there)]
    _others_untouched(before, now, where)
    registry: Registry = load_registry(paths)
    sites = site_changes(before, now, where, paths)
    files: dict[Path, str] = {}
    shown: list[str] = []
    concerned: set[str] = set()
    if sites:
        files[paths.sites], lines, concerned = sites
        shown += lines
    gazetteer = (
        edited_gazetteer(files[paths.sites], where, paths) if sites else load_gazetteer(paths)
    )
    edited = dict(registry.projects)
    for key, changes in project_changes(before, now, where).items():
        if key not in registry.projects:
            raise AtlasError(
                f"{where}: {key}", zh="登记册里已没有它", en="is no longer in the registry"
            )
        project = registry.projects[key]
        path = paths.projects / project.mode / f"{key}.yaml"
        new = apply(project, changes, paths.label(path))
        if new == project:
            continue
        edited[key] = new
        files[path] = SCHEMA_LINE + to_yaml(new)
        # As it stands, so that a remark that would go is shown too.
        shown += _lines(path, read_text(path, paths.label(path)), files[path], paths)
    for key, project in edited.items():
        stops = {ref.partition("@")[0] for ref in project.stop_refs}
        if project is not registry.projects[key] or stops & concerned:
            locate_project(project, gazetteer, paths)
    replaced = {path: FileChange(held(path), new.encode()) for path, new in files.items()}
    return Edits(replaced, shown, notes)
