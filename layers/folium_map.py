"""The same view inside a ``folium.Map``, for notebooks and for folium's own means."""

from __future__ import annotations

from typing import Any

import folium
from branca.element import MacroElement
from folium.template import Template

from layers import assets, payload
from layers.export import json_block, script_safe
from layers.records import Atlas


class AtlasMap(folium.Map):
    """A folium map that fetches nothing: what it needs is put into the page by the layer.

    Folium's own popups want jQuery and its markers want images, neither of which is here;
    vector layers, GeoJSON without popups and controls work.
    """

    def __init__(self, **options: Any) -> None:
        # Folium's own are links to four public servers.
        self.default_js = []
        self.default_css = []
        super().__init__(**options)


class AtlasLayer(MacroElement):
    """The atlas as a child of a map."""

    _template = Template(
        "{% macro header(this, kwargs) %}"
        "<style>{{ this.css }}</style><script>{{ this.js }}</script>"
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "(function (map) {"
        " const home = map.getContainer().parentNode;"
        " const view = new AtlasView(home, {{ this.payload }},"
        " {map: map, lang: {{ this.lang }}});"
        " view.root.style.setProperty('--atlas-height', 'calc(100vh - 36px)');"
        " map.atlas = view;"
        "})({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self, found: dict[str, Any], lang: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasLayer"
        self.css = assets.styles()
        self.js = script_safe(assets.scripts())
        self.payload = json_block(found)
        self.lang = '"zh"' if lang == "zh" else '"en"'


def folium_map(
    atlas: Atlas, ids: list[str] | None = None, *, lang: str = "zh", **options: Any
) -> folium.Map:
    """A ``folium.Map`` that shows the atlas; ``save()`` writes a self-contained page.

    Parameters
    ----------
    ids : list of str, optional
        Only these projects; by default all, the four core modes shown.
    lang : str
        ``zh`` or ``en``.
    **options
        Given to ``folium.Map``; ``tiles`` is None unless asked for.
    """
    options = {"tiles": None, "zoom_control": False, "attributionControl": False} | options
    found = AtlasMap(location=[30.2, 105.6], zoom_start=7, **options)
    found.add_child(AtlasLayer(payload.build(atlas, ids), lang))
    return found
