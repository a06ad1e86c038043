"""The same view inside a ``folium.Map``, for notebooks and for folium's own means."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import folium
from branca.element import Element, MacroElement
from folium.template import Template

from layers import payload
from layers.address import opening_view
from layers.payload.compact import compact
from layers.publish import assets
from layers.publish.export import filter_config, json_block, script_safe
from layers.records import data
from layers.records.model import Atlas, Project
from layers.selection import filters
from layers.selection.filters import Filter
from layers.selection.resolver import names, resolve
from layers.translations.catalog import LANGS
from registry.errors import AtlasError
from registry.land.extent import land_of

#: Folium's elements whose script calls jQuery.
_WANT_JQUERY = re.compile(r"Popup|LatLngPopup")


def _leaflet_image(name: str) -> str:
    spec = find_spec("xstatic.pkg.leaflet")
    assert spec is not None  # assets.leaflet has said so already
    assert spec.origin is not None
    image = (Path(spec.origin).parent / "data" / "images" / name).read_bytes()
    return "data:image/png;base64," + base64.b64encode(image).decode()


def _sheet() -> str:
    """Leaflet's whole style with its images inside, then the view's."""
    own = re.sub(
        r"url\((?:images/)?([\w-]+\.png)\)",
        lambda match: f"url({_leaflet_image(match[1])})",
        re.sub(r"behavior:\s*url\(#default#VML\);", "", assets.leaflet("leaflet.css")),
    )
    return own + assets.styles("notebook")


def _marker_images() -> str:
    """Leaflet's own marker with its images inside."""
    options = {
        "iconUrl": _leaflet_image("marker-icon.png"),
        "iconRetinaUrl": _leaflet_image("marker-icon-2x.png"),
        "shadowUrl": _leaflet_image("marker-shadow.png"),
    }
    return (
        "delete L.Icon.Default.prototype._getIconUrl;"
        f"L.Icon.Default.mergeOptions({json_block(options)});"
    )


def _literal(value: dict[str, Any]) -> str:
    """JSON for a script that branca reads as a template: no text in it can be one.

    Two marks in a row that open a template can only stand inside a string.
    """
    return re.sub(r"\{(?=[{%#])", r"\\u007b", json_block(value))


def _jquery() -> str:
    spec = find_spec("xstatic.pkg.jquery")
    if spec is None or spec.origin is None:
        raise AtlasError(
            "requirements.txt",
            zh="没有装 XStatic-jQuery，folium 的弹窗用不了，请先 pip install -r requirements.txt",
            en="XStatic-jQuery, which folium's popups need, is not installed; "
            "run pip install -r requirements.txt",
        )
    script = Path(spec.origin).parent / "data" / "jquery.slim.min.js"
    return re.sub(r"//# sourceMappingURL=\S+", "", script.read_text(encoding="utf-8"))


class AtlasMap(folium.Map):
    """A folium map that fetches nothing: what it needs is put into the page.

    Markers, vector layers, GeoJSON, popups, tooltips and the layer control work. Icons
    (``folium.Icon``) are plain pins in their colour; plugins bring links of their own.
    """

    def __init__(self, **options: Any) -> None:
        # Folium's own are links to four public servers.
        self.default_js = []
        self.default_css = []
        super().__init__(**options)

    def render(self, **kwargs: Any) -> Any:
        """Folium calls this; jQuery comes along only where a popup calls for it."""
        header: Any = getattr(self.get_root(), "header", None)
        if header is not None and self._has_popup(self):
            code = AtlasLayer.raw(script_safe(_jquery()))
            jquery = Element(f"<script>{code}</script>")
            header.add_child(jquery, name="atlas_jquery", index=0)
        return super().render(**kwargs)  # type: ignore[no-untyped-call]

    def _has_popup(self, element: Any) -> bool:
        return bool(_WANT_JQUERY.search(element._name or "")) or any(
            self._has_popup(child) for child in element._children.values()
        )


class AtlasLayer(MacroElement):
    """The atlas as a child of a map."""

    _template = Template(
        "{% macro header(this, kwargs) %}"
        "<style>{{ this.raw(this.css) }}</style><script>{{ this.raw(this.js) }}</script>"
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "(function (map) {"
        " const home = map.getContainer().parentNode, asked = {{ this.asked }};"
        " const held = AtlasKit.expand({{ this.payload }});"
        " const view = AtlasKit.view(home, held, {map: map, lang: asked.lang,"
        " drawn: asked.view});"
        " view.root.style.setProperty('--atlas-height', 'calc(100vh - 36px)');"
        " map.atlas = view;"
        " const left = AtlasKit.filter(view.model, asked.filter);"
        " view.setVisible(left.ids, left.statuses);"
        " view.setWhere(asked.filter, {fit: !asked.placed});"
        " if (asked.selected) view.select(asked.selected, {fit: !asked.placed});"
        " else if (!asked.placed && !AtlasKit.somewhere(asked.filter)) view.fit();"
        "})({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self, content: payload.Payload, asked: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasLayer"
        self.css = _sheet()
        self.js = script_safe(assets.scripts("notebook", _marker_images()))
        self.payload = _literal(compact(content))
        self.asked = _literal(asked)

    @staticmethod
    def raw(code: str) -> str:
        """Our own code, which branca reads as a template once more, marked as none."""
        return "{% raw %}" + code + "{% endraw %}"


def folium_map(
    projects: Iterable[str | Project] | None = None,
    *,
    atlas: Atlas | None = None,
    chosen: Filter | None = None,
    selected: str | None = None,
    lang: str = "zh",
    view: str | None = None,
    **options: Any,
) -> folium.Map:
    """A ``folium.Map`` that shows the atlas; ``save()`` writes a page that fetches nothing.

    Parameters
    ----------
    projects : iterable of str or Project, optional
        Only these, by id, name or as records, all shown; by default every project is there and
        ``chosen`` says which are shown.
    atlas : Atlas, optional
        By default the shipped data.
    chosen : Filter, optional
        What is shown; by default the four core modes.
    selected : str, optional
        The project whose card is open.
    lang : str
        ``zh`` or ``en``.
    view : str, optional
        How it is drawn, one of :data:`layers.address.VIEWS`; by default as an export opens.
    **options
        Given to ``folium.Map``. ``tiles`` is None unless asked for; with ``location`` and
        ``zoom_start`` the map opens there, else it fits what is shown.

    Raises
    ------
    AtlasError
        One of ``projects`` does not exist, or nothing is left to show.

    Examples
    --------
    >>> import folium, layers
    >>> atlas_map = layers.folium_map(["yukun-hsr"], lang="en")
    >>> folium.Marker([28.77, 104.64], popup="Yibin").add_to(atlas_map)  # doctest: +ELLIPSIS
    <folium.map.Marker object at ...>
    """
    atlas = atlas or data.load()
    lang = lang if lang in LANGS else "en"
    ids = None
    if projects is not None:
        there = names(atlas)["project"]
        ids = [
            resolve("folium_map", "project", p, there) if isinstance(p, str) else p.id
            for p in projects
        ]
    if chosen is None:
        chosen = Filter() if ids is None else Filter.everything()
    left = [key for key in filters.apply(atlas, chosen).ids if ids is None or key in ids]
    if not left:
        from layers.publish.export_all import empty

        raise empty("folium_map")
    asked = {
        "filter": filter_config(chosen),
        "lang": lang,
        "selected": selected,
        "view": view or opening_view(atlas),
        "placed": "location" in options,
    }
    fixed = {"tiles": None, "zoom_control": False, "attributionControl": False}
    west, south, east, north = land_of(atlas.borders).bounds
    opening = {"location": [(south + north) / 2, (west + east) / 2], "zoom_start": 7}
    atlas_map = AtlasMap(**(fixed | opening | options))
    built = payload.build(atlas, ids)
    built["words"] = {lang: built["words"][lang]}
    atlas_map.add_child(AtlasLayer(built, asked))
    return atlas_map
