"""The years on whose last day the map can stand."""

from __future__ import annotations

from facts import dates
from layers.records.model import Atlas


def known_years(atlas: Atlas) -> range:
    """The years on which the map can stand: from the first of any span to the day of the facts."""
    spans = [span for project in atlas.projects for span in project.spans]
    first = min((span.first for span in spans), default=None)
    if first is None:
        return range(0)
    ends = [span.last or span.first for span in spans]
    return range(first, max([*ends, dates.year(atlas.as_of)] if atlas.as_of else ends) + 1)
