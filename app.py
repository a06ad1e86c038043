"""The explorer: ``streamlit run app.py``. ``ATLAS_DATA`` names another data folder.

The map, its filters and its pages are the view's (``web``), drawn in the browser; this
file serves them, and makes the files that are downloaded.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import streamlit as st

from layers import address_reader, payload
from layers.address_reader import Asked
from layers.payload import networks
from layers.payload.compact import compact
from layers.publish import component
from layers.publish.downloads import geojson, mentions_csv, projects_csv
from layers.records import data
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Shown
from layers.translations.catalog import t
from registry.errors import AtlasError
from registry.land.titles import Titles, read_titles
from registry.paths import DEFAULT, Paths

Stamp = tuple[tuple[str, int, int], ...]

STATIC = Path(__file__).resolve().parent / "static"


@dataclass(frozen=True)
class Loaded:
    """The data, the names of the static files made from them, and what could not be read."""

    stamp: Stamp
    atlas: Atlas
    files: dict[str, str]
    notices: list[tuple[str, str]]


def paths() -> Paths:
    """The data folder that the environment names, else the shipped one."""
    folder = os.environ.get("ATLAS_DATA")
    return Paths(Path(folder)) if folder else DEFAULT


def stamp_of(where: Paths) -> Stamp:
    """What changes when a data file does: its path, time and size (zeros when missing)."""
    stamp = []
    for path in data.fingerprint_files(where):
        try:
            stat = path.stat()
            stamp.append((str(path), stat.st_mtime_ns, stat.st_size))
        except OSError:
            stamp.append((str(path), 0, 0))
    return tuple(stamp)


@st.cache_resource(show_spinner=False, max_entries=2)
def loaded(_where: Paths, stamp: Stamp) -> Loaded:
    """Read the data and write the static files, again when ``stamp`` has changed."""
    atlas, errors = data.load_what_can_be(_where)
    texts = {
        "payload": payload.dumps(compact(payload.build(atlas))),
        "view": component.view_bundle(atlas),
        "more": component.more(atlas),
        "networks": payload.dumps(networks.build(_where)),
    }
    return Loaded(
        stamp=stamp,
        atlas=atlas,
        files={kind: component.write_static(STATIC, kind, text) for kind, text in texts.items()},
        notices=[(error.text("zh"), error.text("en")) for error in errors],
    )


def downloads(state: Loaded, where: Paths, asked: Asked, shown: Shown) -> None:
    """Files of what is shown, each made when it is asked for."""
    atlas, lang = state.atlas, asked.lang

    def static_map() -> str:
        from layers.publish import export

        return export.export_html(
            atlas,
            ids=shown.ids,
            chosen=asked.chosen,
            lang=lang,
            selected=asked.project,
            viewport=asked.viewport,
            view=asked.view,
            on=asked.on,
        )

    def package() -> bytes:
        from analyst.package import package_zip

        return package_zip(paths=where, ids=shown.ids)

    def mentions() -> str:
        return mentions_csv(atlas, shown.ids, asked.chosen.plans)

    def projects() -> str:
        return projects_csv(where, shown.ids)

    kinds: list[tuple[str, Callable[[], str | bytes], str, str]] = [
        ("map", static_map, "html", "text/html"),
        ("geojson", lambda: geojson(where, shown.ids), "geojson", "application/geo+json"),
        ("projects", projects, "csv", "text/csv"),
        ("csv", mentions, "csv", "text/csv"),
    ]
    if find_spec("analyst.package"):
        kinds.append(("package", package, "zip", "application/zip"))
    with (
        st.container(key="downloads"),
        st.popover(t("app.download", lang, n=len(shown)), disabled=not len(shown)),
    ):
        for kind, make, suffix, mime in kinds:
            part = "-projects" if kind == "projects" else ""
            st.download_button(
                t(f"app.download.{kind}", lang),
                data=make,
                file_name=f"{atlas.titles.name}{part}.{suffix}",
                mime=mime,
                on_click="ignore",
                width="stretch",
                help=t("app.download.map.help", lang) if kind == "map" else None,
            )


def atlas_page(state: Loaded, where: Paths) -> None:
    """The map with its filters and pages."""
    heard = st.session_state.get("address")
    if heard is None:
        values = {key: st.query_params.get_all(key) for key in st.query_params}
        asked = address_reader.from_values(values, state.atlas)
    else:
        asked = address_reader.from_query(heard, state.atlas)

    def moved() -> None:
        st.session_state["address"] = st.session_state["map"].address or ""

    component.explorer(
        files=state.files,
        notices=state.notices,
        failed=t("map.failed", asked.lang),
        on_address=moved,
    )
    # The first answer is the map alone; it calls back once it is drawn, and these follow.
    if heard is not None:
        downloads(state, where, asked, filters.apply(state.atlas, asked.chosen))


def reader_page(state: Loaded, where: Paths) -> None:
    """The page on which a plan is read; what it needs is loaded only here."""
    from review.page import read_page

    lang = "en" if st.query_params.get("lang") == "en" else "zh"
    read_page(
        where,
        state.stamp,
        payload=state.files["payload"],
        failed=t("map.failed", lang),
        static=STATIC,
    )


def page() -> None:
    """The page that the address asks for."""
    where = paths()
    try:
        titles = read_titles(where)
    except AtlasError:
        titles = Titles()  # said above the map, when the data are read
    st.set_page_config(
        page_title=f"{titles.zh} · {titles.en}",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    try:
        state = loaded(where, stamp_of(where))
    except AtlasError as error:
        # Only where the static files cannot be written: then there is no map at all.
        st.error(f"{error.text('zh')}\n\n{error.text('en')}")
        st.stop()
    if st.query_params.get("page") == "read":
        reader_page(state, where)
    else:
        atlas_page(state, where)


page()
