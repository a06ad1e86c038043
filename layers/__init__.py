"""The map: the data read, filters, style, words, the payload, the view and what carries it.

Geometry is never made here: ``layers`` imports ``registry`` and ``facts`` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import folium


def folium_map(*args: Any, **kwargs: Any) -> folium.Map:
    """A ``folium.Map`` of the atlas; see :func:`layers.publish.notebook.folium_map`."""
    # Folium loads pandas, which the explorer must not.
    from layers.publish.notebook import folium_map as made

    return made(*args, **kwargs)
