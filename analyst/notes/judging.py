"""What each correction note is to the data: new, there already, outdated, of no project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from layers import payload
from layers.records import data
from layers.records.model import Atlas, Project
from registry.files.folder import files_in
from registry.load import load_retired
from registry.models import Retired
from registry.naming import spelling, trimmed
from registry.notes.note import Note, read_notes
from registry.notes.vocab import NoteKind, NoteState
from registry.paths import Paths
from registry.term import Pair

#: Decimals of a degree to which two notes are about one place, about 11 m.
DECIMALS = 4


@dataclass(frozen=True)
class Given:
    """A note and where it was read: the file as it was named, and the place in it from 0."""

    file: str
    place: int
    note: Note


@dataclass(frozen=True)
class Judged:
    """What a note is; ``name`` of its project (Chinese, English), ``why`` it is no new one."""

    given: Given
    state: NoteState
    name: Pair = ("", "")
    why: Pair = ("", "")


def read_given(paths: Sequence[Path]) -> list[Given]:
    """Every note of the files ``paths``, in their order.

    Raises
    ------
    AtlasError
        Naming the file, the note and the field, for the first that is none.
    """
    return [
        Given(str(path), place, note)
        for path in paths
        for place, note in enumerate(read_notes(path, str(path)))
    ]


def read_known(paths: Iterable[Path]) -> list[Given]:
    """The notes that were kept before: of files, and of the JSON files of folders.

    Raises
    ------
    AtlasError
        As :func:`read_given` does, and for what in a folder is no JSON file.
    """
    found: list[Path] = []
    for path in paths:
        found += files_in(path, ".json", str) if path.is_dir() else [path]
    return read_given(found)


def _sign(note: Note) -> tuple[object, ...]:
    """What two notes have alike that say the same of the same."""
    place = (note.lon, note.lat) if note.project is None else (None, None)
    at = [None if degrees is None else round(degrees, DECIMALS) for degrees in place]
    return (note.kind, note.project, *at, spelling(note.text), spelling(note.source or ""))


def _page(url: str) -> str:
    """An address as two are compared: without its scheme, its fragment and a last slash."""
    plain = trimmed(url).partition("#")[0].partition("://")[2] or trimmed(url)
    return plain.rstrip("/").casefold()


def _named(project: Project) -> set[str]:
    return {spelling(name) for name in (project.name, project.name_en, *project.aliases) if name}


def _said(note: Note, atlas: Atlas, project: Project | None) -> Pair | None:
    """Where the registry says already what ``note`` asks for; None where it does not."""
    text = spelling(note.text)
    if note.kind is NoteKind.MISSING:
        for other in atlas.projects:
            if text in _named(other):
                return f"已是项目 {other.id}", f"is the project {other.id}"
    if project is None:
        return None
    if note.kind is NoteKind.NAME and text in _named(project):
        return "已是它的名称或别名", "is its name or alias"
    if note.kind is NoteKind.SOURCE and note.source:
        pages = {_page(event.url) for event in project.events if event.url}
        if _page(note.source) in pages:
            return "已是它的来源", "is among its sources"
    return None


def _gone(ident: str, retired: Mapping[str, Retired]) -> Pair:
    row = retired.get(ident)
    if row is None:
        return "", ""
    if row.successor:
        return f"由 {row.successor} 接替", f"replaced by {row.successor}"
    return f"{row.date} 起不再有", f"dropped on {row.date}"


def judge(given: Iterable[Given], known: Iterable[Given], paths: Paths) -> list[Judged]:
    """What each of ``given`` is to the data of ``paths``, in their order.

    A note of a project that is none is unknown; one that was seen before, in ``known`` or among
    those before it, or that the registry says already, is there; of the others one whose project
    is shown otherwise than when it was written is outdated, and the rest are new.

    Raises
    ------
    AtlasError
        The built files, or the list of retired ids, cannot be read.
    """
    atlas = data.load(paths)
    retired = load_retired(paths) if paths.retired.exists() else {}
    records = {project["id"]: project["record"] for project in payload.build(atlas)["projects"]}
    before: dict[tuple[object, ...], Given] = {}
    for one in known:
        before.setdefault(_sign(one.note), one)
    found = []
    for one in given:
        note = one.note
        project = atlas.by_id.get(note.project) if note.project else None
        name = (project.name, project.name_en) if project else ("", "")
        seen = before.setdefault(_sign(note), one)
        state, why = NoteState.NEW, ("", "")
        if note.project and project is None:
            state, why = NoteState.UNKNOWN, _gone(note.project, retired)
        elif seen is not one:
            where = f"{seen.file} [{seen.place}]"
            state, why = NoteState.THERE, (f"与 {where} 相同", f"the same as {where}")
        elif said := _said(note, atlas, project):
            state, why = NoteState.THERE, said
        elif project and note.atlas.project != records[project.id]:
            state = NoteState.CHANGED
        found.append(Judged(one, state, name, why))
    return found
