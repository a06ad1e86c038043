"""``dcat.jsonld``: the package for data catalogues, as DCAT 2 in JSON-LD.

It says what ``datapackage.json`` says, from the same description. Addresses are relative to the
file itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from analyst.collection import Collection
from analyst.readme import carried, description

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"
#: The type of a date by its length: year, month, day.
_DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def _both(words: tuple[str, str]) -> list[dict[str, str]]:
    return [
        {"@language": "zh", "@value": words[0]},
        {"@language": "en", "@value": words[1]},
    ]


def _date(text: str) -> dict[str, str]:
    return {"@type": _DATES[len(text)], "@value": text}


def _where(collection: Collection) -> dict[str, Any]:
    """The box around the projects, WGS84 degrees; empty when none of them has a place."""
    shapes = collection.table("projects").frame.geometry.dropna()
    if shapes.empty:
        return {}
    west, south, east, north = (f"{edge:.5f}" for edge in shapes.total_bounds)
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    ring = ", ".join(f"{lon} {lat}" for lon, lat in corners)
    box = {"@type": "geo:wktLiteral", "@value": f"POLYGON (({ring}))"}
    return {"dct:spatial": {"@type": "dct:Location", "dcat:bbox": box}}


def dcat(package: Mapping[str, Any], collection: Collection) -> str:
    """The text of ``dcat.jsonld``; ``package`` is what ``datapackage.json`` holds."""
    licences = [{"@id": licence["path"]} for licence in package["licenses"]]
    rights = {"@type": "dct:RightsStatement", "rdfs:label": _both(carried(collection))}
    dates = [plan.date for plan in collection.plans]
    distributions = [
        {
            "@id": f"#{resource['name']}",
            "@type": "dcat:Distribution",
            "dct:title": resource["path"],
            "dcat:downloadURL": {"@id": resource["path"]},
            "dcat:mediaType": {"@id": _MEDIA + resource["mediatype"]},
            "dcat:byteSize": {"@type": "xsd:decimal", "@value": str(resource["bytes"])},
            "dct:license": licences,
            "dct:rights": rights,
        }
        for resource in package["resources"]
    ]
    described = {
        "@context": _CONTEXT,
        "@id": "#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": package["name"],
        "dct:title": _both((collection.titles.zh, collection.titles.en)),
        "dct:description": _both(description(collection)),
        "dct:issued": _date(package["created"][:10]),
        "dct:license": licences,
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _date(min(dates)),
            "dcat:endDate": _date(max(dates)),
        },
        **_where(collection),
        "dcat:distribution": distributions,
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"
