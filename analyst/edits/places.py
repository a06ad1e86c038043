"""Edits of places: points of the layer ``places`` as rows of sites.csv."""

from __future__ import annotations

import re
from collections.abc import Mapping

from analyst.geopackage.contents import Held, Layers, text
from geo.boundaries import county_at, load_counties
from geo.gazetteer import Gazetteer, checked
from registry import sentences
from registry.columns import PLACES, names
from registry.errors import AtlasError
from registry.files.cells import number
from registry.files.counts import read_rows
from registry.files.csvfile import csv_text
from registry.naming import ADCODE
from registry.paths import Paths
from registry.tables import parse_places, read_derived

_ADCODE = re.compile(ADCODE)
SITE_COLUMNS = names(PLACES)
#: Without these a point is no row of sites.csv.
NEEDED = (*SITE_COLUMNS, "geometry")


def _site_row(held: Held, where: str, adcodes: set[str], paths: Paths) -> dict[str, str]:
    """A row of sites.csv from a feature of the layer places."""
    try:
        lon, lat = (float(part) for part in str(held["geometry"]).split())
    except ValueError as error:
        raise AtlasError(where, zh="没有点位", en="has no point") from error
    county = county_at(lon, lat, paths)
    adcode = text(held.get("adcode")) or county or ""
    if adcode and not _ADCODE.match(adcode):
        raise sentences.no_adcode(f"{where}: adcode", adcode)
    if not adcode:
        raise AtlasError(
            f"{where}: adcode",
            zh="点落在两省市之外，请写明所在区县的代码",
            en="the point lies in neither province, give the adcode of the county it lies in",
        )
    if adcode != county and adcode in adcodes:
        raise AtlasError(
            f"{where}: adcode",
            zh=f"点落在 {county or '两省市之外'}，不在 {adcode}",
            en=f"the point lies in {county or 'neither province'}, not in {adcode}",
        )
    row = {name: text(held.get(name)) for name in SITE_COLUMNS}
    row |= {"adcode": adcode, "lon": f"{lon:.5f}", "lat": f"{lat:.5f}"}
    row["kind"] = row["kind"] or "site"
    for name in ("name", "accuracy_m", "source"):
        if not row[name]:
            raise sentences.empty(f"{where}: {name}")
    row["accuracy_m"] = f"{number(row['accuracy_m'], f'{where}: accuracy_m'):g}"
    return row


def _same_site(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    numbers = ("lon", "lat", "accuracy_m")
    return all(
        float(a[name]) == float(b[name]) if name in numbers else a[name] == b[name]
        for name in SITE_COLUMNS
    )


class _Sites:
    """The rows of sites.csv while edits are put into them, with the lines that show these."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.adcodes = {str(code) for code in load_counties(paths)["adcode"]}
        self.label = paths.label(paths.sites)
        held = read_rows(paths.sites, self.label, PLACES, closed=True)
        self.rows = [dict(row.cells) for row in held]
        self.by_name = {(row["name"], row["adcode"]): row for row in self.rows}
        self.shown: list[str] = []
        self.concerned: set[str] = set()

    def add(self, held: Held, where: str) -> None:
        """A place that is new in the package."""
        new = _site_row(held, where, self.adcodes, self.paths)
        row = self.by_name.get((new["name"], new["adcode"]))
        if row is None:
            self.rows.append(new)
            self.concerned.add(new["name"])
            self.shown.append(f"  + {','.join(new.values())}")
        elif not _same_site(row, new):
            raise AtlasError(
                where,
                zh=f"登记册里已有 {new['name']}@{new['adcode']}",
                en=f"{new['name']}@{new['adcode']} is in the registry already",
            )

    def change(self, old: Held, held: Held, where: str) -> None:
        """A place that the package held as ``old``."""
        new = _site_row(held, where, self.adcodes, self.paths)
        if old["geometry"] == held["geometry"] and _degrees(old) != _degrees(held):
            raise AtlasError(
                f"{where}: lon, lat",
                zh="请移动点，不要改这两个数",
                en="move the point itself, not these two numbers",
            )
        row = self.by_name.get((text(old["name"]), text(old["adcode"])))
        if row is None:
            raise AtlasError(
                where,
                zh="不在 data/sites.csv 里（由脚本导出，或已被删改）；请另加一个点",
                en="is not in data/sites.csv (it comes from a script, or has changed since); add "
                "a point of your own",
            )
        if _same_site(row, new):
            return
        if not _same_site(row, _site_row(old, where, self.adcodes, self.paths)):
            raise AtlasError(
                where,
                zh="登记册在此期间已改了它，请用新的分析包再改",
                en="has changed in the registry since; edit a fresh package",
            )
        self.concerned |= {new["name"], row["name"]}
        self.shown += [f"  - {','.join(row.values())}", f"  + {','.join(new.values())}"]
        row.update(new)


def _as_was(known: Held, held: Held) -> bool:
    """Whether a feature is as the package held it; a column that was added is no edit."""
    return all(held.get(name, value) == value for name, value in known.items())


def _degrees(held: Held) -> tuple[object, object]:
    return held["lon"], held["lat"]


def site_changes(
    before: Layers, now: Layers, where: str, paths: Paths
) -> tuple[str, list[str], set[str]] | None:
    """The new text of sites.csv, lines that show it and the names concerned; None if unchanged.

    Raises
    ------
    AtlasError
        In the file ``where``, for a place that is gone, is no hand-kept one, lies in another
        county than it says, or has changed in the registry since.
    """
    known, seen = before.get("places", {}), now.get("places", {})
    for key in known.keys() - seen.keys():
        raise AtlasError(
            f"{where}: places: {known[key]['name']}",
            zh="被删掉了；请在 data/sites.csv 里删",
            en="was deleted; places are removed in data/sites.csv, not here",
        )
    changed = {
        key: held for key, held in seen.items() if key not in known or not _as_was(known[key], held)
    }
    if not changed:
        return None
    sites = _Sites(paths)
    for key, held in changed.items():
        spot = f"{where}: places: {held.get('name') or key}"
        if key in known:
            sites.change(known[key], held, spot)
        else:
            sites.add(held, spot)
    if not sites.shown:
        return None
    shown = [f"{sites.label}:", *sites.shown]
    return csv_text(SITE_COLUMNS, sites.rows), shown, sites.concerned


def edited_gazetteer(sites: str, where: str, paths: Paths) -> Gazetteer:
    """The gazetteer with ``sites`` in place of sites.csv, its rules checked."""
    kept = parse_places(sites, f"{where}: {paths.label(paths.sites)}")
    return Gazetteer([*checked(read_derived(paths)), *checked(kept)])
