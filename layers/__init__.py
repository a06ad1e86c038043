"""The map: loading, filtering, style, words, the payload, the view and what carries it.

``layers`` imports ``registry`` and nothing else of this project; geometry is never made here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import folium


def folium_map(*args: Any, **kwargs: Any) -> folium.Map:
    """A ``folium.Map`` of the atlas; :func:`layers.notebook.folium_map` says what it takes."""
    # Folium loads pandas, which the explorer must not.
    from layers.notebook import folium_map as made

    return made(*args, **kwargs)
