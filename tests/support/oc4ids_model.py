"""What OC4IDS 0.9.5 says of the fields that ``oc4ids.json`` has, restated as types.

Read from ``project-schema.json`` of the standard's repository (open-contracting/infrastructure, as
its changelog dates 0.9.5 to 2025-04-02) and the package schema beside it. Only the fields that we
write are here and any other is refused: look a new one up there before it is added. The standard
itself allows fields of one's own; we have none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Annotated, Any, Literal, Required, TypeVar, get_args

import pytest
from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

T = TypeVar("T")
HOST = "https://standard.open-contracting.org/infrastructure/schema/0__9__5/"

#: Closed lists: no code but these.
Status = Literal[
    "identification",
    "preparation",
    "implementation",
    "completion",
    "maintenance",
    "decommissioning",
    "decommissioned",
    "cancelled",
]
Type = Literal[
    "construction", "maintenance", "rehabilitation", "replacement", "expansion", "decommissioning"
]
Met = Literal["scheduled", "met", "notMet", "partiallyMet"]
Shape = Literal["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]

#: Open lists, of which only these codes are ours; the list may have others.
OPEN: Mapping[str, tuple[str, ...]] = {
    "projectSector.csv": (
        *("transport", "transport.rail", "transport.road", "transport.water", "transport.air"),
        *("energy", "waterAndWaste"),
    ),
    "documentType.csv": ("projectPlan", "physicalProgressReport"),
    "milestoneType.csv": ("delivery",),
    "classificationScheme.csv": ("sdg", "sdgTarget"),
    "locationGazetteers.csv": ("NUTS", "ISO2", "GEONAMES", "OSMN", "OSMR", "OSMW", "WDPA"),
}
CLOSED: Mapping[str, Any] = {
    "projectStatus.csv": Status,
    "projectType.csv": Type,
    "geometryType.csv": Shape,
    "milestoneStatus.csv": Met,
}


def _moment(text: str) -> str:
    # RFC 3339: a date alone, or a time without its zone, is refused.
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", text):
        raise ValueError("not a date-time with a zone")
    datetime.fromisoformat(text)
    return text


def _distinct(items: list[T]) -> list[T]:
    written = [json.dumps(item, sort_keys=True) for item in items]
    if len(set(written)) < len(written):
        raise ValueError("the same twice")
    return items


def _filled(found: T) -> T:
    if not found:
        raise ValueError("empty")
    return found


def _said(**words: Any) -> Any:
    return Field(json_schema_extra=words)


def _list(name: str) -> Any:
    return _said(codelist=name, openCodelist=name in OPEN)


Filled = Annotated[T, AfterValidator(_filled)]
Text = Annotated[str, Field(min_length=1)]
Moment = Annotated[str, AfterValidator(_moment), _said(format="date-time")]
Uri = Annotated[str, Field(pattern=r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"), _said(format="uri")]
Items = Annotated[list[T], Field(min_length=1), AfterValidator(_distinct), _said(uniqueItems=True)]
_closed = with_config(ConfigDict(extra="forbid", strict=True))


@_closed
class Period(TypedDict, total=False):
    """When works run."""

    startDate: Moment
    endDate: Moment


@_closed
class Classification(TypedDict, total=False):
    """A code of a scheme that the standard does not close."""

    scheme: Annotated[Text, _list("classificationScheme.csv")]
    id: Text
    description: Text


@_closed
class Geometry(TypedDict, total=False):
    """A shape as GeoJSON has it."""

    type: Annotated[Shape, _list("geometryType.csv")]
    coordinates: Annotated[list[float | list[Any]], Field(min_length=1)]


@_closed
class Gazetteer(TypedDict, total=False):
    """The codes a gazetteer has for a place."""

    scheme: Annotated[Text, _list("locationGazetteers.csv")]
    identifiers: Items[Text]


@_closed
class Location(TypedDict, total=False):
    """Where works are."""

    id: Required[Text]
    description: Text
    geometry: Filled[Geometry]
    gazetteer: Filled[Gazetteer]


@_closed
class Document(TypedDict, total=False):
    """A plan that names a project, or a page that reports of it."""

    id: Required[Text]
    documentType: Annotated[Text, _list("documentType.csv")]
    title: Text
    description: Text
    url: Uri
    datePublished: Moment
    language: Text


@_closed
class Milestone(TypedDict, total=False):
    """What is to be reached by a date."""

    id: Required[Text]
    title: Text
    type: Annotated[Text, _list("milestoneType.csv")]
    description: Text
    dueDate: Moment
    dateMet: Moment
    dateModified: Moment
    status: Annotated[Met, _list("milestoneStatus.csv")]


@_closed
class Project(TypedDict, total=False):
    """What the standard says of one project."""

    id: Required[Text]
    updated: Moment
    language: Text
    title: Text
    description: Text
    period: Filled[Period]
    locations: Items[Location]
    status: Annotated[Status, _list("projectStatus.csv")]
    type: Annotated[Type, _list("projectType.csv")]
    sector: Annotated[Items[Text], _list("projectSector.csv")]
    additionalClassifications: Items[Filled[Classification]]
    documents: Items[Document]
    milestones: Items[Milestone]


@_closed
class Publisher(TypedDict):
    """Who publishes the package."""

    name: Text


@_closed
class Package(TypedDict, total=False):
    """The whole file."""

    uri: Required[Uri]
    publishedDate: Required[Moment]
    version: Required[Annotated[str, Field(pattern=r"^\d+\.\d+$")]]
    publisher: Required[Publisher]
    projects: Required[Items[Project]]
    license: Uri


PACKAGE: TypeAdapter[Any] = TypeAdapter(Package)


def _schema(model: Any, name: str) -> dict[str, Any]:
    found = TypeAdapter(model).json_schema(ref_template="#/definitions/{model}")
    found["definitions"] = found.pop("$defs", {})
    for part in (found, *found["definitions"].values()):
        part["minProperties"] = 1
    return {"$schema": "http://json-schema.org/draft-04/schema#", "id": HOST + name, **found}


def write_schema(folder: Path) -> None:
    """The types above in the files that the standard's checker asks for."""
    package = _schema(Package, "project-package-schema.json")
    package["properties"]["projects"]["items"] = {"$ref": HOST + "project-schema.json"}
    for name, found in (
        ("project-package-schema.json", package),
        ("project-schema.json", _schema(Project, "project-schema.json")),
    ):
        (folder / name).write_text(json.dumps(found), encoding="utf-8")
    lists = {**OPEN, **{name: get_args(codes) for name, codes in CLOSED.items()}}
    (folder / "codelists").mkdir()
    for name, codes in lists.items():
        rows = "".join(f"{code},{code}\n" for code in codes)
        (folder / "codelists" / name).write_text("Code,Title\n" + rows, encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        return


@contextmanager
def served(folder: Path) -> Iterator[Any]:
    """The checker's settings while ``folder`` stands in for the standard's site.

    It holds ``project-package-schema.json``, ``project-schema.json`` and ``codelists/``.
    """
    from libcoveoc4ids.config import LibCoveOC4IDSConfig

    serve = partial(_Quiet, directory=str(folder))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), serve) as server,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("no_proxy", "127.0.0.1")
        Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}/"
        try:
            yield LibCoveOC4IDSConfig(
                {
                    "schema_host": site,
                    "schema_version_choices": {"0.9.5": ("0.9.5", site)},
                    "schema_codelists": {"0.9": site + "codelists/"},
                }
            )
        finally:
            server.shutdown()
