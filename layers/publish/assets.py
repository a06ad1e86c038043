"""The view as text: Leaflet from its Python package, the rest bundled from ``web/``."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from registry.errors import AtlasError

#: The view as ``web/build.js`` bundles it, by entry.
BUNDLES = Path(__file__).resolve().parent.parent / "bundles"


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
def bundle(name: str) -> str:
    """A bundle of ``web/`` (``page.js``, ``index.css``, …) without its first line, the hash.

    Raises
    ------
    AtlasError
        There is no such bundle.
    """
    stem, _, suffix = name.rpartition(".")
    path = BUNDLES / f"{stem}.bundle.{suffix}"
    try:
        return path.read_text(encoding="utf-8").split("\n", 1)[1].strip()
    except (OSError, IndexError):
        raise AtlasError(
            f"layers/bundles/{path.name}",
            zh="没有这个文件或文件不完整，请运行 make view",
            en="the file is missing or not whole; run make view",
        ) from None


@cache
def scripts(name: str, between: str = "") -> str:
    """Leaflet, ``between``, then the bundle ``name``, as one script."""
    # The link to a source map would be a request.
    core = re.sub(r"//# sourceMappingURL=\S+", "", leaflet("leaflet.js"))
    return "\n;".join(part for part in (core, between, bundle(f"{name}.js")) if part)


@cache
def styles(name: str) -> str:
    """Leaflet's style, then the bundle ``name``, as one sheet without any ``url()``."""
    sheet = leaflet("leaflet.css")
    # Marker and layer-control images, which the view does not use, and Internet Explorer's VML.
    sheet = re.sub(r"[^{}]*\{[^{}]*url\([^{}]*\}", "", sheet)
    # It comes as people write it: remarks, line breaks and indents are a third of it.
    sheet = re.sub(r"/\*.*?\*/|\s*\n\s*", "", sheet, flags=re.S)
    return sheet + bundle(f"{name}.css")
