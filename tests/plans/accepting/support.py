"""A copy of the registry, rows of an invented plan, and what stands in the files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from geo.gazetteer import Gazetteer, load_gazetteer
from geo.proposing import route_of
from plans.accepting.changes import accept, remove
from plans.accepting.draft import Changes
from plans.accepting.rows import Reviewed
from plans.matching.propose import Proposal
from registry.files.together import write_together
from registry.models import Plan, Route
from registry.paths import Paths
from registry.vocab import Mode, Status


@cache
def _gazetteer() -> Gazetteer:
    return load_gazetteer()


def route(new: Proposal) -> Route:
    """The route as the shipped geography has it."""
    return route_of(new.stops, new.name, Mode(new.mode), _gazetteer(), note=new.guess)


def plan(ident: str = "yunze-2027", **more: object) -> Plan:
    data: dict[str, object] = {
        "id": ident,
        "title": "云泽计划",
        "title_en": "The plan",
        "short": "云泽",
        "short_en": "Yunze",
        "issuer": "云泽府",
        "date": "2027-03",
        "text": "text.txt",
        "text_note": "读出。",
        **more,
    }
    return Plan.model_validate(data)


def row(name: str, **more: object) -> Reviewed:
    """A row; by default of a new railway that shall be started."""
    data: dict[str, object] = {
        "where": f"mentions.csv:2 ({name})",
        "plan": "yunze-2027",
        "clause": "(一)",
        "as_written": name,
        "name": name,
        "mode": Mode.RAIL,
        "action": "开工建设",
        "status": Status.START,
        "start_year": None,
        "complete_year": None,
        "project_id": "",
        "doubt": "",
        "kind": "plan",
        "new_id": "",
        "name_en": "",
        "stops": (),
        "sure": False,
        **more,
    }
    return Reviewed(**data)  # type: ignore[arg-type]


#: A new line, a known one, and a new port named twice.
ROWS = (
    row("乐山至雅安铁路", complete_year=2028),
    row("渝昆高铁", project_id="yukun-hsr", status=Status.CONSTRUCTION),
    row("宜宾新港", mode=Mode.PORT, new_id="yibin-new-port"),
    row("宜宾新港", mode=Mode.PORT, new_id="yibin-new-port", clause="(二)"),
)


def take(paths: Paths, rows: Iterable[Reviewed] = ROWS, made: Plan | None = None) -> Changes:
    """Accept the rows and write the registry; the built files are left alone."""
    changes = accept(made or plan(), list(rows), route, paths)
    write_together(changes.files, paths.data)
    return changes


def take_out(paths: Paths, ident: str = "yunze-2027") -> Changes:
    """Remove the plan and write the registry."""
    changes = remove(ident, paths)
    write_together(changes.files, paths.data)
    return changes


def state(paths: Paths) -> dict[str, bytes]:
    """Every file of the data folder."""
    return {
        path.relative_to(paths.data).as_posix(): path.read_bytes()
        for path in paths.data.rglob("*")
        if path.is_file()
    }


def file(paths: Paths, name: str) -> Path:
    """The file of a project."""
    [found] = paths.projects.glob(f"*/{name}.yaml")
    return found


def kinds(changes: Changes) -> list[str]:
    """What was told, as ``kind id``."""
    return [f"{t.kind} {t.en.split('(')[1].split(')')[0]}" for t in changes.told]
