"""What the lines of a mode can show in QGIS: how far the projects are, or what the plans say."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from analyst.labels import both


class View(StrEnum):
    """What the lines of a mode show; a package opens on that of the collection."""

    NOW = "now"
    PLAN = "plan"


WORDS: Mapping[View, tuple[str, str]] = {
    View.NOW: ("现状", "Now"),
    View.PLAN: ("计划所说", "In the plans"),
}
#: The name of each view: of a layer's style, of a map theme, of a print layout.
VIEWS: Mapping[View, str] = {view: both(words) for view, words in WORDS.items()}
