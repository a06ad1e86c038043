"""The earth of the project; ``geo.load_projects()`` gives the built projects as a table.

>>> import geo
>>> projects = geo.load_projects()
>>> projects.loc[projects["id"] == "yukun-hsr", "name"].item()
'渝昆高铁'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.frames import (
        load_county_lengths,
        load_events,
        load_findings,
        load_legs,
        load_mentions,
        load_projects,
    )

__all__ = [
    "load_county_lengths",
    "load_events",
    "load_findings",
    "load_legs",
    "load_mentions",
    "load_projects",
]


def __getattr__(name: str) -> Any:
    # On demand, so that `import geo` does not load geopandas.
    if name in __all__:
        from geo import frames

        return getattr(frames, name)
    raise AttributeError(f"module 'geo' has no attribute {name!r}")
