"""The view's code and style as text: Leaflet from its Python package, the rest from ``web/``."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from registry.errors import AtlasError

VIEW = Path(__file__).resolve().parent.parent / "web"

#: In the order they are run; each only adds to ``window.AtlasKit``.
SCRIPTS = (
    "src/core/decode.js",
    "src/map/polyline.js",
    "src/map/canvas-layer.js",
    "src/map/symbols.js",
    "src/map/labels.js",
    "src/map/base-map.js",
    "src/map/project-layer.js",
    "src/map/legend.js",
    "src/core/pinyin.js",
    "src/project/history.js",
    "src/project/related.js",
    "src/project/card.js",
    "src/map/pointer.js",
    "src/map/view.js",
)


@cache
def leaflet(name: str) -> str:
    """A file of Leaflet's release: ``leaflet.js`` or ``leaflet.css``.

    Raises
    ------
    AtlasError
        The package is not installed.
    """
    spec = find_spec("xstatic.pkg.leaflet")
    if spec is None or spec.origin is None:
        raise AtlasError(
            "requirements.txt",
            zh="没有装 XStatic-Leaflet，请先 pip install -r requirements.txt",
            en="XStatic-Leaflet is not installed; run pip install -r requirements.txt",
        )
    return (Path(spec.origin).parent / "data" / name).read_text(encoding="utf-8")


@cache
def view_file(name: str) -> str:
    """A file of ``web/``."""
    return (VIEW / name).read_text(encoding="utf-8")


def scripts(*more: str) -> str:
    """Leaflet, the view, then the files ``more`` of ``web/``, as one script."""
    # The link to a source map would be a request.
    core = re.sub(r"//# sourceMappingURL=\S+", "", leaflet("leaflet.js"))
    return "\n;".join([core, *(view_file(name) for name in (*SCRIPTS, *more))])


def styles(*more: str) -> str:
    """Leaflet's style, the view's, then the files ``more``, as one sheet without any ``url()``."""
    sheet = leaflet("leaflet.css")
    # Marker and layer-control images, which the view does not use, and Internet Explorer's VML.
    sheet = re.sub(r"[^{}]*\{[^{}]*url\([^{}]*\}", "", sheet)
    return "\n".join([sheet, *(view_file(name) for name in ("styles/view.css", *more))])


def squeeze(js: str) -> str:
    """Our own code without indentation, whole-line remarks and ``/** */`` blocks of their own.

    The project's files hold no string that spans lines; a test compares the tokens.
    """
    kept, inside = [], False
    for line in map(str.strip, js.split("\n")):
        if inside or line.startswith("/**"):
            inside = not line.endswith("*/")
        elif line and not line.startswith("//"):
            kept.append(line)
    return "\n".join(kept)


def squeeze_style(css: str) -> str:
    """A sheet without remarks and without the blanks round its marks."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*([{};])\s*", r"\1", css).replace(";}", "}")
