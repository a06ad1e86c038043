"""The names that a fact's section may use: of the gazetteer and of the administrative areas."""

from __future__ import annotations

from facts.sections import known_names
from registry.files.geojsonfile import read_features
from registry.paths import DEFAULT, Paths
from registry.tables import read_derived, read_sites

_LEVELS = ("provinces", "prefectures", "counties")


def place_names(paths: Paths = DEFAULT) -> frozenset[str]:
    """Every name of a place, as it stands and bare; AtlasError where a file is broken."""
    named = [place.name for read in (read_derived, read_sites) for _, place in read(paths)]
    for level in _LEVELS:
        path = paths.boundaries / f"{level}.geojson"
        features = read_features(path, paths.label(path))
        named += [str(feature["properties"].get("name", "")) for feature in features]
    return known_names(name for name in named if name)
